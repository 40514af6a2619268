"""Events named by nouns: "the crash of a charter flight", "his visit to Pyongyang"."""

from collections.abc import Iterator

from reconcile.claims.arguments import dates_another, noun_slot, place_role, preposition
from reconcile.claims.content import noun_phrase_end, phrase_span
from reconcile.claims.drafts import Draft, Materials, slot
from reconcile.lexicon.load import words
from reconcile.measure.events import event_classes
from reconcile.model.claims import Slot
from reconcile.model.documents import Document, Phrase, Sentence
from reconcile.model.spans import Span


def nominal_drafts(document: Document, sentence: Sentence, materials: Materials) -> Iterator[Draft]:
    """A draft for each noun phrase whose head names an event and is no part of a body's name, with the phrases that hang on it."""
    for phrase in sentence.phrases:
        if phrase.kind != "NP":
            continue
        head = sentence.tokens[phrase.head]
        classes = event_classes(head.lemma.lower(), "NOUN") if head.pos == "NOUN" else ()
        if classes and "say" not in classes and not _is_of_a_body(head.span, materials):
            yield _draft(document, sentence, phrase, classes, materials)


def _is_of_a_body(head: Span, materials: Materials) -> bool:
    """ "The Island Rescue Service" is nothing that happens."""
    return any(m.value.kind == "organization" and m.span.contains(head) for m in materials.entities)


def _draft(
    document: Document, sentence: Sentence, phrase: Phrase, classes: tuple[str, ...], materials: Materials
) -> Draft:
    end = noun_phrase_end(sentence.tokens, sentence.phrases, phrase, len(sentence.tokens))
    span = Span(phrase_span(sentence, phrase).start, sentence.tokens[end - 1].span.end)
    slots = (
        *_undergone(document, sentence, phrase, classes, materials),
        *_slots(document, sentence, phrase, span, materials),
    )
    return Draft("event", sentence.tokens[phrase.head].lemma.lower(), span, slots, classes, None, span)


def _undergone(
    document: Document, sentence: Sentence, phrase: Phrase, classes: tuple[str, ...], materials: Materials
) -> Iterator[Slot]:
    """ "His arrest", "Renner's release": whose it is undergoes what happens to one person once."""
    if not classes[:1] or classes[0] not in words("once", "undergone"):
        return
    span, first = phrase_span(sentence, phrase), sentence.tokens[phrase.first].span
    if span in materials.owners:
        yield slot(document, "patient", first, sentence.tokens[phrase.head].lower, entity=materials.owners[span])
        return
    for mention in materials.entities:
        after = next((t for t in sentence.tokens if t.span.start >= mention.span.end), None)
        if mention.value.kind == "person" and span.contains(mention.span) and after is not None and after.pos == "POS":
            yield slot(
                document,
                "patient",
                mention.span,
                mention.value.name,
                value=mention.value,
                entity=materials.names.get(mention.span),
            )


def _slots(document: Document, sentence: Sentence, phrase: Phrase, span: Span, materials: Materials) -> Iterator[Slot]:
    for other in sentence.phrases:
        if other.kind == "NP" and other.first >= phrase.last and span.contains(phrase_span(sentence, other)):
            yield noun_slot(
                document, sentence, "oblique", other, materials, preposition(sentence, phrase_span(sentence, other))
            )
    for mention in materials.times:
        if span.contains(mention.span) and not dates_another(sentence, mention.span):
            yield slot(
                document, "time", mention.span, "", value=mention.value, prep=preposition(sentence, mention.span)
            )
    for entity in materials.entities:
        if not span.contains(entity.span):
            continue
        name = (place_role(sentence, entity.span) or "modifier") if entity.value.kind == "place" else "modifier"
        yield slot(
            document, name, entity.span, entity.value.name, value=entity.value, entity=materials.names.get(entity.span)
        )
