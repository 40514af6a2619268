"""Times told from the writing or from another time: last week, two days ago, the day before, now, recently."""

from reconcile.extract.times_calendar import OFFSETS, PHASES, number
from reconcile.extract.times_clock import PARTS
from reconcile.extract.times_durations import QUANTITY, count_of, mod_of, unit_of
from reconcile.extract.times_grammar import Read, Rule, form, rule
from reconcile.model.times import TimeForm


def _deictic(read: Read) -> TimeForm | None:
    offset = {"yesterday": -1, "today": 0, "tomorrow": 1}[read.key("day")]
    double = 0 if not read.has("double") else (-1 if read.key("double") == "before" else 1)
    return form("day", offset=offset + double)


def _unit(read: Read) -> TimeForm | None:
    rel, unit = read.key("rel"), unit_of(read.key("unit"))
    if unit in ("second", "minute", "hour", "night", "millennium") or (
        unit == "day" and rel not in ("same", "following", "previous", "prior", "next")
    ):
        return None
    if rel in ("past", "coming") and unit not in ("weekend",) and rel == "past":
        return form("span", "DURATION", n="1", unit=unit, sign="-1", timex_unit=unit, single="1")
    context = rel in ("same", "that", "following", "previous", "prior") or (unit == "day" and rel == "next")
    offset = {"same": 0, "that": 0}.get(rel, OFFSETS.get(rel, 0))
    phase = read.key("phase")
    return form(
        "unit",
        mod=PHASES.get(phase),
        unit=unit,
        offset=offset,
        context="1" if context else "",
        phase=phase,
        latest="1" if rel == "latest" else "",
    )


def _this_unit(read: Read) -> TimeForm | None:
    """ "The quarter", "the year", "the full year", "the weekend", "the month": the one that is spoken of."""
    unit = unit_of(read.key("unit"))
    full = read.has("full")
    if unit == "weekend":
        return form("unit", unit=unit, offset="0", nearest="1")
    if unit == "quarter" and read.before() not in ("a", "one"):
        return form("unit", unit="quarter", offset="0", bare="1")
    if (
        unit == "year"
        and (full or read.before() in ("for", "of", "in", "during", "throughout"))
        and read.after() not in ("of", "s", "'s")
    ):
        return form("unit", unit="year", offset="0", bare="1")
    if (
        unit in ("month", "week", "day")
        and read.before() in ("of", "in", "for", "during")
        and (full or read.before() != "of" or read.after() in (".", "", "|"))
    ):
        return (
            form("unit", unit=unit, offset="0", bare="1")
            if read.after() not in ("of", "when", "before", "after", "to", "in")
            else None
        )
    return None


def _ago(read: Read) -> TimeForm | None:
    key = read.key("dir")
    sign = -1 if key in ("ago", "earlier", "before", "prior", "previous") else 1
    context = key in ("earlier", "later", "before", "after", "prior")
    unit, n = unit_of(read.key("unit")), count_of(read)
    if not unit:
        return None
    base = read.key("base")
    return form(
        "shift",
        mod=mod_of(read),
        n=n,
        unit=unit,
        sign=sign,
        context="1" if context and not base else "",
        base=base,
        vague="" if n else "1",
    )


def _from_base(read: Read) -> TimeForm | None:
    sign = -1 if read.key("dir") == "before" else 1
    return form(
        "shift", mod=mod_of(read), n=count_of(read), unit=unit_of(read.key("unit")), sign=sign, base=read.key("base")
    )


def _in_units(read: Read) -> TimeForm | None:
    """ "In two weeks": a day ahead when something will be, else a length; the tense decides later."""
    return form("ahead", n=count_of(read), unit=unit_of(read.key("unit")), mod=mod_of(read))


def _neighbour_day(read: Read) -> TimeForm | None:
    sign = -1 if read.key("dir") in ("before", "earlier", "previous", "prior") else 1
    unit = unit_of(read.key("unit")) if read.has("unit") else "day"
    part = PARTS.get(read.key("part"), "")
    return form("shift", "TIME" if part else "DATE", n="1", unit=unit, sign=sign, context="1", part=part)


def _year_ago_period(read: Read) -> TimeForm | None:
    unit = read.key("unit") if read.has("unit") else ""
    return form("yearago", unit="quarter" if unit == "quarter" else "", offset="-1")


def _ref(value: str) -> object:
    def build(read: Read) -> TimeForm | None:
        return form("ref", value=value)

    return build


def _now(read: Read) -> TimeForm | None:
    return form("ref", value="PRESENT_REF") if read.before() not in ("until then", "right") or True else None


def _past_word(read: Read) -> TimeForm | None:
    return form("ref", value="PAST_REF")


def _future_word(read: Read) -> TimeForm | None:
    if read.before() == "as" or (read.after() == "after" or read.after() == "before"):
        return None
    return form("ref", value="FUTURE_REF")


def _present_word(read: Read) -> TimeForm | None:
    return form("ref", value="PRESENT_REF")


def _year_end(read: Read) -> TimeForm | None:
    return form(
        "yearend", unit=unit_of(read.key("unit")), year=read.key("year"), offset=str(OFFSETS.get(read.key("rel"), 0))
    )


def _nth_day(read: Read) -> TimeForm | None:
    return form("unit", unit="day", offset="0", nth=number(read, "nth"))


_EARLIER = r"(?: the? (?P<phase> early | late | mid | earlier | later | beginning | end ) -? (?: of | in )? )"

RULES: tuple[Rule, ...] = (
    rule(
        "relative.day-before-yesterday",
        r"the day (?P<double> before ) (?P<day> DEICTIC ) | the day (?P<double2> after ) (?P<day2> DEICTIC )",
        _deictic,
    ),
    rule("relative.today", r"(?P<day> DEICTIC )", _deictic),
    rule(
        "relative.unit",
        rf"{_EARLIER}? (?: the | this | these )? (?P<rel> REL | that ) (?: fiscal | calendar | business )? (?P<unit> SINGLE )",
        _unit,
    ),
    rule(
        "relative.latest-period",
        r"the? (?P<rel> latest ) (?P<unit> quarter | period | year | month | week )",
        lambda read: form(
            "unit",
            unit="quarter" if read.key("unit") == "period" else read.key("unit"),
            offset="0",
            bare="1",
            latest="1",
        ),
    ),
    rule(
        "relative.the-unit",
        rf"{_EARLIER}? (?: the | its ) (?P<full> full | entire | fiscal | calendar )? (?P<unit> quarter | year | month | week | weekend | day )",
        _this_unit,
    ),
    rule("relative.ago", rf"{QUANTITY} -? (?P<unit> UNIT ) (?P<dir> ago | earlier | later | hence )", _ago),
    rule(
        "relative.before",
        rf"{QUANTITY} (?P<unit> UNIT ) (?P<dir> before | prior | after ) (?= \. | , | BREAK | and )",
        _ago,
    ),
    rule(
        "relative.from-now",
        rf"{QUANTITY} (?P<unit> UNIT ) (?P<dir> from | before | after ) (?P<base> now | DEICTIC )",
        _from_base,
    ),
    rule(
        "relative.from-now-time",
        rf"{QUANTITY} (?P<unit> UNIT ) from (?P<base> today | tomorrow | yesterday )",
        _from_base,
    ),
    rule("relative.in-units", rf"(?<= in ) {QUANTITY} (?P<unit> UNIT ) (?: POSS? time )?", _in_units),
    rule(
        "relative.day-after",
        r"the (?P<unit> day | night | week | month | year ) (?P<dir> before | after | earlier | later ) (?= \. | , | BREAK | and )",
        _neighbour_day,
    ),
    rule(
        "relative.next-morning",
        r"the? (?P<dir> next | following | previous ) (?P<part> PLAINDAY | night )",
        _neighbour_day,
    ),
    rule(
        "relative.year-ago-period",
        r"(?: the | its )? (?: year -? (?: ago | earlier ) | corresponding | same ) -? (?P<unit> quarter | period )",
        _year_ago_period,
    ),
    rule("relative.year-ago", r"year -? (?: ago | earlier )", _year_ago_period),
    rule("relative.year-end", r"(?: the )? (?P<unit> year | month | week | quarter ) -? (?: POSS )? end", _year_end),
    rule(
        "relative.end-of-unit",
        r"the? end of (?: the )? (?P<rel> this | last | next )? (?P<unit> year | month | week | quarter )",
        _year_end,
    ),
    rule("relative.nth-day", r"the (?P<nth> ORD ) day", _nth_day),
    rule(
        "relative.now", r"(?: right | just | until )? PRESENT | at present_none".replace(" | at present_none", ""), _now
    ),
    rule("relative.at-present", r"at (?: the )? (?P<x> present_noun | moment | present_noun time )", _present_word),
    rule("relative.at-this-time", r"(?: at )? this (?: time | moment ) (?= \. | , | BREAK )", _present_word),
    rule("relative.these-days", r"these days", _present_word),
    rule(
        "relative.yet",
        r"yet (?= \. | , | BREAK )",
        lambda read: form("ref", value="PRESENT_REF") if read.before() != "and" else None,
    ),
    rule("relative.past", r"(?: more | most | very | as )? PAST", _past_word),
    rule("relative.the-past", r"the past (?! UNIT | NUMBER | few | couple | several | OTHER )", _past_word),
    rule(
        "relative.at-the-time",
        r"(?: the | that ) time",
        lambda read: form("ref", value="PAST_REF") if read.before() == "at" and read.after() != "of" else None,
    ),
    rule("relative.once", r"once (?= PAST )", _past_word),
    rule("relative.soon", r"(?: very )? FUTURE", _future_word),
    rule(
        "relative.the-future",
        r"the (?: near | distant )? future | the? (?: near | short | long ) -? term",
        lambda read: (
            form("ref", value="FUTURE_REF")
            if read.tokens[read.last - 1].key != "term"
            or read.tokens[read.first].key == "the"
            and read.before() in ("in", "over", "for")
            else None
        ),
    ),
)
