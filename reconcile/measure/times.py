"""How two times stand to each other, by what each allows."""

import re
from datetime import date, datetime, timedelta

from reconcile.model.times import TimeValue

RELATIONS = ("equal", "refines", "coarser", "overlaps", "before", "after", "disjoint", "incomparable")
CONVERSE = {
    "equal": "equal", "refines": "coarser", "coarser": "refines", "overlaps": "overlaps", "before": "after", "after": "before",
    "disjoint": "disjoint", "incomparable": "incomparable",
}  # fmt: skip
_APPROXIMATE_SHARE = 0.1

# Granularities of what is found on a calendar, and not on a clock.
CALENDAR = frozenset({"day", "month", "season", "quarter", "year", "decade", "century"})


def relation(left: TimeValue, right: TimeValue) -> str:
    """One of :data:`RELATIONS`, read from left to right: "refines" when left lies inside right, "before" when it ends first.

    Durations compare by the lengths they allow (:func:`length_bounds`): "refines", "disjoint"... "incomparable" when a side is
    not on the calendar, when a length meets a date, or when times of day of different or unknown zones meet.
    """
    if (left.type == "DURATION") != (right.type == "DURATION"):
        return "incomparable"
    if left.type == "DURATION" and not (left.anchored and right.anchored):
        return _lengths(left, right)
    if "SET" in (left.type, right.type):
        return "equal" if left.timex == right.timex and left.type == right.type else "incomparable"
    if not (left.anchored and right.anchored):
        return _unanchored(left, right)
    if _has_clock(left) and _has_clock(right):
        if left.zone is not None and right.zone is not None:
            return _intervals(in_utc(left), in_utc(right))
        if left.zone != right.zone:
            return "incomparable"
    return _intervals(allowed(left), allowed(right))


def _unanchored(left: TimeValue, right: TimeValue) -> str:
    """Two times off the calendar are equal when they are told alike; "XXXX-07-25" and "XXXX-07-26", two weekdays exclude each other."""
    if left.timex == right.timex and not left.timex.endswith("_REF"):
        return "equal"
    full = (left.timex, right.timex)
    if all(len(t) == 10 and t.startswith("XXXX-") and t[5:].replace("-", "").isdigit() for t in full):
        return "disjoint"
    return "disjoint" if all(t[:-1] == "XXXX-WXX-" and t[-1:].isdigit() for t in full) else "incomparable"


_HALF_UNITS = {"week": 3, "month": 15, "quarter": 45, "year": 182, "decade": 1826}


def allowed(value: TimeValue) -> tuple[datetime | None, datetime | None]:
    """The interval that a value allows: half a unit more on both sides of a day that is told in larger units ("two months ago")."""
    if (
        value.start is None
        or value.end is None
        or value.end - value.start != timedelta(1)
        or value.granularity not in _HALF_UNITS
    ):
        return value.start, value.end
    slack = timedelta(_HALF_UNITS[value.granularity])
    low = value.start - slack if value.start > datetime.min + slack else datetime.min
    return low, value.end + slack if value.end < datetime.max - slack else datetime.max


def _has_clock(value: TimeValue) -> bool:
    return value.granularity in ("hour", "minute", "daypart")


def in_utc(value: TimeValue) -> tuple[datetime | None, datetime | None]:
    """The interval in UTC, of a value whose zone is known; as it stands where it is not."""
    shift = timedelta(minutes=value.zone or 0)
    return (value.start - shift if value.start else None, value.end - shift if value.end else None)


def _intervals(left: tuple[datetime | None, datetime | None], right: tuple[datetime | None, datetime | None]) -> str:
    low_left, high_left = left[0] or datetime.min, left[1] or datetime.max
    low_right, high_right = right[0] or datetime.min, right[1] or datetime.max
    if (low_left, high_left) == (low_right, high_right):
        return "equal"
    if low_right <= low_left and high_left <= high_right:
        return "refines"
    if low_left <= low_right and high_right <= high_left:
        return "coarser"
    if high_left <= low_right:
        return "before"
    if high_right <= low_left:
        return "after"
    return "overlaps"


def _lengths(left: TimeValue, right: TimeValue) -> str:
    if left.seconds is None or right.seconds is None:
        return "equal" if left.timex == right.timex else "incomparable"
    low_left, high_left = length_bounds(left)
    low_right, high_right = length_bounds(right)
    if (low_left, high_left) == (low_right, high_right):
        return "equal"
    if low_right <= low_left and high_left <= high_right:
        return "refines"
    if low_left <= low_right and high_right <= high_left:
        return "coarser"
    if high_left < low_right or high_right < low_left:
        return "disjoint"
    return "overlaps"


def length_bounds(value: TimeValue) -> tuple[float, float]:
    """The shortest and the longest length in seconds that a duration allows; a tenth on both sides where it is approximate."""
    seconds = value.seconds or 0.0
    slack = seconds * _APPROXIMATE_SHARE
    if value.mod == "APPROX":
        return seconds - slack, seconds + slack
    if value.mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        return seconds, float("inf")
    if value.mod == "EQUAL_OR_LESS":
        return 0.0, seconds
    if value.mod == "LESS_THAN":
        return seconds - 3 * slack, seconds
    return seconds, seconds


def width(value: object) -> timedelta:
    """How much a time leaves open; the greatest length where an end is open or unknown, and for what is no time."""
    if not isinstance(value, TimeValue) or value.start is None or value.end is None:
        return timedelta.max
    return value.end - value.start


def is_weekday(day: date, weekday: int) -> bool:
    """Whether ``day`` falls on ``weekday`` (1 Monday to 7 Sunday)."""
    return day.isoweekday() == weekday


def days_apart(a: TimeValue, b: TimeValue) -> float:
    """Whole days between the nearest ends of two times, negative where they overlap; infinite where one is open."""
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return float("inf")
    return max((b.start - a.end).days, (a.start - b.end).days)


def is_at_edge(a: TimeValue, b: TimeValue) -> bool:
    """ "At dawn on Sunday", "at 5:30 on Sunday": where the parts of a day begin and end nobody knows to the hour."""
    if (a.granularity == "daypart") == (b.granularity == "daypart") or not (a.start and a.end and b.start and b.end):
        return False
    return max(a.start - b.end, b.start - a.end) <= _EDGE and bool({a.granularity, b.granularity} & {"minute", "hour"})


_EDGE = timedelta(hours=2)


def clock(value: TimeValue) -> tuple[int, int] | None:
    """Hour and minute of a time of day, None for anything else."""
    found = _CLOCK.search(value.timex)
    return (int(found["hour"]), int(found["minute"])) if found is not None else None


def moment(value: object, text: str) -> str | None:
    """A time of day ("10:31", with the zone that is told), a calendar day ("03-14"), a month or year that is named as such, else None.

    The day of a bare time of day is left out, since it is only guessed; so is the year of a day.
    """
    if not isinstance(value, TimeValue):
        return None
    told = clock(value)
    if told is not None and value.granularity == "minute":
        return f"{told[0]:02}:{told[1]:02} {value.zone or ''}".strip()
    if _A_DAY.fullmatch(value.timex):
        return value.timex[5:10] if int(value.timex[8:10]) in map(int, _NUMBER.findall(text)) else None
    is_named = value.granularity in ("month", "year") and value.timex[:4] in text
    return value.timex if value.type == "DATE" and is_named and value.mod is None else None  # "May 2017", "1961"


_CLOCK = re.compile(r"T(?P<hour>\d\d):(?P<minute>\d\d)$")
_A_DAY = re.compile(r"[\dX]{4}-\d\d-\d\d")
_NUMBER = re.compile(r"(?<!\d)[0-9]{1,2}(?!\d)")
