"""In which state is it? Two states of one thing that it cannot both have."""

from reconcile.compare.deeds import are_other_holders, do_other_things
from reconcile.compare.exclusions import tell_of_a_way
from reconcile.lexicon.load import words
from reconcile.measure.arguments import excluding_state, meant, told_states
from reconcile.measure.qualities import quality
from reconcile.measure.times import relation
from reconcile.model.claims import Claim, Slot
from reconcile.model.comparisons import Member
from reconcile.model.reasons import Reason
from reconcile.model.times import TimeValue

Verdict = tuple[str, float, tuple[Reason, ...]]


def compare_states(left: Member, right: Member) -> Verdict:
    """CONFLICT where the two are on other sides of a group of states; UNCLEAR where they are told of other times or plans."""
    told = [{s.group for s in told_states(m.claim)} for m in (left, right)]
    if not told[0] & told[1]:
        return "MISSING", 0.0, ()
    group = excluding_state(left.claim, right.claim)
    if group is None:
        return "SAME", 1.0, ()
    reason = Reason.of("stance.exclusive", group=quality(group) or group)
    one_planned = (left.claim.stance.certainty == "planned") != (right.claim.stance.certainty == "planned")
    if (
        one_planned
        or (quality(group) is not None and _are_of_other_things(left.claim, right.claim))
        or _at_other_times(left.claim, right.claim)
        or _say_other_things(left.claim, right.claim)
        or _concern_other_places(left.claim, right.claim, group)
    ):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-deed"), reason)
    return "CONFLICT", 0.9, (reason,)


def _are_of_other_things(left: Claim, right: Claim) -> bool:
    """The old bridge and the new one; and what was so long ago need not be so now."""
    return left.background != right.background or are_other_holders(left, right)


def _say_other_things(left: Claim, right: Claim) -> bool:
    """ "He admitted taking the money", "he denied espionage"."""
    speak = all(set(c.classes[:1]) & words("speech", "acts") for c in (left, right))
    return speak and do_other_things(left, right)


def _concern_other_places(left: Claim, right: Claim, group: str) -> bool:
    """ "The captain stayed on the bridge", "the captain left the ship": one doer, and each to a place of its own."""
    if group not in words("once", "placed_states"):
        return False
    if tell_of_a_way(left, right):
        return True
    places = [
        {meant(s) for s in c.slots if s.name in _PLACES and meant(s) and not _is_time(c, s)} for c in (left, right)
    ]
    return bool(places[0] and places[1]) and not places[0] & places[1]


_PLACES = frozenset({"patient", "oblique", "place", "goal", "origin"})


def _is_time(claim: Claim, slot: Slot) -> bool:
    return any(t.span.overlaps(slot.span) for t in claim.all("time"))


def _at_other_times(left: Claim, right: Claim) -> bool:
    """Whether both tell when, and the times lie apart; what lasts until Friday may end on Friday."""
    ends = [any(s.prep in words("once", "ends") for s in c.all("time")) for c in (left, right)]
    if ends[0] != ends[1] and all(c.all("time") for c in (left, right)):
        return True
    values = [
        [s.value for s in c.all("time") if isinstance(s.value, TimeValue) and s.value.anchored] for c in (left, right)
    ]
    return bool(values[0] and values[1]) and all(
        relation(a, b) in ("before", "after") for a in values[0] for b in values[1]
    )
