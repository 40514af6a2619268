"""Who is made responsible for which stretch of a report, nested to any depth."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reconcile.claims.layouts import windows
from reconcile.claims.quotations import quoted
from reconcile.claims.reported import reported_in
from reconcile.claims.transcripts import spoken
from reconcile.model.claims import AttributedSpan
from reconcile.model.documents import Document
from reconcile.model.spans import Span

# Nobody answers for longer stretches, and nothing is nested deeper; both keep the time linear in the length of a text.
_MAX_CONTENT_CHARS = 8000
_MAX_DEPTH = 12
_FEW = 64


def find(document: Document) -> tuple[AttributedSpan, ...]:
    """Every attributed stretch of a document, in order of its content, longer (outer) stretches before what they hold."""
    spans: list[AttributedSpan] = []
    for sentence in document.sentences:
        if sentence.kind != "boilerplate" and sentence.tokens:
            for piece in windows(sentence):
                spans += reported_in(piece)
    spans += spoken(document)
    found = {s for s in quoted(document, spans) if len(s.content) <= _MAX_CONTENT_CHARS}
    return tuple(sorted(found, key=_order))


def _order(span: AttributedSpan) -> tuple[int, int, int, int, str]:
    return span.content.start, -span.content.end, span.cue.start, span.cue.end, span.mode


def covering(spans: Sequence[AttributedSpan], span: Span) -> tuple[AttributedSpan, ...]:
    """The attributions whose content holds ``span``, outermost first; a cue's own words are not under that cue.

    ``spans`` are those of :func:`find` in its order, or a few of them in any order.
    """
    if len(spans) > _FEW:
        lowest = bisect_left(spans, span.start - _MAX_CONTENT_CHARS, key=lambda s: s.content.start)
        spans = spans[lowest : bisect_right(spans, span.start, key=lambda s: s.content.start)]
    found = [s for s in spans if s.content.contains(span) and not s.cue.contains(span)]
    return tuple(sorted(found, key=_depth)[-_MAX_DEPTH:])


def _depth(span: AttributedSpan) -> tuple[int, bool, int]:
    """Longer content is further out; of equal ones that whose cue stands outside: "is thought to..., according to"."""
    return -len(span.content), span.content.contains(span.cue), span.cue.start
