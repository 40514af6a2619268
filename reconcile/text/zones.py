"""Stretches of a page that are not the report's prose: share buttons, comment forms, bylines, credits, captions.

The patterns stand in ``lexicon/en/zones.toml``. A pattern takes a whole block, its beginning, its end, or a stretch inside;
what is left of a block is read on as prose.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal

from reconcile.lexicon.load import table
from reconcile.model.documents import Zone
from reconcile.model.reports import Report
from reconcile.model.spans import Span

SentenceKind = Literal["prose", "headline", "caption", "boilerplate"]
Patterns = tuple[tuple[str, re.Pattern[str]], ...]

_MAX_BLOCK_CHARS = 600
_EDGE_CHARS = 260
_ZONE_SHARE = 0.6
_MAX_HEADLINE_CHARS = 160
# Which fields of the table are of one place, and whether case counts in them.
_FIELDS = {
    "whole": (("whole", re.IGNORECASE), ("cased", 0)),
    "head": (("head", re.IGNORECASE), ("head_cased", 0)),
    "tail": (("tail", re.IGNORECASE), ("tail_cased", 0)),
    "inside": (("inside", re.IGNORECASE), ("inside_cased", 0)),
}


@cache
def _patterns(place: str) -> Patterns:
    found = []
    for kind, entry in table("zones").items():
        for field, flags in _FIELDS[place]:
            patterns = entry.get(field, [])
            if isinstance(patterns, list) and patterns:
                either = "|".join(f"(?:{pattern})" for pattern in patterns)
                ending = r"\s*$" if place == "tail" else ""
                found.append((kind, re.compile(f"(?:{either}){ending}", flags)))
    return tuple(found)


def zones(text: str, blocks: Sequence[Span], report: Report) -> Iterator[Zone]:
    """Zones in order of place, without overlaps."""
    for block in blocks:
        whole = _whole(text, block)
        if whole is not None:
            yield whole
        else:
            yield from sorted(_parts(text, block), key=lambda zone: zone.span)


def _whole(text: str, block: Span) -> Zone | None:
    line = text[block.start : block.end]
    for kind, pattern in _patterns("whole"):
        if (len(block) <= _MAX_BLOCK_CHARS or kind == "caption") and pattern.fullmatch(line):
            return Zone(block, kind, f"zones.{kind}")
    return None


def _parts(text: str, block: Span) -> Iterator[Zone]:
    start, end = block.start, block.end
    while (head := _head(text, start, end)) is not None:
        yield head
        start = head.span.end
    while (tail := _tail(text, start, end)) is not None:
        yield tail
        end = tail.span.start
    yield from _inside(text, start, end)


def _head(text: str, start: int, end: int) -> Zone | None:
    for kind, pattern in _patterns("head"):
        match = pattern.match(text, start, end)
        if match and match.end() > start:
            return Zone(_stripped(text, *match.span()), kind, f"zones.{kind}")
    return None


def _tail(text: str, start: int, end: int) -> Zone | None:
    for kind, pattern in _patterns("tail"):
        match = pattern.search(text, max(start, end - _EDGE_CHARS), end)
        if match and match.end() > match.start() and match.group().strip():
            return Zone(_stripped(text, *match.span()), kind, f"zones.{kind}")
    return None


def _inside(text: str, start: int, end: int) -> Iterator[Zone]:
    found = [
        (m.start(), m.end(), kind) for kind, pattern in _patterns("inside") for m in pattern.finditer(text, start, end)
    ]
    last = start
    for first, past, kind in sorted(found):
        if first >= last:
            yield Zone(_stripped(text, first, past), kind, f"zones.{kind}")
            last = past


def _stripped(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


def cut(spans: Iterable[tuple[int, Span]], found: Sequence[Zone], text: str) -> list[tuple[int, Span]]:
    """Sentences (paragraph number, span) cut at the borders of the zones in them, so that no sentence is half a zone."""
    pieces: list[tuple[int, Span]] = []
    at = 0
    for number, span in spans:
        while at < len(found) and found[at].span.end <= span.start:
            at += 1
        borders = {span.start, span.end}
        inside = at
        while inside < len(found) and found[inside].span.start < span.end:
            borders |= {
                edge for edge in (found[inside].span.start, found[inside].span.end) if span.start < edge < span.end
            }
            inside += 1
        edges = sorted(borders)
        stripped = (_stripped(text, first, past) for first, past in pairwise(edges))
        pieces += [(number, piece) for piece in stripped if len(piece)]
    return pieces


def sentence_kinds(
    text: str, spans: Sequence[Span], blocks: Sequence[Span], found: Sequence[Zone]
) -> list[SentenceKind]:
    """The kind of each sentence: boilerplate inside a zone, a headline where a first short block has no stop, else prose."""
    headline = _headline(text, blocks, found)
    kinds: list[SentenceKind] = []
    at = 0
    for span in spans:
        while at < len(found) and found[at].span.end <= span.start:
            at += 1
        covered = 0
        for zone in found[at:]:
            if zone.span.start >= span.end:
                break
            if zone.kind != "caption":  # what a picture shows is told in prose
                covered += min(zone.span.end, span.end) - max(zone.span.start, span.start)
        if covered > _ZONE_SHARE * len(span):
            kinds.append("boilerplate")
        else:
            kinds.append("headline" if headline is not None and headline.contains(span) else "prose")
    return kinds


def _headline(text: str, blocks: Sequence[Span], found: Sequence[Zone]) -> Span | None:
    """The first block that is no zone, where it is short and has no stop and prose follows."""
    whole = {zone.span for zone in found}
    first = next((number for number, block in enumerate(blocks) if block not in whole), None)
    if first is None or first + 1 >= len(blocks):
        return None
    block = blocks[first]
    if len(block) <= _MAX_HEADLINE_CHARS and text[block.end - 1] not in '.!"\u201d':
        return block
    return None
