"""When did it happen? Two times of one event, by interval, granularity and zone."""

import re
from datetime import timedelta

from reconcile.compare.deeds import (
    happened_once,
    is_same_deed,
)
from reconcile.compare.occasions import room
from reconcile.compare.times_doubts import A_MONTH, DOUBTS, FAR_WORDS, NEAR_WORDS, happens_often, is_saying
from reconcile.lexicon.load import words
from reconcile.measure.times import clock, is_at_edge, moment, relation
from reconcile.model.comparisons import Member
from reconcile.model.reasons import Reason
from reconcile.model.times import TimeValue

Verdict = tuple[str, float, tuple[Reason, ...]]


_FITS = {"equal": "SAME", "refines": "COARSER", "coarser": "COARSER"}


def compare_times(left: Member, right: Member) -> Verdict:
    """CONFLICT only between anchored points that are stated as the time of the event; bounds and vague times are UNCLEAR."""
    a, b = _value(left), _value(right)
    if a is None or b is None:
        return "MISSING", 0.0, ()
    found = "equal" if _is_bare_clock(left, a, right, b) else relation(a, b)
    reason = Reason.of("time.relation", relation=found, left=a.timex, right=b.timex)
    if found in ("refines", "coarser") and _is_loose(a, b) and not is_same_deed(left.claim, right.claim, NEAR_WORDS):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-deed"), reason)
    loose = found in ("refines", "coarser", "overlaps")
    if loose and (
        _is_end(left) != _is_end(right)
        or _begin_apart(left, a, right, b)
        or is_saying(left.claim)
        or is_saying(right.claim)
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
        other = happens_often(left.claim, right.claim)
        return (
            (Reason.of("claim.other-deed"),) if other or not is_same_deed(left.claim, right.claim, NEAR_WORDS) else None
        )
    if is_at_edge(a, b):
        return ()
    if found == "disjoint" and not bound and a.type == b.type == "DATE":
        return _doubt_of_days(left, right)
    if _is_guessed_day(left, b) or _is_guessed_day(right, a):
        return (Reason.of("claim.other-day"),)
    if found == "incomparable" or bound or _is_wide(a) or _is_wide(b) or not (a.anchored and b.anchored):
        return ()
    code = next((code for code, holds in DOUBTS if holds(left, a, right, b)), None)
    return None if code is None else (Reason.of(code),)


def _doubt_of_days(left: Member, right: Member) -> tuple[Reason, ...] | None:
    """Thursday and Saturday of unknown weeks: of what happens once, they contradict each other all the same."""
    if happens_often(left.claim, right.claim):
        return (Reason.of("claim.fluctuating"),)
    one = happened_once(left.claim, right.claim)
    return None if one and is_same_deed(left.claim, right.claim, FAR_WORDS) else (Reason.of("claim.other-deed"),)


_MINUTES_APART = 10


def _is_bare_clock(left: Member, a: TimeValue, right: Member, b: TimeValue) -> bool:
    """Whether both tell the same time of day, and one at least no day: which day was meant is only guessed.

    "Six minutes later" is counted from a time whose day may be guessed too.
    """
    same = clock(a) is not None and clock(a) == clock(b) and a.zone == b.zone
    texts = [m.slot.text.lower() for m in (left, right) if m.slot is not None]
    if same and len(set(texts)) == 1 and texts[0].endswith((" later", " earlier")):
        return True
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


def _is_bound(member: Member) -> bool:
    """Whether a time is the end of a stretch, or all of it ("suspended overnight"); "just before noon" is one by itself."""
    if member.slot is None:
        return False
    if member.slot.text.lower() == "overnight" and set(member.claim.classes) & words("once", "lasting"):
        return True
    value = member.slot.value
    if not isinstance(value, TimeValue):
        return member.slot.prep in words("once", "edges")
    is_closed = value.start is not None and value.end is not None
    if is_closed and value.mod in ("BEFORE", "AFTER") and value.granularity in _CLOCKS:
        return False
    return member.slot.prep in words("once", "edges") or bool(value.mod)


def _is_end(member: Member) -> bool:
    """ "Until the summer": the time tells how long it lasts, not when it is."""
    return member.slot is not None and member.slot.prep in words("once", "ends")


def _begin_apart(left: Member, a: TimeValue, right: Member, b: TimeValue) -> bool:
    """ "Since 2005", and something in one of the years after."""
    since = [m.slot is not None and m.slot.prep == "since" for m in (left, right)]
    return since[0] != since[1] and (a.start is None or b.start is None or abs(a.start - b.start) > A_MONTH)


def _is_wide(value: TimeValue) -> bool:
    """Decades and centuries are told too loosely to be held against a date."""
    return value.granularity in ("decade", "century", "season", "")
