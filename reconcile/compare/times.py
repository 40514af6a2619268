"""When did it happen? Two times of one event, by interval, granularity and zone."""

import re
from collections.abc import Callable
from datetime import timedelta

from reconcile.compare.deeds import (
    happened_once,
    is_another_time,
    is_fluctuating,
    is_same_deed,
    other_mood,
    own_overlap,
    shared_heads,
)
from reconcile.compare.occasions import room
from reconcile.lexicon.load import words
from reconcile.measure.arguments import name_others
from reconcile.measure.kin import kin
from reconcile.measure.times import clock, days_apart, is_at_edge, moment, relation
from reconcile.model.claims import Claim
from reconcile.model.comparisons import Member
from reconcile.model.reasons import Reason
from reconcile.model.times import TimeValue

Verdict = tuple[str, float, tuple[Reason, ...]]

# Dates that lie far apart mostly belong to two events of one kind: then nearly all words must be shared.
_FAR_DAYS = 3
_FAR_WORDS = 0.6
_NEAR_WORDS = 0.4
# A plan that lies further off than this from what was done is a plan to do it again.
_PLAN_DAYS = 60
_A_SEASON = 250
_FITS = {"equal": "SAME", "refines": "COARSER", "coarser": "COARSER"}
_BOUNDS = frozenset({"since", "until", "till", "by", "before", "after", "from", "to", "through", "for", "over", "than"})


def compare_times(left: Member, right: Member) -> Verdict:
    """CONFLICT only between anchored points that are stated as the time of the event; bounds and vague times are UNCLEAR."""
    a, b = _value(left), _value(right)
    if a is None or b is None:
        return "MISSING", 0.0, ()
    found = "equal" if _is_bare_clock(left, a, right, b) else relation(a, b)
    reason = Reason.of("time.relation", relation=found, left=a.timex, right=b.timex)
    if found in ("refines", "coarser") and _is_loose(a, b) and not is_same_deed(left.claim, right.claim, _NEAR_WORDS):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-deed"), reason)
    loose = found in ("refines", "coarser", "overlaps")
    if loose and (
        _is_end(left) != _is_end(right)
        or _begin_apart(left, a, right, b)
        or _is_saying(left.claim)
        or _is_saying(right.claim)
    ):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-deed"), reason)
    if found in _FITS:
        return (*_fit(a, b, found), (reason,))
    if found == "overlaps" or _clocks_agree(left, a, right, b):
        return "APPROXIMATE", 0.7, (reason,)
    doubt = _doubt(left, a, right, b, found)
    return ("CONFLICT", 1.0, (reason,)) if doubt is None else ("UNCLEAR", 0.5, (*doubt, reason))


def compare_moments(left: Member, right: Member) -> Verdict:
    """SAME where both tell one time of day or one calendar day; whatever else is told says nothing here."""
    told = [moment(m.slot.value, m.slot.text) if m.slot is not None else None for m in (left, right)]
    if told[0] is None or told[0] != told[1]:
        return "UNCLEAR", 0.5, ()
    return "SAME", 1.0, (Reason.of("time.same-moment", moment=told[0]),)


def _doubt(left: Member, a: TimeValue, right: Member, b: TimeValue, found: str) -> tuple[Reason, ...] | None:
    """Why two times that exclude each other need not contradict; None where they do."""
    bound = _is_bound(left) or _is_bound(right)
    if found == "incomparable" and not bound and _clocks_differ(a, b):
        other = _happens_often(left.claim, right.claim)
        return (
            (Reason.of("claim.other-deed"),)
            if other or not is_same_deed(left.claim, right.claim, _NEAR_WORDS)
            else None
        )
    if is_at_edge(a, b):
        return ()
    if found == "disjoint" and not bound and a.type == b.type == "DATE":
        return _doubt_of_days(left, right)
    if _is_guessed_day(left, b) or _is_guessed_day(right, a):
        return (Reason.of("claim.other-day"),)
    if found == "incomparable" or bound or _is_wide(a) or _is_wide(b) or not (a.anchored and b.anchored):
        return ()
    code = next((code for code, holds in _DOUBTS if holds(left, a, right, b)), None)
    return None if code is None else (Reason.of(code),)


# Halves and quarters are of a year, of a match, of a firm's own year.
_PERIODS = frozenset({"half", "quarter"})


def _doubt_of_days(left: Member, right: Member) -> tuple[Reason, ...] | None:
    """Thursday and Saturday of unknown weeks: of what happens once, they contradict each other all the same."""
    if _happens_often(left.claim, right.claim):
        return (Reason.of("claim.fluctuating"),)
    one = happened_once(left.claim, right.claim)
    return None if one and is_same_deed(left.claim, right.claim, _FAR_WORDS) else (Reason.of("claim.other-deed"),)


_MINUTES_APART = 10


def _is_bare_clock(left: Member, a: TimeValue, right: Member, b: TimeValue) -> bool:
    """Whether both tell the same time of day, and one at least no day: which day was meant is only guessed."""
    same = clock(a) is not None and clock(a) == clock(b) and a.zone == b.zone
    return same and any(m.slot is not None and _BARE.fullmatch(m.slot.text.lower()) for m in (left, right))


def _is_guessed_day(clocked: Member, other: TimeValue) -> bool:
    """A bare "8 p.m." or "the night" beside "Friday evening": the day that it was put on is a guess."""
    value = _value(clocked)
    if value is None or clocked.slot is None or other.granularity in _CLOCKS:
        return False
    told = clocked.slot.text.lower()
    if value.granularity == "daypart":
        return _BARE_PART.fullmatch(told) is not None
    return clock(value) is not None and _BARE.fullmatch(told) is not None


_BARE_PART = re.compile(r"(?:the )?(?:morning|afternoon|evening|night)")
_BARE = re.compile(
    r"(?:(?:at|about|around|just|shortly|before|after) ){0,3}\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?(?: local time)?"
)


def _clocks_differ(a: TimeValue, b: TimeValue) -> bool:
    """Two times of day, of which one or both lack their day: of one and the same deed they contradict all the same."""
    one, other = clock(a), clock(b)
    if one is None or other is None or a.zone != b.zone:
        return False
    return abs((one[0] - other[0]) * 60 + one[1] - other[1]) >= _MINUTES_APART


def _clocks_agree(left: Member, a: TimeValue, right: Member, b: TimeValue) -> bool:
    """ "About 10 a.m.", "shortly after 10": minutes apart on one day, and more of them where one is told roughly."""
    if a.granularity not in _CLOCKS or b.granularity not in _CLOCKS or not (a.anchored and b.anchored):
        return False
    if a.start is None or a.end is None or b.start is None or b.end is None or a.zone != b.zone:
        return False
    return max(a.start - b.end, b.start - a.end) < timedelta(minutes=room(left, a) + room(right, b))


def _happens_often(left: Claim, right: Claim) -> bool:
    """Whether it changes by the hour, goes on, or is said again; what begins or ends does so once where the thing is named in both."""
    if _is_saying(left) or _is_saying(right):
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


def _is_saying(claim: Claim) -> bool:
    """One and the same thing is said on several days."""
    return claim.kind == "report" or bool(set(claim.classes[:1]) & words("speech", "acts"))


def _is_loose(a: TimeValue, b: TimeValue) -> bool:
    """A day of a year, an hour of a day: much else happens in it, so that the deed itself must be the same."""
    yearly = (a.granularity in _YEARS) != (b.granularity in _YEARS) and bool({a.granularity, b.granularity} & _DAYS)
    return yearly or (a.granularity in _CLOCKS) != (b.granularity in _CLOCKS)


_CLOCKS = frozenset({"minute", "hour"})
_YEARS = frozenset({"year", "decade", "century"})
_DAYS = frozenset({"minute", "hour", "daypart", "day", "weekend", "week"})


def _fit(a: TimeValue, b: TimeValue, found: str) -> tuple[str, float]:
    """ "About 36 hours" fits 36 hours approximately."""
    hedged = a.type == "DURATION" and a.mod != b.mod and "APPROX" in (a.mod, b.mod)
    return ("APPROXIMATE", 0.8) if hedged else (_FITS[found], 1.0)


def _value(member: Member) -> TimeValue | None:
    """The time of a slot; an age ("a five-year-old boy") is a length, but not of what happened."""
    if member.slot is None or member.slot.text.lower().endswith("old"):
        return None
    return member.slot.value if isinstance(member.slot.value, TimeValue) else None


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


def _is_bound(member: Member) -> bool:
    """Whether a time is the end of a stretch; "just before noon" is one by itself."""
    if member.slot is None:
        return False
    value = member.slot.value
    if not isinstance(value, TimeValue):
        return member.slot.prep in _BOUNDS
    is_closed = value.start is not None and value.end is not None
    if is_closed and value.mod in ("BEFORE", "AFTER") and value.granularity in _CLOCKS:
        return False
    return member.slot.prep in _BOUNDS or bool(value.mod)


def _is_end(member: Member) -> bool:
    """ "Until the summer": the time tells how long it lasts, not when it is."""
    return member.slot is not None and member.slot.prep in words("once", "ends")


def _begin_apart(left: Member, a: TimeValue, right: Member, b: TimeValue) -> bool:
    """ "Since 2005", and something in one of the years after."""
    since = [m.slot is not None and m.slot.prep == "since" for m in (left, right)]
    return since[0] != since[1] and (a.start is None or b.start is None or abs(a.start - b.start) > _A_MONTH)


_A_MONTH = timedelta(days=31)


def _is_wide(value: TimeValue) -> bool:
    """Decades and centuries are told too loosely to be held against a date."""
    return value.granularity in ("decade", "century", "season", "")


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
        return not (is_same_deed(left.claim, right.claim, _FAR_WORDS) or _befell_alike(left.claim, right.claim))
    far = days_apart(a, b) > _FAR_DAYS and own_overlap(left.claim, right.claim) < _FAR_WORDS
    return far or not is_same_deed(left.claim, right.claim, _NEAR_WORDS)


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
    if left.claim.background == right.claim.background or days_apart(a, b) < _A_MONTH.days:
        return False
    return all(e.startswith(("country:", "city:")) for e in set(left.claim.entities) & set(right.claim.entities))


_DOUBTS: tuple[tuple[str, Callable[[Member, TimeValue, Member, TimeValue], bool]], ...] = (
    ("claim.fluctuating", lambda left, _, right, __: _happens_often(left.claim, right.claim)),
    ("claim.other-deed", _is_other_edition),
    ("claim.hypothetical", lambda left, _, right, __: other_mood(left.claim, right.claim)),
    ("claim.other-deed", _is_another_plan),
    ("claim.other-deed", _is_of_the_past),
    ("claim.other-deed", _is_elsewhere),
    ("claim.other-deed", _is_other_period),
    ("claim.other-deed", _is_other_deed),
)
