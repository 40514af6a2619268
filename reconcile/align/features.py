"""What a claim is known by: weighted words, entities, event classes. Weights come from its own report alone."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from attrs import define

from reconcile.lexicon.load import word_list
from reconcile.lexicon.load import words as word_set
from reconcile.measure.agents import agent
from reconcile.measure.arguments import Heads, heads
from reconcile.measure.events import exclusive_groups
from reconcile.measure.kin import kin
from reconcile.measure.remembered import remembered
from reconcile.model.claims import Claim
from reconcile.model.times import TimeValue

_CONTEXT_SHARE = 0.5
_SPEECH_SHARE = 0.9  # what is said tells a statement from another, not that it was said
_PROMINENT = 3
_PARTS = ("agent", "patient", "oblique", "place", "goal", "origin", "complement", "modifier")
_DATED = ("day", "month")


@define(frozen=True, slots=False, eq=False)
class Profile:
    """A claim with its features. ``words`` are weights, ``norm`` the length of that vector; ``prominent`` are the report's main words."""

    claim: Claim
    words: Mapping[str, float]
    classes: frozenset[str]
    entities: frozenset[str]
    around: frozenset[str]
    prominent: frozenset[str] = frozenset()

    @cached_property
    def arguments(self) -> Heads:
        """What stands among the claim's arguments: entities, else nouns; and its days, months and lengths of time."""
        values = [s.value for s in self.claim.all("time")]
        dates = (v.timex for v in values if isinstance(v, TimeValue) and _is_telling(v))
        return heads((s for s in self.claim.slots if s.name in _PARTS), dates)

    @property
    def heads(self) -> frozenset[str]:
        """Entity ids, else the nouns' near synonyms, and dates, of the claim's arguments."""
        return self.arguments.told

    @cached_property
    def persons(self) -> frozenset[tuple[str, str]]:
        """The named persons that act or are acted on, with their part."""
        return frozenset(
            (s.name, s.entity)
            for s in self.claim.slots
            if s.name in ("agent", "patient") and s.entity and getattr(s.value, "kind", None) == "person"
        )

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The claim's own content lemmas."""
        return frozenset(self.claim.words)

    @cached_property
    def norm(self) -> float:
        """Euclidean length of the word vector."""
        return math.sqrt(math.fsum(w * w for w in self.words.values())) or 1.0


def _is_telling(value: TimeValue) -> bool:
    """A day or month on the calendar, or a length of time: what two passages share by chance only seldom."""
    return (value.anchored and value.granularity in _DATED) or (value.type == "DURATION" and value.seconds is not None)


def profiles(claims: Iterable[Claim]) -> list[Profile]:
    """Profiles in the order of the claims; rarity of a word is judged by the sentences of its report."""
    by_report: dict[str, list[Claim]] = defaultdict(list)
    ordered = list(claims)
    for claim in ordered:
        by_report[claim.report_id].append(claim)
    known = remembered()
    found: dict[int, Profile] = {}
    for of_report in by_report.values():
        key = ("profiles", id(of_report[0]), len(of_report))
        made = _of_report(of_report) if known is None else known.of(key, _of_report, of_report)
        found.update((id(p.claim), p) for p in made)
    return [found[id(claim)] for claim in ordered]


def _of_report(claims: Sequence[Claim]) -> list[Profile]:
    usage = _usage(claims)
    return [_profile(claim, *usage) for claim in claims]


def _usage(claims: Sequence[Claim]) -> tuple[dict[str, float], frozenset[str]]:
    """How rare each word is in the report's sentences, and which words stand in three sentences or more."""
    sentences: dict[int, set[str]] = defaultdict(set)
    for claim in claims:
        sentences[claim.sentence].update(map(kin, (*claim.words, *claim.context)))
    counts = Counter(word for words in sentences.values() for word in words)
    rarity = {word: math.log(1 + (len(sentences) + 5) / n) for word, n in counts.items()}
    return rarity, frozenset(word for word, n in counts.items() if n >= _PROMINENT)


def _profile(claim: Claim, rarity: Mapping[str, float], prominent: frozenset[str]) -> Profile:
    own = {kin(w) for w in claim.words}
    speaks = claim.kind == "report" or bool(set(claim.classes) & word_set("speech", "acts"))
    share = _SPEECH_SHARE if speaks else _CONTEXT_SHARE
    words = {w: rarity[w] * share for w in map(kin, claim.context) if w not in own} | {w: rarity[w] for w in own}
    classes = (
        frozenset(("speech",)) if speaks else _with_opposites(frozenset(claim.classes or _own_class(claim)), claim)
    )
    return Profile(
        claim, words, classes, frozenset(map(agent, claim.entities)), frozenset(map(agent, claim.around)), prominent
    )


def _with_opposites(classes: frozenset[str], claim: Claim) -> frozenset[str]:
    """Two words that exclude each other tell of one thing: leaving office, being alive."""
    return classes | frozenset(f"either:{g}" for g in exclusive_groups(claim.predicate))


def _own_class(claim: Claim) -> tuple[str, ...]:
    """A word of no event class is its own class; a copula goes by what is said of its subject; other light verbs have none."""
    if claim.kind == "state":
        slot = claim.slot("patient")
        return (f"be:{slot.head}",) if slot is not None and slot.head else ()
    return () if claim.predicate in word_list("light_words") else (f"word:{claim.predicate}",)


def cosine(left: Profile, right: Profile) -> float:
    """Cosine of the word vectors."""
    a, b = left.words, right.words
    return math.fsum([a[f] * b[f] for f in a.keys() & b.keys()]) / (left.norm * right.norm)


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """Shared members as a part of the smaller set; 0 where one is empty."""
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0
