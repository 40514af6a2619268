"""Number words: which number a single word stands for."""

from functools import cache
from typing import cast

from reconcile.lexicon.load import table


def numeral(word: str) -> str | None:
    """The digits of a word in lower case ("9" of "nine", "1200" of "1,200"), None for what is no number ("19th", "43-year-old")."""
    plain = word.replace(",", "")
    return plain if plain.isdecimal() else _digits().get(word)


@cache
def _digits() -> dict[str, str]:
    """Cardinal words to their digits; "first" counts nothing, and "i" is a pronoun."""
    sets = cast("list[list[str]]", table("closed_classes")["numbers"]["sets"])
    return {group[1]: group[0] for group in sets if len(group) > 1}
