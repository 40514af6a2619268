"""Which reports tell the same story: average-link clusters over what their words and names have in common."""

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from attrs import define

from reconcile.lexicon.frequencies import rarity
from reconcile.lexicon.load import word_list
from reconcile.measure.clusters import average_link
from reconcile.model.readings import Reading
from reconcile.model.reasons import Reason
from reconcile.model.stories import Group, Stories

SAME_STORY = 0.20
_RARITY_CAP = 14.0
_NAME_BOOST = 1.5
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "X"})


@define(frozen=True, eq=False)
class Sketch:
    """A report's words with their weights, and the length of that vector."""

    report_id: str
    weights: Mapping[str, float]
    norm: float


def sketch_of(reading: Reading) -> Sketch:
    """The sketch of one report: its content lemmas outside page leftovers; proper nouns count as names."""
    tokens = [t for s in reading.document.sentences if s.kind != "boilerplate" for t in s.tokens if t.pos in _CONTENT]
    light = word_list("light_words") | word_list("temporal_nouns")
    words = [t.lemma.lower() for t in tokens if len(t.text) > 1 and t.lemma.lower() not in light]
    return sketch(reading.report_id, words, frozenset(t.lemma.lower() for t in tokens if t.pos == "PROPN"))


def sketch(report_id: str, words: Sequence[str], names: frozenset[str]) -> Sketch:
    """Weights grow with rarity in English (never with what the other reports hold) and with the logarithm of the count."""
    weights = {
        word: (1 + math.log(n)) * min(_RARITY_CAP, rarity(word)) * (_NAME_BOOST if word in names else 1.0)
        for word, n in sorted(Counter(words).items())
    }
    return Sketch(report_id, weights, math.sqrt(math.fsum(w * w for w in weights.values())) or 1.0)


def likeness(left: Sketch, right: Sketch) -> float:
    """Cosine of two sketches, in [0, 1]."""
    small, large = (left, right) if len(left.weights) <= len(right.weights) else (right, left)
    dot = math.fsum(w * large.weights[f] for f, w in sorted(small.weights.items()) if f in large.weights)
    return dot / (left.norm * right.norm)


def stories(
    sketches: Sequence[Sketch], threshold: float = SAME_STORY, known: Mapping[tuple[str, str], float] | None = None
) -> Stories:
    """Average-link clusters of report ids, each sorted, in the order of their first id; every report in exactly one.

    ``known`` gives the likeness of pairs that have been looked at before.
    """
    ordered = sorted(sketches, key=lambda s: s.report_id)
    likeness = _likenesses(ordered) if not known else _completed(ordered, known)
    pairs = ((a, b, value) for (a, b), value in likeness.items())
    found = average_link([s.report_id for s in ordered], pairs, threshold)
    return Stories(tuple(sorted(tuple(sorted(members)) for members in found)), likeness)


def _likenesses(ordered: Sequence[Sketch]) -> dict[tuple[str, str], float]:
    """Cosines of all pairs that share a word, from an index of words."""
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    found: dict[tuple[str, str], float] = {}
    for n, one in enumerate(ordered):
        dots: dict[int, float] = defaultdict(float)
        for word, weight in sorted(one.weights.items()):
            held = postings[word]
            for other, other_weight in held:
                dots[other] += weight * other_weight
            held.append((n, weight))
        for other, dot in dots.items():
            left = ordered[other]
            found[left.report_id, one.report_id] = _trust(left, one) * dot / (left.norm * one.norm)
    return found


def _completed(ordered: Sequence[Sketch], known: Mapping[tuple[str, str], float]) -> dict[tuple[str, str], float]:
    """The known likenesses with those of the reports that are in none of them, to the last bit as the index gives them."""
    found = dict(known)
    old = {name for pair in known for name in pair}
    for n, one in enumerate(ordered):
        for other in ordered[:n]:
            shared = one.weights.keys() & other.weights.keys()
            if shared and not (one.report_id in old and other.report_id in old):
                dot = 0.0
                for word in sorted(shared):
                    dot += one.weights[word] * other.weights[word]
                found[other.report_id, one.report_id] = _trust(other, one) * dot / (other.norm * one.norm)
    return found


# A text of this many different content words is long enough for its likeness to be taken in full.
_FULL_WORDS = 120
_POWER = 0.20


def _trust(left: Sketch, right: Sketch) -> float:
    """Short texts on one subject look alike by chance: their likeness counts less."""
    return float(min(1.0, (min(len(left.weights), len(right.weights)) / _FULL_WORDS) ** _POWER))


def groups(found: Stories, sketches: Sequence[Sketch]) -> tuple[Group, ...]:
    """The groups of reports with, for each report, the telling words that it shares with the rest of its group."""
    by_id = {s.report_id: s for s in sketches}
    return tuple(_group(members, by_id) for members in found.groups)


def _group(members: Sequence[str], by_id: Mapping[str, Sketch]) -> Group:
    digest = hashlib.sha256("\n".join(members).encode("utf-8", "surrogatepass")).hexdigest()[:10]
    if len(members) == 1:
        return Group(f"e-{digest}", tuple(members), (Reason.of("group.alone", report=members[0]),))
    holders = Counter(word for report in members for word in by_id[report].weights)
    reasons = []
    for report in members:
        shared = sorted((-w, word) for word, w in by_id[report].weights.items() if holders[word] > 1)
        words = " ".join(word for _, word in shared[:8])
        reasons.append(Reason.of("group.shared-words", report=report, words=words))
    return Group(f"e-{digest}", tuple(members), tuple(reasons))
