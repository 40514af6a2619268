"""The unit behind a number: metres, percent, years, degrees; ages, compounds ("5 ft 2 in") and rates ("an hour")."""

from types import MappingProxyType

from attrs import evolve, frozen

from reconcile.extract.quantities_numerals import numeral
from reconcile.extract.quantities_pieces import HYPHENS, Line, cues
from reconcile.measure.units import convert, dimension_of, unit_forms, units

_BRACKETS = MappingProxyType({"(": ")", "[": "]", "{": "}", "<": ">"})
_MAX_UNIT_WORDS = 5

# The kind of a quantity by the dimension of its unit; "measure" for all others.
KINDS = MappingProxyType(
    {name: name for name in ("percent", "duration", "money", "temperature", "angle", "speed", "magnitude")}
)


@frozen
class Amount:
    """A number with or without a unit, pieces ``first`` to ``last`` (excluded); ``number`` is where the digits begin.

    ``hyphen`` tells that the unit, or what follows, is joined by a hyphen ("40-metre-deep", "12-member").
    """

    first: int
    last: int
    low: float
    high: float
    unit: str | None = None
    per: str | None = None
    kind: str = "count"
    form: str = "digits"
    scale: float = 1.0
    round: bool = False
    hyphen: bool = False


def with_unit(line: Line, number: Amount) -> Amount | None:
    """The number with the unit behind it, None without one."""
    unit = _unit(line, number)
    if unit is None:
        return None
    name, last, hyphen = unit
    dimension = units()[name].dimension
    kind = KINDS.get(dimension, "measure")
    if dimension == "degree":
        heat = cues("temperature", "quantities")
        kind = "temperature" if number.low < 0 or line.holds(heat) else "angle"
    found = evolve(number, unit=name, last=last, kind=kind, hyphen=hyphen)
    if name in ("kilometre per hour", "mile per hour"):
        found = evolve(found, unit=name.split(" ", 1)[0], per="hour")
    return found


def with_age(line: Line, number: Amount) -> Amount | None:
    """ "29 years old", "72-year-old", "two-month-olds", "eighteen months of age", "87 yo"."""
    unit = _unit(line, number)
    if unit is not None and units()[unit[0]].dimension == "duration":
        at = unit[1] + (line.lower(unit[1]) in HYPHENS)
        if line.lower(at) in ("old", "olds"):
            return evolve(number, unit=unit[0], last=at + 1, kind="age", hyphen=at > unit[1] or unit[2])
        if line.matches(unit[1], ("of", "age")):
            return evolve(number, unit=unit[0], last=unit[1] + 2, kind="age")
    short = 1 if line.lower(number.last) == "yo" else 3 if line.matches(number.last, ("y", "/", "o")) else 0
    return evolve(number, unit="year", last=number.last + short, kind="age") if short else None


def _unit(line: Line, number: Amount) -> tuple[str, int, bool] | None:
    """(unit, end, joined by a hyphen) of the unit after a number."""
    at = number.last
    hyphen = line.lower(at) in HYPHENS and at < len(line.pieces) and (line.glued(at + 1) or not line.glued(at))
    hyphen = hyphen and line.lower(at) != ""
    start = at + 1 if hyphen else at
    if start >= len(line.pieces):
        return None
    bracket = _BRACKETS.get(line.pieces[start].text)
    if bracket is not None and number.form == "digits":
        inside = unit_at(line, start + 1, glued=True)
        return (inside[0], inside[1] + 1, False) if inside and line.lower(inside[1]) == bracket else None
    found = unit_at(
        line, start, glued=line.glued(start) and number.form in ("digits", "fraction"), digits=number.form != "words"
    )
    if found is None or _is_no_unit(line, number, start, found):
        return None
    return found[0], found[1], hyphen


def unit_at(line: Line, at: int, *, glued: bool, digits: bool = True) -> tuple[str, int] | None:
    """(unit, end) of the longest unit name or symbol at ``at``."""
    forms = unit_forms()
    best: tuple[str, int] | None = None
    spaced, joined = "", ""
    for last in range(at, min(at + _MAX_UNIT_WORDS, len(line.pieces))):
        piece = line.pieces[last]
        if piece.text in HYPHENS and last > at and piece.glued:
            joined += " "
            continue
        if piece.text == "." and last > at and piece.glued:
            continue  # "sq. ft."
        spaced = f"{spaced} {piece.lower}".strip()
        joined = joined + piece.text if (last == at or piece.glued) else f"{joined} {piece.text}"
        if spaced in forms.names:
            best = (forms.names[spaced], last + 1)
        if digits and joined in forms.symbols and (spaced not in forms.names or joined != joined.lower()):
            best = (forms.symbols[joined], last + 1)
        elif glued and joined in forms.glued:
            best = (forms.glued[joined], last + 1)
    return best


def _is_no_unit(line: Line, number: Amount, at: int, found: tuple[str, int]) -> bool:
    """Words that look like units and are none here."""
    unit, last = found
    text, after = line.pieces[at].text, line.lower(last)
    coded = line.glued(last) and line.lower(last) in HYPHENS and line.kind(last + 1) in ("number", "code")
    if len(text) == 1 and coded:
        return True  # "24703 L-202"
    if last < len(line.pieces) and line.glued(last) and line.pieces[last].kind in ("number", "code", "word"):
        return line.pieces[last].kind != "number" or unit not in ("foot", "hour", "minute", "metre")
    if text == "m":
        return _is_million(line, number, last)
    if text == "PC":
        return True  # "four PC makers"
    if text in ('"', "\u2033", "'", "\u2032"):
        feet = text == "'" and line.kind(last) == "number"
        return number.form != "digits" or not (after in cues("inch_behind") or feet)
    if unit == "second" and after in ("half", "-") and line.lower(last + 1) != "delay":
        return after == "half" or line.lower(last + 1) == "half"
    return text == "pm" and number.low <= 12 and not line.matches(last, ("is",))


def _is_million(line: Line, number: Amount, after: int) -> bool:
    """ "40m people" counts, "a 40m well" measures: a plural noun behind tells."""
    token = line.token(after)
    return (
        number.form == "digits"
        and token is not None
        and token.tag in ("NN2", "NN0")
        and line.pieces[after].kind == "word"
        and line.lower(after) not in cues("races")
    )


def compounded(line: Line, whole: Amount) -> Amount:
    """ "5 ft 2 in", "nine minutes and 46 seconds", "12 m 2 dm": smaller units of one dimension are added."""
    while whole.unit is not None and not whole.per:
        at = whole.last + (line.lower(whole.last) in ("and", ","))
        number = numeral(line, at)
        if number is None or number.low < 0:
            return whole
        bare = Amount(number.first, number.last, number.low, number.high, form=number.form)
        unit = _unit(line, bare) or _inches(line, whole, bare)
        if unit is None or dimension_of(unit[0]) != dimension_of(whole.unit) or unit[0] == whole.unit:
            return whole
        part = convert(number.low, unit[0], whole.unit)
        if part is None or part >= 1 or dimension_of(whole.unit) not in ("length", "duration", "mass"):
            return whole
        whole = evolve(whole, last=unit[1], low=whole.low + part, high=whole.high + part)
        if line.matches(whole.last, ("old",)) and dimension_of(whole.unit) == "duration":
            return evolve(whole, last=whole.last + 1, kind="age")
    return whole


def with_half(line: Line, measured: Amount) -> Amount:
    """ "one year and a half": what stands behind the unit still counts."""
    if dimension_of(measured.unit) not in ("duration", "length"):
        return measured
    for form, part in _PARTS:
        last = measured.last + len(form)
        if line.matches(measured.last, form) and line.lower(last) not in ("of", "million", "billion"):
            return evolve(measured, last=last, low=measured.low + part, high=measured.high + part)
    return measured


_PARTS = ((("and", "a", "half"), 0.5), (("and", "a", "quarter"), 0.25), (("and", "three", "quarters"), 0.75))


def one_and_a_half(line: Line, at: int) -> Amount | None:
    """ "an hour and a half", "a mile and a quarter": the article is the number."""
    if line.lower(at) not in ("a", "an"):
        return None
    found = unit_at(line, at + 1, glued=False, digits=False) if at + 1 < len(line.pieces) else None
    if found is None:
        return None
    whole = Amount(at, found[1], 1.0, 1.0, found[0], None, KINDS.get(units()[found[0]].dimension, "measure"), "words")
    half = with_half(line, whole)
    return half if half is not whole else None


def _inches(line: Line, whole: Amount, part: Amount) -> tuple[str, int, bool] | None:
    """ "12 ft 2 in", 5'3"."""
    if whole.unit == "foot" and line.lower(part.last) in ("in", "in.", '"', "\u2033", "ins"):
        return "inch", part.last + 1, False
    return None


def with_rate(line: Line, found: Amount) -> Amount:
    """ "per hour", "/s", "an hour", "a share", "a day"; "each" and "apiece"."""
    divisor = rate(line, found.last, found.unit is not None)
    if divisor is None or found.per is not None:
        return found
    per, last = divisor
    speed = dimension_of(found.unit) == "length" and dimension_of(per) == "duration"
    return evolve(found, per=per, last=last, kind="speed" if speed else found.kind)


def _divisor(line: Line, start: int) -> tuple[str, int]:
    """ "per person", "per Qualcomm share": the noun with the names in front of it."""
    at = start
    while at < start + 2 and at + 1 < len(line.pieces) and line.pieces[at + 1].kind == "word":
        token, following = line.token(at), line.token(at + 1)
        if token is None or following is None or token.pos not in ("PROPN", "ADJ"):
            break
        if following.pos not in ("NOUN", "PROPN"):
            break
        at += 1
    token = line.token(at)
    whole = token is not None and token.lower == line.lower(at)
    return (token.lemma.lower() if token is not None and whole else line.lower(at)), at + 1


def rate(line: Line, at: int, measured: bool) -> tuple[str, int] | None:
    """(divisor, end) of "per hour", "a day", "/s", "apiece" at ``at``; ``measured`` allows "a share" and the like."""
    word = line.lower(at)
    if word in HYPHENS and word and line.lower(at + 1) in ("a", "an", "per") and line.glued(at + 1):
        at, word = at + 1, line.lower(at + 1)
        start = at + 2 if line.lower(at + 1) in HYPHENS else at + 1
    else:
        start = at + 1
    if word in ("per", "/", "every", "each", "a", "an") and start < len(line.pieces):
        unit = unit_at(line, start, glued=word == "/", digits=True)
        lasting = unit is not None and units()[unit[0]].dimension == "duration"
        if lasting and unit is not None and line.lower(unit[1]) in ("ago", "earlier", "later", "before", "after"):
            return None  # "$1m a year ago"
        if unit is not None and (word != "every" or lasting):
            return unit
        token = line.token(start)
        if word == "per" and line.pieces[start].kind == "word" and token is not None:
            return _divisor(line, start)
        if word in ("a", "an") and measured:
            noun, last = _divisor(line, start)
            return (noun, last) if noun in cues("divisors", "quantities") else None
    return ("piece", at + 1) if word == "apiece" or (word == "each" and measured) else None
