"""Quantities of a document: numbers with their bounds, units and what they count."""

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from reconcile.extract.quantities_context import is_no_quantity
from reconcile.extract.quantities_nouns import counted
from reconcile.extract.quantities_phrases import Phrase, phrase
from reconcile.extract.quantities_pieces import Line, split
from reconcile.lexicon.load import table
from reconcile.model.documents import Document, Sentence
from reconcile.model.mentions import Mention
from reconcile.model.quantities import QuantityValue
from reconcile.model.spans import Span


def find(document: Document) -> tuple[Mention[QuantityValue], ...]:
    """All quantities in order of place. The span holds hedge, number, unit and counted noun ("at least 12 people").

    Dates, clock times, years, telephone numbers and numbers within names are left out. Linear in the length of the text.
    """
    return tuple(mention for sentence in document.sentences for mention in _in_sentence(document, sentence))


@cache
def _trigger() -> re.Pattern[str]:
    """A sentence without any of these holds no quantity; most are skipped by this one search."""
    sections = table("quantities")
    names = ("cardinals", "magnitudes", "denominators", "vague", "collective", "zero")
    starts = {w.split()[-1].split("-")[0] for name in names for w in cast(dict[str, object], sections[name]["values"])}
    words = "|".join(sorted(map(re.escape, starts | {"no"}), key=lambda w: (-len(w), w)))
    return re.compile(rf"\d|[\u00bc-\u00be\u2150-\u215e]|\b(?:{words})(?:s|ths)?\b", re.IGNORECASE)


def _in_sentence(document: Document, sentence: Sentence) -> Iterator[Mention[QuantityValue]]:
    if not _trigger().search(document.text, sentence.span.start, sentence.span.end):
        return
    line = split(document.text, sentence)
    at = 0
    while at < len(line.pieces):
        found = phrase(line, at)
        if found is None:
            at += 1
            continue
        at = max(found.last, at + 1)
        if is_no_quantity(line, found):
            continue
        mention = _mention(document, line, found)
        yield mention


def _mention(document: Document, line: Line, found: Phrase) -> Mention[QuantityValue]:
    noun = counted(line, found)
    first = line.pieces[noun.first if noun.first is not None else found.first].start
    span = Span(first, line.pieces[noun.last - 1].end)
    value = QuantityValue(
        found.low,
        found.high,
        found.amount.unit,
        noun.per or found.amount.per,
        noun.of,
        noun.modifiers,
        found.approximate,
        noun.kind or found.kind,
        found.hedge,
        noun.dimension,
        noun.population,
        noun.event,
        noun.share_of,
        found.total,
    )
    text = document.text[span.start : span.end]
    return Mention(document.report.id, line.sentence.index, span, text, value, f"quantities.{value.kind}")
