"""Which dates the calendar has at all."""

import re
from calendar import isleap

from reconcile.model.times import TimeForm

_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_possible(form: TimeForm) -> bool:
    """Whether some calendar year (the stated one, where there is one) has that day."""
    if form.form == "numeric":
        return _is_numeric_date(form.get("text"))
    month, day, year = form.get("month"), form.get("day"), form.get("year")
    if form.form == "iso":
        year, month, day = form.get("text")[:10].rstrip("T ").split("-")
    elif form.form != "date":
        return True
    return 1 <= int(month) <= 12 and 1 <= int(day) <= _days(int(month), int(year) if year else 0)


def _days(month: int, year: int) -> int:
    return 28 if month == 2 and year and not isleap(year) else _MONTH_DAYS[month - 1]


def _is_numeric_date(text: str) -> bool:
    numbers = [int(n) for n in re.split(r"[/.\u2044-]", text)]
    year = next((n for n in numbers if n > 999), 0)
    parts = [n for n in numbers if n <= 999]
    if len(parts) == 1:
        return 1 <= parts[0] <= 12
    low, high = sorted(parts[:2])
    return 1 <= low <= 12 and high <= (_days(low, year) if high > 12 else 31)
