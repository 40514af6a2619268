"""Lengths of time: "36 hours", "nearly two years", "a day and a half", "the past three years", "the first nine months"."""

from reconcile.extract.times_grammar import Read, Rule, form, rule
from reconcile.extract.times_numbers import values
from reconcile.lexicon.load import words
from reconcile.measure.lengths import LETTERS, period
from reconcile.model.times import TimeForm

_MOD = (
    r"(?P<mod> (?: no | not )? more than | (?: no | not )? less than | at least | at most | up to | as (?: many | long ) as"
    r" | just? over | just? under | almost | about | around | roughly | some )"
)
QUANTITY = (
    rf"{_MOD}? (?: (?P<few> a few | few | several | many | a couple of? | couple of? | some | dozens of | hundreds of | thousands of )"
    r" | (?P<half> half ) a? -? | (?P<n> NUMBER ) (?P<plus> and a? (?: half | quarter ) )? | (?P<a> a | another ) )"
)
_MODS = {
    "more than": "MORE_THAN", "over": "MORE_THAN", "just over": "MORE_THAN", "no more than": "EQUAL_OR_LESS", "not more than": "EQUAL_OR_LESS",
    "less than": "LESS_THAN", "under": "LESS_THAN", "just under": "LESS_THAN", "no less than": "EQUAL_OR_MORE", "not less than": "EQUAL_OR_MORE",
    "at least": "EQUAL_OR_MORE", "at most": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS", "almost": "LESS_THAN", "about": "APPROX",
    "around": "APPROX", "roughly": "APPROX", "some": "APPROX",
}  # fmt: skip
_PLURALS = {"centuries": "century", "millennia": "millennium", **{f"{unit}s": unit for unit in LETTERS}}
# Units that "a" alone does not make a length of: "a second goal", "a day at the races", "a quarter of them".
_NOT_WITH_A = frozenset({"second", "minute", "day", "night", "weekend", "quarter", "century"})


def unit_of(key: str) -> str:
    """ "years" to "year", "centuries" to "century"."""
    return _PLURALS.get(key, key)


def count_of(read: Read) -> str:
    """The number of units as digits, "" where the text leaves it vague ("a few")."""
    if read.has("few"):
        return "2" if any(t.key == "couple" for t in read.tokens[read.start("few") : read.end("few")]) else ""
    if read.has("half"):
        return "0.5"
    if not read.has("n"):
        return "1"
    key = read.key("n")
    n = float(values().get(key, key))
    if read.has("plus"):
        n += 0.5 if "half" in _keys(read, "plus") else 0.25
    return f"{n:.10g}"


def mod_of(read: Read) -> str | None:
    """The TIMEX3 modifier of the words before the number."""
    if not read.has("mod"):
        return None
    return _MODS.get(" ".join(t.key for t in read.tokens[read.start("mod") : read.end("mod")]))


def _plain(read: Read) -> TimeForm | None:
    unit, n = unit_of(read.key("unit")), count_of(read)
    single = read.key("a") == "a" or read.key("n") == "1"
    if unit == "second" and read.key("a") == "a":
        return None
    if read.key("a") == "a" and unit in _NOT_WITH_A and not (_is_length(read) or read.has("mod") or read.has("tail")):
        return None
    if single and unit in ("week", "month", "year", "hour", "day") and read.key("a") == "a" and _is_rate(read):
        return form("set", "SET", value=period("1", unit))
    if not single and _is_singular_noun(read):
        return None
    if read.has("tail"):
        n = f"{float(n or 0) + (0.5 if 'half' in _keys(read, 'tail') else 0.25):.10g}"
    return form("duration", "DURATION", mod_of(read), n=n, unit=unit, more=_more(read))


def _keys(read: Read, group: str) -> list[str]:
    return [t.key for t in read.tokens[read.start(group) : read.end(group)]]


def _is_length(read: Read) -> bool:
    return read.before() in words("times_cues_lengths", "before_lengths")


def _is_singular_noun(read: Read) -> bool:
    """ "The second quarter", "2021 weekend": a year or an ordinal is no count."""
    return (
        read.key("n").isdigit()
        and len(read.key("n")) == 4
        and read.key("unit") in ("weekend", "quarter", "second", "night")
    )


def _more(read: Read) -> str:
    """A second, smaller unit: "1 hour and 30 minutes"."""
    if not read.has("n9"):
        return ""
    return f"{values().get(read.key('n9'), read.key('n9'))} {unit_of(read.key('unit9'))}"


def _is_rate(read: Read) -> bool:
    """ "50,000 CDs a year", "twice a week", "$5 a share a year": a noun, number or frequency stands directly before."""
    return read.before() in ("once", "twice", "time") or (
        read.tag_before()[:2] in ("NN", "CR") and read.before() not in ("for", "of", "about")
    )


def _bare(read: Read) -> TimeForm | None:
    """ "For years", "in weeks", "dozens of days"; "the years" or "days of rage" tell no length."""
    if not _is_length(read) or (read.before() == "of" and read.before(2) not in ("dozens", "hundreds", "thousands")):
        return None
    return form("duration", "DURATION", n="", unit=unit_of(read.key("unit")))


def _span(read: Read) -> TimeForm | None:
    sign = {"last": -1, "past": -1, "previous": -1, "prior": -1, "next": 1, "coming": 1, "following": 1}.get(
        read.key("rel"), 0
    )
    return form(
        "span",
        "DURATION",
        mod_of(read),
        n=count_of(read),
        unit=unit_of(read.key("unit")),
        sign=sign,
        business="1" if read.has("business") else "",
    )


def _recent(read: Read) -> TimeForm | None:
    if read.key("rel") == "coming":
        return form("ref", value="FUTURE_REF")
    return form("span", "DURATION", n="", unit=unit_of(read.key("unit")), sign="-1")


def _counted(read: Read) -> TimeForm | None:
    return form("duration", "DURATION", n=count_of(read), unit=unit_of(read.key("unit")))


def _age(read: Read) -> TimeForm | None:
    return form("duration", "DURATION", n=count_of(read), unit=unit_of(read.key("unit")), age="1")


def _one_more(read: Read) -> TimeForm | None:
    return form("duration", "DURATION", n="1", unit=read.key("unit"))


def _not_years_old(read: Read) -> TimeForm | None:
    """ "37 years old" is an age, which quantities read: it takes the words and gives no time."""
    return form("nothing")


_UNIT = r"-? (?P<unit> UNIT )"

RULES: tuple[Rule, ...] = (
    rule("durations.plain", rf"{QUANTITY} {_UNIT} (?! old ) (?P<tail> and a? (?: half | quarter ) )?", _plain),
    rule(
        "durations.two-units",
        rf"{QUANTITY} {_UNIT} ,? and? (?P<n9> NUMBER ) -? (?P<unit9> UNIT ) (?! ago | earlier | later )",
        _plain,
    ),
    rule("durations.years-old", rf"{QUANTITY} (?P<unit> UNIT ) old", _not_years_old),
    rule("durations.age", rf"{QUANTITY} -? (?P<unit> UNIT ) - old", _age),
    rule("durations.or-so", rf"{QUANTITY} (?P<unit> UNIT ) or so", _plain),
    rule("durations.span-or-so", rf"the? (?P<rel> BACK | AHEAD ) {QUANTITY} (?P<unit> UNIT ) or so", _span),
    rule("durations.bare", r"(?P<unit> UNITS ) (?: (?: or | and | - to - ) UNITS )?", _bare),
    rule(
        "durations.span",
        rf"(?: the | its | these )? (?P<rel> BACK | AHEAD ) {QUANTITY} (?P<business> business )? {_UNIT}",
        _span,
    ),
    rule("durations.span-after", r"(?P<n> SMALL ) (?P<rel> BACK | AHEAD ) (?P<unit> UNITS )", _span),
    rule("durations.recent", r"the? (?P<rel> recent | coming ) (?P<unit> UNITS )", _recent),
    rule(
        "durations.first-months",
        r"(?: the | its )? (?: first | last | full ) (?P<n> NUMBER ) -? (?P<unit> UNIT )",
        _counted,
    ),
    rule("durations.the-months", r"(?: the | its ) (?P<n> NUMBER ) -? (?P<unit> UNITS )", _counted),
    rule(
        "durations.additional", r"(?: a | the ) (?: additional | more | full | entire ) (?P<unit> SINGLE )", _one_more
    ),
    rule("durations.the-hour", r"(?<= for ) the (?P<unit> hour | fortnight )", _one_more),
    rule("durations.all", r"all (?P<unit> day | night | week | month | year | weekend )", _one_more),
    rule(
        "durations.more",
        r"(?P<n> NUMBER ) (?: more | additional | full | entire | business ) (?P<unit> UNIT )",
        _counted,
    ),
)
