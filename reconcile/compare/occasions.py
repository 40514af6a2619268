"""Two hours, or two days, of what happened once: the news that both reports begin with."""

import re

from reconcile.compare.deeds import are_other_holders, counts_others
from reconcile.lexicon.load import words
from reconcile.measure.times import CALENDAR, clock, days_apart, relation
from reconcile.model.comparisons import Member
from reconcile.model.reasons import Reason
from reconcile.model.times import TimeValue

Verdict = tuple[str, float, tuple[Reason, ...]]

# Minutes that a time of day leaves open: "about 9:20" and "at 9:30" may be one, "just before noon" and 11:40 as well.
_EXACT, _ROUGHLY = 5, 12
_ROOM = {"": _EXACT, "BEFORE": 40, "AFTER": 40}
# Hours further apart, and days, are of two events.
_HOURS_APART = 6
_HALF_A_DAY = 12 * 60
_DAYS_APART = 3
_DAYS = frozenset({"day", "daypart"})
_SURE = 0.85


def compare_occasions(left: Member, right: Member) -> Verdict:
    """CONFLICT where two times of one grain, near each other, leave no room for one another; else SAME or UNCLEAR."""
    a, b = _value(left), _value(right)
    if a is None or b is None:
        return "UNCLEAR", 0.5, ()
    reason = Reason.of("time.relation", relation=relation(a, b), left=a.timex, right=b.timex)
    if counts_others(left.claim, right.claim):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-deed"), reason)
    hours = clock(a), clock(b)
    if hours[0] is not None and hours[1] is not None:
        left_open = room(left, a) + room(right, b)
        return _of_hours(a, hours[0], b, hours[1], left_open), _SURE, (reason,)
    if {a.granularity, b.granularity} <= _DAYS and a.anchored and b.anchored and not a.mod and not b.mod:
        apart = days_apart(a, b)
        if is_day_of_writing(left, a, right, b):
            return "UNCLEAR", 0.5, (Reason.of("time.day-of-writing"), reason)
        return ("SAME" if apart < 0 else "CONFLICT" if apart < _DAYS_APART else "UNCLEAR"), _SURE, (reason,)
    return "UNCLEAR", 0.5, (reason,)


def is_day_of_writing(left: Member, a: TimeValue, right: Member, b: TimeValue) -> bool:
    """ "Today" beside "on Friday": the day on which a text was written is known to a day, so the one before or after it is no other."""
    told = [m.slot is not None and _WRITTEN.fullmatch(m.slot.text.lower()) is not None for m in (left, right)]
    return told[0] != told[1] and days_apart(a, b) <= 1


_WRITTEN = re.compile(
    r"(?:earlier |later |early |late )?(?:today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening)|last night)"
)


def compare_beginnings(left: Member, right: Member) -> Verdict:
    """CONFLICT where one thing came to be at two times that have nothing in common; of two things of one noun it is UNCLEAR."""
    a, b = _value(left), _value(right)
    if a is None or b is None or not {a.granularity, b.granularity} <= CALENDAR or not (a.anchored and b.anchored):
        return "UNCLEAR", 0.5, ()
    found = relation(a, b)
    reason = Reason.of("time.relation", relation=found, left=a.timex, right=b.timex)
    if a.mod or b.mod or left.claim.background != right.claim.background or are_other_holders(left.claim, right.claim):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-deed"), reason)
    if found in ("before", "after"):
        return "CONFLICT", _SURE, (reason,)
    return ("SAME" if found == "equal" else "UNCLEAR"), _SURE, (reason,)


def _value(member: Member) -> TimeValue | None:
    if member.slot is None or member.slot.prep in words("once", "bounds"):
        return None
    return member.slot.value if isinstance(member.slot.value, TimeValue) else None


def room(member: Member, value: TimeValue) -> int:
    """The minutes that an hour leaves open, by its own words or by those right before it: "at about 10:40"."""
    if value.mod is None and member.slot is not None:
        before = member.claim.text.partition(member.slot.text)[0].lower().split()[-1:]
        hedges = words("quantities_hedges", "about") | words("quantities_hedges", "nearly")
        if member.slot.prep in hedges or set(before) & hedges:
            return _ROUGHLY
    return _ROOM.get(value.mod or "", _ROUGHLY)


def _of_hours(a: TimeValue, one: tuple[int, int], b: TimeValue, other: tuple[int, int], room: int) -> str:
    apart = abs((one[0] - other[0]) * 60 + one[1] - other[1])
    if a.start is not None and b.start is not None and apart > _HALF_A_DAY:
        apart = int(abs(a.start - b.start).total_seconds()) // 60  # midnight, and four in the morning
    if apart == 0:
        return "SAME"
    one_day = a.zone == b.zone and (a.start is None or b.start is None or days_apart(a, b) <= 1)
    return "CONFLICT" if one_day and room <= apart <= _HOURS_APART * 60 else "UNCLEAR"
