"""Whole reports with every finding marked: the text cut into pieces over which the same findings hold."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from reconcile.model.findings import Evidence
from reconcile.render.escaping import visible
from reconcile.render.passages import anchor, once
from reconcile.render.views import FindingView, Piece

_WEIGHT = {"contradiction": 0, "garble": 1, "agreement": 2, "single_source": 3, "unchecked": 4}


@frozen
class _Mark:
    start: int
    end: int
    category: str
    number: int
    target: str
    name: str


def paragraphs(
    text: str,
    letter: str,
    findings: Mapping[int, tuple[FindingView, Sequence[Evidence]]],
    unchecked: Iterable[Evidence],
) -> tuple[tuple[Piece, ...], ...]:
    """The report's paragraphs (blank lines fall away) as pieces, each character of a line in exactly one of them."""
    marks = [
        _Mark(e.start, e.end, view.category, number, view.anchor, anchor(letter, e, view.anchor))
        for number, (view, places) in findings.items()
        for e in once(places)
    ]
    marks += [_Mark(e.start, e.end, "unchecked", 0, "", "") for e in unchecked]
    pieces = _pieces(text, sorted(marks, key=lambda m: (m.start, m.end, m.number)))
    return _by_line(pieces)


def _pieces(text: str, marks: Sequence[_Mark]) -> list[Piece]:
    """One sweep over the boundaries; the marks that hold are kept in a small list, so the cost is that of the overlaps."""
    newlines = [p for n, c in enumerate(text) if c == "\n" for p in (n, n + 1)]
    cuts = sorted({0, len(text), *newlines, *(m.start for m in marks), *(m.end for m in marks)})
    pieces: list[Piece] = []
    active: list[_Mark] = []
    following = 0
    for start, end in pairwise(cuts):
        active = [m for m in active if m.end > start]
        while following < len(marks) and marks[following].start <= start:
            if marks[following].end > start:
                active.append(marks[following])
            following += 1
        pieces.append(_piece(text[start:end], start, end, active))
    return pieces


def _piece(text: str, start: int, end: int, active: Sequence[_Mark]) -> Piece:
    if not active:
        return Piece(visible(text))
    top = min(active, key=lambda m: (_WEIGHT[m.category], m.number))
    told = [m for m in active if m.number]
    return Piece(
        text=visible(text),
        category=top.category,
        findings=tuple(sorted({m.number for m in told})),
        target=top.target,
        opens=tuple(m.name for m in told if m.start == start),
        notes=tuple(sorted({(m.number, m.target) for m in told if m.end == end})),
    )


def _by_line(pieces: Iterable[Piece]) -> tuple[tuple[Piece, ...], ...]:
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.text == "\n":
            lines.append([])
        elif piece.text:
            lines[-1].append(piece)
    return tuple(tuple(line) for line in lines if any(p.text.strip() for p in line))
