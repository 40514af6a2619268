"""Money: signs, codes and names before and after the number, magnitudes, cents."""

from attrs import evolve

from reconcile.extract.quantities_cardinals import glued_magnitude
from reconcile.extract.quantities_numerals import numeral
from reconcile.extract.quantities_pieces import HYPHENS, Line, cues, letter_currency
from reconcile.extract.quantities_units import Amount
from reconcile.measure.units import currency_forms


def money_before(line: Line, at: int) -> Amount | None:
    """The amount of money that begins with a currency's sign or code at piece ``at``, or None."""
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
        letters = (
            piece.text.upper()
            if piece.text != "a" and (piece.text.isupper() or not following.glued or piece.text.islower())
            else piece.text
        )
        unit = forms.symbols.get(letters + following.text) or (letters if letters in forms.codes else None)
        if (unit is not None and piece.text not in ("a", "A")) or (piece.text == "A" and following.glued):
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
    letter = letter_currency(line.pieces, at)
    if letter is not None:
        return letter, number, 1.0
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
        if line.pieces[last].text in HYPHENS and last > at:
            continue
        key = f"{key} {line.pieces[last].lower}".strip()
        if key in forms.names:
            best = (forms.names[key], last + 1)
    return best


def money_after(line: Line, number: Amount) -> Amount | None:
    """The currency behind a number, or None: a name, a code, a sign, "pounds" where money is spoken of."""
    hyphen = line.lower(number.last) in HYPHENS and number.last < len(line.pieces)
    at = number.last + (hyphen and line.glued(number.last) == line.glued(number.last + 1))
    if at >= len(line.pieces):
        return None
    named = _by_name(line, number, at)
    if named is not None or (line.glued(at + 1) and line.pieces[at + 1].kind == "number"):
        return named
    return _by_code(line, number, at) or _by_sign(line, number, at)


def _by_name(line: Line, number: Amount, at: int) -> Amount | None:
    """ "5 million euros", "40m pounds", "five-dollar"."""
    magnitude = glued_magnitude(line, at)
    named = _currency_name(line, at + 1) if magnitude is not None else None
    if magnitude is not None and line.lower(at + 1) == "pounds":
        named = ("GBP", at + 2)
    if magnitude is not None and named is not None:
        return _as_money(number, named[0], named[1], magnitude)
    name = _currency_name(line, at)
    if name is not None and _is_money(line, number, at):
        return _cents(line, evolve(_as_money(number, name[0], name[1]), hyphen=at > number.last))
    if line.lower(at) in ("pound", "pounds") and (number.scale >= 1000 or line.holds(cues("money_talk"))):
        return _as_money(number, "GBP", at + 1)
    return None


def _by_code(line: Line, number: Amount, at: int) -> Amount | None:
    """ "50 USD", "75 USD million", "30 MUSD"."""
    forms, piece = currency_forms(), line.pieces[at]
    code = piece.text.upper()
    if piece.text.isupper() and code[:1] == "M" and code[1:] in forms.codes:
        return _as_money(number, code[1:], at + 1, 1e6)
    known = code in forms.codes or code == "RMB"
    if not known or not (piece.text.isupper() or piece.text.islower()) or (code in forms.wordlike and not piece.glued):
        return None
    following = numeral_magnitude(line, at + 1)
    last, factor = (at + 2, following) if following else (at + 1, 1.0)
    return _cents(line, _as_money(number, "CNY" if code == "RMB" else code, last, factor))


def _by_sign(line: Line, number: Amount, at: int) -> Amount | None:
    """ "10 \u20ac", "100\u5143", "90p"; a sign glued to a number behind it belongs there."""
    forms, piece = currency_forms(), line.pieces[at]
    if piece.text in forms.symbols and (piece.kind == "mark" or piece.text in forms.after) and at == number.last:
        return _cents(line, _as_money(number, forms.symbols[piece.text], at + 1))
    if piece.text == "p" and piece.glued and number.low not in _SCREEN_LINES:
        return _as_money(number, "penny", at + 1)
    return None


_SCREEN_LINES = (480, 720, 1080, 1440, 2160)


def _as_money(number: Amount, unit: str, last: int, factor: float = 1.0) -> Amount:
    scale = max(number.scale, factor)
    return evolve(
        number, low=number.low * factor, high=number.high * factor, unit=unit, last=last, kind="money", scale=scale
    )


def numeral_magnitude(line: Line, at: int) -> float | None:
    """The factor of a magnitude word that follows a code ("75 USD million")."""
    return {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}.get(line.lower(at))


def _is_money(line: Line, number: Amount, at: int) -> bool:
    """ "won", "real", "sol", "mark", "som", "rand" and the like are words as well: there the number must be a large one."""
    word = line.lower(at)
    return word not in cues("currency_words") or number.scale >= 1000 or number.low >= 1000


def _cents(line: Line, whole: Amount) -> Amount:
    """ "3 dollars 50 cents", "10 $ 30 cent"; "15 dollars and 50" where the phrase ends there."""
    forms = currency_forms()
    at = whole.last + (line.lower(whole.last) == "and")
    part = numeral(line, at) if whole.unit in forms.codes and whole.scale == 1 else None
    if part is None or not 0 < part.low < 100 or part.low != int(part.low) or part.form not in ("digits", "words"):
        return whole
    name = _currency_name(line, part.last)
    if name is not None and name[0] in forms.minor and (forms.minor[name[0]][0] == whole.unit or name[0] == "cent"):
        value = part.low / forms.minor[name[0]][1]
        return evolve(whole, last=name[1], low=whole.low + value, high=whole.high + value)
    ends = (
        part.last >= len(line.pieces)
        or line.lower(part.last) in (".", "!", "?", "\u2026")
        or line.matches(part.last, ("more",))
    )
    spoken = at == whole.last or whole.low == int(whole.low)
    points = line.matches(part.last, ("points",)) or line.matches(part.last, ("point",))
    if spoken and ends and not points and (whole.unit != "CNY" or part.low > 9):
        return evolve(whole, last=part.last, low=whole.low + part.low / 100, high=whole.high + part.low / 100)
    return whole
