"""One time form on the calendar: a pure function of the form and of the base it is told from."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType

from attrs import evolve

from reconcile.anchor import days, stretches
from reconcile.anchor.base import Base
from reconcile.anchor.calendar import PART_HOURS, Stretch, day_stretch, shifted, unit_stretch
from reconcile.anchor.partial import partial_value
from reconcile.measure.lengths import period, seconds_of
from reconcile.model.times import TimeForm, TimeValue

Resolver = Callable[[TimeForm, Base], Stretch | None]

_RESOLVERS: Mapping[str, Resolver] = MappingProxyType({
    "date": days.day_of_month, "iso": days.iso, "numeric": days.numeric, "weekday": days.weekday, "monthday": days.month_day, "day": days.deictic,
    "holiday": days.named, "foreign": days.foreign, "clock": days.clock, "part": days.clock, "month": stretches.month, "year": stretches.year, "decade": stretches.decade,
    "century": stretches.century, "quarter": stretches.quarter, "half": stretches.half, "season": stretches.season, "unit": stretches.unit,
    "shift": stretches.shift, "yearago": stretches.year_ago, "yearend": stretches.year_end, "monthweek": stretches.week_of,
    "weeknumber": stretches.week_number,
})  # fmt: skip


def resolve(form: TimeForm, base: Base) -> TimeValue:
    """The value of a form; unanchored ("XXXX-07-25", no interval) where the base does not tell enough."""
    if form.type == "SET":
        return TimeValue("SET", form.get("value"))
    if form.form == "ref":
        return TimeValue("DATE", form.get("value"), mod=form.mod)
    if form.type == "DURATION" or form.form == "ahead":
        return _length(form, base)
    try:
        stretch = _counted(form, _RESOLVERS[form.form](form, base))
        if stretch is not None:
            return _value(form, base, _within_day(form, _with_phase(form, base, stretch)))
    except (OverflowError, ValueError):
        pass  # off the calendar: the form says so by its X
    return TimeValue(form.type, partial_value(form), mod=form.mod)


def _value(form: TimeForm, base: Base, stretch: Stretch) -> TimeValue:
    start, end = _bounds(form, stretch)
    zone = form.get("zone")
    return TimeValue(
        form.type, stretch.timex, start, end, stretch.granularity, _mod(form), zone=int(zone) if zone not in ("", "local") else None, anchored=True,
        assumptions=_assumptions(form, base),
    )  # fmt: skip


_BOUND_MODS = {
    "before": "BEFORE",
    "after": "AFTER",
    "since": "ON_OR_AFTER",
    "until": "ON_OR_BEFORE",
    "by": "ON_OR_BEFORE",
}
# "More than two years ago" is before that time, "less than" after it; ahead of the writing it is the other way round.
_COUNTED_MODS = {
    ("MORE_THAN", "-1"): "BEFORE",
    ("LESS_THAN", "-1"): "AFTER",
    ("MORE_THAN", "1"): "AFTER",
    ("LESS_THAN", "1"): "BEFORE",
}


def _mod(form: TimeForm) -> str | None:
    """The TIMEX3 modifier: of the words before a counted time, of the phase (early, late), else of the preposition."""
    if form.form == "shift" and form.mod is not None:
        return _COUNTED_MODS.get((form.mod, form.get("sign")), form.mod)
    return form.mod or _BOUND_MODS.get(form.get("bound"))


def _assumptions(form: TimeForm, base: Base) -> tuple[str, ...]:
    if form.get("year") or form.form in ("iso", "decade", "century"):
        return ()
    codes = ["anchor.writing"] if base.day is not None else []
    if form.form in ("date", "month", "weekday", "monthday", "quarter", "season", "holiday") and not form.get("offset"):
        codes.append(f"tense.{form.tense or 'none'}")
    if form.get("context") and base.context is not None:
        codes.append("anchor.context")
    return tuple(codes)


# Lengths ---------------------------------------------------------------------------------------------------------------


def _length(form: TimeForm, base: Base) -> TimeValue:
    n, unit = form.get("n"), form.get("unit")
    if (
        form.form == "ahead"
        and form.mod not in ("LESS_THAN", "EQUAL_OR_LESS")
        and n
        and base.day is not None
        and (form.tense == "future" or form.get("sure"))
        and unit not in ("second", "minute", "hour")
    ):
        return resolve(TimeForm("DATE", "shift", (("n", n), ("unit", unit), ("sign", "1")), form.mod, form.tense), base)
    extra = form.get("more").split() if form.get("more") else []
    value = TimeValue("DURATION", period(n, unit, *extra), mod=form.mod, seconds=seconds_of(n, unit, *extra))
    sign = form.get("sign") if form.form == "span" else "1" if form.get("limit") and form.tense != "past" else ""
    if base.day is None or not n or sign not in ("1", "-1"):
        return value
    try:
        low, high = _span(float(n), unit, int(sign), base.day, bool(form.get("business")))
    except (OverflowError, ValueError):
        return value
    if form.get("limit"):
        low, high = base.day, max(shifted(base.day, unit, float(n)), base.day + timedelta(1))
    return evolve(
        value, start=day_stretch(low).start, end=day_stretch(high).start, anchored=True, assumptions=("anchor.writing",)
    )


def _span(n: float, unit: str, sign: int, day: date, is_business: bool) -> tuple[date, date]:
    """The days of "the past three years", "the next five days": up to the writing, or from the day after it."""
    if unit in ("quarter", "decade", "century"):
        here = unit_stretch(unit, day)
        first = here.end.date() if sign > 0 else here.start.date()
    else:
        first = day + timedelta(1) if sign > 0 else day
    last = _business_day(first, int(n) * sign) if is_business and unit == "day" else shifted(first, unit, sign * n)
    return min(first, last), max(first, last)


def _business_day(first: date, count: int) -> date:
    step = timedelta(1 if count > 0 else -1)
    day, left = first, abs(count)
    while left > 0:
        before = day if count > 0 else day + step
        left -= before.weekday() < 5
        day += step
    return day


# Refinements -----------------------------------------------------------------------------------------------------------


def _counted(form: TimeForm, stretch: Stretch | None) -> Stretch | None:
    """ "Two weeks before Christmas": a day counted from the resolved one."""
    if stretch is not None and form.get("inweek"):
        return day_stretch(
            (unit_stretch("week", stretch.start.date()).start + timedelta(int(form.get("inweek")) - 1)).date()
        )
    if stretch is not None and form.get("weekof"):
        return unit_stretch("week", stretch.start.date())
    if stretch is None or not form.get("count"):
        return stretch
    return day_stretch(
        shifted(stretch.start.date(), form.get("count_unit"), int(form.get("count_sign")) * float(form.get("count")))
    )


def _within_day(form: TimeForm, stretch: Stretch) -> Stretch:
    """The hour, minute or part of day within a day."""
    if stretch.granularity != "day":
        return stretch
    if form.get("hour"):
        hour, minute = int(form.get("hour")), int(form.get("minute") or 0)
        start = stretch.start + timedelta(hours=hour, minutes=minute)
        return Stretch(
            f"{stretch.timex}T{hour:02}:{minute:02}", start, start + timedelta(minutes=1), form.get("grain") or "hour"
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


_MONTH_PHASES = {
    "early": (0, 15),
    "beginning": (0, 15),
    "earlier": (0, 15),
    "mid": (9, 20),
    "late": (15, 31),
    "later": (15, 31),
    "end": (15, 31),
}


def _with_phase(form: TimeForm, base: Base, stretch: Stretch) -> Stretch:
    """Early, late and mid narrow the interval, not the TIMEX3 value; "earlier this month" ends with the day of writing."""
    phase = form.get("phase")
    if not phase or stretch.granularity == "day":  # "earlier in the day" says no hour
        return stretch
    now = day_stretch(base.day).start if base.day is not None else None
    if phase == "earlier" and now is not None and stretch.start < now < stretch.end:
        return evolve(stretch, end=now)
    if phase == "later" and now is not None and stretch.start <= now < stretch.end:
        return evolve(stretch, start=now)
    if stretch.granularity == "month":
        low, high = _MONTH_PHASES[phase]
        return evolve(
            stretch, start=stretch.start + timedelta(low), end=min(stretch.end, stretch.start + timedelta(high))
        )
    whole = stretch.end - stretch.start
    if stretch.granularity == "year":
        return _year_third(phase, stretch)
    part = timedelta(days=round(whole / timedelta(1) * (0.25 if phase == "mid" else 0.5)))
    if phase in ("early", "beginning", "earlier"):
        return evolve(stretch, end=stretch.start + part)
    if phase in ("late", "end", "later"):
        return evolve(stretch, start=stretch.end - part)
    return evolve(stretch, start=stretch.start + part, end=stretch.end - part)


def _year_third(phase: str, stretch: Stretch) -> Stretch:
    """Early is January to April, mid May to August, late September to December."""
    may, september = stretch.start.replace(month=5), stretch.start.replace(month=9)
    low, high = {
        "mid": (may, september),
        "late": (september, stretch.end),
        "later": (september, stretch.end),
        "end": (september, stretch.end),
    }.get(phase, (stretch.start, may))
    return evolve(stretch, start=low, end=high)


def _bounds(form: TimeForm, stretch: Stretch) -> tuple[datetime | None, datetime | None]:
    """The interval that the preposition leaves open: "since Monday" has no end, "until Friday" no start."""
    bound = form.get("bound")
    if bound == "since" or (form.mod in ("MORE_THAN", "EQUAL_OR_MORE") and form.get("sign") == "1"):
        return stretch.start, None
    if form.get("close"):  # for how many minutes "just before" and "past" an hour may be meant
        near = timedelta(minutes=int(form.get("close")))
        return (stretch.start - near, stretch.start) if bound == "before" else (stretch.end, stretch.end + near)
    if bound == "after":
        return stretch.end, None
    if bound == "before" or (form.mod in ("MORE_THAN", "EQUAL_OR_MORE") and form.get("sign") == "-1"):
        return None, stretch.start
    if bound in ("until", "by"):
        return None, stretch.end
    return stretch.start, stretch.end
