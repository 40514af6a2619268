"""Number words that add up, and fractions of them: "one hundred and three", "2.5 million", "two thirds"."""

from typing import cast

from attrs import frozen

from reconcile.extract.quantities_cardinals import denominators, hundreds, magnitudes, opens_fraction, values
from reconcile.extract.quantities_pieces import HYPHENS, Line, number_words


@frozen
class Numeral:
    """A number read from piece ``first`` up to ``last`` (excluded).

    ``form`` is digits, words, fraction, collective ("a pair of") or vague; ``round`` tells that it is one by convention ("a dozen").
    ``scale`` is the last magnitude word, 1 without one.
    """

    first: int
    last: int
    low: float
    high: float
    form: str
    scale: float = 1.0
    round: bool = False


def fraction(line: Line, at: int) -> tuple[float, int] | None:
    """A fraction in words: (value, end). "One hundred and three quarters" is none: that is 100 and a fraction."""
    if line.lower(at) == "half":
        return 0.5, at + 1
    if line.lower(at) == "quarter":
        return 0.25, at + 1
    end = _number_run(line, at)
    found = denominators().get(line.lower(end)) if end > at else None
    if found is None:
        return None
    cut, lower, plural = _compound_denominator(line, at, end, *found)
    upper = _numerator(line, at, cut, lower)
    if line.lower(end) == "quarters" and upper != 3 and line.lower(end + 1) not in ("of", ""):
        return None
    return (
        (upper / lower, end + 1)
        if upper is not None and (plural or upper == 1) and (lower > 2 or "hal" in line.lower(end))
        else None
    )


def _number_run(line: Line, at: int) -> int:
    """The end of the number words, "and" and hyphens from ``at``, at most :data:`_MAX_RUN` pieces."""
    end = at + 1 if line.lower(at) in ("a", "an") else at
    while end - at < _MAX_RUN and (line.lower(end) in number_words() or _joins_numbers(line, at, end)):
        end += 1
    return end


_MAX_RUN = 24


def _joins_numbers(line: Line, at: int, end: int) -> bool:
    following = line.lower(end + 1)
    return end > at and line.lower(end) in ("and", "-") and (following in number_words() or following in denominators())


def _compound_denominator(line: Line, at: int, end: int, value: float, plural: bool) -> tuple[int, float, bool]:
    """ "three twenty-firsts", "one hundred thirty-fifths": a ten before the ordinal belongs to it. (numerator's end, denominator, plural)"""
    cut = end - 1 if line.lower(end - 1) == "-" else end
    tens = values("cardinals").get(line.lower(cut - 1), 0)
    before = line.lower(cut - 2)
    if tens >= 20 and value < 10 and cut - 1 > at and before not in ("and", "-"):
        return cut - 1, value + tens, plural
    hundred = cut - 1 - (line.lower(cut - 1) == "and")
    if line.lower(hundred) == "hundred" and line.lower(hundred - 1) == "one" and hundred - 1 > at and value < 100:
        return hundred - 1, value + 100, plural
    return cut, value, plural


def _numerator(line: Line, at: int, cut: int, lower: float) -> float | None:
    if line.lower(at) in ("a", "an") and cut == at + 1:
        return 1.0
    part = Line(line.sentence, line.pieces[:cut])
    whole = sum_of(part, at)
    if whole is None or whole.last != cut or line.pieces[at].kind == "number":
        return None
    joint = next((n for n in range(cut - 1, at, -1) if line.lower(n) == "and"), None)
    if joint is not None:
        last = sum_of(part, joint + 1)
        if last is not None and last.low < lower:
            return None
    return whole.low


def sum_of(line: Line, at: int) -> Numeral | None:
    """Terms of falling magnitude: "4 thousand 3 hundred and 21", "one and a half million", "six crore and two hundred"."""
    first = _term(line, at, None)
    if first is None:
        return None
    total, last, scale, form = first
    while True:
        joined = _joined(line, last)
        following = _term(line, joined, scale) if scale > 1 and joined is not None else None
        if following is None or joined is None:
            break
        value, end, smaller, _ = following
        if value == 0 or (line.lower(last) == "and" and opens_fraction(line, last, (value, end))):
            break
        if (
            form == "digits"
            and joined == last
            and smaller == 1
            and (scale < 1000 or line.pieces[joined].kind == "word")  # "£31 million two years ago"
        ):
            break
        total, last, scale = total + value, end, smaller
    tail = _fraction_tail(line, last)
    if tail is not None:
        value, end = tail
        extra = magnitudes(line, end)
        if extra is not None and scale == 1:
            total, last, scale = (total + value) * extra[0], extra[1], extra[0]
        elif extra is not None and extra[0] < scale:
            total, last = total + value * extra[0], extra[1]
        else:
            total, last = total + value * (scale if scale >= 1000 else 1), end
        form = "words"
    total = round(total, 9) if form == "words" else total
    return Numeral(at, last, total, total, form, scale, round=scale == 12)


def _joined(line: Line, at: int) -> int | None:
    lower = line.lower(at)
    if lower == "and":
        return at + 1
    if lower == "," and line.lower(at + 1) in values("cardinals"):
        return at + 1
    return at


def _fraction_tail(line: Line, at: int) -> tuple[float, int] | None:
    """ "and a half", "and three quarters", "point five", " 1/4", "½" after a whole number."""
    if at < len(line.pieces) and line.pieces[at].kind in ("ratio", "vulgar") and line.pieces[at].value is not None:
        return cast(float, line.pieces[at].value), at + 1
    ratio = line.pieces[at + 1] if line.lower(at) == "and" and at + 1 < len(line.pieces) else None
    if ratio is not None and ratio.kind in ("ratio", "vulgar") and ratio.value is not None:
        return ratio.value, at + 2
    if line.lower(at) == "point":
        return _decimals(line, at + 1)
    if line.lower(at) in HYPHENS and line.lower(at + 1) == "and" and line.glued(at + 1):
        return _share(fraction(line, at + 3 if line.lower(at + 2) in HYPHENS else at + 2))
    return _share(fraction(line, at + 1)) if line.lower(at) == "and" else None


def _share(found: tuple[float, int] | None) -> tuple[float, int] | None:
    return found if found is not None and found[0] < 1 else None


def _decimals(line: Line, at: int) -> tuple[float, int] | None:
    cardinals, digits, last = values("cardinals"), "", at
    while (word := line.lower(last)) in cardinals:
        digits += str(int(cardinals[word]))
        last += 1
        if cardinals[word] >= 20 and line.lower(last) == "-" and line.lower(last + 1) in cardinals:
            last += 1
        if cardinals[word] >= 20 and 0 < cardinals.get(line.lower(last), 0) < 10:
            digits = digits[:-1] + str(int(cardinals[line.lower(last)]))
            last += 1
    return (float("0." + digits), last) if digits else None


def _term(line: Line, at: int | None, below: float | None) -> tuple[float, int, float, str] | None:
    """(value, end, magnitude, form) of one coefficient with its magnitudes; ``below`` is the limit for a following term."""
    if at is None or at >= len(line.pieces):
        return None
    piece = line.pieces[at]
    if piece.kind in ("number", "vulgar", "ratio") and piece.value is not None:
        if below is not None and piece.kind != "number":
            return None
        coefficient, last, scale, form = piece.value, at + 1, 1.0, "digits"
        if piece.kind != "number":
            form = "fraction"
        tail = _share(_digits_tail(line, last)) if piece.kind == "number" else None
        if tail is not None and below is None:
            coefficient, last = coefficient + tail[0], tail[1]
    else:
        found = hundreds(line, at)
        if found is not None:
            coefficient, last, scale = found
        elif (
            piece.lower in ("a", "an")
            and line.lower(at + 1) in values("magnitudes")
            and not line.lower(at + 1).endswith("s")
        ):
            coefficient, last, scale = 1.0, at + 1, 1.0
        elif (
            piece.lower in ("hundred", "thousand", "million", "billion", "trillion", "dozen")
            and below is None
            and _opens(line, at)
        ):
            coefficient, last, scale = 1.0, at, 1.0
        else:
            return None
        form = "words"
        half = _half_between(line, last)
        if half is not None:
            coefficient, last = coefficient + half[0], half[1]
    magnitude = magnitudes(line, last)
    if magnitude is not None:
        coefficient, last, scale = coefficient * magnitude[0], magnitude[1], magnitude[0]
    if below is not None and (scale >= below or coefficient >= below):
        return None
    return coefficient, last, scale, form


def _digits_tail(line: Line, at: int) -> tuple[float, int] | None:
    """ "10 1/2", "2 ½": a fraction right after whole digits."""
    if at < len(line.pieces) and line.pieces[at].kind in ("ratio", "vulgar") and line.pieces[at].value is not None:
        return cast(float, line.pieces[at].value), at + 1
    return None


def _half_between(line: Line, at: int) -> tuple[float, int] | None:
    """ "one and a half" before "million", "two-and-a-half"."""
    joined = (
        at + 1
        if line.lower(at) == "and"
        else at + 2
        if line.lower(at) in HYPHENS and line.lower(at + 1) == "and"
        else None
    )
    if joined is None:
        return None
    if line.lower(joined) in HYPHENS:
        joined += 1
    found = _share(fraction(line, joined))
    return (
        found
        if found is not None and line.lower(found[1]) in values("magnitudes") and line.lower(found[1]) != "hundred"
        else None
    )


def _opens(line: Line, at: int) -> bool:
    """A bare "hundred thousand dollars": only at the start of a phrase and with another magnitude or a unit behind."""
    return line.lower(at - 1) not in values("cardinals") and line.lower(at + 1) in values("magnitudes")
