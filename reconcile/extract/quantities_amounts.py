"""A number with its unit: money, percent, lengths and the like, rates, ages, compounds ("5 ft 2 in", "3 dollars 50 cents")."""

from attrs import evolve, frozen

from reconcile.extract.quantities_numerals import Numeral, glued_magnitude, numeral
from reconcile.extract.quantities_pieces import Line
from reconcile.lexicon.load import words
from reconcile.measure.units import convert, currency_forms, dimension_of, unit_forms, units

_HYPHENS = "-\u2010\u2011"
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_MAX_UNIT_WORDS = 5
_KINDS = {"percent": "percent", "duration": "duration", "money": "money", "temperature": "temperature", "angle": "angle", "speed": "speed", "magnitude": "magnitude"}  # fmt: skip


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


def amount(line: Line, at: int) -> Amount | None:
    """The amount that begins at piece ``at``: with a currency sign, a bare number, or a number and its unit."""
    if at >= len(line.pieces):
        return None
    found = _money_before(line, at) or _percent_before(line, at) or _named_before(line, at)
    if found is not None:
        return _with_rate(line, found)
    number = numeral(line, at)
    if number is None:
        return _below_zero(line, at)
    share = _share(line, number)
    if share is not None:
        return share
    bare = Amount(number.first, number.last, number.low, number.high, None, None, "count", number.form, number.scale, number.round)
    if number.form == "fraction" and number.low == number.high and (part := _part_of_unit(line, bare)) is not None:
        return _with_rate(line, part)
    if number.form == "vague" or number.round:
        return _with_rate(line, _vague_measure(line, bare) or bare)
    measured = _richter(line, bare) or _money_after(line, bare) or _age(line, bare) or _measured(line, bare)
    if measured is not None:
        return _with_rate(line, _compound(line, measured))
    return _by(line, bare) or _glued(line, bare)


def _richter(line: Line, number: Amount) -> Amount | None:
    """"8.5 on the Richter scale"."""
    if any(line.matches(number.last, form) for form in (("on", "the", "richter"), ("on", "richter"), ("richter",))):
        return evolve(number, unit="magnitude", kind="magnitude")
    return None


def _by(line: Line, number: Amount) -> Amount | None:
    """"1.5 by 3 kilometres": the unit of the second side holds for the first."""
    if line.lower(number.last) not in ("by", "x", "\u00d7") or number.form != "digits":
        return None
    side = amount(line, number.last + 1)
    if side is None or dimension_of(side.unit) != "length" or side.form != "digits":
        return None
    return evolve(number, unit=side.unit, kind="measure")


def _part_of_unit(line: Line, number: Amount) -> Amount | None:
    """"half an hour", "a quarter of a mile", "three-quarters of a percentage point"."""
    at = number.last + (line.lower(number.last) == "of")
    at += line.lower(at) in ("a", "an")
    return _measured(line, evolve(number, last=at)) if at > number.last else None


def _vague_measure(line: Line, number: Amount) -> Amount | None:
    """"tens of millions of dollars", "several miles", "half a million tonnes"."""
    skipped = evolve(number, last=number.last + (line.lower(number.last) == "of"))
    return _money_after(line, skipped) or _age(line, skipped) or _measured(line, skipped)


def _below_zero(line: Line, at: int) -> Amount | None:
    """"- 20 degrees": a spaced minus only before degrees, or where nothing else stands."""
    if line.lower(at) not in ("-", "\u2212") or line.glued(at + 1) or at + 1 >= len(line.pieces) or line.pieces[at + 1].kind != "number":
        return None
    found = amount(line, at + 1)
    if found is None or not (found.kind == "temperature" or (at == 0 and found.last >= len(line.pieces))):
        return None
    return evolve(found, first=at, low=-found.high, high=-found.low)


_SHARES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 1000, 10_000, 100_000, 1_000_000})


def _share(line: Line, upper: Numeral) -> Amount | None:
    """"one in four", "nine out of 10": a share; "12 out of 21" stays a count of a total."""
    at = upper.last
    out_of = line.matches(at, ("out", "of"))
    if not out_of and line.lower(at) != "in":
        return None
    lower = numeral(line, at + 1 + out_of)
    if lower is None or upper.form == "vague" or lower.form not in ("digits", "words") or upper.low != int(upper.low):
        return None
    single = upper.low == 1 and lower.low == int(lower.low) and (lower.low <= 100 or lower.low % 100 == 0)
    if not 0 < upper.low < lower.low or not (single or (upper.low < 10 and lower.low in _SHARES)):
        return None
    after = line.lower(lower.last)
    unit = _unit_at(line, lower.last, glued=False) if lower.last < len(line.pieces) else None
    if unit is not None and not out_of or after in ("-", "%") or (not out_of and 1500 < lower.low < 2100):
        return None
    value = upper.low / lower.low
    return Amount(upper.first, lower.last, value, value, None, None, "share", "fraction")


def _money_before(line: Line, at: int) -> Amount | None:
    sign = _currency_sign(line, at)
    if sign is None:
        return None
    unit, start, factor = sign
    number = numeral(line, start)
    if number is None or line.pieces[start].kind == "word":
        return None
    last, scale = number.last, number.scale * factor
    magnitude = glued_magnitude(line, last)
    if magnitude is not None:
        last, factor, scale = last + 1, factor * magnitude, magnitude
    name = _currency_name(line, last)
    if name is not None and name[1] == last + 1 and number.form == "digits" and line.lower(last).startswith("dollar"):
        last = name[1]
    found = Amount(at, last, number.low * factor, number.high * factor, unit, None, "money", number.form, scale)
    return _cents(line, found)


def _currency_sign(line: Line, at: int) -> tuple[str, int, float] | None:
    """(unit, where the number begins, factor) of "$", "US$", "C $", "USD", "Rs.", "MUSD" in front of a number."""
    forms = currency_forms()
    piece = line.pieces[at]
    following = line.pieces[at + 1] if at + 1 < len(line.pieces) else None
    if following is None:
        return None
    if piece.kind == "word" and following.text in ("$", "\u00a3", "\u20ac", "\u00a5") and at + 2 < len(line.pieces):
        letters = piece.text.upper() if piece.text != "a" and (piece.text.isupper() or not following.glued or piece.text.islower()) else piece.text
        unit = forms.symbols.get(letters + following.text) or (letters if letters in forms.codes else None)
        if unit is not None and piece.text not in ("a", "A") or (piece.text == "A" and following.glued):
            return (unit, at + 2, 1.0) if unit else None
    if piece.kind == "mark" and piece.text in forms.symbols and not piece.text.isalnum():
        return forms.symbols[piece.text], at + 1, 1.0
    if piece.kind == "word":
        return _currency_letters(line, at)
    return None


def _currency_letters(line: Line, at: int) -> tuple[str, int, float] | None:
    forms = currency_forms()
    piece = line.pieces[at]
    number = at + 1
    if line.lower(number) == "." and piece.text in forms.before:
        number += 1
    if number >= len(line.pieces) or line.pieces[number].kind != "number":
        return None
    code = piece.text.upper()
    if code in forms.codes and (piece.text.isupper() or piece.text.islower()):
        return (code, number, 1.0) if code not in forms.wordlike or line.glued(number) else None
    if piece.text in forms.before:
        return forms.symbols.get(piece.text) or forms.names.get(piece.lower, "money"), number, 1.0
    if piece.lower in ("rmb", "dollar"):
        return forms.names.get(piece.lower, "CNY"), number, 1.0
    if piece.text.isupper() and code[:1] == "M" and code[1:] in forms.codes:
        return code[1:], number, 1e6
    return None


def _currency_name(line: Line, at: int) -> tuple[str, int] | None:
    """(unit, end) of the longest currency name at ``at``."""
    forms = currency_forms()
    key, best = "", None
    for last in range(at, min(at + 4, len(line.pieces))):
        if line.pieces[last].text in _HYPHENS and last > at:
            continue
        key = f"{key} {line.pieces[last].lower}".strip()
        if key in forms.names:
            best = (forms.names[key], last + 1)
    return best


def _money_after(line: Line, number: Amount) -> Amount | None:
    at = number.last + (line.lower(number.last) in _HYPHENS and line.glued(number.last) and line.glued(number.last + 1))
    if at >= len(line.pieces):
        return None
    forms, piece = currency_forms(), line.pieces[at]
    hyphen = at > number.last
    magnitude = glued_magnitude(line, at)
    named = _currency_name(line, at + 1) if magnitude is not None else None
    if magnitude is not None and named is not None:
        return _as_money(number, named[0], named[1], magnitude)
    name = _currency_name(line, at)
    if name is not None and _is_money(line, number, at):
        return _cents(line, evolve(_as_money(number, name[0], name[1]), hyphen=hyphen))
    code = piece.text.upper()
    if line.glued(at + 1) and line.pieces[at + 1].kind == "number":
        return None
    if piece.kind == "word" and (code in forms.codes or code == "RMB") and (piece.text.isupper() or piece.text.islower()):
        if code in forms.wordlike and not piece.glued:
            return None
        following = numeral_magnitude(line, at + 1)
        last, factor = (at + 2, following) if following else (at + 1, 1.0)
        return _cents(line, _as_money(number, "CNY" if code == "RMB" else code, last, factor))
    if piece.text.isupper() and code[:1] == "M" and code[1:] in forms.codes:
        return _as_money(number, code[1:], at + 1, 1e6)
    if piece.text in forms.symbols and (piece.kind == "mark" or piece.text in forms.after) and not hyphen:
        following_number = at + 1 < len(line.pieces) and line.pieces[at + 1].kind == "number" and line.glued(at + 1)
        return None if following_number else _cents(line, _as_money(number, forms.symbols[piece.text], at + 1))
    if piece.text == "p" and piece.glued and number.low not in (480, 720, 1080, 1440, 2160):
        return _as_money(number, "penny", at + 1)
    if piece.lower in ("pound", "pounds") and (number.scale >= 1000 or _speaks_of_money(line)):
        return _as_money(number, "GBP", at + 1)
    return None


def _as_money(number: Amount, unit: str, last: int, factor: float = 1.0) -> Amount:
    scale = max(number.scale, factor)
    return evolve(number, low=number.low * factor, high=number.high * factor, unit=unit, last=last, kind="money", scale=scale)


def numeral_magnitude(line: Line, at: int) -> float | None:
    """The factor of a magnitude word that follows a code ("75 USD million")."""
    return {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}.get(line.lower(at))


def _is_money(line: Line, number: Amount, at: int) -> bool:
    """"won", "real", "sol", "mark", "som", "rand" and the like are words as well: there the number must be a large one."""
    word = line.lower(at)
    return word not in _WORDS_TOO or number.scale >= 1000 or number.low >= 1000


_WORDS_TOO = frozenset({"won", "real", "sol", "som", "rand", "mark", "marks", "sen", "crown", "crowns", "kina", "lev", "quid", "dong", "tether", "ether", "dram", "cfa", "sterling", "fen", "lei", "punt"})  # fmt: skip
_MONEY_WORDS = frozenset({"cost", "costs", "paid", "pay", "pays", "price", "prices", "priced", "worth", "fine", "fined", "spent", "spend", "earn", "earned", "owed", "sold", "bought", "buy", "money", "cash", "bill", "salary", "fee", "currency", "sterling", "bank", "tax", "debt", "budget", "profit", "sales", "charge", "charged"})  # fmt: skip


def _speaks_of_money(line: Line) -> bool:
    return any(piece.lower in _MONEY_WORDS for piece in line.pieces)


def _cents(line: Line, whole: Amount) -> Amount:
    """"3 dollars 50 cents", "10 $ 30 cent"; "15 dollars and 50" where the phrase ends there."""
    forms = currency_forms()
    at = whole.last + (line.lower(whole.last) == "and")
    part = numeral(line, at) if whole.unit in forms.codes and whole.scale == 1 else None
    if part is None or not 0 < part.low < 100 or part.low != int(part.low) or part.form not in ("digits", "words"):
        return whole
    name = _currency_name(line, part.last)
    if name is not None and name[0] in forms.minor and (forms.minor[name[0]][0] == whole.unit or name[0] == "cent"):
        value = part.low / forms.minor[name[0]][1]
        return evolve(whole, last=name[1], low=whole.low + value, high=whole.high + value)
    ends = part.last >= len(line.pieces) or line.lower(part.last) in (".", "!", "?", "\u2026") or line.matches(part.last, ("more",))
    spoken = at == whole.last or whole.low == int(whole.low)
    points = line.matches(part.last, ("points",)) or line.matches(part.last, ("point",))
    if spoken and ends and not points and (whole.unit != "CNY" or part.low > 9):
        return evolve(whole, last=part.last, low=whole.low + part.low / 100, high=whole.high + part.low / 100)
    return whole


def _percent_before(line: Line, at: int) -> Amount | None:
    """"Percent of 10" as a heading of a table has it."""
    for form in (("percent", "of"), ("percents", "of"), ("per", "cent", "of")):
        if at == 0 and line.matches(0, form):
            number = numeral(line, len(form))
            if number is not None:
                return Amount(0, number.last, number.low, number.high, "percent", None, "percent", number.form)
    return None


def _named_before(line: Line, at: int) -> Amount | None:
    """"magnitude 6.2", "a magnitude of 6.2", "Category 4", "Mach 2"."""
    unit = unit_forms().before.get(line.lower(at))
    if unit is None:
        return None
    start = at + 1 + (line.lower(at + 1) in ("of", "-"))
    number = numeral(line, start)
    if number is None or number.form == "vague":
        return None
    return Amount(at, number.last, number.low, number.high, unit, None, _KINDS.get(unit, "measure"), number.form)


def _age(line: Line, number: Amount) -> Amount | None:
    """"29 years old", "72-year-old", "two-month-olds", "eighteen months of age", "87 yo"."""
    unit = _unit(line, number)
    if unit is not None and units()[unit[0]].dimension == "duration":
        at = unit[1] + (line.lower(unit[1]) in _HYPHENS)
        if line.lower(at) in ("old", "olds"):
            return evolve(number, unit=unit[0], last=at + 1, kind="age", hyphen=at > unit[1] or unit[2])
        if line.matches(unit[1], ("of", "age")):
            return evolve(number, unit=unit[0], last=unit[1] + 2, kind="age")
    if line.lower(number.last) in ("yo", "yrold") or line.matches(number.last, ("y", "/", "o")):
        return evolve(number, unit="year", last=number.last + (1 if line.lower(number.last) in ("yo", "yrold") else 3), kind="age")
    return None


def _measured(line: Line, number: Amount) -> Amount | None:
    unit = _unit(line, number)
    if unit is None:
        return None
    name, last, hyphen = unit
    dimension = units()[name].dimension
    kind = _KINDS.get(dimension, "measure")
    if dimension == "degree":
        heat = words("quantities", "temperature")
        kind = "temperature" if number.low < 0 or any(p.lower in heat for p in line.pieces) else "angle"
    found = evolve(number, unit=name, last=last, kind=kind, hyphen=hyphen)
    if name in ("kilometre per hour", "mile per hour"):
        found = evolve(found, unit=name.split(" ", 1)[0], per="hour")
    return found


def _unit(line: Line, number: Amount) -> tuple[str, int, bool] | None:
    """(unit, end, joined by a hyphen) of the unit after a number."""
    at = number.last
    hyphen = line.lower(at) in _HYPHENS and at < len(line.pieces) and (line.glued(at + 1) or not line.glued(at))
    hyphen = hyphen and line.lower(at) != ""
    start = at + 1 if hyphen else at
    if start >= len(line.pieces):
        return None
    bracket = _BRACKETS.get(line.pieces[start].text)
    if bracket is not None and number.form == "digits":
        inside = _unit_at(line, start + 1, glued=True)
        return (inside[0], inside[1] + 1, False) if inside and line.lower(inside[1]) == bracket else None
    found = _unit_at(line, start, glued=line.glued(start) and number.form in ("digits", "fraction"), digits=number.form != "words")
    if found is None or _is_no_unit(line, number, start, found):
        return None
    return found[0], found[1], hyphen


def _unit_at(line: Line, at: int, *, glued: bool, digits: bool = True) -> tuple[str, int] | None:
    """(unit, end) of the longest unit name or symbol at ``at``."""
    forms = unit_forms()
    best: tuple[str, int] | None = None
    spaced, joined = "", ""
    for last in range(at, min(at + _MAX_UNIT_WORDS, len(line.pieces))):
        piece = line.pieces[last]
        if piece.text in _HYPHENS and last > at and piece.glued:
            joined += " "
            continue
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
    if len(text) == 1 and after in _HYPHENS and line.glued(last) and last + 1 < len(line.pieces) and line.pieces[last + 1].kind in ("number", "code"):
        return True
    if last < len(line.pieces) and line.glued(last) and line.pieces[last].kind in ("number", "code", "word"):
        return line.pieces[last].kind != "number" or unit not in ("foot", "hour", "minute", "metre")
    if text == "m":
        return _is_million(line, number, last)
    if text in ('"', "\u2033", "'", "\u2032"):
        return not (number.form == "digits" and (after in _DIMENSION_WORDS or (text == "'" and last < len(line.pieces) and line.pieces[last].kind == "number")))
    if unit == "second" and after in ("half", "-") and line.lower(last + 1) != "delay":
        return after == "half" or line.lower(last + 1) == "half"
    return text == "pm" and number.low <= 12 and not line.matches(last, ("is",))


_DIMENSION_WORDS = frozenset({"long", "wide", "tall", "high", "deep", "thick", "screen", "display", "diameter", "monitor", "tv", "by"})


def _is_million(line: Line, number: Amount, after: int) -> bool:
    """"40m people" counts, "a 40m well" measures: a plural noun behind tells."""
    token = line.token(after)
    return number.form == "digits" and token is not None and token.tag == "NN2" and line.pieces[after].kind == "word"


def _compound(line: Line, whole: Amount) -> Amount:
    """"5 ft 2 in", "nine minutes and 46 seconds", "12 m 2 dm": smaller units of one dimension are added."""
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


def _inches(line: Line, whole: Amount, part: Amount) -> tuple[str, int, bool] | None:
    """"12 ft 2 in", 5'3"."""
    if whole.unit == "foot" and line.lower(part.last) in ("in", "in.", '"', "\u2033", "ins"):
        return "inch", part.last + 1, False
    return None


def _with_rate(line: Line, found: Amount) -> Amount:
    """"per hour", "/s", "an hour", "a share", "a day"; "each" and "apiece"."""
    divisor = rate(line, found.last, found.unit is not None)
    if divisor is None or found.per is not None:
        return found
    per, last = divisor
    speed = dimension_of(found.unit) == "length" and dimension_of(per) == "duration"
    return evolve(found, per=per, last=last, kind="speed" if speed else found.kind)


def rate(line: Line, at: int, measured: bool) -> tuple[str, int] | None:
    """(divisor, end) of "per hour", "a day", "/s", "apiece" at ``at``; ``measured`` allows "a share" and the like."""
    word = line.lower(at)
    if word in _HYPHENS and word and line.lower(at + 1) in ("a", "an", "per") and line.glued(at + 1):
        at, word = at + 1, line.lower(at + 1)
        start = at + 2 if line.lower(at + 1) in _HYPHENS else at + 1
    else:
        start = at + 1
    if word in ("per", "/", "every", "each", "a", "an") and start < len(line.pieces):
        unit = _unit_at(line, start, glued=word == "/", digits=True)
        if unit is not None and (word != "every" or units()[unit[0]].dimension == "duration"):
            return unit
        token = line.token(start)
        if word == "per" and line.pieces[start].kind == "word" and token is not None:
            return token.lemma.lower() or line.lower(start), start + 1
        if word in ("a", "an") and measured and line.lower(start) in words("quantities", "divisors"):
            return line.lower(start), start + 1
    return ("piece", at + 1) if word == "apiece" else None


def _glued(line: Line, number: Amount) -> Amount | None:
    """A number with letters glued to it: a magnitude, a temperature, or a name ("5G", "13F", "747s") and then nothing."""
    at = number.last
    if not line.glued(at) or line.pieces[at].kind not in ("word", "code", "number"):
        hyphen = at < len(line.pieces) and line.lower(at) in _HYPHENS and line.glued(at) and line.glued(at + 1)
        return evolve(number, hyphen=True) if hyphen else _spaced_magnitude(line, number)
    magnitude = glued_magnitude(line, at)
    if line.pieces[at].text == "K" and number.low in (2, 4, 5, 8, 16):
        return None
    if magnitude is not None and not line.glued(at + 1) or (magnitude is not None and line.pieces[at + 1].kind == "mark"):
        return evolve(number, low=number.low * magnitude, high=number.high * magnitude, last=at + 1, scale=magnitude)
    if line.pieces[at].text in ("C", "F") and not line.glued(at + 1) or (line.lower(at) in ("c", "f") and line.lower(at + 1) in (".", ",")):
        heat = words("quantities", "temperature")
        if any(piece.lower in heat for piece in line.pieces):
            return evolve(number, last=at + 1, unit="celsius" if line.lower(at) == "c" else "fahrenheit", kind="temperature")
    return None


def _spaced_magnitude(line: Line, number: Amount) -> Amount:
    """"2.33 k", "1,674 M" where nothing follows."""
    at = number.last
    factor = {"k": 1e3, "K": 1e3, "M": 1e6, "B": 1e9, "G": 1e9}.get(line.pieces[at].text) if at < len(line.pieces) else None
    ends = at + 1 >= len(line.pieces) or line.lower(at + 1) in (".", ",", ")", "!", "?")
    if factor is None or not ends or number.form != "digits":
        return number
    return evolve(number, low=number.low * factor, high=number.high * factor, last=at + 1, scale=factor)
