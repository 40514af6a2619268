"""Number words put together: "twenty-four" is 24, "nineteen seventy-nine" a year, "twenty-first" an ordinal."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from reconcile.extract.times_lexer import OTHER, Lexeme, number_class, sections

_TEENS = range(10, 20)


@cache
def values() -> Mapping[str, int]:
    """The value of every cardinal and ordinal word."""
    ones = {key: n for n, key in enumerate(sections()["cardinals"][:21])}
    tens = {key: 10 * n for n, key in enumerate(sections()["cardinals"][21:28], start=3)}
    ordinals = {key: n for n, key in enumerate(("first", "second", *sections()["ordinals"][1:19]), start=1)}
    return MappingProxyType({**ones, **tens, "hundred": 100, "thousand": 1000, **ordinals, "thirtieth": 30})


def merge(tokens: Sequence[Lexeme]) -> list[Lexeme]:
    """The tokens with every run of number words replaced by one number."""
    cardinals = _cardinals()
    if not any(token.key in cardinals for token in tokens):
        return list(tokens)
    merged: list[Lexeme] = []
    at = 0
    while at < len(tokens):
        stop = _run_end(tokens, at)
        if stop > at:
            merged.append(_number(tokens[at:stop]))
        else:
            merged.append(tokens[at])
            stop = at + 1
        at = stop
    return merged


def _run_end(tokens: Sequence[Lexeme], first: int) -> int:
    """Where the number that begins at ``first`` ends; ``first`` itself when none does."""
    at = first
    if tokens[at].key == "a" and at + 1 < len(tokens) and tokens[at + 1].key in ("hundred", "thousand"):
        at += 1
    if not _is_cardinal(tokens[at]):
        return first
    at += 1
    while at < len(tokens):
        step = _step(tokens, at)
        if not step:
            break
        at += step
    return at


def _is_cardinal(token: Lexeme) -> bool:
    return token.key in _cardinals()


@cache
def _cardinals() -> frozenset[str]:
    return frozenset(sections()["cardinals"])


def _step(tokens: Sequence[Lexeme], at: int) -> int:
    """How many tokens from ``at`` go on with the number: a word, "-" or "and" with a word, or none."""
    before, here = values()[tokens[at - 1].key], tokens[at]
    if here.key in ("-", "and") and at + 1 < len(tokens):
        following = values().get(tokens[at + 1].key, 0) if tokens[at + 1].key != "second" else 2
        joins = before in (100, 1000) or (20 <= before < 100 and before % 10 == 0)
        small = 0 < following < (100 if here.key == "and" and before >= 100 else 10)
        tight = here.key == "and" or (before < 100 and tokens[at + 1].start - tokens[at - 1].end == 1)
        if joins and small and tight and (here.key == "-" or _is_cardinal(tokens[at + 1]) or before >= 100):
            return 2
        year_tail = here.key == "-" and before in (*_TEENS, 20) and following >= 10
        return 2 if year_tail and following < 100 else 0
    if here.key not in values() or (here.key == "second" and not (20 <= before < 100)):
        return 0
    value = values()[here.key]
    if value in (100, 1000):
        return 1 if before < value and _is_cardinal(here) else 0
    if before in (100, 1000):
        return 1
    if before in (*_TEENS, 20) and value >= 10:
        return 1 if _is_cardinal(here) else 0
    return 1 if 20 <= before < 100 and before % 10 == 0 and value < 10 else 0


def _number(tokens: Sequence[Lexeme]) -> Lexeme:
    words = [t for t in tokens if t.key in values()]
    numbers = [values()[t.key] for t in words]
    start, end = tokens[0].start, tokens[-1].end
    text = " ".join(t.text for t in tokens)
    year = _year(numbers)
    if year:
        return Lexeme(start, end, "y", str(year), text)
    value = _sum(numbers)
    if not _is_cardinal(words[-1]):
        return Lexeme(start, end, "o" if value <= 31 else "O", str(value), text)
    spoken_year = 2000 <= value < 2100 and numbers[:2] == [2, 1000]
    return Lexeme(
        start, end, "w" if spoken_year else number_class(str(value)) if value < 1000 else "g", str(value), text
    )


def _year(numbers: Sequence[int]) -> int:
    """The year of "nineteen seventy-nine" or "twenty ten", else 0."""
    if len(numbers) in (2, 3) and numbers[0] in (*_TEENS, 20) and 10 <= numbers[1] < 100:
        tail = numbers[1] + (numbers[2] if len(numbers) == 3 else 0)
        return numbers[0] * 100 + tail if tail < 100 else 0
    if len(numbers) >= 3 and numbers[0] in _TEENS and numbers[1] == 100:
        tail = sum(numbers[2:])
        return numbers[0] * 100 + tail if 10 <= tail < 100 else 0
    return 0


def _sum(numbers: Sequence[int]) -> int:
    total = current = 0
    for number in numbers:
        if number == 100:
            current = max(1, current) * 100
        elif number == 1000:
            total, current = total + max(1, current) * 1000, 0
        else:
            current += number
    return total + current


def classes(tokens: Sequence[Lexeme]) -> str:
    """The class string of the tokens: one character each."""
    return "".join(t.char or OTHER for t in tokens)
