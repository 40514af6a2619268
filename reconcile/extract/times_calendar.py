"""Dates by the calendar: days, months, years, quarters, seasons, decades, centuries, numbered weeks."""

from reconcile.extract.times_grammar import Read, Rule, form, rule
from reconcile.extract.times_lexer import sections
from reconcile.extract.times_numbers import values
from reconcile.model.times import TimeForm

PHASES = {
    "early": "START",
    "beginning": "START",
    "late": "END",
    "end": "END",
    "mid": "MID",
    "earlier": "START",
    "later": "END",
}
OFFSETS = {
    "this": 0, "current": 0, "same": 0, "last": -1, "past": -1, "previous": -1, "prior": -1, "latest": 0,
    "next": 1, "coming": 1, "following": 1,
}  # fmt: skip
_AMBIGUOUS = frozenset({"may", "march"})
_MONTH_CUES = frozenset(
    "in by since until last this next of early late mid through for from to each every during before after between past previous and".split()
)


def number(read: Read, group: str) -> str:
    """The digits of a group that holds a number, an ordinal or a number word."""
    key = read.key(group)
    if key == "second":
        return "2"
    return str(values().get(key, key))


def month_number(key: str) -> str:
    """ "july" to "7"."""
    return str(sections()["months"].index(key) + 1) if key else ""


def weekday_number(key: str) -> str:
    """ "monday" to "1", as in ISO 8601."""
    names = sections()["weekdays"]
    return str(names.index(key) % 7 + 1) if key else ""


def year_of(read: Read, group: str = "year") -> str:
    """A year with its century; two digits are of the 1900s from 50 on."""
    key = read.key(group)
    if not key or len(key) > 2:
        return key
    return str(int(key) + (1900 if int(key) >= 50 else 2000))


def _phase(read: Read) -> str | None:
    return PHASES.get(read.key("phase"))


def _offset(read: Read, group: str = "rel") -> str:
    key = read.key(group)
    return str(OFFSETS[key]) if key in OFFSETS else ""


def _day(read: Read) -> TimeForm | None:
    if not read.has("year") and _counts_things(read):
        return None
    return form(
        "date", weekday=weekday_number(read.key("weekday")), day=number(read, "day"), month=month_number(read.key("month")),
        year=year_of(read), year_offset=_offset(read, "yrel"),
    )  # fmt: skip


def _counts_things(read: Read) -> bool:
    """ "In March 12 people died": the number counts the plural noun that follows."""
    last = read.tokens[read.last - 1]
    return last.text.isdigit() and read.tag_after() in ("NN2", "NN0") and read.match.end("day") == read.last


def _iso(read: Read) -> TimeForm | None:
    return form("iso", text=read.tokens[read.first].text)


def _numeric(read: Read) -> TimeForm | None:
    text = read.tokens[read.match.start("date")].text
    bare = text.count("/") == 1 and "." not in text
    if bare and not (
        len(text) > 5
        or read.has("weekday")
        or read.before() in _NUMERIC_CUES
        or read.before(2) in _NUMERIC_CUES
        or text.count("0")
    ):
        return None
    return form("numeric", text=text, weekday=weekday_number(read.key("weekday")))


_NUMERIC_CUES = frozenset("on by since until before after from between to , through and or at of for is".split())


def _month(read: Read) -> TimeForm | None:
    key = read.key("month")
    bare = not (read.has("year") or read.has("yrel") or read.has("rel") or read.has("phase"))
    if bare and key in _AMBIGUOUS and read.before() not in _MONTH_CUES:
        return None
    if (
        bare
        and read.tag_after() in ("NP0",)
        and key in ("april", "june", "august", "may", "march", "january")
        and not read.before() in _MONTH_CUES
    ):
        return None
    return form(
        "month", mod=_phase(read), month=month_number(key), year=year_of(read), year_offset=_offset(read, "yrel"),
        offset=_offset(read), phase=read.key("phase"),
    )  # fmt: skip


def _weekday(read: Read) -> TimeForm | None:
    week = _offset(read, "wrel")
    return form(
        "weekday",
        weekday=weekday_number(read.key("weekday")),
        offset=_offset(read),
        week_offset=week,
        day=number(read, "day"),
        rel=read.key("rel"),
    )


def _year(read: Read) -> TimeForm | None:
    value = year_of(read)
    explicit = read.has("label") or read.has("phase") or read.has("era")
    if not explicit and not _is_year_context(read, value):
        return None
    if read.has("era"):
        return form("year", year=value.zfill(4), era=read.key("era"))
    return form(
        "year",
        mod=_phase(read),
        year=value,
        fiscal="1" if read.key("label") == "fiscal" else "",
        phase=read.key("phase"),
    )


_YEAR_CUES = frozenset(
    "in since by until from of during before after through throughout early late mid fiscal between the to for around about and or - ( , until over its into".split()
)


def _is_year_context(read: Read, value: str) -> bool:
    """A bare number from 1400 to 2100 is a year unless it counts something."""
    year = int(value)
    if not 1400 <= year <= 2100 or read.before() in (
        "$",
        ".",
        ":",
        "no",
        "number",
        "flight",
        "route",
        "highway",
        "room",
        "page",
        "+",
    ):
        return False
    if read.tag_after() in ("NN2", "NN0") and read.before() not in ("the", "s", "in", "'s", "of"):
        return False
    if (
        read.after() in ("minutes", "hours", "days", "years", "weeks", "months", "%", "percent", "people", "utc")
        or read.after() in sections()["zones"]
    ):
        return False
    return read.before() in _YEAR_CUES or 1700 <= year <= 2100


def _decade(read: Read) -> TimeForm | None:
    key = read.key("decade")
    digits = "".join(ch for ch in key if ch.isdigit())
    if not digits:
        names = sections()["decades"]
        digits = str(20 + 10 * names.index(key)) if key in names else "00"
        if not read.has("the") and not read.has("phase"):
            return None
    decade = digits[:3] if len(digits) == 4 else ("20" if digits == "00" else "19") + digits[0]
    return form("decade", mod=_phase(read), decade=decade, phase=read.key("phase"))


def _century(read: Read) -> TimeForm | None:
    return form(
        "century", mod=_phase(read), century=int(number(read, "nth")) - 1, era=read.key("era"), offset=_offset(read)
    )


def _quarter(read: Read) -> TimeForm | None:
    n = int(number(read, "nth") or 0)
    if n > 4:
        return None
    return form(
        "quarter",
        quarter=n,
        year=year_of(read),
        year_offset=_offset(read, "yrel"),
        fiscal="1" if read.has("fiscal") else "",
    )


def _half(read: Read) -> TimeForm | None:
    n = int(number(read, "nth"))
    if (
        n > 2
        or not (read.has("year") or read.has("yrel") or read.has("full"))
        and read.after() in ("hour", "century", "time", "day", "of")
    ):
        return None
    if not (read.has("year") or read.has("yrel") or read.has("full")) and read.before() not in (
        "in",
        "for",
        "during",
        "since",
        "by",
        "of",
        "until",
        "through",
        "the",
    ):
        return None
    return form("half", half=n, year=year_of(read), year_offset=_offset(read, "yrel"))


_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}


def _season(read: Read) -> TimeForm | None:
    key = read.key("season")
    if not (read.has("rel") or read.has("year") or read.has("the") or read.has("phase") or read.has("yrel")) and (
        key in ("spring", "fall")
        or read.before() not in ("in", "by", "since", "until", "during", "of", "for", "before", "after")
    ):
        return None
    if (
        key in ("spring", "fall")
        and read.has("the")
        and not read.has("year")
        and (
            read.after() == "of"
            or read.before()
            not in ("in", "by", "since", "until", "during", "for", "before", "after", "into", "through", "of", "until")
        )
    ):
        return None
    return form(
        "season",
        mod=_phase(read),
        season=_SEASONS[key],
        year=year_of(read),
        offset=_offset(read),
        year_offset=_offset(read, "yrel"),
        phase=read.key("phase"),
    )


def _month_week(read: Read) -> TimeForm | None:
    nth = "-1" if read.key("nth") == "last" else number(read, "nth")
    return form(
        "monthweek",
        week=nth,
        month=month_number(read.key("month")),
        year=year_of(read),
        year_offset=_offset(read, "yrel"),
        of="year" if not read.has("month") else "",
    )


def _week_number(read: Read) -> TimeForm | None:
    week = int(read.key("week"))
    return form("weeknumber", week=week, year=year_of(read)) if 1 <= week <= 53 else None


def _day_of_month(read: Read) -> TimeForm | None:
    if read.tag_after()[:2] in ("NN", "AJ", "NP", "CR", "OR") or not 1 <= int(number(read, "day")) <= 31:
        return None
    if read.after() in ("of", "-", "in") or read.before() not in ("on", "by", "until", "before", "after", "since"):
        return None
    return form("monthday", day=number(read, "day"))


_YEAR = r"(?: ,? (?: of | in )? (?P<year> YEAR ) | ,? (?: of )? (?: the | this )? (?P<yrel> REL ) year (?! POSS ) )"
_ON_WEEKDAY = r"(?: (?P<weekday> WEEKDAY ) ,? )?"
_PHASE = r"(?: the? (?P<phase> early | late | mid ) -? | (?: the | about )? (?P<phase2> beginning | end | mid ) of )"
_QUARTER_OF = r"(?: of? (?: fiscal )? (?P<year> YEAR ) | of? the? (?P<yrel> this | last | next | previous ) year )"

RULES: tuple[Rule, ...] = (
    rule("calendar.iso", r"ISO", _iso),
    rule("calendar.numeric", rf"{_ON_WEEKDAY} (?P<date> NUMERIC )", _numeric),
    rule(
        "calendar.month-day",
        rf"{_ON_WEEKDAY} (?P<month> MONTH ) the? (?P<day> DAY | ORD ) {_YEAR}? (?! -? UNIT | : )",
        _day,
    ),
    rule(
        "calendar.day-month",
        rf"{_ON_WEEKDAY} the? (?P<day> DAY | ORD ) -? (?: day )? of? (?P<month> MONTH ) -? {_YEAR}?",
        _day,
    ),
    rule("calendar.month-year", rf"{_PHASE}? (?P<month> MONTH ) (?: , | of | - | / | in )? (?P<year> YEAR )", _month),
    rule("calendar.month-short-year", r"(?P<month> MONTH ) ' (?P<year> SHORT )", _month),
    rule("calendar.year-month", r"(?P<year> YEAR ) ,? (?P<month> MONTH ) (?! DAY | ORD )", _month),
    rule(
        "calendar.month",
        rf"{_PHASE}? (?P<rel> REL )? (?P<month> MONTH ) (?: ,? of? (?P<yrel> REL ) year (?! POSS ) )?",
        _month,
    ),
    rule("calendar.year-genitive-month", r"(?P<yrel> REL ) year POSS (?P<month> MONTH )", _month),
    rule(
        "calendar.weekday-in-week",
        r"(?P<weekday> WEEKDAY ) of? (?P<wrel> this | last | next | previous | following ) week",
        _weekday,
    ),
    rule(
        "calendar.week-weekday",
        r"(?P<wrel> this | last | next | previous | following ) week (?: on | - )? (?P<weekday> WEEKDAY )",
        _weekday,
    ),
    rule(
        "calendar.weekday-number",
        r"(?P<weekday> WEEKDAY ) ,? the? (?P<day> DAY | ORD ) (?! -? UNIT | of? MONTH | : | HALVE )",
        _weekday,
    ),
    rule("calendar.weekday", r"(?: (?: this | the | a )? (?P<rel> REL ) )? (?P<weekday> WEEKDAY )", _weekday),
    rule(
        "calendar.year", rf"(?: the? (?P<label> year | fiscal ) year? (?: of )? | {_PHASE} )? (?P<year> YEAR )", _year
    ),
    rule("calendar.year-era", r"(?P<year> WHOLE ) (?P<era> ad | bc )", _year),
    rule("calendar.decade", r"(?P<the> the )? (?: (?P<phase> early | late | mid ) -? )? (?P<decade> DECADE )", _decade),
    rule(
        "calendar.century",
        r"the? (?: (?P<phase> early | late | mid ) -? )? (?P<nth> ORD ) -? century (?P<era> bc )?",
        _century,
    ),
    rule(
        "calendar.quarter",
        rf"(?: the | its )? (?P<fiscal> fiscal )? (?P<nth> ORD ) -? (?P<fiscal2> fiscal )? quarter {_QUARTER_OF}?",
        _quarter,
    ),
    rule(
        "calendar.year-quarter",
        r"(?: (?P<year> YEAR ) POSS? | (?P<yrel> this | last | next ) year POSS ) (?P<fiscal> fiscal )? (?P<nth> ORD ) -? quarter",
        _quarter,
    ),
    rule("calendar.half", rf"the? (?P<nth> ORD ) -? half (?: {_QUARTER_OF} | (?P<full> of the year ) )?", _half),
    rule(
        "calendar.season",
        r"(?P<the> the )? (?: (?P<phase> early | late | mid ) -? )? (?P<rel> REL )? (?P<season> SEASON ) (?: of? (?P<year> YEAR ) | of? (?P<yrel> last | this | next ) year )?",
        _season,
    ),
    rule(
        "calendar.week-of-month",
        r"the? (?P<nth> ORD | last ) week (?: of | in )? the? (?: (?P<month> MONTH ) ,? (?P<year> YEAR )? | (?P<year2> YEAR ) )",
        _month_week,
    ),
    rule("calendar.week-number", r"week (?P<week> DIGITS ) (?: of? (?P<year> YEAR ) )?", _week_number),
    rule("calendar.day-of-month", r"the (?P<day> ORD )", _day_of_month),
)
