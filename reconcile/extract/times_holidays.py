"""Named days: their words put together into one token each."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from reconcile.extract.times_lexer import Lexeme
from reconcile.lexicon.load import table, words

HOLIDAY = "H"


@cache
def _names() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word to all names that begin with it (their words, the holiday), longest first."""
    names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key in table("times_holidays"):
        for name in words("times_holidays", key):
            parts = tuple(_parts(name))
            names.setdefault(parts[0], []).append((parts, key))
    return MappingProxyType({k: tuple(sorted(v, key=lambda entry: (-len(entry[0]), entry))) for k, v in names.items()})


def holiday_words() -> frozenset[str]:
    """The last word of every name."""
    return frozenset(parts[-1] for names in _names().values() for parts, _ in names)


def _parts(name: str) -> Iterator[str]:
    """The words of a name as the lexer cuts them: "mother's day" is mother, 's, day."""
    for word in name.split():
        head, mark, tail = word.partition("'")
        yield head.rstrip(".")
        if head.endswith("."):
            yield "."
        if mark:
            yield f"'{tail}"


def merge_holidays(tokens: Sequence[Lexeme]) -> list[Lexeme]:
    """The tokens with every holiday as one of class "H"."""
    if _names().keys().isdisjoint(map(_word, tokens)):
        return list(tokens)
    merged: list[Lexeme] = []
    at = 0
    while at < len(tokens):
        length, key = _holiday_at(tokens, at)
        if length:
            merged.append(Lexeme(tokens[at].start, tokens[at + length - 1].end, HOLIDAY, key, key))
        else:
            merged.append(tokens[at])
        at += length or 1
    return merged


def _holiday_at(tokens: Sequence[Lexeme], at: int) -> tuple[int, str]:
    for parts, key in _names().get(_word(tokens[at]), ()):
        here = tokens[at : at + len(parts)]
        if (
            len(here) == len(parts)
            and all(_word(token) == part for token, part in zip(here, parts, strict=True))
            and _is_written_as_name(here)
        ):
            return len(parts), key
    return 0, ""


def _word(token: Lexeme) -> str:
    return token.text.lower().replace("\u2019", "'")


def _is_written_as_name(tokens: Sequence[Lexeme]) -> bool:
    """ "Freedom day" may be any day: a name of ordinary words needs its capitals, all but the short unmistakable ones."""
    return all(t.text[0].isupper() or not t.text[0].isalpha() for t in tokens) or all(
        t.text.islower() or not t.text[0].isalpha() for t in tokens
    )
