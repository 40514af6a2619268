"""Dates that do not fall on the weekday that the text gives them."""

from datetime import date

from reconcile.measure.times import is_weekday
from reconcile.model.marks import Mark
from reconcile.model.readings import Anchored, Reading

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def mismatches(reading: Reading, anchored: Anchored) -> tuple[Mark, ...]:
    """A mark for every date told with another weekday than the calendar's ("Monday, 25 July 2023" was a Tuesday)."""
    marks = []
    for form, time in zip(reading.times, anchored.times, strict=True):
        weekday, day = form.value.get("weekday"), _day(time.value.timex)
        if form.value.form not in ("date", "numeric") or form.value.get("count") or not weekday or day is None:
            continue
        if not time.value.anchored or is_weekday(day, int(weekday)):
            continue
        right, told = NAMES[day.isoweekday() - 1], NAMES[int(weekday) - 1]
        params = (("date", day.isoformat()), ("told", told), ("weekday", right))
        marks.append(Mark("weekday_mismatch", form.span, form.text, "weekdays.mismatch", None, 0.8, params))
    return tuple(marks)


def _day(timex: str) -> date | None:
    """The day of a TIMEX3 value, None where the window of writing leaves it open ("2023-XX-25")."""
    try:
        return date.fromisoformat(timex[:10])
    except ValueError:
        return None
