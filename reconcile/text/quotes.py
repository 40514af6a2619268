"""Stretches between double quotation marks, paragraph by paragraph."""

import re
from collections.abc import Iterable, Iterator

from reconcile.model.documents import Quote
from reconcile.model.spans import Span

_SINGLE_OPEN, _SINGLE_CLOSE = "'\u2018", "'\u2019"
_OPEN, _CLOSE, _PLAIN = "\u201c", "\u201d", '"'


def quotes(text: str, paragraphs: Iterable[Span]) -> Iterator[Quote]:
    """Quotes without their marks. One that its paragraph does not close runs to the paragraph's end, ``closed=False``."""
    for paragraph in paragraphs:
        double = list(_in_paragraph(text, paragraph))
        yield from double or _single(text, paragraph)


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Quote]:
    opened: int | None = None
    for at in range(paragraph.start, paragraph.end):
        mark = text[at]
        if mark not in (_OPEN, _CLOSE, _PLAIN) or _is_inch(text, at, opened):
            continue
        facing = _facing(text, at, paragraph)
        if opened is None:
            opened = at + 1 if facing != _CLOSE else None
        elif facing != _OPEN:
            yield Quote(Span(opened, at))
            opened = None
        else:
            # a quote over several paragraphs opens each anew; hard breaks may have been lost between them
            yield from _unclosed(text, opened, at)
            opened = at + 1
    if opened is not None:
        yield from _unclosed(text, opened, paragraph.end)


def _single(text: str, paragraph: Span) -> Iterator[Quote]:
    """Between single marks, in a paragraph without double ones: whole sentences, and phrases of a few words ("called it 'a disaster'")."""
    at = paragraph.start
    while at < paragraph.end:
        end = _closed(text, at, paragraph) if text[at] in _SINGLE_OPEN and _opens(text, at, paragraph) else None
        if end is not None:
            yield Quote(Span(at + 1, end))
        at = at + 1 if end is None else end + 1


def _opens(text: str, at: int, paragraph: Span) -> bool:
    """Whether a word begins right behind the mark and none ends before it: not the apostrophe of "the '90s" or "rock 'n' roll"."""
    free = at == paragraph.start or text[at - 1].isspace() or text[at - 1] in "([\u2014\u2013"
    found = _WORD.match(text, at + 1, paragraph.end)
    return free and found is not None and found[0].lower() not in _ELISIONS


def _closed(text: str, opened: int, paragraph: Span) -> int | None:
    """The mark that closes the quote: behind a stop or comma, or behind the last word of a phrase; a plural's apostrophe only for want of another."""
    doubtful: int | None = None
    for at in range(opened + 2, min(paragraph.end, opened + _LONGEST)):
        if text[at] not in _SINGLE_CLOSE:
            continue
        following = text[at + 1] if at + 1 < paragraph.end else " "
        if text[at - 1] in ",.?!" and following.isspace():
            return at
        if (
            at - opened > _LONGEST_PHRASE
            or text[at - 1].isspace()
            or following.isalnum()
            or _STOP.search(text, opened, at)
        ):
            continue
        if text[at - 1] != "s" or following in ",.;:?!)":
            return at
        doubtful = doubtful or at
    return doubtful


_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.?!]\s")
_ELISIONS = frozenset({"em", "til", "till", "tis", "twas", "cause", "cos", "n", "bout", "round", "nother"})
_LONGEST_PHRASE = 90
_LONGEST = 3000  # characters: a mark that nothing closes is looked after no further


def _unclosed(text: str, start: int, end: int) -> Iterator[Quote]:
    stripped = start + len(text[start:end].rstrip())
    if start < stripped:
        yield Quote(Span(start, stripped), closed=False)


def _facing(text: str, at: int, paragraph: Span) -> str:
    """What a mark does: a straight one opens between space and word, closes between word and space, else may do either."""
    if text[at] != _PLAIN:
        return text[at]
    free_before = at == paragraph.start or text[at - 1].isspace() or text[at - 1] in "([\u2014\u2013"
    free_after = at + 1 >= paragraph.end or text[at + 1].isspace() or text[at + 1] in ".,;:!?)]"
    if free_before == free_after:
        return _PLAIN
    return _OPEN if free_before else _CLOSE


def _is_inch(text: str, at: int, opened: int | None) -> bool:
    """5' 3" is a length, unless a quote is open that the mark may close."""
    return text[at] == _PLAIN and opened is None and at > 0 and text[at - 1].isdigit()
