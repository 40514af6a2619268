"""Matches put together: a time of day with its date, the two ends of a range, and the preposition before a time."""

import re
from calendar import isleap
from collections.abc import Sequence

from attrs import evolve

from reconcile.extract.times_lexer import Lexeme
from reconcile.model.times import TimeForm

Found = tuple[int, int, TimeForm, str]
_DATED = frozenset({"date", "iso", "numeric", "weekday", "day", "monthday", "month", "unit", "holiday", "shift"})
_BOUNDS = {
    "since": "since", "until": "until", "before": "before", "after": "after", "by": "by", "from": "from", "through": "through",
    "starting": "since", "beginning": "since",
}  # fmt: skip


def combined(tokens: Sequence[Lexeme], found: Sequence[Found]) -> list[Found]:
    """The matches in order, with times of day joined to dates and ranges and bounds told in their fields."""
    joined = _with_dates(tokens, found)
    return _ranges(tokens, [_bounded(tokens, match) for match in joined])


def _with_dates(tokens: Sequence[Lexeme], found: Sequence[Found]) -> list[Found]:
    done: list[Found] = []
    for match in found:
        before = done[-1] if done else None
        merged = _merged(tokens, before, match) if before is not None else None
        if merged is not None:
            done[-1] = merged
        else:
            done.append(match)
    return [m for m in done if not m[2].get("loose")]


def _merged(tokens: Sequence[Lexeme], left: Found, right: Found) -> Found | None:
    gap = [t.key for t in tokens[left[1] : right[0]]]
    times = [m for m in (left, right) if m[2].form in ("clock", "part")]
    dates = [m for m in (left, right) if m[2].form in _DATED]
    if len(times) == 2:
        return _clock_and_part(gap, left, right)
    if len(times) != 1 or len(dates) != 1:
        return None
    clock, day = times[0], dates[0]
    if gap not in (
        [],
        [","],
        ["on"],
        ["of"],
        ["at"],
        [",", "at"],
        ["in", "the"],
        ["("],
        ["around"],
        ["about"],
        ["at", "about"],
        ["at", "around"],
        ["in"],
        [",", "on"],
    ):
        return None
    if day[2].form in ("month", "unit") and day[2].get("unit") != "day":
        return None
    if clock[2].get("this") and gap:
        return None
    if clock[2].form == "part" and clock is left and gap and gap != ["of"] and gap != ["on"]:
        return None
    fields = dict(day[2].fields) | {k: v for k, v in clock[2].fields if k not in ("loose", "offset", "this")}
    form = TimeForm("TIME", day[2].form, tuple(fields.items()), day[2].mod)
    return left[0], right[1], form, day[3]


def _clock_and_part(gap: list[str], left: Found, right: Found) -> Found | None:
    """ "5 in the morning", "10 tonight": the part of day decides the half."""
    if gap or left[2].form != "clock" or right[2].form != "part":
        return None
    hour, part = int(left[2].get("hour")), right[2].get("part")
    if part in ("AF", "EV", "NI") and hour < 12 and left[2].get("open"):
        hour += 12
    fields = (
        dict(left[2].fields) | {"hour": str(hour)} | {k: v for k, v in right[2].fields if k not in ("loose", "part")}
    )
    return left[0], right[1], TimeForm("TIME", "clock", tuple(fields.items())), left[3]


def _bounded(tokens: Sequence[Lexeme], match: Found) -> Found:
    before = tokens[match[0] - 1].key if match[0] else ""
    if before not in _BOUNDS or match[2].type not in ("DATE", "TIME"):
        return match
    return match[0], match[1], with_fields(match[2], bound=_BOUNDS[before]), match[3]


def with_fields(form: TimeForm, **more: str) -> TimeForm:
    """The form with further or changed fields."""
    return evolve(form, fields=tuple((dict(form.fields) | more).items()))


def _ranges(tokens: Sequence[Lexeme], found: list[Found]) -> list[Found]:
    done = list(found)
    for at in range(len(done) - 1):
        left, right = done[at], done[at + 1]
        gap = [t.key for t in tokens[left[1] : right[0]]]
        opener = tokens[left[0] - 1].key if left[0] else ""
        if left[2].type not in ("DATE", "TIME") or right[2].type not in ("DATE", "TIME") or left[2].form == "ref":
            continue
        linked = (
            (gap == ["-"])
            or (gap in (["to"], ["until"], ["through"]) and opener in ("from", ""))
            or (gap == ["to"])
            or (gap == ["through"])
            or (gap == ["and"] and opener == "between")
        )
        if linked:
            done[at] = (*left[:2], with_fields(left[2], range="start", bound=""), left[3])
            done[at + 1] = (*right[:2], with_fields(right[2], range="end", bound=""), right[3])
    return done


_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_possible(form: TimeForm) -> bool:
    """Whether some calendar year (the stated one, where there is one) has that day."""
    month, day, year = form.get("month"), form.get("day"), form.get("year")
    if form.form == "numeric":
        return _is_numeric_date(form.get("text"))
    if form.form == "iso":
        _, month, day = form.get("text")[:10].split("-")
        return 1 <= int(month) <= 12 and 1 <= int(day[:2]) <= _MONTH_DAYS[int(month) - 1]
    if form.form != "date" or not month or not day:
        return True
    limit = 28 if month == "2" and year and not isleap(int(year)) else _MONTH_DAYS[int(month) - 1]
    return 1 <= int(day) <= limit


def _is_numeric_date(text: str) -> bool:
    numbers = [int(n) for n in re.split(r"[/.\u2044-]", text)]
    if len(str(numbers[0])) == 4:
        numbers = numbers[1:]
    elif numbers[1] > 1000:
        return 1 <= numbers[0] <= 12
    low, high = sorted(numbers[:2])
    return 1 <= low <= 12 and high <= _MONTH_DAYS[low - 1]
