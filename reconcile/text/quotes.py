"""Stretches between double quotation marks, paragraph by paragraph."""

from collections.abc import Iterable, Iterator

from reconcile.model.documents import Quote
from reconcile.model.spans import Span

_OPEN, _CLOSE, _PLAIN = "\u201c", "\u201d", '"'


def quotes(text: str, paragraphs: Iterable[Span]) -> Iterator[Quote]:
    """Quotes without their marks. One that its paragraph does not close runs to the paragraph's end, ``closed=False``."""
    for paragraph in paragraphs:
        yield from _in_paragraph(text, paragraph)


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Quote]:
    opened: int | None = None
    for at in range(paragraph.start, paragraph.end):
        mark = text[at]
        if mark not in (_OPEN, _CLOSE, _PLAIN) or _is_inch(text, at, opened):
            continue
        if opened is None and mark != _CLOSE:
            opened = at + 1
        elif opened is not None and mark != _OPEN:
            yield Quote(Span(opened, at))
            opened = None
        elif mark == _OPEN:
            opened = at + 1
    if opened is not None and opened < paragraph.end:
        yield Quote(Span(opened, paragraph.end), closed=False)


def _is_inch(text: str, at: int, opened: int | None) -> bool:
    """5' 3" is a length, unless a quote is open that the mark may close."""
    return text[at] == _PLAIN and opened is None and at > 0 and text[at - 1].isdigit()
