"""Repetition: "every Monday", "each July", "daily", "twice a week", "Sundays"."""

from reconcile.extract.times_calendar import SEASONS
from reconcile.extract.times_clock import PARTS
from reconcile.extract.times_days import month_number, number, weekday_number
from reconcile.extract.times_durations import unit_of
from reconcile.extract.times_grammar import Read, Rule, form, rule
from reconcile.measure.lengths import period
from reconcile.model.times import TimeForm

_FREQUENCIES = {
    "hourly": "PT1H",
    "daily": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "annually": "P1Y",
}


def _frequency(read: Read) -> TimeForm | None:
    """ "Daily", unless it stands in a name ("the Daily Telegraph", "the weekly Charlie Hebdo")."""
    is_capital = read.tokens[read.first].text[0].isupper()
    followed = read.last < len(read.tokens) and read.tokens[read.last].text[0].isupper()
    if followed and (is_capital or read.tag_after() == "NP0"):
        return None
    return form("set", "SET", value=_FREQUENCIES[read.key("often")])


def _every_unit(read: Read) -> TimeForm | None:
    key = read.key("n")
    # "60 miles per hour" is a speed, which quantities read.
    if read.tokens[read.first].key == "per" and unit_of(read.key("unit")) in ("second", "minute", "hour"):
        return None
    n = "2" if key == "other" else "" if key == "few" else number(read, "n") if key else "1"
    return form("set", "SET", value=period(n, unit_of(read.key("unit"))))


def _every_named(read: Read) -> TimeForm | None:
    if read.has("month"):
        return form("set", "SET", value=f"XXXX-{int(month_number(read.key('month'))):02}")
    if read.has("season"):
        return form("set", "SET", value=f"XXXX-{SEASONS[read.key('season')]}")
    if read.has("part"):
        return form("set", "SET", value=f"XXXX-XX-XXT{PARTS[read.key('part')]}")
    return form("set", "SET", value=f"XXXX-WXX-{weekday_number(read.key('weekday'))}")


def _times_a_unit(read: Read) -> TimeForm | None:
    return form("set", "SET", value=period("1", unit_of(read.key("unit"))))


RULES: tuple[Rule, ...] = (
    rule("sets.frequency", r"(?P<often> FREQUENCIE )", _frequency),
    rule("sets.every-unit", r"(?: each | every | per ) (?P<n> NUMBER | other | few )? (?P<unit> UNIT )", _every_unit),
    rule(
        "sets.every-named",
        r"(?: each | every ) (?: (?P<weekday> WEEKDAY ) | (?P<month> MONTH ) | (?P<season> SEASON ) | (?P<part> PLAINDAY ) )",
        _every_named,
    ),
    rule("sets.weekdays", r"(?P<weekday> WEEKDAYS )", _every_named),
    rule(
        "sets.times-a-unit",
        r"(?: once | twice | (?: NUMBER | several | few ) time ) (?: a | per | each | every ) (?P<unit> UNIT )",
        _times_a_unit,
    ),
)
