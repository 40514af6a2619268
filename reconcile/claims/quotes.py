"""Quoted words with who is given as their speaker."""

from collections.abc import Iterator, Mapping, Sequence

from reconcile.claims.arguments import noun_slot
from reconcile.claims.attribution import covering
from reconcile.claims.clauses import Clause
from reconcile.claims.content import content_words
from reconcile.claims.drafts import Draft, Materials, slot
from reconcile.model.claims import AttributedSpan, Slot
from reconcile.model.documents import Document, Quote, Sentence
from reconcile.model.spans import Span

_LEAST_WORDS = 2


def quote_drafts(
    document: Document,
    sentence: Sentence,
    found: Sequence[Clause],
    quotes: Sequence[Quote],
    attributed: Sequence[AttributedSpan],
    stuff: Mapping[int, Materials],
) -> Iterator[Draft]:
    """One draft for each quote of two words or more, one of them a content word, that stands in the sentence; its predicate is "quote"."""
    for quote in quotes:
        span = Span(max(quote.span.start, sentence.span.start), min(quote.span.end, sentence.span.end))
        inside = [t for t in sentence.tokens if span.contains(t.span)]
        if len(inside) < _LEAST_WORDS or not content_words(inside):
            continue
        spoken = [
            t.span for t in inside if t.pos != "PUNCT"
        ]  # "“fine,” according to": the comma is no part of what is told
        told = spoken[0].join(spoken[-1]) if spoken else span
        speaker = _speaker(document, sentence, told, found, attributed, stuff)
        text = " ".join(t.lower for t in inside if t.pos != "PUNCT")
        words = slot(document, "words", span, text)
        yield Draft("quote", "quote", span, (words,) if speaker is None else (words, speaker), (), None, span)


def _speaker(
    document: Document,
    sentence: Sentence,
    span: Span,
    found: Sequence[Clause],
    attributed: Sequence[AttributedSpan],
    stuff: Mapping[int, Materials],
) -> Slot | None:
    """Who the nearest cue names, else the subject of the clause that the quoted words stand in ("called it "deplorable"")."""
    for around in reversed(covering(attributed, span)):
        if around.speaker is not None:
            home = document.sentence_at(around.speaker.start)
            entity = stuff[home.index].entity_in(around.speaker) if home is not None else None
            head = document.text[around.speaker.start : around.speaker.end]
            return slot(document, "speaker", around.speaker, head, entity=entity)
    at = next((i for i, t in enumerate(sentence.tokens) if t.span.end > span.start), 0)
    for clause in found:
        if clause.verb.last <= at < clause.last and clause.subject is not None and clause.form == "finite":
            return noun_slot(document, sentence, "speaker", clause.subject, stuff[sentence.index])
    return None
