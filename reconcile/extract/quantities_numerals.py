"""Numbers in digits, words and both: "2.5 million", "half a million", "minus one hundred and three", "two thirds", "dozens"."""

from typing import cast

from attrs import evolve

from reconcile.extract.quantities_cardinals import phrases_of, values
from reconcile.extract.quantities_pieces import Line
from reconcile.extract.quantities_sums import Numeral, fraction, sum_of


def numeral(line: Line, at: int) -> Numeral | None:
    """The longest number that begins at piece ``at``, None where none begins."""
    if at >= len(line.pieces):
        return None
    sign, start = _sign(line, at)
    found = _vague(line, start) or _collective(line, start) or _half_of_magnitude(line, start)
    found = found or _fraction_alone(line, start) or _quotient(line, start) or sum_of(line, start)
    if found is None:
        return None
    if sign < 0:
        found = evolve(found, low=-found.high, high=-found.low)
    return evolve(found, first=at)


def _sign(line: Line, at: int) -> tuple[int, int]:
    """Minus before digits: glued to them and not to what stands before, or as a word."""
    lower = line.lower(at)
    if lower in ("minus", "negative"):
        return -1, at + 1
    if (
        lower in ("-", "\u2212")
        and line.glued(at + 1)
        and not (line.glued(at) and at > 0 and line.pieces[at - 1].kind != "mark")
    ):
        return (-1, at + 1) if line.pieces[at + 1].kind in ("number", "ratio", "vulgar") else (1, at)
    return 1, at


def _vague(line: Line, at: int) -> Numeral | None:
    for words, value in phrases_of("vague").get(line.lower(at), ()):
        if line.matches(at, words):
            low, high = cast(list[float], value)
            return Numeral(at, at + len(words), float(low), float(high), "vague", round=True)
    return None


def _collective(line: Line, at: int) -> Numeral | None:
    for words, value in phrases_of("collective").get(line.lower(at), ()):
        if line.matches(at, words) and line.lower(at + len(words)) == "of":
            number = float(cast(float, value))
            return Numeral(at, at + len(words), number, number, "collective", round="score" in words)
    return None


def _half_of_magnitude(line: Line, at: int) -> Numeral | None:
    """ "half a million", "a quarter million", "three quarters of a million", "half a dozen"."""
    share = fraction(line, at)
    if share is None:
        return None
    value, last = share
    after = last
    if line.lower(after) == "of":
        after += 1
    if line.lower(after) in ("a", "an") or (line.lower(after) == "-" and line.glued(after)):
        after += 1
    word = line.lower(after)
    if word not in values("magnitudes") or word.endswith("s") or (word == "hundred"):
        return None
    scale = values("magnitudes")[word]
    return Numeral(at, after + 1, value * scale, value * scale, "words", scale, round=True)


def _fraction_alone(line: Line, at: int) -> Numeral | None:
    share = fraction(line, at)
    if share is None:
        return None
    value, last = share
    return Numeral(at, last, value, value, "fraction")


def _quotient(line: Line, at: int) -> Numeral | None:
    """ "one over three" standing alone."""
    upper = sum_of(line, at)
    if upper is None or line.lower(upper.last) != "over":
        return None
    lower = sum_of(line, upper.last + 1)
    ends = lower is not None and (lower.last >= len(line.pieces) or line.pieces[lower.last].kind == "mark")
    if lower is None or not ends or lower.low == 0:
        return None
    return Numeral(at, lower.last, upper.low / lower.low, upper.low / lower.low, "fraction")
