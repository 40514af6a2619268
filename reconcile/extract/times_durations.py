"""Lengths of time: "36 hours", "nearly two years", "a day and a half", "the past three years", "the first nine months"."""

from reconcile.extract.times_grammar import Read, Rule, form, rule
from reconcile.extract.times_numbers import values
from reconcile.model.times import TimeForm

LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "W", "weekend": "WE", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "millennium": "L",
}  # fmt: skip
SECONDS = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "night": 86400, "week": 604800, "fortnight": 1209600, "weekend": 172800,
    "month": 2592000, "quarter": 7776000, "year": 31536000, "decade": 315360000, "century": 3153600000, "millennium": 31536000000,
}  # fmt: skip
_PLURALS = {"centuries": "century", "millennia": "millennium"}

MOD = r"(?P<mod> (?: no | not )? more than | (?: no | not )? less than | at least | at most | up to | as (?: many | long ) as | just? over | just? under | well? over | almost | about | around | roughly | some | only )".replace(
    " well? over |", ""
)
QUANTITY = (
    rf"{MOD}? (?: (?P<few> a few | few | several | many | a couple of? | couple of? | some | dozens of | hundreds of | thousands of )"
    r" | (?P<half> half ) (?: a )? | (?P<n> NUMBER ) (?: (?P<plus> and (?: a )? half ) )? | (?P<a> a | another ) )"
)


def unit_of(key: str) -> str:
    """ "years" to "year"."""
    return _PLURALS.get(key, key.rstrip("s") if key in _PLURAL_KEYS else key)


_PLURAL_KEYS = frozenset({f"{unit}s" for unit in LETTERS})
_COUPLE = 2


def count_of(read: Read) -> str:
    """The number of units as digits, "" where the text leaves it vague ("a few")."""
    if read.has("few"):
        words = [t.key for t in read.tokens[read.match.start("few") : read.match.end("few")]]
        return str(_COUPLE) if "couple" in words else ""
    if read.has("half"):
        return "0.5"
    if read.has("n"):
        key = read.key("n")
        n = str(values().get(key, key))
        return str(float(n) + 0.5) if read.has("plus") else n
    return "1"


_MODS = {
    "more than": "MORE_THAN", "over": "MORE_THAN", "just over": "MORE_THAN", "no more than": "EQUAL_OR_LESS", "not more than": "EQUAL_OR_LESS",
    "less than": "LESS_THAN", "under": "LESS_THAN", "just under": "LESS_THAN", "no less than": "EQUAL_OR_MORE", "not less than": "EQUAL_OR_MORE",
    "at least": "EQUAL_OR_MORE", "at most": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS", "almost": "LESS_THAN", "about": "APPROX",
    "around": "APPROX", "roughly": "APPROX", "some": "APPROX",
}  # fmt: skip


def mod_of(read: Read) -> str | None:
    """The TIMEX3 modifier of the words before the number."""
    if not read.has("mod"):
        return None
    words = " ".join(t.key for t in read.tokens[read.match.start("mod") : read.match.end("mod")])
    return _MODS.get(words)


def period(n: str, unit: str) -> str:
    """The TIMEX3 value of ``n`` units, "X" for a vague number: P3Y, PT1.5H, P10Y for a decade, P2W for a fortnight."""
    letter = LETTERS[unit]
    if unit == "fortnight":
        n = str(2 * int(float(n))) if n else ""
    number = n.rstrip("0").rstrip(".") if "." in n else n
    amount = number or "X"
    return f"PT{amount}{letter[1]}" if letter[0] == "T" else f"P{amount}{letter}"


def _plain(read: Read) -> TimeForm | None:
    unit, n = unit_of(read.key("unit")), count_of(read)
    if (
        read.has("a")
        and read.key("a") == "a"
        and unit in ("second", "minute", "day", "night", "weekend", "quarter", "century")
    ):
        if not (read.before() in _LENGTH_CUES or read.has("mod") or read.has("plus") or read.has("half2")):
            return None
    if read.has("a") and unit in ("week", "month", "year", "hour", "day") and _is_rate(read):
        return form("set", "SET", value=period("1", unit))
    if unit == "second" and not read.has("n") and not read.has("few"):
        return None
    return form("duration", "DURATION", mod_of(read), n=_with_half(read, n), unit=unit, more=_more(read))


_LENGTH_CUES = frozenset(
    "for in within after before over during of until last lasted than about almost around took take takes spent spend nearly once twice".split()
)


def _with_half(read: Read, n: str) -> str:
    extra = 0.5 if read.has("tail") else 0.0
    return str(float(n) + extra) if extra and n else n


def _more(read: Read) -> str:
    """A second, smaller unit: "1 hour and 30 minutes"."""
    if not read.has("n9"):
        return ""
    return f"{values().get(read.key('n9'), read.key('n9'))} {unit_of(read.key('unit9'))}"


def _is_rate(read: Read) -> bool:
    """ "50,000 CDs a year", "twice a week", "$5 a share a year": a noun, number or frequency stands directly before."""
    return read.before() in ("once", "twice", "time") or (
        read.tag_before()[:2] in ("NN", "CR") and read.before() not in ("for", "of")
    )


def _bare(read: Read) -> TimeForm | None:
    if read.before() not in (
        "for",
        "in",
        "within",
        "over",
        "after",
        "take",
        "last",
        "lasted",
        "took",
        "spent",
        "of",
        "many",
        "until",
        "x",
    ):
        return None
    if read.before() == "of" and read.before(2) not in ("dozens", "hundreds", "thousands"):
        return None
    return form("duration", "DURATION", n="", unit=unit_of(read.key("unit")))


def _span(read: Read) -> TimeForm | None:
    sign = {"last": -1, "past": -1, "previous": -1, "prior": -1, "next": 1, "coming": 1, "following": 1}.get(
        read.key("rel"), 0
    )
    n = count_of(read)
    return form(
        "span",
        "DURATION",
        mod_of(read),
        n=n,
        unit=unit_of(read.key("unit")),
        sign=sign,
        business="1" if read.has("business") else "",
    )


def _recent(read: Read) -> TimeForm | None:
    unit = unit_of(read.key("unit"))
    ahead = read.key("rel") in ("coming", "next", "following")
    if ahead:
        return form("ref", value="FUTURE_REF")
    return form("span", "DURATION", n="", unit=unit, sign="-1")


def _first_units(read: Read) -> TimeForm | None:
    return form("duration", "DURATION", n=count_of(read), unit=unit_of(read.key("unit")))


def _age(read: Read) -> TimeForm | None:
    return form("duration", "DURATION", n=count_of(read), unit=unit_of(read.key("unit")), age="1")


_UNIT = r"-? (?P<unit> UNIT )"

RULES: tuple[Rule, ...] = (
    rule("durations.plain", rf"{QUANTITY} {_UNIT} (?P<tail> and (?: a )? half )?", _plain),
    rule("durations.two-units", rf"{QUANTITY} {_UNIT} ,? and? (?P<n9> NUMBER ) -? (?P<unit9> UNIT )", _plain),
    rule("durations.age", rf"{QUANTITY} -? (?P<unit> UNIT ) - old", _age),
    rule(
        "durations.or-so",
        rf"(?: the? (?P<rel> BACK | AHEAD ) )? {QUANTITY} (?P<unit> UNIT ) or so",
        lambda read: _span(read) if read.has("rel") else _plain(read),
    ),
    rule("durations.bare", r"(?P<unit> UNITS ) (?: or UNITS )?", _bare),
    rule(
        "durations.span",
        rf"(?: the | its | these )? (?P<rel> BACK | AHEAD ) {QUANTITY} (?P<business> business )? {_UNIT}",
        _span,
    ),
    rule("durations.span-after", rf"(?P<n> NUMBER ) (?P<rel> BACK | AHEAD ) {_UNIT}", _span),
    rule("durations.recent", r"(?: the )? (?P<rel> recent | coming ) (?P<unit> UNITS )", _recent),
    rule(
        "durations.first-months",
        r"(?: the | its ) (?: first | last | full )? (?P<n> NUMBER ) -? (?P<unit> UNIT )",
        _first_units,
    ),
    rule(
        "durations.additional",
        r"(?: a | the ) (?: additional | more | full | entire ) (?P<unit> SINGLE )",
        lambda read: form("duration", "DURATION", n="1", unit=read.key("unit")),
    ),
    rule(
        "durations.more",
        r"(?P<n> NUMBER ) (?: more | additional | full | entire | business ) (?P<unit> UNIT )",
        _first_units,
    ),
)
