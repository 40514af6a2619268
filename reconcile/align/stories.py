"""Which reports tell the same story: average-link clusters over what their words and names have in common."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from attrs import define

from reconcile.lexicon.frequencies import rarity
from reconcile.lexicon.load import word_list
from reconcile.measure.clusters import average_link
from reconcile.model.readings import Reading
from reconcile.model.stories import Stories

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
    words, names = telling_words(reading)
    return sketch(reading.report_id, {w: weight(1 + math.log(n), w, names) for w, n in Counter(words).items()})


def telling_words(reading: Reading) -> tuple[list[str], frozenset[str]]:
    """The content lemmas of a report outside page leftovers, in order of place; and those that are proper nouns somewhere."""
    tokens = [t for s in reading.document.sentences if s.kind != "boilerplate" for t in s.tokens if t.pos in _CONTENT]
    light = word_list("light_words") | word_list("temporal_nouns")
    words = [t.lemma.lower() for t in tokens if len(t.text) > 1 and t.lemma.lower() not in light]
    return words, frozenset(t.lemma.lower() for t in tokens if t.pos == "PROPN")


def weight(told: float, word: str, names: frozenset[str]) -> float:
    """How often a word is ``told``, times its rarity in English (never in the other reports); names weigh more."""
    return told * min(_RARITY_CAP, rarity(word)) * (_NAME_BOOST if word in names else 1.0)


def sketch(report_id: str, weights: Mapping[str, float]) -> Sketch:
    """The sketch of a report with the given weights."""
    ordered = dict(sorted(weights.items()))
    return Sketch(report_id, ordered, math.sqrt(math.fsum(w * w for w in ordered.values())) or 1.0)


def stories(
    sketches: Sequence[Sketch], threshold: float = SAME_STORY, known: Mapping[tuple[str, str], float] | None = None
) -> Stories:
    """Average-link clusters of report ids, each sorted, in the order of their first id; every report in exactly one.

    ``known`` gives the likeness of pairs that have been looked at before.
    """
    ordered = sorted(sketches, key=lambda s: s.report_id)
    likeness = likenesses(ordered, _trust) if not known else _completed(ordered, known)
    pairs = ((a, b, value) for (a, b), value in likeness.items())
    found = average_link([s.report_id for s in ordered], pairs, threshold)
    return Stories(tuple(sorted(tuple(sorted(members)) for members in found)), likeness)


def likenesses(ordered: Sequence[Sketch], trust: Callable[[Sketch, Sketch], float]) -> dict[tuple[str, str], float]:
    """Cosines of all pairs that share a word, times how far they can be trusted, from an index of words."""
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
            found[left.report_id, one.report_id] = trust(left, one) * dot / (left.norm * one.norm)
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
