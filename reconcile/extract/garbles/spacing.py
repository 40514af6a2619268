"""Spaces that are missing round a mark, and marks that stand inside a word."""

import re
from collections.abc import Iterator

from reconcile.extract.garbles.prose import Prose
from reconcile.lexicon.load import word_list, words
from reconcile.lexicon.spelling import frequency, is_known
from reconcile.model.marks import Mark
from reconcile.model.spans import Span

_MIN_FREQUENCY = 300
_DOTTED_NAMES = frozenset({"Com", "Net", "Org", "Js", "Io", "Tv"})

# The space is missing after `mark`, between `first` and `next`.
_GLUED = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?P<first>[A-Za-z]{0,20}[a-z]{2})(?P<mark>[.!?])(?P<next>[A-Z][a-z]{1,30}|[AI](?=\s))",  # time.Timberlake
        r"\b(?P<first>[A-Za-z]{2,24})(?P<mark>[,;])(?P<next>[A-Za-z]{2,24})",  # city,where
        r"\b(?P<first>[A-Za-z]{2,24})(?P<mark>\))(?P<next>[A-Za-z]{2,24})",  # 1990)closed
    )
)
_BEFORE = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?P<first>[A-Za-z]{3,24})(?P<mark>\()(?P<next>[A-Za-z]{4,24}|\d{4})",  # agency(founded
        r"\b(?P<first>[a-z]{2,24})(?P<mark>\u201c)(?P<next>[A-Za-z]{2,24})",  # said“We
        r"\b(?P<first>[a-z]{2,24})(?P<mark>\")(?P<next>[A-Z][a-z]{1,24})",  # said"We
    )
)
_AFTER_QUOTE = re.compile(r"(?<=[a-z][.,!?])(?P<mark>[\u201d\"])(?P<next>[A-Za-z]{2,24})")
_DATE = re.compile(r"\b(?P<month>[A-Z][a-z]{2,8}\.?)\ (?P<first>[0-3]?\d)(?P<mark>,)(?P<next>(?:19|20)\d\d)\b")
_COUNTED = re.compile(r"(?<![\w.,$\u00a3\u20ac/-])(?P<first>\d{1,3}(?:,\d{3})*)(?P<mark>)(?P<next>[a-z]{4,20})\b")
_INSIDE = re.compile(r"\b(?P<first>[a-z]{2,12})(?P<mark>[.,;:!])(?P<next>[a-z]{2,12})\b")


def find(prose: Prose) -> Iterator[Mark]:
    """Missing spaces and marks inside words of the readable prose."""
    yield from _inside(prose)
    for pattern in _GLUED:
        for match in prose.matches(pattern):
            if _both_words(prose, match) and not _is_dotted_name(match):
                yield _spaced(prose, match.start("first"), match.end("mark"), match.end())
    for pattern in _BEFORE:
        for match in prose.matches(pattern):
            if _both_words(prose, match):
                yield _spaced(prose, match.start("first"), match.start("mark"), match.end())
    yield from _beside_marks(prose)


def _beside_marks(prose: Prose) -> Iterator[Mark]:
    for match in prose.matches(_AFTER_QUOTE):
        yield _spaced(prose, match.start("mark"), match.end("mark"), match.end())
    for match in prose.matches(_DATE):
        yield _spaced(prose, match.start("first"), match.end("mark"), match.end())
    for match in prose.matches(_COUNTED):
        if match["next"] in words("spelling", "counted_apart") and not prose.in_link(Span(*match.span())):
            yield _spaced(prose, match.start("first"), match.end("mark"), match.end())


def _inside(prose: Prose) -> Iterator[Mark]:
    for match in prose.matches(_INSIDE):
        whole = match["first"] + match["next"]
        if _is_torn(prose, match, whole):
            yield prose.mark("stray_punctuation", Span(*match.span()), "mark-in-word", whole, 0.8, word=whole)


def _spaced(prose: Prose, start: int, at: int, end: int) -> Mark:
    suggestion = f"{prose.text[start:at]} {prose.text[at:end]}"
    return prose.mark("missing_space", Span(start, end), "missing-space", suggestion, 0.85)


def _is_dotted_name(match: re.Match[str]) -> bool:
    """ "Amazon.Com", "St.Louis": a name with a stop of its own."""
    return match["first"].capitalize() in word_list("abbreviations") or match["next"] in _DOTTED_NAMES


def _both_words(prose: Prose, match: re.Match[str]) -> bool:
    """Both sides are English words or names, and no link stands there: not code, not a file name."""
    if prose.in_link(Span(*match.span())):
        return False
    return all(
        word[0].isupper() or word.isdigit() or is_known(word.lower()) for word in (match["first"], match["next"])
    )


def _is_torn(prose: Prose, match: re.Match[str], whole: str) -> bool:
    """ "minis.ter" is one word with a mark in it; "end.next" and "www.abc" are not."""
    if frequency(whole) < _MIN_FREQUENCY or prose.in_link(Span(*match.span())):
        return False
    return not (is_known(match["first"]) and is_known(match["next"]))
