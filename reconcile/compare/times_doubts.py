"""What keeps times that exclude each other from contradicting each other: the claims that they stand in."""

from collections.abc import Callable
from datetime import timedelta

from reconcile.compare.deeds import (
    counts_others,
    happened_once,
    is_another_time,
    is_fluctuating,
    is_same_deed,
    other_mood,
    own_overlap,
    shared_heads,
)
from reconcile.compare.occasions import is_day_of_writing
from reconcile.lexicon.load import words
from reconcile.measure.arguments import name_others
from reconcile.measure.kin import kin
from reconcile.measure.times import days_apart
from reconcile.model.claims import Claim
from reconcile.model.comparisons import Member
from reconcile.model.times import TimeValue

# Dates that lie far apart mostly belong to two events of one kind: then nearly all words must be shared.
_FAR_DAYS = 3
FAR_WORDS = 0.6
NEAR_WORDS = 0.4
# A plan that lies further off than this from what was done is a plan to do it again.
_PLAN_DAYS = 60
_A_SEASON = 250
# Halves and quarters are of a year, of a match, of a firm's own year.
_PERIODS = frozenset({"half", "quarter"})


def happens_often(left: Claim, right: Claim) -> bool:
    """Whether it changes by the hour, goes on, or is said again; what begins or ends does so once where the thing is named in both."""
    if is_saying(left) or is_saying(right):
        return True
    shared = shared_heads(left, right)
    bounds = all(set(c.classes) & {"begin", "end"} for c in (left, right)) and bool(shared)
    is_one = bounds or _share_both_parts(left, right)
    return not is_one and (is_fluctuating(left) or is_fluctuating(right))


def _share_both_parts(left: Claim, right: Claim) -> bool:
    """One named doer and one thing that it was done to: she gave the sample."""
    doers, things = (
        [{s.entity or kin(s.head) for s in c.all(part)} for c in (left, right)] for part in ("agent", "patient")
    )
    named = {e for e in doers[0] & doers[1] if ":" in e}
    return bool(named and things[0] & things[1]) and left.predicate == right.predicate


def is_saying(claim: Claim) -> bool:
    """One and the same thing is said on several days."""
    return claim.kind == "report" or bool(set(claim.classes[:1]) & words("speech", "acts"))


def _is_edition(member: Member, value: TimeValue) -> bool:
    """ "The 2007 ceremony": the year is a part of the name, and what is told of it may lie in another."""
    return (
        value.granularity == "year"
        and member.slot is not None
        and member.slot.prep is None
        and member.slot.text.isdigit()
    )


def _of_named_event(left: Member, right: Member) -> bool:
    """The Harbour Awards in 2017 and in 2024: what bears a name of its own mostly comes round again."""
    named = [{s.entity for s in m.claim.slots if s.entity and s.entity.startswith("event:")} for m in (left, right)]
    return bool(named[0] & named[1])


A_MONTH = timedelta(days=31)


def _is_other_edition(left: Member, a: TimeValue, right: Member, b: TimeValue) -> bool:
    return (
        _is_edition(left, a) or _is_edition(right, b) or (days_apart(a, b) > _A_SEASON and _of_named_event(left, right))
    )


def _is_another_plan(left: Member, a: TimeValue, right: Member, b: TimeValue) -> bool:
    planned = [m.claim.stance.certainty == "planned" for m in (left, right)]
    return planned[0] != planned[1] and days_apart(a, b) > _PLAN_DAYS


def _is_elsewhere(left: Member, a: TimeValue, right: Member, b: TimeValue) -> bool:
    other = is_another_time(left.claim, right.claim) or name_others(left.claim, right.claim, ("city:",))
    return other and days_apart(a, b) > 1


def _is_other_period(left: Member, a: TimeValue, right: Member, b: TimeValue) -> bool:
    return (a.granularity in _PERIODS) != (b.granularity in _PERIODS)


def _is_other_deed(left: Member, a: TimeValue, right: Member, b: TimeValue) -> bool:
    if happened_once(left.claim, right.claim):
        return not (is_same_deed(left.claim, right.claim, FAR_WORDS) or _befell_alike(left.claim, right.claim))
    far = days_apart(a, b) > _FAR_DAYS and own_overlap(left.claim, right.claim) < FAR_WORDS
    return far or not is_same_deed(left.claim, right.claim, NEAR_WORDS)


def _befell_alike(left: Claim, right: Claim) -> bool:
    """ "She was appointed in August 2012 for six years", "who was appointed in 2013": one verb, and no two posts, charges or terms."""
    as_what = [
        {
            kin(s.head)
            for s in c.slots
            if s.name in ("complement", "goal") or (s.name == "oblique" and s.prep in _AS_WHAT)
        }
        for c in (left, right)
    ]
    return left.predicate == right.predicate and not (as_what[0] and as_what[1] and not as_what[0] & as_what[1])


_AS_WHAT = frozenset({"as", "to", "of", "from", "with"})


def _is_of_the_past(left: Member, a: TimeValue, right: Member, b: TimeValue) -> bool:
    """A crush like that of an earlier year: one claim is of long before, and no name but that of a country or a town is in both."""
    if left.claim.background == right.claim.background or days_apart(a, b) < A_MONTH.days:
        return False
    return all(e.startswith(("country:", "city:")) for e in set(left.claim.entities) & set(right.claim.entities))


DOUBTS: tuple[tuple[str, Callable[[Member, TimeValue, Member, TimeValue], bool]], ...] = (
    ("claim.fluctuating", lambda left, _, right, __: happens_often(left.claim, right.claim)),
    ("claim.other-deed", _is_other_edition),
    ("claim.hypothetical", lambda left, _, right, __: other_mood(left.claim, right.claim)),
    ("claim.other-deed", _is_another_plan),
    ("claim.other-deed", _is_of_the_past),
    ("claim.other-deed", _is_elsewhere),
    ("claim.other-deed", _is_other_period),
    ("claim.other-deed", _is_other_deed),
    ("claim.other-deed", lambda left, _, right, __: counts_others(left.claim, right.claim)),
    ("time.day-of-writing", is_day_of_writing),
)
