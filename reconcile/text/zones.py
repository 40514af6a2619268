"""Stretches of a page that are not the report's prose: share buttons, comment forms, bylines, credits, captions."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from reconcile.lexicon.load import table
from reconcile.model.documents import Zone
from reconcile.model.reports import Report
from reconcile.model.spans import Span

SentenceKind = Literal["prose", "headline", "caption", "boilerplate"]


def zones(text: str, blocks: Sequence[Span], report: Report) -> Iterator[Zone]:
    """Zones in order of place; each block (paragraph) is at most one zone."""
    for block in blocks:
        line = text[block.start : block.end]
        for kind, entry in table("zones").items():
            if any(re.fullmatch(str(pattern), line, re.IGNORECASE) for pattern in _patterns(entry["patterns"])):
                yield Zone(block, kind, f"zones.{kind}")
                break


def _patterns(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def sentence_kinds(
    text: str, spans: Sequence[Span], blocks: Sequence[Span], found: Sequence[Zone]
) -> list[SentenceKind]:
    """The kind of each sentence: boilerplate inside a zone, a headline where a first short block has no stop, else prose."""
    headline = _headline(text, blocks)
    return [_kind(span, headline, found) for span in spans]


def _kind(span: Span, headline: Span | None, found: Sequence[Zone]) -> SentenceKind:
    if any(zone.span.overlaps(span) for zone in found):
        return "boilerplate"
    return "headline" if headline is not None and headline.contains(span) else "prose"


def _headline(text: str, blocks: Sequence[Span]) -> Span | None:
    if len(blocks) > 1 and len(blocks[0]) <= 160 and text[blocks[0].end - 1] not in '.!"\u201d':
        return blocks[0]
    return None
