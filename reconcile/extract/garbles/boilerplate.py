"""Page leftovers, one mark a block."""

from collections.abc import Iterator

from reconcile.extract.garbles.prose import Prose
from reconcile.model.marks import Mark
from reconcile.model.spans import Span

_MAX_EVIDENCE_CHARS = 150
_MIN_BLOCKS_BETWEEN = 5


def find(prose: Prose) -> Iterator[Mark]:
    """A mark for every zone that is a leftover; a byline, dateline or caption that stands where it should is none."""
    for zone in prose.document.zones:
        if zone.kind in ("byline", "dateline", "caption"):
            continue
        end = min(zone.span.end, zone.span.start + _MAX_EVIDENCE_CHARS)
        yield prose.mark("boilerplate", Span(zone.span.start, end), "boilerplate", None, 0.9, zone=zone.kind)
    yield from _unreadable(prose)


def _unreadable(prose: Prose) -> Iterator[Mark]:
    """One mark for each stretch of blocks that are no English prose; a few readable lines in it, as in code, do not end it."""
    between = _MIN_BLOCKS_BETWEEN
    for paragraph in prose.paragraphs:
        if not paragraph.readable and between >= _MIN_BLOCKS_BETWEEN:
            end = min(paragraph.span.end, paragraph.span.start + _MAX_EVIDENCE_CHARS)
            yield prose.mark("other", Span(paragraph.span.start, end), "unreadable", None, 0.5)
        between = between + 1 if paragraph.readable else 0
