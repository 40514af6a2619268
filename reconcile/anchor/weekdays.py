"""Dates that do not fall on the weekday that the text gives them."""

from reconcile.anchor.calendar import is_date
from reconcile.model.marks import Mark
from reconcile.model.readings import Anchored, Reading

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def mismatches(reading: Reading, anchored: Anchored) -> tuple[Mark, ...]:
    """A mark for every date told with another weekday than the calendar's ("Monday, 25 July 2023" was a Tuesday)."""
    marks = []
    for form, time in zip(reading.times, anchored.times, strict=True):
        weekday, start = form.value.get("weekday"), time.value.start
        if (
            form.value.form not in ("date", "numeric")
            or not weekday
            or start is None
            or time.value.granularity not in ("day", "hour", "minute", "daypart")
        ):
            continue
        if not is_date(start.year, start.month, start.day) or start.isoweekday() == int(weekday):
            continue
        right = NAMES[start.isoweekday() - 1]
        params = (("date", start.date().isoformat()), ("told", NAMES[int(weekday) - 1]), ("weekday", right))
        marks.append(Mark("weekday_mismatch", form.span, form.text, "weekdays.mismatch", None, 0.8, params))
    return tuple(marks)
