"""Resolvers of months, quarters, years and the like, and of times told from another time."""

from datetime import MAXYEAR, date, timedelta

from reconcile.anchor.base import Base, chosen, is_ahead, year_of
from reconcile.anchor.calendar import (
    Stretch,
    century_stretch,
    day_stretch,
    decade_stretch,
    half_stretch,
    month_stretch,
    quarter_stretch,
    season_stretch,
    shifted,
    unit_stretch,
    week_stretch,
    year_stretch,
)
from reconcile.model.times import TimeForm


def month(form: TimeForm, base: Base) -> Stretch | None:
    """ "July", "last July", "July 2023"."""
    number, year = int(form.get("month")), year_of(form, base)
    if year is not None:
        return month_stretch(year, number)
    if base.day is None:
        return None
    now, offset = base.day, form.get("offset")
    if offset == "0":
        return month_stretch(now.year, number)
    behind = month_stretch(now.year - (number > now.month or (offset == "-1" and number == now.month)), number)
    ahead = month_stretch(now.year + (number < now.month or (offset == "1" and number == now.month)), number)
    if offset:
        return behind if offset == "-1" else ahead
    return chosen(form, behind, ahead, now)


def year(form: TimeForm, base: Base) -> Stretch | None:
    """ "1998"; years before Christ are off the calendar."""
    number = int(form.get("year"))
    return year_stretch(number) if form.get("era") != "bc" and 1 <= number <= MAXYEAR else None


def decade(form: TimeForm, base: Base) -> Stretch | None:
    """ "The 1990s"."""
    return decade_stretch(int(form.get("decade")))


def century(form: TimeForm, base: Base) -> Stretch | None:
    """ "The 20th century"."""
    return None if form.get("era") else century_stretch(int(form.get("century")))


def quarter(form: TimeForm, base: Base) -> Stretch | None:
    """ "The third quarter": reports are of the last one that has begun, plans of the nearest."""
    number, told = int(form.get("quarter")), year_of(form, base)
    if told is not None:
        return quarter_stretch(told, number)
    if base.day is None:
        return None
    now = (base.day.month + 2) // 3
    behind = quarter_stretch(base.day.year - (number > now), number)
    ahead = quarter_stretch(base.day.year + (number <= now), number)
    is_nearer = ahead.start.date() - base.day < base.day - behind.end.date()
    return ahead if is_ahead(form) and is_nearer else behind


def half(form: TimeForm, base: Base) -> Stretch | None:
    """ "The first half"."""
    number, told = int(form.get("half")), year_of(form, base)
    if told is None:
        if base.day is None:
            return None
        told = base.day.year - (number == 2 and base.day.month <= 6 and form.tense == "past")
    return half_stretch(told, number)


def season(form: TimeForm, base: Base) -> Stretch | None:
    """ "Last summer", "the winter of 2010"."""
    name, told, offset = form.get("season"), year_of(form, base), form.get("offset")
    if told is not None:
        return season_stretch(told, name)
    if base.day is None:
        return None
    this = season_stretch(base.day.year, name)
    has_begun, is_over = this.start.date() <= base.day, this.end.date() <= base.day
    if offset == "0":
        return this
    if offset == "-1" or (not offset and form.tense != "future"):
        return this if (is_over if offset else has_begun) else season_stretch(base.day.year - 1, name)
    return season_stretch(base.day.year + 1, name) if has_begun else this


def unit(form: TimeForm, base: Base) -> Stretch | None:
    """ "Last week", "this month", "the following year", "the quarter"."""
    day, name = _origin(form, base), form.get("unit")
    if day is None or (form.get("nth") == "1" and form.tense == "past"):
        return None  # "was caught on the first day" is told later
    if name == "quarter" and form.get("bare"):
        return _spoken_quarter(base, day)
    offset = int(form.get("offset") or 0)
    if name == "weekend":
        if form.get("nearest"):
            offset = 0 if form.tense == "future" or day.isoweekday() >= 6 else -1
        name = "week"
        return unit_stretch("weekend", shifted(day, name, offset))
    return unit_stretch(name, shifted(day, name, offset))


def _spoken_quarter(base: Base, day: date) -> Stretch:
    """The quarter last spoken of; without one the last that is over, since results are told of whole quarters."""
    if base.topic is not None and base.topic.start is not None:
        return unit_stretch("quarter", base.topic.start.date())
    return unit_stretch("quarter", shifted(day, "quarter", -1))


def _origin(form: TimeForm, base: Base) -> date | None:
    """The day that a form counts from: the last time told for "a day earlier", else the day of writing."""
    if form.get("context") and base.context is not None and base.context.start is not None:
        return base.context.start.date()
    return base.day


def shift(form: TimeForm, base: Base) -> Stretch | None:
    """ "Two days ago", "a week later", "the day before", "three weeks from tomorrow"."""
    day = _origin(form, base)
    if day is None or not form.get("n"):
        return None
    if form.get("base") in ("yesterday", "tomorrow") and base.day is not None:
        day = base.day + timedelta(-1 if form.get("base") == "yesterday" else 1)
    name, n, sign = form.get("unit"), float(form.get("n")), int(form.get("sign"))
    if name == "year" and n == 1 and sign < 0 and base.topic is not None:
        return year_ago(form, base)
    if name in ("second", "minute", "hour"):
        return _hours(form, base, n * sign)
    target = shifted(day, name, sign * n)
    if form.get("more"):
        words = form.get("more").split()
        for more, more_unit in zip(words[::2], words[1::2], strict=True):
            target, name = shifted(target, more_unit, sign * float(more)), more_unit
    return day_stretch(target) if form.get("base") or name in ("day", "night") else _counted_day(name, target)


def _counted_day(name: str, target: date) -> Stretch:
    """ "Two months ago": counted to a day, but meant only as closely as its unit, which the granularity and the value tell."""
    day, whole = day_stretch(target), unit_stretch(name, target)
    timex = day.timex if name in ("week", "fortnight") else whole.timex
    return Stretch(timex, day.start, day.end, whole.granularity)


def _hours(form: TimeForm, base: Base, count: float) -> Stretch | None:
    """ "Two hours earlier" than a known hour is an hour; than a day, that day."""
    context = base.context if form.get("context") else None
    if context is None or context.start is None or context.granularity not in ("hour", "minute"):
        day = _origin(form, base)
        return day_stretch(day) if day is not None else None
    seconds = {"second": 1, "minute": 60, "hour": 3600}[form.get("unit")]
    start = context.start + timedelta(seconds=count * seconds)
    return Stretch(f"{start:%Y-%m-%dT%H:%M}", start, start + timedelta(minutes=1), context.granularity)


def year_ago(form: TimeForm, base: Base) -> Stretch | None:
    """ "A year earlier", "the year-ago quarter", "the 1988 period": the quarter spoken of, a year before or in that year."""
    told = int(form.get("year")) if form.get("year") else None
    if base.topic is not None and base.topic.start is not None:
        start = base.topic.start
        return quarter_stretch(told or start.year - 1, (start.month + 2) // 3)
    if base.day is None:
        return year_stretch(told) if told else None
    return year_stretch(told or base.day.year - 1)


def year_end(form: TimeForm, base: Base) -> Stretch | None:
    """The last day of a year, month, week or quarter."""
    if base.day is None:
        return None
    name = form.get("unit")
    whole = unit_stretch(name, shifted(base.day, name, int(form.get("offset") or 0)))
    return day_stretch((whole.end - timedelta(1)).date())


def week_of(form: TimeForm, base: Base) -> Stretch | None:
    """ "The first week of May", "the last week of 2019": weeks by their Thursday, as in ISO 8601."""
    nth = int(form.get("week"))
    if form.get("month_offset") and base.day is not None:
        whole = unit_stretch("month", shifted(base.day, "month", int(form.get("month_offset"))))
    elif form.get("month"):
        found = month(TimeForm("DATE", "month", form.fields, None, form.tense), base)
        if found is None:
            return None
        whole = found
    else:
        told = year_of(form, base)
        if told is None:
            return None
        whole = year_stretch(told)
    first, last = whole.start.date(), (whole.end - timedelta(1)).date()
    if nth < 0:
        return week_stretch(last - timedelta((last.weekday() - 3) % 7) + timedelta(7 * (nth + 1)))
    return week_stretch(first + timedelta((3 - first.weekday()) % 7 + 7 * (nth - 1)))


def week_number(form: TimeForm, base: Base) -> Stretch | None:
    """ "Week 27 of last year"."""
    told = year_of(form, base) or (base.day.year if base.day is not None else None)
    return week_stretch(date.fromisocalendar(told, int(form.get("week")), 1)) if told else None
