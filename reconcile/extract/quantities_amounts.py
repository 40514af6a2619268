"""A number with what it is measured in, or bare: the one place that tries money, units, shares and glued letters in order."""

from attrs import evolve

from reconcile.extract.quantities_cardinals import glued_magnitude
from reconcile.extract.quantities_money import money_after, money_before
from reconcile.extract.quantities_numerals import numeral
from reconcile.extract.quantities_pieces import HYPHENS, Line, cues
from reconcile.extract.quantities_sums import Numeral
from reconcile.extract.quantities_units import (
    KINDS,
    Amount,
    compounded,
    one_and_a_half,
    unit_at,
    with_age,
    with_half,
    with_rate,
    with_unit,
)
from reconcile.measure.units import dimension_of, unit_forms


def amount(line: Line, at: int) -> Amount | None:
    """The amount that begins at piece ``at``: with a currency sign, a bare number, or a number and its unit."""
    if at >= len(line.pieces):
        return None
    found = money_before(line, at) or _percent_before(line, at) or _named_before(line, at)
    if found is not None:
        return with_rate(line, found)
    number = numeral(line, at)
    if number is None:
        return _below_zero(line, at) or one_and_a_half(line, at)
    share = _share(line, number)
    if share is not None:
        return share
    bare = Amount(
        number.first, number.last, number.low, number.high, None, None, "count", number.form, number.scale, number.round
    )
    if number.form == "fraction" and number.low == number.high and (part := _part_of_unit(line, bare)) is not None:
        return with_rate(line, part)
    if number.form == "vague" or number.round:
        return with_rate(line, _vague_measure(line, bare) or bare)
    measured = _richter(line, bare) or money_after(line, bare) or with_age(line, bare) or with_unit(line, bare)
    if measured is not None:
        return with_rate(line, with_half(line, compounded(line, measured)))
    return _by(line, bare) or _glued(line, bare)


def _percent_before(line: Line, at: int) -> Amount | None:
    """ "Percent of 10" as a heading of a table has it."""
    for form in (("percent", "of"), ("percents", "of"), ("per", "cent", "of")):
        if at == 0 and line.matches(0, form):
            number = numeral(line, len(form))
            if number is not None:
                return Amount(0, number.last, number.low, number.high, "percent", None, "percent", number.form)
    return None


def _named_before(line: Line, at: int) -> Amount | None:
    """ "magnitude 6.2", "a magnitude of 6.2", "Category 4", "Mach 2"."""
    unit = unit_forms().before.get(line.lower(at))
    if unit is None:
        return None
    start = at + 1 + (line.lower(at + 1) in ("of", "-"))
    number = numeral(line, start)
    if number is None or number.form == "vague":
        return None
    return Amount(at, number.last, number.low, number.high, unit, None, KINDS.get(unit, "measure"), number.form)


def _richter(line: Line, number: Amount) -> Amount | None:
    """ "8.5 on the Richter scale"."""
    if any(line.matches(number.last, form) for form in (("on", "the", "richter"), ("on", "richter"), ("richter",))):
        return evolve(number, unit="magnitude", kind="magnitude")
    return None


def _by(line: Line, number: Amount) -> Amount | None:
    """ "1.5 by 3 kilometres": the unit of the second side holds for the first."""
    if number.form != "digits":
        return None
    at = number.last
    for _ in range(_MAX_SIDES - 1):
        side = numeral(line, at + 1) if line.lower(at) in _BY else None
        if side is None or side.form != "digits":
            return None
        bare = Amount(side.first, side.last, side.low, side.high)
        measured = with_unit(line, bare)
        if measured is not None:
            return (
                evolve(number, unit=measured.unit, kind="measure") if dimension_of(measured.unit) == "length" else None
            )
        at = side.last
    return None


_BY = ("by", "x", "\u00d7")
_MAX_SIDES = 3


def _part_of_unit(line: Line, number: Amount) -> Amount | None:
    """ "half an hour", "a quarter of a mile", "three-quarters of a percentage point"."""
    at = number.last + (line.lower(number.last) == "of")
    at += line.lower(at) in ("a", "an")
    return with_unit(line, evolve(number, last=at)) if at > number.last else None


def _vague_measure(line: Line, number: Amount) -> Amount | None:
    """ "tens of millions of dollars", "several miles", "half a million tonnes"."""
    skipped = evolve(number, last=number.last + (line.lower(number.last) == "of"))
    return money_after(line, skipped) or with_age(line, skipped) or with_unit(line, skipped)


def _below_zero(line: Line, at: int) -> Amount | None:
    """ "- 20 degrees": a spaced minus only before degrees, or where nothing else stands."""
    if (
        line.lower(at) not in ("-", "\u2212")
        or line.glued(at + 1)
        or at + 1 >= len(line.pieces)
        or line.pieces[at + 1].kind != "number"
    ):
        return None
    found = amount(line, at + 1)
    if found is None or not (found.kind == "temperature" or (at == 0 and found.last >= len(line.pieces))):
        return None
    return evolve(found, first=at, low=-found.high, high=-found.low)


_SHARES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 1000, 10_000, 100_000, 1_000_000})


def _share(line: Line, upper: Numeral) -> Amount | None:
    """ "one in four", "nine out of 10", "six of every ten": a share; "12 out of 21" stays a count of a total."""
    at = upper.last
    out_of = line.matches(at, ("out", "of"))
    hyphened = line.matches(at, ("-", "in", "-"))
    of_every = line.lower(at) in ("of", "in") and line.lower(at + 1) in ("every", "each")
    if not (out_of or hyphened or of_every) and line.lower(at) != "in":
        return None
    lower = numeral(line, at + 1 + out_of + of_every + 2 * hyphened)
    if lower is None or upper.form == "vague" or lower.form not in ("digits", "words") or upper.low != int(upper.low):
        return None
    single = upper.low == 1 and lower.low == int(lower.low) and (lower.low <= 100 or lower.low % 100 == 0)
    if not 0 < upper.low < lower.low or not (single or (upper.low < 10 and lower.low in _SHARES)):
        return None
    after = line.lower(lower.last)
    unit = unit_at(line, lower.last, glued=False) if lower.last < len(line.pieces) else None
    if (unit is not None and not out_of) or after in ("-", "%") or (not out_of and 1500 < lower.low < 2100):
        return None
    value = upper.low / lower.low
    return Amount(upper.first, lower.last, value, value, None, None, "share", "fraction")


def _glued(line: Line, number: Amount) -> Amount | None:
    """A number with letters glued to it: a magnitude, a temperature, or a name ("5G", "13F", "747s") and then nothing."""
    at = number.last
    if not line.glued(at) or line.pieces[at].kind not in ("word", "code", "number"):
        hyphen = at < len(line.pieces) and line.lower(at) in HYPHENS and line.glued(at) and line.glued(at + 1)
        return evolve(number, hyphen=True) if hyphen else _spaced_magnitude(line, number)
    magnitude = glued_magnitude(line, at)
    if line.pieces[at].text == "K" and number.low in (2, 4, 5, 8, 16):
        return None
    if (magnitude is not None and not line.glued(at + 1)) or (
        magnitude is not None and line.pieces[at + 1].kind == "mark"
    ):
        return evolve(number, low=number.low * magnitude, high=number.high * magnitude, last=at + 1, scale=magnitude)
    if (line.pieces[at].text in ("C", "F") and not line.glued(at + 1)) or (
        line.lower(at) in ("c", "f") and line.lower(at + 1) in (".", ",")
    ):
        heat = cues("temperature", "quantities")
        if line.holds(heat):
            return evolve(
                number, last=at + 1, unit="celsius" if line.lower(at) == "c" else "fahrenheit", kind="temperature"
            )
    return None


def _spaced_magnitude(line: Line, number: Amount) -> Amount:
    """ "2.33 k", "1,674 M" where nothing follows."""
    at = number.last
    factor = (
        {"k": 1e3, "K": 1e3, "M": 1e6, "B": 1e9, "G": 1e9}.get(line.pieces[at].text) if at < len(line.pieces) else None
    )
    ends = at + 1 >= len(line.pieces) or line.lower(at + 1) in (".", ",", ")", "!", "?")
    if factor is None or not ends or number.form != "digits":
        return number
    return evolve(number, low=number.low * factor, high=number.high * factor, last=at + 1, scale=factor)
