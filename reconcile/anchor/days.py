"""Resolvers of single days."""

from datetime import date, timedelta

from reconcile.anchor.base import ONE_DAY, Base, chosen, is_ahead, nearest, year_of
from reconcile.anchor.calendar import Stretch, day_stretch, is_date, month_stretch, shifted, week_stretch
from reconcile.anchor.foreign import parsed
from reconcile.anchor.holidays import holiday
from reconcile.model.times import TimeForm


def day_of_month(form: TimeForm, base: Base) -> Stretch | None:
    """ "July 25": with its year, by its weekday, or on the side of the writing that the tense tells."""
    month, day, year = int(form.get("month")), int(form.get("day")), year_of(form, base)
    if year is not None:
        return day_stretch(date(year, month, day))
    if base.day is None:
        return None
    around = range(max(1, base.day.year - 8), min(9999, base.day.year + 8) + 1)
    here = [date(y, month, day) for y in around if is_date(y, month, day)]
    if form.get("weekday"):
        # Half a year at most: past that a wrong weekday is likelier than a date so far away.
        fitting = [d for d in here if d.isoweekday() == int(form.get("weekday")) and abs((d - base.day).days) < 183]
        if len(fitting) == 1:
            return day_stretch(fitting[0])
    if form.get("this"):
        return day_stretch(date(base.day.year, month, day))
    behind, ahead = max(d for d in here if d <= base.day), min(d for d in here if d >= base.day)
    if _is_just_ahead(form, ahead - base.day):
        return day_stretch(ahead)
    return chosen(form, day_stretch(behind), day_stretch(ahead), base.day)


def _is_just_ahead(form: TimeForm, wait: timedelta) -> bool:
    """A day of the next weeks is nearer than the one of a year before, which news would tell with its year.

    The past tense too may be of tomorrow, where the writing's own zone is behind; and of plans ("the date was set for Nov. 4").
    """
    return not form.get("over") and wait <= timedelta(14 if form.tense == "past" else 60)


def iso(form: TimeForm, base: Base) -> Stretch | None:
    """ "2023-07-25", "2023-07-25T10:30"."""
    text = form.get("text")
    year, month, day = (int(part) for part in text[:10].rstrip("T ").split("-"))
    whole = day_stretch(date(year, month, day))
    if ":" not in text:
        return whole
    hour, minute = int(text[11:13]), int(text[14:16])
    start = whole.start + timedelta(hours=hour, minutes=minute)
    return Stretch(f"{whole.timex}T{hour:02}:{minute:02}", start, start + timedelta(minutes=1), "minute")


def numeric(form: TimeForm, base: Base) -> Stretch | None:
    """ "25/7/2023": day and month in the order that fits; where both fit, the order of the report's other dates, then month first."""
    parts = form.get("text").replace(".", "/").replace("-", "/").replace("\u2044", "/").split("/")
    numbers = [int(part) for part in parts]
    if len(parts) == 2 and (len(parts[1]) == 4 or len(parts[0]) == 4):
        return month_stretch(max(numbers), min(numbers))
    if len(parts[0]) == 4:
        return day_stretch(date(numbers[0], numbers[1], numbers[2]))
    is_day_first = numbers[0] > 12 or (base.order == "DMY" and numbers[1] <= 12)
    month, day = (numbers[1], numbers[0]) if is_day_first else (numbers[0], numbers[1])
    fields = [
        ("month", str(month)),
        ("day", str(day)),
        ("weekday", form.get("weekday")),
        ("bound", form.get("bound")),
        ("this", form.get("this")),
    ]
    if len(parts) == 3:
        fields.append(
            ("year", str(numbers[2] if len(parts[2]) == 4 else numbers[2] + (1900 if numbers[2] >= 40 else 2000)))
        )
    return day_of_month(TimeForm(form.type, "date", tuple(f for f in fields if f[1]), form.mod, form.tense), base)


def weekday(form: TimeForm, base: Base) -> Stretch | None:
    """ "Friday": that day of the week on the side that the tense tells; the day of writing itself counts for both."""
    if base.day is None:
        return None
    wanted, day = int(form.get("weekday")), base.day
    monday = week_stretch(day).start.date()
    if form.get("week_offset"):
        return day_stretch(monday + timedelta(7 * int(form.get("week_offset")) + wanted - 1))
    if form.get("day"):
        return _numbered(int(form.get("day")), wanted, day)
    rel, back = form.get("rel"), (day.isoweekday() - wanted) % 7
    behind, ahead = day - timedelta(back), day + timedelta(-back % 7)
    if rel in ("next", "previous", "following"):
        return day_stretch(monday + timedelta(7 * (-1 if rel == "previous" else 1) + wanted - 1))
    if rel in ("last", "past"):
        return day_stretch(behind if back else day - timedelta(7))
    if rel == "coming":
        return day_stretch(ahead if back else day + timedelta(7))
    if rel == "this":
        return day_stretch(monday + timedelta(wanted - 1))
    return chosen(form, day_stretch(behind), day_stretch(ahead), base.day)


def _numbered(number: int, wanted: int, day: date) -> Stretch | None:
    """ "Monday the 21st": the nearest month in which that number falls on that weekday."""
    months = [shifted(day.replace(day=1), "month", k) for k in range(-12, 13)]
    days = [m.replace(day=number) for m in months if is_date(m.year, m.month, number)]
    fitting = [d for d in days if d.isoweekday() == wanted]
    return day_stretch(nearest(fitting, day)) if fitting else None


def month_day(form: TimeForm, base: Base) -> Stretch | None:
    """ "The 21st": of this month or the nearest that has one."""
    if base.day is None:
        return None
    number = int(form.get("day"))
    if form.get("month_offset"):
        month = shifted(base.day.replace(day=1), "month", int(form.get("month_offset")))
        return day_stretch(month.replace(day=number))
    months = [shifted(base.day.replace(day=1), "month", k) for k in range(-3, 4)]
    days = [m.replace(day=number) for m in months if is_date(m.year, m.month, number)]
    behind, ahead = max(d for d in days if d <= base.day), min(d for d in days if d >= base.day)
    if form.tense in ("past", "future"):
        return chosen(form, day_stretch(behind), day_stretch(ahead), base.day)
    return day_stretch(nearest((behind, ahead), base.day))


def deictic(form: TimeForm, base: Base) -> Stretch | None:
    """ "Today", "yesterday", "the day after tomorrow"."""
    return day_stretch(base.day + timedelta(int(form.get("offset")))) if base.day is not None else None


def named(form: TimeForm, base: Base) -> Stretch | None:
    """A holiday: of its year, or the last or next one; the nearest where no tense tells."""
    name, year, offset = form.get("name"), year_of(form, base), form.get("offset")
    if year is not None:
        return day_stretch(holiday(name, year))
    if base.day is None:
        return None
    days = [holiday(name, base.day.year + k) for k in (-1, 0, 1)]
    if offset == "0":
        return day_stretch(days[1])
    behind, ahead = (
        max(d for d in days if d <= base.day - ONE_DAY * (offset == "-1")),
        min(d for d in days if d >= base.day + ONE_DAY * (offset == "1")),
    )
    if offset:
        return day_stretch(behind if offset == "-1" else ahead)
    if form.tense == "past" or is_ahead(form):
        return chosen(form, day_stretch(behind), day_stretch(ahead), base.day)
    return day_stretch(nearest((behind, ahead), base.day))


def foreign(form: TimeForm, base: Base) -> Stretch | None:
    """ "14 juillet 2017"."""
    day = parsed(form.get("text"), form.get("languages").split())
    return day_stretch(day) if day is not None else None


def clock(form: TimeForm, base: Base) -> Stretch | None:
    """The day of a time of day told without one: the day last told, else the day of writing."""
    day = base.day
    if (
        base.context is not None
        and base.context.granularity in ("day", "hour", "minute", "daypart")
        and base.context.start is not None
        and not form.get("this")
    ):
        day = base.context.start.date()
    elif day is not None and form.get("overnight") and form.tense == "past":
        day -= timedelta(days=1)  # the night that was over when it was written
    return day_stretch(day + timedelta(int(form.get("offset") or 0))) if day is not None else None
