"""Repetition: "every Monday", "each July", "daily", "twice a week", "Sundays"."""

from reconcile.extract.times_calendar import month_number, weekday_number
from reconcile.extract.times_durations import LETTERS, period, unit_of
from reconcile.extract.times_grammar import Read, Rule, form, rule
from reconcile.extract.times_numbers import values
from reconcile.model.times import TimeForm

_FREQUENCIES = {
    "hourly": "PT1H", "daily": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M", "quarterly": "P1Q", "annually": "P1Y", "annual": "P1Y",
}  # fmt: skip


def _frequency(read: Read) -> TimeForm | None:
    if read.tokens[read.first].text[0].isupper() and read.tag_after() == "NP0":
        return None
    return form("set", "SET", value=_FREQUENCIES[read.key("often")])


def _every_unit(read: Read) -> TimeForm | None:
    key = read.key("n")
    n = "2" if key == "other" else str(values().get(key, key)) if key else "1"
    return form("set", "SET", value=period(n, unit_of(read.key("unit"))))


def _every_day(read: Read) -> TimeForm | None:
    if read.has("month"):
        return form("set", "SET", value=f"XXXX-{int(month_number(read.key('month'))):02}")
    if read.has("season"):
        return form("set", "SET", value=f"XXXX-{_SEASONS[read.key('season')]}")
    if read.has("part"):
        return form("set", "SET", value=f"XXXX-XX-XXT{_PARTS[read.key('part')]}")
    return form("set", "SET", value=f"XXXX-WXX-{weekday_number(read.key('weekday'))}")


_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_PARTS = {"morning": "MO", "midday": "MI", "afternoon": "AF", "evening": "EV", "night": "NI"}


def _times_a_unit(read: Read) -> TimeForm | None:
    return form(
        "set",
        "SET",
        value=f"P1{LETTERS[unit_of(read.key('unit'))].lstrip('T')}"
        if unit_of(read.key("unit")) not in ("hour", "minute", "second")
        else period("1", unit_of(read.key("unit"))),
    )


RULES: tuple[Rule, ...] = (
    rule("sets.frequency", r"(?P<often> FREQUENCIE )", _frequency),
    rule(
        "sets.every-unit",
        r"(?: each | every | per | all ) (?P<n> NUMBER | other | few )? (?P<unit> UNIT )",
        _every_unit,
    ),
    rule(
        "sets.every-day",
        r"(?: each | every ) (?: (?P<weekday> WEEKDAY ) | (?P<month> MONTH ) | (?P<season> SEASON ) | (?P<part> PLAINDAY ) )",
        _every_day,
    ),
    rule("sets.weekdays", r"(?: on )? (?P<weekday> WEEKDAYS )".replace("(?: on )? ", ""), _every_day),
    rule(
        "sets.times-a-unit",
        r"(?: once | twice | (?: NUMBER | several | few ) time ) (?: a | per | each | every ) (?P<unit> UNIT )",
        _times_a_unit,
    ),
)
