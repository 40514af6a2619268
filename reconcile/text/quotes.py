"""Stretches between double quotation marks, paragraph by paragraph."""

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
    """Whole sentences between single marks, in a paragraph without double ones: the end mark follows a stop or comma."""
    opened: int | None = None
    for at in range(paragraph.start, paragraph.end):
        if text[at] not in "'\u2018\u2019":
            continue
        free_before = at == paragraph.start or text[at - 1].isspace()
        free_after = at + 1 >= paragraph.end or text[at + 1].isspace()
        if text[at] in _SINGLE_OPEN and free_before and not free_after and opened is None:
            opened = at + 1
        elif text[at] in _SINGLE_CLOSE and free_after and text[at - 1] in ",.?!" and opened is not None:
            yield Quote(Span(opened, at))
            opened = None


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
