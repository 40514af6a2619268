"""Words and digits up to 9,999, magnitudes and the tables that they are read from."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import cast

from reconcile.extract.quantities_pieces import HYPHENS, Line
from reconcile.lexicon.load import table


@cache
def values(section: str, field: str = "values") -> Mapping[str, float]:
    """The words of a section of the lexicon with their numbers."""
    return MappingProxyType(cast(dict[str, float], table("quantities")[section][field]))


@cache
def phrases_of(section: str) -> Mapping[str, tuple[tuple[tuple[str, ...], object], ...]]:
    """Multi-word entries of a section by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], object]]] = {}
    for phrase, value in cast(dict[str, object], table("quantities")[section]["values"]).items():
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, value))
    return MappingProxyType({k: tuple(sorted(v, key=lambda item: -len(item[0]))) for k, v in found.items()})


@cache
def denominators() -> Mapping[str, tuple[float, bool]]:
    """Denominator words to (value, plural)."""
    singular = values("denominators")
    plural = {("halves" if w == "half" else w + "s"): (v, True) for w, v in singular.items()}
    plural |= {"firsts": (1.0, True), "seconds": (2.0, True), "first": (1.0, False), "second": (2.0, False)}
    return MappingProxyType({**{w: (v, False) for w, v in singular.items()}, **plural})


def magnitudes(line: Line, at: int) -> tuple[float, int] | None:
    """ "million", "hundred thousand", "lakh crore", "bn", glued "k": (factor, end)."""
    factor, last = 1.0, at
    while True:
        word = line.lower(last)
        step = 1 if word not in HYPHENS or not word else 2
        value = values("magnitudes").get(line.lower(last + step - 1) if step == 2 else word)
        if value is None or (step == 2 and not line.glued(last)):
            break
        if word.endswith("s") and word not in (
            "lakhs",
            "lacs",
            "crores",
            "dozens",
            "dzs",
            "dozs",
            "hundreds",
            "millions",
            "billions",
            "thousands",
            "trillions",
        ):
            break
        factor, last = factor * value, last + step
    if last > at:
        return factor, last
    return _abbreviated(line, at)


def _abbreviated(line: Line, at: int) -> tuple[float, int] | None:
    if at >= len(line.pieces) or at == 0 or line.pieces[at - 1].kind not in ("number", "vulgar"):
        return None
    value = values("abbreviated").get(line.pieces[at].text)
    return None if value is None else (value, at + 1)


def glued_magnitude(line: Line, at: int) -> float | None:
    """The factor of a letter glued to digits ("10k", "$40m"); whether it is one, and no unit, the caller decides."""
    if line.glued(at) and line.pieces[at - 1].kind in ("number", "vulgar"):
        return values("abbreviated", "glued").get(line.pieces[at].text)
    return None


def hundreds(line: Line, at: int) -> tuple[float, int, float] | None:
    """Words up to 9,999 with "hundred": (value, end, magnitude)."""
    small = _small(line, at)
    hundred = line.lower(small[1]) if small else ""
    step = 1
    if small and hundred in HYPHENS and line.lower(small[1] + 1) == "hundred":
        hundred, step = "hundred", 2
    if small is None:
        if line.lower(at) in ("a", "an") and line.lower(at + 1) == "hundred":
            small, hundred = (1.0, at + 1), "hundred"
        else:
            return None
    value, last = small
    if hundred not in ("hundred", "hundreds") or not 0 < value < 100:
        return value, last, 1.0
    value, last = value * 100, last + step
    if line.lower(last) == "and" and line.lower(last + 2) in ("dozen", "dozens"):
        return value, last, 100.0
    rest = (
        _small(line, last + 1)
        if line.lower(last) == "and"
        else _small(line, last + (line.lower(last) in HYPHENS and line.glued(last)))
    )
    if rest is not None and rest[0] > 0 and not opens_fraction(line, last, rest):
        return value + rest[0], rest[1], 1.0
    return value, last, 100.0


def opens_fraction(line: Line, at: int, rest: tuple[float, int]) -> bool:
    """ "one hundred and three quarters" is 100¾, no 103 quarters."""
    end = rest[1] + (line.lower(rest[1]) == "-")
    found = denominators().get(line.lower(end))
    return line.lower(at) == "and" and found is not None and rest[0] < found[0] and (found[1] or rest[0] == 1)


def _small(line: Line, at: int) -> tuple[float, int] | None:
    """0 to 99 in words: (value, end)."""
    cardinals = values("cardinals")
    if at >= len(line.pieces) or line.pieces[at].lower not in cardinals:
        return None
    value = cardinals[line.pieces[at].lower]
    if value < 20:
        return float(value), at + 1
    unit = at + 1
    if line.lower(unit) == "-" or (line.lower(unit) in HYPHENS and line.glued(unit)):
        unit += 1
    if 0 < cardinals.get(line.lower(unit), 0) < 10:
        return float(value + cardinals[line.lower(unit)]), unit + 1
    return float(value), at + 1
