"""Quantities of a document: numbers with their bounds, units and what they count."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

from attrs import evolve

from reconcile.extract.quantities_ages import apposed_ages, listed_ages, told_ages
from reconcile.extract.quantities_context import is_no_quantity
from reconcile.extract.quantities_counted import counted
from reconcile.extract.quantities_joined import coordinated, related
from reconcile.extract.quantities_phrases import phrase, zero
from reconcile.extract.quantities_pieces import Line, split
from reconcile.extract.quantities_ranges import Phrase, is_former
from reconcile.extract.quantities_spared import spared
from reconcile.lexicon.load import table
from reconcile.model.documents import Document, Sentence
from reconcile.model.mentions import Mention
from reconcile.model.quantities import QuantityValue
from reconcile.model.spans import Span


def find(document: Document) -> tuple[Mention[QuantityValue], ...]:
    """All quantities in order of place. The span holds hedge, number, unit and counted noun ("at least 12 people").

    Dates, clock times, years, ordinals, telephone numbers and numbers within names are left out. Linear in the length of the text.
    """
    ages = {
        mention.span: mention for mention in (*apposed_ages(document), *listed_ages(document), *told_ages(document))
    }
    found = [
        mention if mention.value.kind == "age" else ages.get(mention.span, mention)
        for sentence in document.sentences
        for mention in _in_sentence(document, sentence)
    ]
    taken = {mention.span.start for mention in found}
    left = [m for m in (*ages.values(), *spared(document)) if m.span.start not in taken]
    return tuple(sorted((*found, *left), key=lambda m: m.span)) if left else tuple(found)


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
    found_here: list[Mention[QuantityValue]] = []
    at = 0
    while at < len(line.pieces):
        found = phrase(line, at) or zero(line, at)
        if found is None:
            at += 1
            continue
        at = max(found.last, at + 1)
        if is_no_quantity(line, found):
            continue
        mention = _mention(document, line, found)
        if found.amount.form == "zero" and mention.value.population is None:
            continue
        mention = _beside_others(document.text, mention, found_here)
        found_here.append(related(document.text, mention, found_here[-1] if found_here else None))
    yield from coordinated(document.text, found_here)


def _beside_others(
    text: str, mention: Mention[QuantityValue], before: Sequence[Mention[QuantityValue]]
) -> Mention[QuantityValue]:
    """ "The blast killed four and injured 31 others": all who were hurt, unless others who were stand before them."""
    value = mention.value
    if value.population in (None, _DEAD) or not {value.of, *value.modifiers} & _OTHERS:
        return mention
    joined = before and text[before[-1].span.end : mention.span.start].strip(" ,") == "and"  # "a guard and 12 others"
    if joined or any(m.value.population == value.population for m in before):
        return mention
    kept = tuple(m for m in value.modifiers if m not in _OTHERS)
    return evolve(mention, value=evolve(value, of="people" if value.of in _OTHERS else value.of, modifiers=kept))


_DEAD = "people_dead"
_OTHERS = frozenset({"other", "others"})


def _tidy(number: float | None) -> float | None:
    """16.4 million is 16,400,000, not 16,399,999.999999998."""
    return None if number is None else float(f"{number:.15g}")


def _mention(document: Document, line: Line, found: Phrase) -> Mention[QuantityValue]:
    noun = counted(line, found)
    first, low, high, total = found.first, found.low, found.high, found.total
    if line.matches(first - 2, ("all", "but")) and noun.share_of is not None and low is not None and low == high:
        first, low = first - 2, noun.share_of - low
        high = low
    span = Span(line.pieces[first].start, line.pieces[noun.last - 1].end)
    hedge = None if found.hedge == "score" else found.hedge
    kind, unit, per = noun.kind or found.kind, noun.unit or found.amount.unit, noun.per or found.amount.per
    low, high = _tidy(low), _tidy(high)
    value = QuantityValue(low, high, unit, per, noun.of, noun.modifiers, found.approximate, kind, hedge)
    value = evolve(value, dimension=noun.dimension, population=noun.population, event=noun.event)
    value = evolve(value, share_of=noun.share_of, total=total, included=noun.included, former=is_former(line, found))
    return Mention(
        document.report.id, line.sentence.index, span, document.text[span.start : span.end], value, f"quantities.{kind}"
    )
