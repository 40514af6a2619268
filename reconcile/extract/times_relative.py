"""Times told from the writing or from another time: last week, two days ago, the day before, at year-end."""

from reconcile.extract.times_calendar import PHASES
from reconcile.extract.times_clock import PARTS
from reconcile.extract.times_days import OFFSETS, number, year_of
from reconcile.extract.times_durations import QUANTITY, count_of, mod_of, unit_of
from reconcile.extract.times_grammar import Read, Rule, form, rule
from reconcile.extract.times_numbers import values
from reconcile.model.times import TimeForm

_CLOCK_UNITS = frozenset({"second", "minute", "hour", "night", "millennium"})
_FROM_CONTEXT = frozenset({"same", "that", "following", "previous", "prior"})
_OF_SOMETHING = frozenset("of 's when before after to in - that ago later earlier".split())
_CLAUSE_ENDS = frozenset({"", ".", ",", "|", "?", "!", ";", ":", ")", "and", "but", '"', "\u201d", "-", "at"})
_THIS_CUES = frozenset("for of in during throughout by until since over through into , and from |".split())


def _deictic(read: Read) -> TimeForm | None:
    before = read.tokens[read.first - 1].text if read.first else ""
    if len(before) > 1 and before.isupper() and read.token("day").text.isupper():  # a newspaper
        return None
    offset = {"yesterday": -1, "today": 0, "tomorrow": 1}[read.key("day")]
    double = {"before": -1, "after": 1}.get(read.key("double"), 0)
    return form("day", offset=offset + double)


def _unit(read: Read) -> TimeForm | None:
    """ "Last week", "this month", "the following year"; "the past week" is the length up to now."""
    rel, unit, phase = read.key("rel"), unit_of(read.key("unit")), read.key("phase")
    if unit in _CLOCK_UNITS or (unit == "day" and rel not in (*_FROM_CONTEXT, "next")):
        return None
    if rel == "past" and unit != "weekend":
        return form("span", "DURATION", n="1", unit=unit, sign="-1")
    if rel == "coming" and unit in ("week", "month", "year"):
        return form("unit", unit=unit, offset=1)
    context = "1" if rel in _FROM_CONTEXT or (unit == "day" and rel == "next") else ""
    return form(
        "unit",
        mod=PHASES.get(phase),
        unit=unit,
        offset=OFFSETS.get(rel, 0),
        context=context,
        phase=phase,
        bare="1" if rel == "that" else "",
    )


def _latest(read: Read) -> TimeForm | None:
    unit = read.key("unit")
    return form("unit", unit="quarter" if unit == "period" else unit, offset=0, bare="1")


def _this_unit(read: Read) -> TimeForm | None:
    """ "The quarter", "the full year", "the weekend", "the month": the one that is spoken of."""
    unit, phase = unit_of(read.key("unit")), read.key("phase")
    followed = read.after().isdigit() or read.after() in _OF_SOMETHING
    if unit == "weekend":
        return form("unit", unit=unit, offset=0, nearest="1", phase=phase)
    if read.has("full") or phase:
        return form("unit", mod=PHASES.get(phase), unit=unit, offset=0, phase=phase, bare="1" if not phase else "")
    if unit == "year" and read.after() == "ended":
        return form("duration", "DURATION", n="1", unit="year")
    if followed or read.before() not in _THIS_CUES:
        return None
    if (
        unit in ("month", "week", "day", "year")
        and read.before() == "of"
        and read.after() not in (".", "", "|", ",", "?")
    ):
        return None
    return form("unit", unit=unit, offset=0, bare="1")


def _ago(read: Read) -> TimeForm | None:
    key, base = read.key("dir"), read.key("base")
    sign = -1 if key in ("ago", "earlier", "before", "prior") else 1
    n, unit = count_of(read), unit_of(read.key("unit"))
    context = key in ("earlier", "later", "before", "after", "prior") and not base
    # "For the last 3 months and 2 days ago": the two belong to different times.
    if (not n and key == "after" and not base) or (read.has("n9") and read.before() in ("last", "past")):
        return None
    if unit in _CLOCK_UNITS and base and base != "now":
        return None
    if not n and context:  # "a few hours later" than what was told: a length
        return form("duration", "DURATION", n="", unit=unit)
    more = " ".join(
        f"{values().get(read.key(f'n{k}'), read.key(f'n{k}'))} {unit_of(read.key(f'unit{k}'))}"
        for k in (9, 8)
        if read.has(f"n{k}")
    )
    return form(
        "shift", mod=mod_of(read), n=n, unit=unit, sign=sign, context="1" if context else "", base=base, more=more
    )


def _in_units(read: Read) -> TimeForm | None:
    """ "In two weeks": a day ahead when something will be, else a length; the tense decides later."""
    return form(
        "ahead",
        n=count_of(read),
        unit=unit_of(read.key("unit")),
        mod=mod_of(read),
        sure="1" if read.has("time") else "",
    )


def _neighbour(read: Read) -> TimeForm | None:
    sign = -1 if read.key("dir") in ("before", "earlier", "previous", "prior") else 1
    unit = unit_of(read.key("unit")) if read.has("unit") else "day"
    part = PARTS.get(read.key("part"), "")
    return form(
        "shift",
        "TIME" if part else "DATE",
        n="1",
        unit="day" if unit == "night" else unit,
        sign=sign,
        context="1",
        part=part,
    )


def _ends_clause(read: Read) -> bool:
    return read.after() in _CLAUSE_ENDS


def _before(read: Read) -> TimeForm | None:
    """ "Two days before" of what was told, not of what follows ("two days before the vote")."""
    return _ago(read) if _ends_clause(read) else None


def _day_after(read: Read) -> TimeForm | None:
    return _neighbour(read) if _ends_clause(read) or read.key("dir") in ("earlier", "later") else None


def _after_next(read: Read) -> TimeForm | None:
    sign = 2 if read.key("dir") == "after" else -2
    return form("unit", unit=unit_of(read.key("unit")), offset=sign)


def _year_ago(read: Read) -> TimeForm | None:
    return form("yearago")


def _year_period(read: Read) -> TimeForm | None:
    """ "The 1988 period": the stretch spoken of, in that year."""
    return form("yearago", year=year_of(read)) if 1900 <= int(year_of(read)) <= 2100 else None


def _year_end(read: Read) -> TimeForm | None:
    if read.before() == "the" and read.token("unit").start < read.tokens[read.first].start:
        return None
    return form("yearend", unit=unit_of(read.key("unit")), year=year_of(read), offset=OFFSETS.get(read.key("rel"), 0))


def _end_of(read: Read) -> TimeForm | None:
    """ "The end of this year": the last part of it."""
    return form("unit", mod="END", unit=unit_of(read.key("unit")), offset=OFFSETS.get(read.key("rel"), 0), phase="end")


def _nth_day(read: Read) -> TimeForm | None:
    """ "The second day" of something that is told now: the day of writing."""
    return (
        form("unit", unit="day", offset=0, nth=number(read, "nth"))
        if read.after() in ("of", "in", ".", ",", "|")
        else None
    )


_EARLIER = r"(?: the? (?P<phase> early | late | mid | earlier | later | beginning | end ) -? (?: of | in )? )"

RULES: tuple[Rule, ...] = (
    rule(
        "relative.day-before-yesterday",
        r"the day (?P<double> before | after ) (?P<day> yesterday | tomorrow )",
        _deictic,
    ),
    rule("relative.today", r"(?: earlier | later | late | early )? (?P<day> DEICTIC )", _deictic),
    rule(
        "relative.unit",
        rf"{_EARLIER}? (?: the | this )? (?P<rel> REL | that ) (?: fiscal | calendar | business )? (?P<unit> SINGLE )",
        _unit,
    ),
    rule("relative.latest", r"the? (?P<rel> latest ) (?P<unit> quarter | period | year | month | week )", _latest),
    rule(
        "relative.the-unit",
        rf"{_EARLIER}? (?: the | its ) (?P<full> full | entire | fiscal | calendar )? (?P<unit> quarter | year | month | week | weekend | day )",
        _this_unit,
    ),
    rule(
        "relative.full-unit", r"(?: its | this )? (?P<full> full ) -? (?P<unit> year ) (?= POSS | OTHER )", _this_unit
    ),
    rule(
        "relative.ago-of-two",
        rf"{QUANTITY} -? (?P<unit> UNIT ) ,? and? (?P<n9> NUMBER ) (?P<unit9> UNIT ) (?: ,? and? (?P<n8> NUMBER ) (?P<unit8> UNIT ) )? (?P<dir> ago | earlier | later | hence )",
        _ago,
    ),
    rule(
        "relative.ago",
        rf"{QUANTITY} -? (?P<unit> UNIT ) -? (?P<dir> ago | earlier | later | hence )",
        _ago,
    ),
    rule("relative.before", rf"{QUANTITY} (?P<unit> UNIT ) (?P<dir> before | prior | after )", _before),
    rule(
        "relative.from-now",
        rf"{QUANTITY} (?P<unit> UNIT ) (?P<dir> from | before | after ) (?P<base> now | DEICTIC )",
        _ago,
    ),
    rule("relative.in-units", rf"(?<= in ) {QUANTITY} (?P<unit> UNIT ) (?: POSS? (?P<time> time ) )?", _in_units),
    rule(
        "relative.day-after",
        r"the (?P<unit> day | night | week | month | year ) (?P<dir> before | after | earlier | later )",
        _day_after,
    ),
    rule(
        "relative.week-after-next",
        r"the (?P<unit> week | month | year | weekend ) (?: (?P<dir> after ) next | (?P<dir2> before ) last )",
        _after_next,
    ),
    rule(
        "relative.next-morning", r"the? (?P<dir> next | following | previous ) (?P<part> PLAINDAY | night )", _neighbour
    ),
    rule(
        "relative.year-ago-period",
        r"(?: the | its )? (?: (?: corresponding | same )? year -? (?: ago | earlier ) | corresponding ) -? (?: quarter | period ) (?: (?: of | a )? last? year (?! POSS ) )?",
        _year_ago,
    ),
    rule(
        "relative.same-period",
        r"(?: the | its )? (?: same | corresponding ) (?: quarter | period ) (?: of | in | a )? last? year (?: ago | earlier )?",
        _year_ago,
    ),
    rule("relative.last-years-quarter", r"last year POSS (?: quarter | period )", _year_ago),
    rule("relative.year-ago", r"year -? (?: ago | earlier )", _year_ago),
    rule("relative.year-period", r"the (?P<year> YEAR ) (?: period | quarter )", _year_period),
    rule("relative.year-end", r"the? (?P<unit> year | month | week | quarter ) -? POSS? -? end", _year_end),
    rule(
        "relative.end-of-unit",
        r"the? (?P<phase> end ) of the? (?P<rel> this | last | next )? (?P<unit> year | month | week | quarter | decade | century )",
        _end_of,
    ),
    rule("relative.year-to-date", r"the? year to date", lambda _: form("unit", unit="year", offset=0, phase="earlier")),
    rule("relative.nth-day", r"the (?P<nth> ORD ) day", _nth_day),
)
