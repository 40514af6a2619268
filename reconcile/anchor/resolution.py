"""One time form on the calendar: a pure function of the form and of the base it is told from."""

from collections.abc import Callable, Mapping
from datetime import MAXYEAR, date, datetime, timedelta
from types import MappingProxyType

from attrs import evolve, frozen

from reconcile.anchor.calendar import (
    PART_HOURS,
    Stretch,
    century_stretch,
    day_stretch,
    decade_stretch,
    half_stretch,
    is_date,
    month_stretch,
    quarter_stretch,
    season_stretch,
    shifted,
    unit_stretch,
    week_stretch,
    year_stretch,
)
from reconcile.anchor.lengths import period, seconds_of
from reconcile.model.times import TimeForm, TimeValue


@frozen
class Base:
    """What a form is resolved from: the ``day`` of writing (None unknown), the last time told (``context``), the date order."""

    day: date | None = None
    context: TimeValue | None = None
    order: str = "auto"


Resolver = Callable[[TimeForm, Base], Stretch | None]


def resolve(form: TimeForm, base: Base) -> TimeValue:
    """The value of a form; unanchored ("XXXX-07-25", no interval) where the base does not tell enough."""
    if form.type == "SET":
        return TimeValue("SET", form.get("value"))
    if form.form == "ref":
        return TimeValue("DATE", form.get("value"), mod=form.mod)
    if form.type == "DURATION" or form.form == "ahead":
        return _length(form, base)
    try:
        stretch = _RESOLVERS[form.form](form, base)
    except (OverflowError, ValueError):
        stretch = None
    if stretch is None:
        return _unanchored(form)
    stretch = _with_clock(form, _with_phase(form, base, stretch))
    start, end = _bounds(form, stretch)
    zone = form.get("zone")
    return TimeValue(
        form.type, stretch.timex, start, end, stretch.granularity, form.mod, zone=int(zone) if zone not in ("", "local") else None,
        anchored=True, assumptions=_assumptions(form, base),
    )  # fmt: skip


def _assumptions(form: TimeForm, base: Base) -> tuple[str, ...]:
    if form.get("year") or form.form == "iso":
        return ()
    codes = []
    if base.day is not None and form.form not in ("decade", "century"):
        codes.append("anchor.writing")
    if form.form in ("date", "month", "weekday", "monthday", "quarter", "season") and not form.get("offset"):
        codes.append(f"tense.{form.tense or 'none'}")
    return tuple(codes)


# --- lengths -----------------------------------------------------------------------------------------------------------


def _length(form: TimeForm, base: Base) -> TimeValue:
    n, unit = form.get("n"), form.get("unit")
    if form.form == "ahead" and n and base.day is not None and form.tense != "past":
        return resolve(TimeForm("DATE", "shift", (("n", n), ("unit", unit), ("sign", "1")), form.mod, form.tense), base)
    extra = form.get("more").split() if form.get("more") else []
    value = TimeValue("DURATION", period(n, unit, *extra), mod=form.mod, seconds=seconds_of(n, unit, *extra))
    if form.form != "span" or base.day is None or not n or form.get("sign") not in ("1", "-1"):
        return value
    try:
        return evolve(value, **_span(float(n), unit, int(form.get("sign")), base.day, bool(form.get("business"))))
    except (OverflowError, ValueError):
        return value


def _span(n: float, unit: str, sign: int, day: date, business: bool) -> Mapping[str, object]:
    first = day_stretch(day + timedelta(1)).start.date() if sign > 0 else day
    last = _business_day(first, int(n)) if business and unit == "day" else shifted(first, unit, sign * n)
    low, high = sorted((first, last))
    return {
        "start": day_stretch(low).start,
        "end": day_stretch(high).start,
        "granularity": "",
        "anchored": True,
        "assumptions": ("anchor.writing",),
    }


def _business_day(first: date, count: int) -> date:
    day = first
    while count > 0 and day < date.max - timedelta(3):
        count -= day.weekday() < 5
        day += timedelta(1)
    return day


# --- the calendar ------------------------------------------------------------------------------------------------------


def _direction(form: TimeForm, behind: Stretch, ahead: Stretch, base: Base) -> Stretch:
    """Of the last and the next of its kind, the one that tense and cue point to; behind when nothing does."""
    bound = form.get("bound")
    if form.tense == "future" or (bound in ("by", "until") and form.tense != "past"):
        return ahead
    return behind


def _year(form: TimeForm, base: Base) -> int | None:
    if form.get("year"):
        return int(form.get("year"))
    if form.get("year_offset") and base.day is not None:
        return base.day.year + int(form.get("year_offset"))
    return None


def _date(form: TimeForm, base: Base) -> Stretch | None:
    month, day, year = int(form.get("month")), int(form.get("day")), _year(form, base)
    if year is not None:
        return day_stretch(date(year, month, day))
    if base.day is None:
        return None
    here = [date(y, month, day) for y in range(base.day.year - 8, base.day.year + 9) if is_date(y, month, day)]
    weekday = form.get("weekday")
    if weekday:
        near = [d for d in here if d.isoweekday() == int(weekday) and abs(d.year - base.day.year) <= 1]
        if len(near) == 1:
            return day_stretch(near[0])
    behind = max(d for d in here if d <= base.day)
    ahead = min(d for d in here if d >= base.day)
    return _direction(form, day_stretch(behind), day_stretch(ahead), base)


def _iso(form: TimeForm, base: Base) -> Stretch | None:
    text = form.get("text")
    day = day_stretch(
        date(*(int(part) for part in text[:10].rstrip("T ").split("-")[:3]))
        if len(text.split("-")[2][:2].rstrip("T "))
        else date.min
    )
    if ":" not in text:
        return day
    hour, minute = int(text[11:13]), int(text[14:16])
    start = day.start + timedelta(hours=hour, minutes=minute)
    return Stretch(f"{day.timex}T{hour:02}:{minute:02}", start, start + timedelta(minutes=1), "minute")


def _numeric(form: TimeForm, base: Base) -> Stretch | None:
    """Day and month in the order that fits; where both fit, the order of the report's other dates, then month first."""
    parts = form.get("text").replace(".", "/").replace("-", "/").replace("\u2044", "/").split("/")
    numbers = [int(part) for part in parts]
    if len(parts[0]) == 4:
        return day_stretch(date(numbers[0], numbers[1], numbers[2]))
    if len(parts) == 2 and len(parts[1]) == 4:
        return month_stretch(numbers[1], numbers[0])
    year = _full_year(numbers[2], parts[2]) if len(parts) == 3 else None
    month, day = (
        (numbers[1], numbers[0])
        if numbers[0] > 12 or (base.order == "DMY" and numbers[1] <= 12)
        else (numbers[0], numbers[1])
    )
    fields = (
        ("month", str(month)),
        ("day", str(day)),
        *((("year", str(year)),) if year else ()),
        ("weekday", form.get("weekday")),
    )
    return _date(TimeForm(form.type, "date", tuple(f for f in fields if f[1]), form.mod, form.tense), base)


def _full_year(number: int, written: str) -> int:
    return number if len(written) == 4 else number + (1900 if number >= 50 else 2000)


def _month(form: TimeForm, base: Base) -> Stretch | None:
    month, year = int(form.get("month")), _year(form, base)
    if year is not None:
        return month_stretch(year, month)
    if base.day is None:
        return None
    now, offset = base.day, form.get("offset")
    if offset == "0":
        return month_stretch(now.year, month)
    behind = month_stretch(now.year - (month > now.month or (offset == "-1" and month == now.month)), month)
    ahead = month_stretch(now.year + (month < now.month or (offset == "1" and month == now.month)), month)
    if offset:
        return behind if offset == "-1" else ahead
    return _direction(form, behind, ahead, base)


def _weekday(form: TimeForm, base: Base) -> Stretch | None:
    wanted = int(form.get("weekday"))
    if base.day is None:
        return None
    day, offset = base.day, form.get("offset")
    if form.get("week_offset"):
        return day_stretch(week_stretch(day).start.date() + timedelta(7 * int(form.get("week_offset")) + wanted - 1))
    if form.get("day"):
        return _numbered_weekday(int(form.get("day")), wanted, day)
    if form.get("rel") in ("next", "previous"):
        return day_stretch(week_stretch(day).start.date() + timedelta(7 * int(offset) + wanted - 1))
    if offset == "0":
        return day_stretch(week_stretch(day).start.date() + timedelta(wanted - 1))
    back = (day.isoweekday() - wanted) % 7
    behind, ahead = day - timedelta(back), day + timedelta((-back) % 7)
    if offset == "-1":
        return day_stretch(behind if back else day - timedelta(7))
    if offset == "1":
        return day_stretch(ahead if back else day + timedelta(7))
    return _direction(form, day_stretch(behind), day_stretch(ahead), base)


def _numbered_weekday(number: int, wanted: int, day: date) -> Stretch | None:
    """ "Monday the 21st": the nearest month in which that number falls on that weekday."""
    months = [shifted(day.replace(day=1), "month", k) for k in range(-12, 13)]
    fitting = [
        m.replace(day=number)
        for m in months
        if is_date(m.year, m.month, number) and m.replace(day=number).isoweekday() == wanted
    ]
    return day_stretch(min(fitting, key=lambda d: (abs((d - day).days), d))) if fitting else None


def _month_day(form: TimeForm, base: Base) -> Stretch | None:
    if base.day is None:
        return None
    number = int(form.get("day"))
    months = [shifted(base.day.replace(day=1), "month", k) for k in range(-3, 4)]
    days = [m.replace(day=number) for m in months if is_date(m.year, m.month, number)]
    behind, ahead = max(d for d in days if d <= base.day), min(d for d in days if d >= base.day)
    return day_stretch(
        behind
        if form.tense == "past"
        else ahead
        if form.tense == "future"
        else min((behind, ahead), key=lambda d: abs((d - base.day).days))
    )


def _year_form(form: TimeForm, base: Base) -> Stretch | None:
    year = int(form.get("year"))
    return year_stretch(year) if form.get("era") != "bc" and 1 <= year <= MAXYEAR else None


def _quarter(form: TimeForm, base: Base) -> Stretch | None:
    quarter, year = int(form.get("quarter")), _year(form, base)
    if year is not None:
        return quarter_stretch(year, quarter)
    if base.day is None:
        return None
    now = (base.day.month + 2) // 3
    behind, ahead = (
        quarter_stretch(base.day.year - (quarter > now), quarter),
        quarter_stretch(base.day.year + (quarter < now), quarter),
    )
    return _direction(form, behind, ahead, base)


def _half(form: TimeForm, base: Base) -> Stretch | None:
    half, year = int(form.get("half")), _year(form, base)
    if year is None and base.day is None:
        return None
    if year is None and base.day is not None:
        year = base.day.year - (half == 2 and base.day.month <= 6 and form.tense == "past")
    return half_stretch(year or 0, half)


def _season(form: TimeForm, base: Base) -> Stretch | None:
    season, year, offset = form.get("season"), _year(form, base), form.get("offset")
    if year is not None:
        return season_stretch(year, season)
    if base.day is None:
        return None
    this = season_stretch(base.day.year, season)
    begun, over = this.start.date() <= base.day, this.end.date() <= base.day
    if offset == "0":
        return this
    if offset == "-1" or (not offset and form.tense != "future"):
        return this if (over if offset else begun) else season_stretch(base.day.year - 1, season)
    return this if not begun else season_stretch(base.day.year + 1, season)


def _unit(form: TimeForm, base: Base) -> Stretch | None:
    day = _from(form, base)
    if day is None:
        return None
    unit, offset = form.get("unit"), int(form.get("offset") or 0)
    if form.get("nearest") and unit == "weekend":
        offset = 0 if form.tense == "future" or day.isoweekday() >= 6 else -1
    if unit == "quarter" and form.get("latest") and day.month % 3 != 0:
        offset = -1
    return unit_stretch(unit, shifted(day, "week" if unit == "weekend" else unit, offset))


def _from(form: TimeForm, base: Base) -> date | None:
    """The day that a form counts from: the last time told for "a day earlier", else the day of writing."""
    if form.get("context") and base.context is not None and base.context.start is not None:
        return base.context.start.date()
    return base.day


def _shift(form: TimeForm, base: Base) -> Stretch | None:
    day = _from(form, base)
    if day is None or not form.get("n"):
        return None
    if form.get("base") in ("yesterday", "tomorrow"):
        day += timedelta(-1 if form.get("base") == "yesterday" else 1)
    unit, n, sign = form.get("unit"), float(form.get("n")), int(form.get("sign"))
    target = shifted(day, unit, sign * n)
    if (
        unit == "year"
        and form.get("sign") == "-1"
        and base.context is not None
        and base.context.granularity == "quarter"
    ):
        quarter = base.context.timex
        return (
            quarter_stretch(int(quarter[:4]) - int(n), int(quarter[-1]))
            if quarter[-1].isdigit()
            else year_stretch(target.year)
        )
    if unit in ("month", "quarter", "year", "decade", "century"):
        return unit_stretch(unit, target)
    return day_stretch(target)


def _year_ago(form: TimeForm, base: Base) -> Stretch | None:
    context = base.context
    if context is not None and context.granularity == "quarter" and context.timex[-1].isdigit():
        return quarter_stretch(int(context.timex[:4]) - 1, int(context.timex[-1]))
    if base.day is None:
        return None
    return year_stretch(base.day.year - 1)


def _year_end(form: TimeForm, base: Base) -> Stretch | None:
    if base.day is None:
        return None
    unit = form.get("unit")
    whole = unit_stretch(unit, shifted(base.day, unit, int(form.get("offset") or 0)))
    return day_stretch((whole.end - timedelta(1)).date())


def _month_week(form: TimeForm, base: Base) -> Stretch | None:
    year, week = _year(form, base), int(form.get("week"))
    if not form.get("month"):
        return (
            week_stretch(date(year, 1, 4) + timedelta(7 * (week - 1)))
            if year and week > 0
            else week_stretch(date(year, 12, 28))
            if year
            else None
        )
    month = _month(TimeForm("DATE", "month", form.fields, None, form.tense), base)
    if month is None:
        return None
    first = month.start.date()
    return (
        week_stretch((month.end - timedelta(4)).date())
        if week < 0
        else week_stretch(first + timedelta((3 - first.weekday()) % 7 + 7 * (week - 1)))
    )


def _week_number(form: TimeForm, base: Base) -> Stretch | None:
    year = int(form.get("year")) if form.get("year") else base.day.year if base.day else None
    return week_stretch(date.fromisocalendar(year, int(form.get("week")), 1)) if year else None


def _clock(form: TimeForm, base: Base) -> Stretch | None:
    """A time of day without a date: of the day last told, else of the day of writing."""
    if (
        base.context is not None
        and base.context.granularity in ("day", "hour", "minute", "daypart")
        and base.context.start is not None
    ):
        return day_stretch(base.context.start.date() + timedelta(int(form.get("offset") or 0)))
    if base.day is None:
        return None
    return day_stretch(base.day + timedelta(int(form.get("offset") or 0)))


def _day(form: TimeForm, base: Base) -> Stretch | None:
    return day_stretch(base.day + timedelta(int(form.get("offset")))) if base.day is not None else None


_RESOLVERS: Mapping[str, Resolver] = MappingProxyType({
    "date": _date, "iso": _iso, "numeric": _numeric, "month": _month, "weekday": _weekday, "monthday": _month_day, "year": _year_form,
    "decade": lambda form, base: decade_stretch(int(form.get("decade"))), "quarter": _quarter, "half": _half, "season": _season,
    "century": lambda form, base: century_stretch(int(form.get("century"))) if not form.get("era") else None,
    "unit": _unit, "shift": _shift, "yearago": _year_ago, "yearend": _year_end, "monthweek": _month_week, "weeknumber": _week_number,
    "clock": _clock, "part": _clock, "day": _day,
})  # fmt: skip


# --- refinements -------------------------------------------------------------------------------------------------------


def _with_clock(form: TimeForm, stretch: Stretch) -> Stretch:
    """The hour, minute or part of day within a day."""
    if stretch.granularity != "day":
        return stretch
    if form.get("hour"):
        hour, minute = int(form.get("hour")), int(form.get("minute") or 0)
        start = stretch.start + timedelta(hours=hour, minutes=minute)
        name = f"T{hour:02}:{minute:02}"
        grain = form.get("grain") or "hour"
        return Stretch(
            stretch.timex + name, start, start + timedelta(minutes=1), "minute" if grain == "minute" else "hour"
        )
    if form.get("part"):
        low, high = PART_HOURS[form.get("part")]
        return Stretch(
            f"{stretch.timex}T{form.get('part')}",
            stretch.start + timedelta(hours=low),
            stretch.start + timedelta(hours=high),
            "daypart",
        )
    return stretch


def _with_phase(form: TimeForm, base: Base, stretch: Stretch) -> Stretch:
    """Early, late and mid narrow the interval, not the TIMEX3 value; "earlier this month" ends with the day of writing."""
    phase = form.get("phase")
    if not phase:
        return stretch
    now = day_stretch(base.day).start if base.day is not None else None
    if phase == "earlier" and now is not None and stretch.start < now < stretch.end:
        return evolve(stretch, end=now + timedelta(1))
    if phase == "later" and now is not None and stretch.start <= now < stretch.end:
        return evolve(stretch, start=now)
    if stretch.granularity == "month":
        day = {
            "early": (0, 15),
            "beginning": (0, 15),
            "earlier": (0, 15),
            "mid": (9, 20),
            "late": (15, 31),
            "later": (15, 31),
            "end": (15, 31),
        }[phase]
        return evolve(
            stretch, start=stretch.start + timedelta(day[0]), end=min(stretch.end, stretch.start + timedelta(day[1]))
        )
    third = (stretch.end - stretch.start) / 2 if phase != "mid" else (stretch.end - stretch.start) / 4
    whole_days = timedelta(days=round(third / timedelta(1)))
    if phase in ("early", "beginning", "earlier"):
        return evolve(stretch, end=stretch.start + whole_days)
    if phase in ("late", "end", "later"):
        return evolve(stretch, start=stretch.end - whole_days)
    return evolve(stretch, start=stretch.start + whole_days, end=stretch.end - whole_days)


def _bounds(form: TimeForm, stretch: Stretch) -> tuple[datetime | None, datetime | None]:
    """The interval that the preposition leaves open: "since Monday" has no end, "until Friday" no start."""
    bound = form.get("bound")
    if bound in ("since", "from"):
        return stretch.start, None
    if bound == "after":
        return stretch.end, None
    if bound == "before":
        return None, stretch.start
    if bound in ("until", "by", "through"):
        return None, stretch.end
    return stretch.start, stretch.end


def _unanchored(form: TimeForm) -> TimeValue:
    """What the form tells by itself, X for the rest: XXXX-07-25, XXXX-WXX-2, TXX."""
    timex = _PARTIAL.get(form.form, lambda _: "XXXX-XX-XX")(form)
    if form.get("part") and form.form not in ("part",):
        timex += f"T{form.get('part')}"
    elif form.get("hour") and form.form != "clock":
        timex += f"T{int(form.get('hour')):02}:{int(form.get('minute') or 0):02}"
    return TimeValue(form.type, timex, mod=form.mod)


_PARTIAL: Mapping[str, Callable[[TimeForm], str]] = MappingProxyType({
    "date": lambda f: f"{f.get('year', 'XXXX')}-{int(f.get('month')):02}-{int(f.get('day')):02}",
    "month": lambda f: f"{f.get('year', 'XXXX')}-{int(f.get('month')):02}",
    "weekday": lambda f: f"XXXX-WXX-{f.get('weekday')}",
    "monthday": lambda f: f"XXXX-XX-{int(f.get('day')):02}",
    "year": lambda f: f"BC{f.get('year')}" if f.get("era") == "bc" else f.get("year"),
    "century": lambda f: f"BC{f.get('century')}",
    "quarter": lambda f: f"{f.get('year', 'XXXX')}-Q{f.get('quarter')}",
    "half": lambda f: f"{f.get('year', 'XXXX')}-H{f.get('half')}",
    "season": lambda f: f"{f.get('year', 'XXXX')}-{f.get('season')}",
    "unit": lambda f: {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX", "year": "XXXX"}.get(f.get("unit"), "XXXX-XX-XX"),
    "yearago": lambda f: "XXXX",
    "shift": lambda f: ("PAST_REF" if f.get("sign") == "-1" else "FUTURE_REF") if not f.get("n") else "XXXX-XX-XX",
    "clock": lambda f: f"T{int(f.get('hour')):02}:{int(f.get('minute') or 0):02}",
    "part": lambda f: f"T{f.get('part')}",
    "iso": lambda f: f.get("text")[:10],
    "numeric": lambda f: "XXXX-XX-XX",
})  # fmt: skip
