"""Dates written in full in other languages: a day, the name of a month and a year ("14 juillet 2017", "14 сентября 2017")."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from reconcile.lexicon.load import table, words
from reconcile.model.times import TimeForm

_DATE = re.compile(
    r"""
    (?<![\w.,/-])
    (?P<day> \d{1,2} ) \.? \s (?: de\s | d[ei]\s )?
    (?P<month> [^\W\d_]{3,14} ) \s (?: de\s | del\s )?
    (?P<year> (?:19|20)\d\d )
    (?! [\w-] )
    """,
    re.VERBOSE,
)


@cache
def _languages() -> Mapping[str, tuple[str, ...]]:
    """The languages that call a month so, in order."""
    names: dict[str, list[str]] = {}
    for language in sorted(table("times_foreign")):
        for word in words("times_foreign", language):
            names.setdefault(word, []).append(language)
    return MappingProxyType({word: tuple(found) for word, found in names.items()})


def foreign_dates(text: str) -> Iterator[tuple[int, int, TimeForm, str]]:
    """(start, end, form, rule) of each; only the words of the date go on to the parser, with the languages that have the month."""
    for match in _DATE.finditer(text):
        languages = _languages().get(match["month"].lower())
        if languages is not None:
            fields = (("text", match.group()), ("languages", " ".join(languages)), ("year", match["year"]))
            yield match.start(), match.end(), TimeForm("DATE", "foreign", fields), "foreign.written-out"
