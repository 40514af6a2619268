"""Claims about one value: a quantity with what it counts or measures, a person's role."""

from collections.abc import Iterator, Sequence

from reconcile.claims.arguments import owners
from reconcile.claims.clauses import Clause
from reconcile.claims.content import phrase_span
from reconcile.claims.drafts import Draft, Materials, slot
from reconcile.measure.events import event_classes
from reconcile.model.documents import Document, Sentence
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
        yield Draft(
            "quantity",
            value.of or value.unit or "",
            mention.span,
            (slot(document, "quantity", mention.span, value.of or "", value=value),),
            event_classes(lemma, "VERB"),
            clause.verb if clause is not None else None,
            extent.join(mention.span),
        )


def role_drafts(document: Document, sentence: Sentence, materials: Materials) -> Iterator[Draft]:
    """One draft for each name that comes with a role: "Sergei Shoigu" is "Russian Defense Minister"."""
    for mention in materials.entities:
        value = mention.value
        if value.role is None or value.role_span is None:
            continue
        holder = slot(document, "holder", mention.span, value.name, value=value, entity=materials.names.get(mention.span))
        role = slot(document, "role", value.role_span, value.role)
        yield Draft("role", value.role, value.role_span.join(mention.span), (holder, role))


def naming_span(sentence: Sentence, span: Span) -> Span:
    """The noun phrase around a span, else the span."""
    return next((s for p in sentence.phrases if (s := phrase_span(sentence, p)).contains(span)), span)
