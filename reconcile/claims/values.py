"""Claims about one value: a quantity with what it counts or measures, a person's role."""

from collections.abc import Iterator, Sequence

from reconcile.claims.arguments import named, owners
from reconcile.claims.clauses import Clause
from reconcile.claims.content import noun_phrase_end, phrase_span
from reconcile.claims.drafts import Draft, Materials, slot
from reconcile.claims.holders import Holder, holder
from reconcile.measure.events import event_classes
from reconcile.model.claims import Slot
from reconcile.model.documents import Document, Quote, Sentence
from reconcile.model.entities import EntityValue
from reconcile.model.spans import Span


def quantity_drafts(
    document: Document, sentence: Sentence, found: Sequence[Clause], materials: Materials
) -> Iterator[Draft]:
    """One draft for each quantity; its predicate is what is counted, its classes those of the clause it stands in."""
    homes = owners(sentence, found, [m.span for m in materials.quantities])
    for mention, home in zip(materials.quantities, homes, strict=True):
        clause = found[home] if home is not None else None
        lemma = sentence.tokens[clause.verb.head].lemma.lower() if clause is not None else ""
        extent = clause.span(sentence) if clause is not None else sentence.span
        value = mention.value
        slots = [slot(document, "quantity", mention.span, value.of or "", value=value)]
        of = holder(sentence, found, home, mention.span)
        if of is not None:
            slots += _holder_slots(document, sentence, of, materials)
        yield Draft(
            "quantity",
            value.of or value.unit or "",
            mention.span,
            tuple(slots),
            event_classes(lemma, "VERB"),
            clause.verb if clause is not None else None,
            extent.join(mention.span),
        )


def _holder_slots(document: Document, sentence: Sentence, of: Holder, materials: Materials) -> Iterator[Slot]:
    """What the number is of, the words that qualify it, and the names that hang on it ("bid for NXP")."""
    span = phrase_span(sentence, of.phrase)
    value, entity = named(span, sentence.tokens[of.phrase.head].span, materials)
    yield slot(document, "holder", span, of.head, value=value, entity=entity)
    for modifier in of.modifiers:
        yield slot(document, "modifier", span, modifier)
    end = noun_phrase_end(sentence.tokens, sentence.phrases, of.phrase, len(sentence.tokens))
    reach = Span(span.start, sentence.tokens[end - 1].span.end)
    for mention in materials.entities:
        if reach.contains(mention.span) and not mention.value.demonym and mention.span in materials.names:
            side = "name before" if mention.span.start < sentence.tokens[of.phrase.head].span.start else "name after"
            yield slot(document, side, mention.span, mention.value.name, entity=materials.names[mention.span])


def role_drafts(document: Document, sentence: Sentence, materials: Materials) -> Iterator[Draft]:
    """One draft for each name that comes with a role: "Sergei Shoigu" is "Russian Defense Minister"."""
    for mention in materials.entities:
        value = mention.value
        if value.role is None or value.role_span is None:
            continue
        holder = slot(
            document, "holder", mention.span, value.name, value=value, entity=materials.names.get(mention.span)
        )
        role = slot(document, "role", value.role_span, value.role)
        yield Draft("role", value.role, value.role_span.join(mention.span), (holder, role))


_NAMED = frozenset({"person", "organization", "vehicle", "work", "event", "place", "other"})


def name_drafts(
    document: Document, sentence: Sentence, quotes: Sequence[Quote], materials: Materials, told: set[str]
) -> Iterator[Draft]:
    """One draft for each name that the report has not used before; ``told`` collects them. A quoted title is a name too."""
    for quote in quotes:
        words = [t for t in sentence.tokens if quote.span.contains(t.span)]
        name = " ".join(t.text for t in words)
        is_title = 2 <= len(words) <= 5 and all(
            t.text[:1].isupper() for t in words if t.pos not in ("PREP", "DET", "CONJ")
        )
        if is_title and name not in told and not any(quote.span.overlaps(m.span) for m in materials.entities):
            told.add(name)
            titled = slot(document, "name", quote.span, name, value=EntityValue("work", name))
            yield Draft("name", "work", quote.span, (titled,))
    for mention in materials.entities:
        value = mention.value
        if value.demonym or value.kind not in _NAMED or value.name in told or mention.span not in materials.names:
            continue
        told.add(value.name)
        named_slot = slot(document, "name", mention.span, value.name, value=value, entity=materials.names[mention.span])
        yield Draft("name", value.kind, mention.span, (named_slot,))
