"""Single days: "July 25, 2023", "25/7/2023", "Friday", "the 21st", holidays; and two days of one month ("July 25-27")."""

from reconcile.extract.times_grammar import Read, Rule, form, rule
from reconcile.extract.times_lexer import sections
from reconcile.extract.times_numbers import values
from reconcile.lexicon.load import words
from reconcile.model.times import TimeForm

OFFSETS = {
    "this": 0, "current": 0, "same": 0, "last": -1, "past": -1, "previous": -1, "prior": -1, "latest": 0,
    "next": 1, "coming": 1, "following": 1,
}  # fmt: skip
_SLASH_CUES = frozenset("on by since until before after from between to , through this next last for and or -".split())


def number(read: Read, group: str) -> str:
    """The digits of a group that holds a number, an ordinal or a number word."""
    key = read.key(group)
    return "2" if key == "second" else str(values().get(key, key))


def month_number(key: str) -> str:
    """ "july" to "7"; "" to ""."""
    return str(sections()["months"].index(key) + 1) if key else ""


def weekday_number(key: str) -> str:
    """ "monday" to "1", as in ISO 8601; "" to ""."""
    return str(sections()["weekdays"].index(key) % 7 + 1) if key else ""


def year_of(read: Read) -> str:
    """A year with its century; two digits are of the 1900s from 50 on."""
    key = read.key("year")
    return key if not key or len(key) > 2 else str(int(key) + (1900 if int(key) >= 50 else 2000))


def offset_of(read: Read, group: str = "rel") -> str:
    """-1 for "last", 0 for "this", 1 for "next"; "" where the group has no part."""
    key = read.key(group)
    return str(OFFSETS[key]) if key in OFFSETS else ""


def _day(read: Read) -> TimeForm | None:
    if not read.has("year") and not read.has("yrel") and _counts_things(read):
        return None
    day = number(read, "day")
    if int(day) > 31:
        return None
    return form(
        "date", weekday=weekday_number(read.key("weekday")), day=day, month=month_number(read.key("month")), year=year_of(read),
        year_offset=offset_of(read, "yrel"),
    )  # fmt: skip


def _counts_things(read: Read) -> bool:
    """ "In March 12 people died": the number counts the plural noun that follows."""
    last = read.tokens[read.last - 1]
    return (
        last.text.isdigit()
        and read.tag_after() in ("NN2", "NN0")
        and read.end("day") == read.last
        and read.before() in ("in", "since", "during", "by")
    )


def _pair(read: Read) -> TimeForm | None:
    if (
        not read.has("year")
        and read.tokens[read.last - 1].text.isdigit()
        and read.tag_after() in ("NN2", "NN0")
        and not read.has("ofmonth")
    ):
        return None
    joined = read.key("join")
    is_range = joined in ("-", "to", "through", "until") or read.before() in ("between", "from")
    return form(
        "daypair", month=month_number(read.key("month")), day=number(read, "day"), day2=number(read, "other"), year=year_of(read),
        year_offset=offset_of(read, "yrel"), low_end=read.start("join") - read.first, high_start=read.start("join") + 1 - read.first, range=is_range or "",
    )  # fmt: skip


def _iso(read: Read) -> TimeForm | None:
    return form("iso", text=read.key("date"))


def _numeric(read: Read) -> TimeForm | None:
    text = read.key("date")
    short = text.count("/") == 1 and len(text) <= 5
    cued = read.has("weekday") or read.has("rel") or read.before() in _SLASH_CUES
    # Without a year "9/11" may be a score or a share: a cue is needed, or the start and end of the whole text.
    if short and not cued and not (read.before() == "" and read.after() == ""):
        return None
    return form(
        "numeric", text=text, weekday=weekday_number(read.key("weekday")), this="1" if read.key("rel") == "this" else ""
    )


_WEEKDAY_MODS = {"early": "START", "earlier": "START", "late": "END", "later": "END"}


def _weekday(read: Read) -> TimeForm | None:
    if not _is_weekday(read):
        return None
    return form(
        "weekday", mod=_WEEKDAY_MODS.get(read.key("phase")), weekday=weekday_number(read.key("weekday")), offset=offset_of(read),
        week_offset=offset_of(read, "wrel"), day=number(read, "day"), rel=read.key("rel"),
    )  # fmt: skip


def _is_weekday(read: Read) -> bool:
    """Not the "Sunday Times", not "Sun Microsystems", not "Wed" as a verb."""
    written = read.token("weekday").text
    after = read.tokens[read.last].text if read.last < len(read.tokens) else ""
    if after[:1].isupper() and after.lower() in words("times_names", "titles"):
        return False
    if read.before() in words("times_names", "before_weekday"):
        return False
    if len(written) > 3 or written.endswith(".") or read.has("day") or read.has("rel") or read.has("wrel"):
        return True
    return (
        read.before() in ("on", "by", "until", "since", "from", ",", "-", "(", "or", "|")
        and read.tag_after() != "NP0"
        and read.after() != "'s"
    )


def _weekday_number(read: Read) -> TimeForm | None:
    """ "Monday, the 15th", "Friday 13"; not "on Monday, the 15-member council"."""
    return None if read.after() == "-" else _weekday(read)


def _day_of_month(read: Read) -> TimeForm | None:
    """ "On the 21st", "the 15th day of next month"; not "on the 21st floor", not "by third parties"."""
    is_dated = read.has("mrel")
    written_out = not read.token("day").text[:1].isdigit()
    if (
        not 1 <= int(number(read, "day")) <= 31
        or read.after() in ("of", "in")
        or (written_out and read.tokens[read.first].key != "the")
    ):
        return None
    if not is_dated and (
        read.has("unit") or read.before() not in ("on", "by", "until", "before", "after", "since", "to", "from")
    ):
        return None
    if not is_dated and read.tag_after()[:2] in ("NN", "AJ", "NP", "CR", "OR"):
        return None
    return form(
        "monthday", day=number(read, "day"), month_offset="0" if read.key("mrel") == "the" else offset_of(read, "mrel")
    )


def _holiday(read: Read) -> TimeForm | None:
    after = read.tokens[read.last].text if read.last < len(read.tokens) else ""
    if after[:1].isupper() and after.lower() in words("times_names", "titles"):
        return None
    return form(
        "holiday",
        name=read.key("name"),
        year=year_of(read),
        year_offset=offset_of(read, "yrel"),
        offset=offset_of(read),
    )


_YEAR = r"(?: ,? (?: of | in )? (?P<year> YEAR ) | (?: of | ' ) (?P<year2> SHORT ) | ,? of? (?: the | this )? (?P<yrel> REL ) year (?! POSS ) )"
_ON = r"(?: (?P<weekday> WEEKDAY ) ,? )?"
_SEP = r"(?: - | / )"

RULES: tuple[Rule, ...] = (
    rule("days.iso", r"(?P<date> ISO )", _iso),
    rule(
        "days.numeric", r"(?P<rel> this | next | last )? (?: (?P<weekday> WEEKDAY ) ,? )? (?P<date> NUMERIC )", _numeric
    ),
    rule(
        "days.month-day",
        rf"{_ON} (?P<month> MONTH ) (?: the | , (?= ORD ) )? (?P<day> DAY | ORD ) {_YEAR}? (?! -? UNIT | : )",
        _day,
    ),
    rule("days.day-month", rf"{_ON} the? (?P<day> DAY | ORD ) -? (?: day )? of? (?P<month> MONTH ) -? {_YEAR}?", _day),
    rule(
        "days.written-out",
        rf"(?P<month> MONTH ) {_SEP} (?P<day> DAY ) (?: {_SEP} (?P<year> YEAR ) )? | (?P<day2> DAY ) {_SEP} (?P<month2> MONTH ) {_SEP} (?P<year2> YEAR ) | (?P<year3> YEAR ) {_SEP} (?P<month3> MONTH ) {_SEP} (?P<day3> DAY )",
        _day,
    ),
    rule(
        "days.pair-after-month",
        rf"(?P<month> MONTH ) the? (?P<day> DAY | ORD ) (?P<join> - | to | through | until | and | or ) (?P<the> the )? (?P<other> DAY | ORD ) {_YEAR}? (?! -? UNIT | : | MONTH | of MONTH )",
        _pair,
    ),
    rule(
        "days.pair-before-month",
        rf"the? (?P<day> DAY | ORD ) (?P<join> - | to | through | until | and | or ) (?: the )? (?P<other> DAY | ORD ) (?P<ofmonth> of? ) (?P<month> MONTH ) {_YEAR}?",
        _pair,
    ),
    rule(
        "days.weekday-in-week",
        r"(?P<weekday> WEEKDAY ) of? the? (?P<wrel> this | last | next | previous | following ) week",
        _weekday,
    ),
    rule(
        "days.week-weekday",
        r"(?P<wrel> this | last | next | previous | following ) week (?: on | - )? (?P<weekday> WEEKDAY )",
        _weekday,
    ),
    rule(
        "days.weekday-number",
        r"(?P<weekday> WEEKDAY ) ,? the? (?P<day> DAY | ORD ) (?! -? UNIT | of? MONTH | : | HALVE )",
        _weekday_number,
    ),
    rule(
        "days.weekday",
        r"(?: (?P<phase> early | late | earlier | later ) )? (?: (?: this | the | a )? (?P<rel> REL ) )? (?P<weekday> WEEKDAY )",
        _weekday,
    ),
    rule(
        "days.of-month",
        r"the? (?P<day> ORD ) (?: (?P<unit> day )? of? (?: (?P<mrel> this | next | last | the ) month ) )?",
        _day_of_month,
    ),
    rule(
        "days.holiday",
        r"(?: (?: this | the )? (?P<rel> REL ) )? (?P<name> HOLIDAY ) (?: ,? of? (?P<year> YEAR ) | of? (?P<yrel> REL ) year )?",
        _holiday,
    ),
)
