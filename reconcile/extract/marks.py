"""Defects of form within one report."""

from collections import Counter
from collections.abc import Callable, Iterator

from reconcile.extract.garbles import (
    boilerplate,
    doubling,
    encoding,
    grammar,
    numbers,
    punctuation,
    quotation,
    sentences,
    spacing,
    spelling,
    truncation,
)
from reconcile.extract.garbles.prose import Prose, prose
from reconcile.model.documents import Document
from reconcile.model.marks import Mark

Family = Callable[[Prose], Iterator[Mark]]

FAMILIES: tuple[Family, ...] = (
    boilerplate.find, encoding.find, numbers.find, doubling.find, punctuation.find, spacing.find, sentences.find, truncation.find, quotation.find,
     spelling.find, grammar.find,
)  # fmt: skip

_MAX_PER_PARAGRAPH = 8
_MIN_CHARS_PER_MARK = 100


def find(document: Document) -> tuple[Mark, ...]:
    """All marks in order of place. Where two overlap the earlier family wins; a block of many defects is told once."""
    page = prose(document)
    ranked = [(mark.span, number, mark) for number, family in enumerate(FAMILIES) for mark in family(page)]
    kept: list[Mark] = []
    for _, _, mark in sorted(ranked, key=lambda item: (item[1], item[0])):
        kept.append(mark)
    return _bounded(page, _apart(kept))


def _apart(marks: list[Mark]) -> list[Mark]:
    """Marks in order of place without those whose place an earlier family's mark has taken."""
    from bisect import bisect_left, insort

    taken: list[tuple[int, int, int]] = []
    for number, mark in enumerate(marks):
        at = bisect_left(taken, (mark.span.end, -1, -1))
        if at and taken[at - 1][1] > mark.span.start:
            continue
        insort(taken, (mark.span.start, mark.span.end, number))
    return [marks[number] for _, _, number in taken]


def _bounded(page: Prose, marks: list[Mark]) -> tuple[Mark, ...]:
    """A paragraph with more than eight defects, and more than one in a hundred characters, is one unreadable block."""
    places = [page.document.sentence_at(m.span.start) for m in marks]
    numbers_of = [
        -1 if place is None or mark.kind == "boilerplate" else place.paragraph
        for place, mark in zip(places, marks, strict=True)
    ]
    count = Counter(numbers_of)
    limits = {
        p.sentences[0].paragraph: max(_MAX_PER_PARAGRAPH, len(p.span) // _MIN_CHARS_PER_MARK) for p in page.readable
    }
    kept: list[Mark] = []
    told: set[int] = set()
    for mark, paragraph in zip(marks, numbers_of, strict=True):
        if paragraph < 0 or count[paragraph] <= limits.get(paragraph, _MAX_PER_PARAGRAPH):
            kept.append(mark)
        elif paragraph not in told:
            told.add(paragraph)
            kept.append(page.mark("other", mark.span, "many-defects", None, 0.6, count=str(count[paragraph])))
    return tuple(kept)
