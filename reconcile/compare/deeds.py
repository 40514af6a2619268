"""Whether two claims are so much about one and the same deed that they can contradict each other."""

import re

from reconcile.lexicon.load import words
from reconcile.measure.arguments import Heads, heads, meant, words_of
from reconcile.measure.kin import kin, kin_of
from reconcile.measure.numerals import numeral
from reconcile.model.claims import Claim, Slot
from reconcile.model.times import TimeValue

_PARTS = ("agent", "patient", "oblique", "complement", "goal", "origin", "place", "modifier")


def is_same_deed(left: Claim, right: Claim, least: float) -> bool:
    """The same class of event with an argument in common and at least ``least`` of the shorter claim's own words.

    With two arguments in common a little less of the words is enough.
    """
    same = set(left.classes) & set(right.classes) or (
        left.predicate == right.predicate and left.predicate not in _EMPTY
    )
    shared, overlap = shared_heads(left, right), own_overlap(left, right)
    if set(left.classes) & set(right.classes) & words("once", "events") and _same_participant(left, right):
        return overlap >= 0.6 * least
    return bool(same) and ((len(shared) >= 2 and overlap >= 0.7 * least) or (bool(shared) and overlap >= least))


def _same_participant(left: Claim, right: Claim) -> bool:
    """Whether one named person, firm or vehicle plays the same part in both."""
    for part in ("agent", "patient"):
        a, b = ({s.entity for s in c.all(part) if s.entity and s.entity.startswith(_NAMED)} for c in (left, right))
        if a & b:
            return True
    return False


_NAMED = ("person:", "organization:", "vehicle:")
_DATED = frozenset({"minute", "hour", "daypart", "day", "week", "month", "year"})
_EMPTY = frozenset({"be", "have", "do"})


def happened_once(left: Claim, right: Claim) -> bool:
    """Whether both tell what happens once to one named person or thing: she died, it sank."""
    once = set(left.classes) & set(right.classes) & words("once", "events")
    return bool(once and _undergoes(left) & _undergoes(right))


def _undergoes(claim: Claim) -> set[str]:
    """The named ones to whom it happened: what it was done to, else who did it."""
    slots = claim.all("patient") or claim.all("agent")
    return {s.entity for s in slots if s.entity is not None}


_ANOTHER = frozenset({"also", "again", "previously", "earlier", "once"})


def is_another_time(left: Claim, right: Claim) -> bool:
    """ "Who were also beaten in September": what is told so is not what the news is of."""
    told = [not _ANOTHER.isdisjoint(c.text.lower().split()) for c in (left, right)]
    return told[0] != told[1]


def other_mood(left: Claim, right: Claim) -> bool:
    """Whether one tells what may, can or would be and the other what is; "will" and "would" are one mood."""
    told = (
        _SENSED.sub("", c.text.lower().replace("could not", "")) for c in (left, right)
    )  # who could not do a thing did not
    moods = [set(text.split()) & words("hypothetical", "modals") - {"would"} for text in told]
    return bool(moods[0]) != bool(moods[1])


# What could be heard was heard.
_SENSED = re.compile(r"\bcould (?=(?:still |also )?(?:be )?(?:hear|heard|see|seen|feel|felt|smell|smelt)\b)")


def shared_heads(left: Claim, right: Claim) -> frozenset[str]:
    """Heads or entities that stand among the arguments of both; pronouns that are not resolved do not count."""
    return _heads(left).shared(_heads(right))


def _heads(claim: Claim) -> Heads:
    dates = (
        v.timex
        for s in claim.all("time")
        if isinstance(v := s.value, TimeValue) and v.anchored and v.granularity in _DATED
    )
    return heads((s for s in claim.slots if s.name in _PARTS), dates)


def own_overlap(left: Claim, right: Claim) -> float:
    """Words that both claims have of their own, as a part of the shorter; two verbs of one class count as one word."""
    a, b = kin_of(left.words), kin_of(right.words)
    if not a or not b:
        return 0.0
    told = set(left.classes) & set(right.classes) and left.predicate not in b and right.predicate not in a
    return min(1.0, (len(a & b) + bool(told)) / min(len(a), len(b)))


def is_fluctuating(claim: Claim) -> bool:
    """Whether it tells of what changes by the hour or goes on: prices rising, people working. Two times of it are two events."""
    return bool(set(claim.classes[:1]) & words("fluctuating", "events")) or bool(
        set(claim.words) & words("fluctuating", "holders")
    )


# Claims of nearly the same words are of one thing, whatever was read as their parts.
_VERY_LIKE = 0.75


def names_other_parts(left: Claim, right: Claim) -> bool:
    """Whether two others are named as who did it, or it was done to two things; nearly the same words are of one thing all the same."""
    if own_overlap(left, right) >= _VERY_LIKE:
        return False
    agents, patients = (
        [{meant(s) for s in c.all(part)} - {""} for c in (left, right)] for part in ("agent", "patient")
    )
    swapped = (agents[0] & patients[1]) - agents[1] | (agents[1] & patients[0]) - agents[0]
    kinds = {a.partition(":")[0] for side in agents for a in side if ":" in a}
    named = [tuple({a for a in side if a.startswith(f"{kind}:")} for side in agents) for kind in sorted(kinds)]
    return any(":" in one for one in swapped) or any(
        one and other and not one & other for one, other in (*named, tuple(patients))
    )


def denies(claim: Claim) -> bool:
    """Whether it tells that somebody denied something: that is not what was denied, in however many words the two are alike."""
    return claim.classes[:1] == ("deny",)


def do_other_things(left: Claim, right: Claim) -> bool:
    """ "He admitted taking the money", "he denied espionage": one doer of two deeds, and nothing else that both speak of."""
    doers = [{s.entity or kin(s.head) for s in c.all("agent")} for c in (left, right)]
    undergone = [{s.entity or kin(s.head) for s in c.all("patient")} for c in (left, right)]
    if not doers[0] & doers[1] or undergone[0] & undergone[1]:
        return False
    beside = [(*c.all("agent"), *c.all("time"), *c.all("place")) for c in (left, right)]
    named = [words_of(slots) for slots in beside]
    rest = [
        {kin(w) for w in c.words if w not in names and w != c.predicate} - words("speech", "before_whom")
        for c, names in zip((left, right), named, strict=True)
    ]
    return all(rest) and not rest[0] & rest[1] and not any(r & words("speech", "matters") for r in rest)


def lacks_object(claim: Claim, other: Claim) -> bool:
    """Whether somebody did it to something that the other claim does not speak of: "testing a missile", "the last weapon it tested"."""
    if not claim.all("agent"):
        return False
    return any(meant(s) not in {meant(o) for o in other.slots} for s in claim.all("patient") if meant(s))


def is_other_verb(left: Claim, right: Claim) -> bool:
    """Whether two verbs share a class only in a sense that neither has first: to oppose, to shoot down."""
    if left.predicate == right.predicate or not (left.classes and right.classes):
        return False
    return left.classes[0] not in right.classes and right.classes[0] not in left.classes


def are_other_holders(left: Claim, right: Claim) -> bool:
    """ "The old bridge", "the new bridge": whether what a noun alone names is described in two ways."""
    ones, others = (
        words_of(s for part in ("agent", "patient") for s in c.all(part) if s.entity is None)
        - _ARTICLES
        - words("pronouns", "all")
        for c in (left, right)
    )
    return not (ones <= others or others <= ones)


_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "last", "previous"})


def counts_others(left: Claim, right: Claim) -> bool:
    """ "Three missiles were fired on Saturday", "a missile was fired on Tuesday": things of one noun, but not as many of them."""
    for part in ("agent", "patient"):
        one, other = ({kin(s.head): _how_many(s) for s in c.all(part)} for c in (left, right))
        if any(one[noun] and other[noun] and one[noun] != other[noun] for noun in one.keys() & other.keys()):
            return True
    return False


def _how_many(slot: Slot) -> str | None:
    """The number that a noun phrase begins with, "1" for "a"; None where it tells none."""
    first = next(iter(slot.text.lower().split()), "")
    return "1" if first in ("a", "an") else numeral(first)
