"""The date of a named day in a year."""

from calendar import monthrange
from datetime import date, timedelta

from reconcile.lexicon.load import table


def holiday(name: str, year: int) -> date:
    """The day of lexicon entry ``name`` in ``year``. Raises :class:`ValueError` off the calendar."""
    entry = table("times_holidays")[name]
    if "day" in entry:
        month, day = str(entry["day"]).split("-")
        return date(year, int(month), int(day))
    if "nth" in entry:
        month, weekday, nth = str(entry["nth"]).split("-", 2)
        return _nth_weekday(year, int(month), int(weekday), int(nth))
    if "after" in entry:
        other, days = str(entry["after"]).split("+")
        return holiday(other, year) + timedelta(int(days))
    return easter(year) + timedelta(int(str(entry["easter"])))


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Western Easter Sunday. Source: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)
