"""Stretches of the calendar as values: a day, a month, a week, a quarter... with their TIMEX3 names."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta

from attrs import frozen

SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
PART_HOURS = {"MO": (6, 12), "MI": (11, 14), "AF": (12, 18), "EV": (18, 22), "NI": (20, 30), "DT": (6, 18)}
UNIT_DAYS = {"second": 0, "minute": 0, "hour": 0, "day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 2, "month": 30, "quarter": 91, "year": 365, "decade": 3650, "century": 36500}  # fmt: skip


@frozen
class Stretch:
    """A half-open stretch of days or hours, its TIMEX3 value and its granularity."""

    timex: str
    start: datetime
    end: datetime
    granularity: str


def at_midnight(day: date) -> datetime:
    """The first moment of a day."""
    return datetime.combine(day, time())


def day_stretch(day: date) -> Stretch:
    """One day: 2023-07-25."""
    return Stretch(day.isoformat(), at_midnight(day), at_midnight(day + timedelta(1)), "day")


def week_stretch(day: date) -> Stretch:
    """The ISO week that holds ``day``, from Monday: 2023-W30."""
    year, week, weekday = day.isocalendar()
    monday = day - timedelta(weekday - 1)
    return Stretch(f"{year:04}-W{week:02}", at_midnight(monday), at_midnight(monday + timedelta(7)), "week")


def weekend_stretch(day: date) -> Stretch:
    """Saturday and Sunday of the ISO week that holds ``day``: 2023-W30-WE."""
    week = week_stretch(day)
    return Stretch(f"{week.timex}-WE", week.start + timedelta(5), week.end, "weekend")


def month_stretch(year: int, month: int) -> Stretch:
    """One month: 2023-07."""
    return Stretch(f"{year:04}-{month:02}", datetime(year, month, 1), _first_of_month(year, month + 1), "month")


def quarter_stretch(year: int, quarter: int) -> Stretch:
    """One quarter of the calendar year: 2023-Q3."""
    first = 3 * quarter - 2
    return Stretch(f"{year:04}-Q{quarter}", datetime(year, first, 1), _first_of_month(year, first + 3), "quarter")


def half_stretch(year: int, half: int) -> Stretch:
    """One half of a year: 2023-H1."""
    return Stretch(f"{year:04}-H{half}", datetime(year, 6 * half - 5, 1), _first_of_month(year, 6 * half + 1), "half")


def season_stretch(year: int, season: str) -> Stretch:
    """One season by whole months (June to August is summer); winter runs into the next year: 2023-SU."""
    first = SEASON_STARTS[season]
    return Stretch(f"{year:04}-{season}", datetime(year, first, 1), _first_of_month(year, first + 3), "season")


def year_stretch(year: int) -> Stretch:
    """One year: 2023."""
    return Stretch(f"{year:04}", datetime(year, 1, 1), _first_of_month(year, 13), "year")


def decade_stretch(decade: int) -> Stretch:
    """Ten years by their first three digits: 199."""
    return Stretch(f"{decade:03}", datetime(max(1, decade * 10), 1, 1), _first_of_month(decade * 10 + 10, 1), "decade")


def century_stretch(century: int) -> Stretch:
    """A hundred years by their first two digits, as written in TIMEX3 (1900 to 1999): 19."""
    return Stretch(
        f"{century:02}", datetime(max(1, century * 100), 1, 1), _first_of_month(century * 100 + 100, 1), "century"
    )


def _first_of_month(year: int, month: int) -> datetime:
    """The first of a month, a month past December being of the next year; the last moment there is when past the calendar."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return datetime(year, month, 1) if year <= MAXYEAR else datetime.max


def unit_stretch(unit: str, day: date) -> Stretch:
    """The unit of the calendar that holds ``day``."""
    if unit in ("week", "fortnight"):
        return week_stretch(day)
    if unit == "weekend":
        return weekend_stretch(day)
    if unit == "month":
        return month_stretch(day.year, day.month)
    if unit == "quarter":
        return quarter_stretch(day.year, (day.month + 2) // 3)
    if unit == "year":
        return year_stretch(day.year)
    if unit == "decade":
        return decade_stretch(day.year // 10)
    if unit == "century":
        return century_stretch(day.year // 100)
    return day_stretch(day)


def shifted(day: date, unit: str, count: float) -> date:
    """``day`` moved by ``count`` units; the last day of a month where the number is too high. Raises :class:`OverflowError` off the calendar."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}.get(unit)
    if months is None or count != int(count):
        days = count * UNIT_DAYS.get(unit, 365000)
        if abs(days) > 4_000_000:
            raise OverflowError("off the calendar")
        return day + timedelta(round(days))
    total = day.year * 12 + day.month - 1 + int(count) * months
    year, month = divmod(total, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError("off the calendar")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def moved(day: date, step: timedelta) -> date:
    """``day`` plus ``step``, stopped at the ends of the calendar."""
    try:
        return day + step
    except OverflowError:
        return date.max if step > timedelta(0) else date.min


def is_date(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
