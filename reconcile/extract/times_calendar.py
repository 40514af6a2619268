"""Longer stretches by the calendar: months, years, quarters, halves, seasons, decades, centuries, numbered weeks."""

from reconcile.extract.times_days import month_number, number, offset_of, year_of
from reconcile.extract.times_grammar import Read, Rule, form, rule
from reconcile.extract.times_lexer import sections
from reconcile.lexicon.load import words
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
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
# May and March are also words, and women and men are called April, June and August.
_FIRM_CUES = frozenset(
    {"in", "since", "until", "during", "last", "this", "next", "early", "late", "mid", "each", "every", "throughout"}
)
_AMBIGUOUS = frozenset({"may", "march", "april", "june", "august", "january"})


def _is_cued(read: Read, section: str) -> bool:
    return read.before() in words("times_cues", section)


def _month(read: Read) -> TimeForm | None:
    dated = read.has("year") or read.has("yrel") or read.has("rel") or read.has("phase")
    if not dated and not _is_month(read):
        return None
    return form(
        "month", mod=PHASES.get(read.key("phase")), month=month_number(read.key("month")), year=year_of(read), year_offset=offset_of(read, "yrel"),
        offset=offset_of(read), phase=read.key("phase"),
    )  # fmt: skip


def _is_month(read: Read) -> bool:
    """A bare month needs a cue where it is short or a word; one that is also a first name must not stand before a surname."""
    key, cue = read.key("month"), read.before()
    in_range = read.after() == "-" and read.after(1) in sections()["months"]
    is_cued = in_range or _is_cued(read, "before_months")
    if cue == "$" or (not is_cued and (key in ("may", "march") or len(read.token("month").text.rstrip(".")) == 3)):
        return False
    if key not in _AMBIGUOUS or in_range or cue in _FIRM_CUES:
        return True
    return read.tag_after() != "NP0" and (is_cued or read.tag_before() != "NP0")


def _year(read: Read) -> TimeForm | None:
    value = year_of(read)
    if read.has("era"):
        return form("year", year=read.key("year").zfill(4), era=read.key("era"))
    if not (read.has("label") or read.has("phase")) and not _is_year(read, int(value)):
        return None
    return form(
        "year",
        mod=PHASES.get(read.key("phase")),
        year=value,
        fiscal="1" if read.key("label") == "fiscal" else "",
        phase=read.key("phase"),
    )


def _is_year(read: Read, year: int) -> bool:
    """A bare number from 1400 to 2100 is a year unless it counts, measures or numbers something."""
    latest = 2199 if read.before() in ("in", "by", "until") else 2100
    if not 1400 <= year <= latest or _is_cued(read, "not_before_years") or _is_part_of_number(read, year):
        return False
    after = read.after()
    if after in words("times_cues", "not_after_years") or after in sections()["zones"] or after in sections()["units"]:
        return False
    if _is_cued(read, "before_years"):
        return True
    return read.tag_after() not in ("NN2", "NN0") and not _ends_name(read)


def _is_part_of_number(read: Read, year: int) -> bool:
    """Of a serial number ("82-2100", "2015-32"), unless the other part is a year too or the day of a month."""
    low, high = read.before(2), read.after(1)
    if read.before() == "-" and low.isdigit():
        return not 1400 <= int(low) <= 2100 and read.before(3) not in sections()["months"]
    return read.after() == "-" and high.isdigit() and len(high) == 2 and int(high) <= year % 100


def _ends_name(read: Read) -> bool:
    """ "Case 2000", "Cosmos 1686": the number belongs to the capitalised word before it."""
    if not read.first or read.before() in sections()["months"] or read.before() in sections()["weekdays"]:
        return False
    before = read.tokens[read.first - 1].text
    return before[:1].isupper() and before[1:].islower() and read.tag_before() in ("NP0", "NN1") and read.after() != "|"


def _short_year(read: Read) -> TimeForm | None:
    """ "1985-87": the second year with its century."""
    low, tail = int(read.key("low")), int(read.key("tail"))
    if not 1400 <= low <= 2100 or tail <= low % 100:
        return None
    return form("yearpair", year=str(low), year2=str(low // 100 * 100 + tail))


def _decade(read: Read) -> TimeForm | None:
    key = read.key("decade")
    digits = "".join(ch for ch in key if ch.isdigit())
    if not digits:
        names = sections()["decades"]
        if not (read.has("the") or read.has("phase") or read.before() == "in"):
            return None
        digits = str(20 + 10 * names.index(key)) if key in names else "00"
    decade = digits[:3] if len(digits) == 4 else ("20" if digits == "00" else "19") + digits[0]
    return form("decade", mod=PHASES.get(read.key("phase")), decade=decade, phase=read.key("phase"))


def _century(read: Read) -> TimeForm | None:
    return form(
        "century",
        mod=PHASES.get(read.key("phase")),
        century=int(number(read, "nth")) - 1,
        era=read.key("era"),
        phase=read.key("phase"),
    )


def _quarter(read: Read) -> TimeForm | None:
    n = int(number(read, "nth"))
    if n > 4:
        return None
    return form(
        "quarter",
        quarter=n,
        year=year_of(read),
        year_offset=offset_of(read, "yrel"),
        fiscal="1" if read.has("fiscal") else "",
    )


def _sign(read: Read) -> TimeForm | None:
    """ "Q3", "2019-H2"."""
    letter, n = read.key("sign")[0], int(read.key("sign")[1])
    if letter == "h" and not (read.has("year") and n <= 2):
        return None
    return form("half", half=n, year=year_of(read)) if letter == "h" else form("quarter", quarter=n, year=year_of(read))


def _half(read: Read) -> TimeForm | None:
    """ "The first half" is of the year in business news, of the match in sports news: a year or a preposition of time is needed."""
    n = int(number(read, "nth"))
    dated = read.has("year") or read.has("yrel") or read.has("full")
    if n > 2 or (
        not dated and (read.after() in ("of", "century", "hour", "day") or not _is_cued(read, "before_halves"))
    ):
        return None
    return form("half", half=n, year=year_of(read), year_offset=offset_of(read, "yrel"))


def _season(read: Read) -> TimeForm | None:
    key = read.key("season")
    dated = read.has("rel") or read.has("year") or read.has("yrel") or read.has("phase")
    verbal = key in ("spring", "fall")
    if not dated and (
        not _is_cued(read, "before_seasons") or (verbal and (not read.has("the") or read.after() in ("of", "in")))
    ):
        return None
    return form(
        "season", mod=PHASES.get(read.key("phase")), season=SEASONS[key], year=year_of(read), offset=offset_of(read), year_offset=offset_of(read, "yrel"),
        phase=read.key("phase"),
    )  # fmt: skip


def _week_of(read: Read) -> TimeForm | None:
    """ "The first week of May", "the last week of 2019", "the last week of this month"."""
    nth = "-1" if read.key("nth") == "last" else number(read, "nth")
    return form(
        "monthweek", week=nth, month=month_number(read.key("month")), year=year_of(read), month_offset=offset_of(read, "mrel"), year_offset=offset_of(read, "yrel"),
    )  # fmt: skip


def _week_number(read: Read) -> TimeForm | None:
    week = int(read.key("week"))
    return (
        form("weeknumber", week=week, year=year_of(read), year_offset=offset_of(read, "yrel"))
        if 1 <= week <= 53
        else None
    )


def _month_of(read: Read) -> TimeForm | None:
    """ "The third month of 2021"."""
    n = int(number(read, "nth"))
    return form("month", month=n, year=year_of(read), year_offset=offset_of(read, "yrel")) if 1 <= n <= 12 else None


_PHASE = r"(?: the? (?P<phase> early | late | mid ) -? | (?: the | about )? (?P<phase2> beginning | end | mid ) of )"
_OF_YEAR = r"(?: ,? of? (?: fiscal )? (?P<year> YEAR ) | of? the? (?P<yrel> this | last | next | previous | current ) year (?! POSS ) )"

RULES: tuple[Rule, ...] = (
    rule(
        "calendar.month-year",
        rf"{_PHASE}? (?P<month> MONTH ) (?: , | of | - | / | in | POSS )? (?: (?P<year> YEAR ) | (?: ' | of ) (?P<year2> SHORT ) )",
        _month,
    ),
    rule("calendar.year-month", r"(?P<year> YEAR ) ,? (?P<month> MONTH ) (?! DAY | ORD )", _month),
    rule(
        "calendar.month",
        rf"{_PHASE}? (?P<rel> REL )? (?P<month> MONTH ) (?: ,? of? (?P<yrel> REL ) year (?! POSS ) )?",
        _month,
    ),
    rule("calendar.years-month", r"(?P<yrel> REL ) year POSS (?P<month> MONTH )", _month),
    rule("calendar.month-of", rf"the (?P<nth> ORD ) month {_OF_YEAR}", _month_of),
    rule(
        "calendar.year",
        rf"(?: the? (?P<label> year | fiscal | calendar ) year? (?: of )? | {_PHASE} )? (?P<year> YEAR )",
        _year,
    ),
    rule("calendar.year-era", r"(?P<year> WHOLE ) (?P<era> ad | bc )", _year),
    rule("calendar.year-pair", r"(?P<low> YEAR ) (?P<join> - ) (?P<tail> SHORT ) (?! - )", _short_year),
    rule("calendar.decade", r"(?P<the> the )? (?: (?P<phase> early | late | mid ) -? )? (?P<decade> DECADE )", _decade),
    rule(
        "calendar.century",
        r"the? (?: (?P<phase> early | late | mid ) -? )? (?P<nth> ORD ) -? century (?P<era> bc )?",
        _century,
    ),
    rule(
        "calendar.quarter",
        rf"(?: the | its )? (?P<fiscal> fiscal )? (?P<nth> ORD ) -? (?P<fiscal2> fiscal )? quarter (?! - ) {_OF_YEAR}?",
        _quarter,
    ),
    rule(
        "calendar.years-quarter",
        r"(?: (?P<year> YEAR ) POSS? | (?P<yrel> this | last | next ) year POSS ) (?P<fiscal> fiscal )? (?P<nth> ORD ) -? quarter",
        _quarter,
    ),
    rule(
        "calendar.quarter-sign",
        r"(?: (?P<year> YEAR ) -? )? (?P<sign> QUARTERSIGN ) (?: -? of? (?P<year2> YEAR ) )?",
        _sign,
    ),
    rule("calendar.half", rf"the? (?P<nth> ORD ) -? half (?: {_OF_YEAR} | (?P<full> of the year ) )?", _half),
    rule(
        "calendar.season",
        r"(?P<the> the )? (?: (?P<phase> early | late | mid ) -? )? (?P<rel> REL )? (?P<season> SEASON ) (?: ,? of? (?P<year> YEAR ) | of? (?P<yrel> last | this | next ) year )?",
        _season,
    ),
    rule(
        "calendar.week-of",
        rf"the? (?P<nth> ORD | last ) week (?: of | in ) the? (?: (?P<month> MONTH ) {_OF_YEAR}? | (?P<mrel> this | last | next ) month )",
        _week_of,
    ),
    rule("calendar.week-of-year", rf"the? (?P<nth> ORD | last ) week {_OF_YEAR}", _week_of),
    rule("calendar.week-number", rf"week (?P<week> DIGITS ) (?! HALVE | clock ) {_OF_YEAR}?", _week_number),
)
