"""The arguments of a clause: who, to whom, when, where, how many, by and with what."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from reconcile.claims.clauses import Clause
from reconcile.claims.content import phrase_span
from reconcile.claims.drafts import Materials, slot
from reconcile.lexicon.load import words
from reconcile.model.claims import Slot
from reconcile.model.documents import Document, Phrase, Sentence, Token
from reconcile.model.entities import EntityValue
from reconcile.model.mentions import Mention
from reconcile.model.quantities import QuantityValue
from reconcile.model.spans import Span
from reconcile.model.times import TimeValue

_ORIGIN = frozenset({"from", "off"})
_GOAL = frozenset({"to", "into", "towards", "toward", "onto", "for"})
_PLACE = frozenset(
    {"in", "at", "near", "on", "outside", "inside", "over", "off", "above", "across", "around", "within", "throughout"}
)


def owners(sentence: Sentence, found: Sequence[Clause], spans: Sequence[Span]) -> list[int | None]:
    """For each span the number of the clause it belongs to: the smallest extent around it, else the first clause after it."""
    return [_owner(sentence, found, span) for span in spans]


def _owner(sentence: Sentence, found: Sequence[Clause], span: Span) -> int | None:
    at = next((i for i, t in enumerate(sentence.tokens) if t.span.end > span.start), None)
    if at is None or not found:
        return None
    fate = next((n for n, c in enumerate(found) if _shares_the_passive(sentence, found, c, span)), None)
    if fate is not None:
        return fate
    around = [n for n, c in enumerate(found) if c.first <= at < c.last]
    governing = [n for n in around if found[n].verb.first <= at] or around
    if governing:
        owner = max(governing, key=lambda n: (found[n].verb.first, -n))
        return _told_by(sentence, found, _whole_verb(found, owner), span)
    after = [n for n, c in enumerate(found) if c.first >= at and c.form == "finite"]
    before = [n for n, c in enumerate(found) if c.last <= at]
    return after[0] if after and not before else before[-1] if before else None


def _whole_verb(found: Sequence[Clause], number: int) -> int:
    """Of "was found burnt in Thonon" the first verb: a participle right behind one that is whole says how, not where or when."""
    clause, before = found[number], found[number - 1] if number else None
    if before is None or clause.form != "participle" or clause.object is not None or before.form != "finite":
        return number
    return number - 1 if before.passive and before.verb.last == clause.verb.first else number


def _told_by(sentence: Sentence, found: Sequence[Clause], owner: int, span: Span) -> int:
    """Of "it was past midnight when he spoke" and "it was on Tuesday that she left" the clause behind, else the owner itself."""
    tokens, clause = sentence.tokens, found[owner]
    it_is = clause.subject is not None and tokens[clause.subject.head].lower == "it"
    if not it_is or tokens[clause.verb.head].lemma.lower() != "be":
        return owner
    end = next((i for i, t in enumerate(tokens) if t.span.start >= span.end), len(tokens))
    if end >= len(tokens) or tokens[end].lower not in ("when", "that"):
        return owner
    behind = [n for n, c in enumerate(found) if c.verb.first > end]
    return min(behind, key=lambda n: found[n].verb.first, default=owner)


def _shares_the_passive(sentence: Sentence, found: Sequence[Clause], clause: Clause, span: Span) -> bool:
    """ "One was killed and 14 injured": the span is of the subject of a bare participle that has no other governor."""
    subject, tokens = clause.subject, sentence.tokens
    if clause.form != "participle" or not clause.passive or subject is None or subject.last > clause.verb.first:
        return False
    if any(t.pos != "ADV" for t in tokens[subject.last : clause.verb.first]) or any(c.object == subject for c in found):
        return False
    if not span.overlaps(tokens[subject.first].span) and not span.overlaps(tokens[subject.head].span):
        return False
    before = subject.first - 1
    while before > 0 and tokens[before].pos in ("ADV", "ADJ", "PREP", "PRON") and tokens[before].span.overlaps(span):
        before -= 1
    return before > 0 and (tokens[before].pos == "CONJ" or tokens[before].text == ",")


Typed = Sequence[Mention[TimeValue] | Mention[QuantityValue]]


def clause_slots(
    document: Document, sentence: Sentence, found: Sequence[Clause], number: int, materials: Materials
) -> Iterator[Slot]:
    """Slots of one clause: agent and patient, obliques by preposition, and the typed mentions it owns."""
    clause = found[number]
    yield from _core(document, sentence, clause, materials)
    yield from _obliques(document, sentence, clause, materials)
    typed: tuple[tuple[str, Typed], ...] = (("time", materials.times), ("quantity", materials.quantities))
    for kind, mentions in typed:
        spans = [m.span for m in mentions]
        for one, owner in zip(mentions, owners(sentence, found, spans), strict=True):
            if owner == number and not (kind == "time" and dates_another(sentence, one.span)):
                yield _typed(document, sentence, kind, one)
    known = _known_day(sentence, clause, materials.times)
    if known is not None:
        yield evolve(_typed(document, sentence, "time", known), prep=None)
    places = [m for m in materials.entities if m.value.kind == "place" and not m.value.demonym]
    for mention, owner in zip(places, owners(sentence, found, [m.span for m in places]), strict=True):
        name = place_role(sentence, mention.span)
        if owner == number and name is not None:
            yield slot(
                document, name, mention.span, mention.value.name, value=mention.value,
                entity=materials.names.get(mention.span), prep=preposition(sentence, mention.span),
            )  # fmt: skip


def _known_day(sentence: Sentence, clause: Clause, times: Sequence[Mention[TimeValue]]) -> Mention[TimeValue] | None:
    """ "In 1976, when the plant opened": the time before the comma is that of the clause behind it too; "since" tells no point."""
    at = (clause.verb.first if clause.subject is None else clause.subject.first) - 1
    if at < _TIME_AND_COMMA or sentence.tokens[at].lower != "when" or sentence.tokens[at - 1].text != ",":
        return None
    end = sentence.tokens[at - _TIME_AND_COMMA].span.end
    return next((m for m in times if m.span.end == end and m.value.type in ("DATE", "TIME") and not m.value.mod), None)


_TIME_AND_COMMA = 2


def dates_another(sentence: Sentence, span: Span) -> bool:
    """ "The first test since the election last week": the time belongs to the noun before it, which the clause is dated by."""
    tokens = sentence.tokens
    at = next((i for i, t in enumerate(tokens) if t.span.end > span.start), 0)
    noun = next((p for p in sentence.phrases if p.kind == "NP" and p.first < at <= p.last), None)
    return noun is not None and noun.first > 0 and tokens[noun.first - 1].lower in _DATING


_DATING = frozenset({"since", "before", "after"})


def _typed(
    document: Document, sentence: Sentence, name: str, mention: Mention[TimeValue] | Mention[QuantityValue]
) -> Slot:
    head = mention.value.of or "" if isinstance(mention.value, QuantityValue) else ""
    return slot(document, name, mention.span, head, value=mention.value, prep=preposition(sentence, mention.span))


def joined_subjects(sentence: Sentence, clause: Clause) -> Iterator[Phrase]:
    """ "The captain and his first officer were arrested": the noun phrases before "and" that share the subject's part."""
    tokens = sentence.tokens
    if clause.subject is None or tokens[clause.verb.first].lower in _SINGULAR or clause.form != "finite":
        return
    at = clause.subject.first - 1
    if at < 1 or tokens[at].lower not in ("and", "&"):
        return
    while at > 0 and tokens[at].lower in ("and", "&", ","):
        before = at - 1 if tokens[at - 1].text != "," else at - 2
        phrase = next((p for p in sentence.phrases if p.kind == "NP" and p.last == before + 1), None)
        if phrase is None or not _opens_clause(tokens, phrase.first):
            return
        yield phrase
        at = phrase.first - 1


_SINGULAR = frozenset({"was", "is", "has", "does", "wasn't", "isn't"})


def _opens_clause(tokens: Sequence[Token], first: int) -> bool:
    """Whether nothing stands before that governs a noun phrase, up to a mark or "that"."""
    if first == 0:
        return True
    before = tokens[first - 1]
    return before.lower in ("that", "and", "as", "while", "when") or before.pos == "PUNCT"


def _core(document: Document, sentence: Sentence, clause: Clause, materials: Materials) -> Iterator[Slot]:
    first, second = ("patient", "complement") if clause.passive else ("agent", "patient")
    if clause.subject is not None:
        yield noun_slot(document, sentence, first, clause.subject, materials)
        for joined in joined_subjects(sentence, clause):
            yield noun_slot(document, sentence, first, joined, materials)
    if clause.object is not None:
        yield noun_slot(document, sentence, second, clause.object, materials)


def _obliques(document: Document, sentence: Sentence, clause: Clause, materials: Materials) -> Iterator[Slot]:
    for phrase in sentence.phrases:
        if (
            phrase.kind != "NP"
            or phrase.first <= clause.verb.last - 1
            or phrase.last > clause.last
            or phrase.first == 0
        ):
            continue
        before = sentence.tokens[phrase.first - 1]
        if before.pos == "PREP":
            name = "agent" if clause.passive and before.lower == "by" else "oblique"
            yield noun_slot(document, sentence, name, phrase, materials, before.lower)


def noun_slot(
    document: Document, sentence: Sentence, name: str, phrase: Phrase, materials: Materials, prep: str | None = None
) -> Slot:
    """The slot of a noun phrase: its head's lemma, and the entity that it names or stands for."""
    span = phrase_span(sentence, phrase)
    head = _whole(sentence, phrase)
    value, entity = named(span, head.span, materials)
    noun = materials.nouns.get(span, head.lemma.lower())
    return slot(document, name, span, noun, value=value, entity=entity, prep=prep)


def _whole(sentence: Sentence, phrase: Phrase) -> Token:
    """ "Most of the station", "some of the money": the head is the noun of the whole."""
    head = sentence.tokens[phrase.head]
    following = [t.lower for t in sentence.tokens[phrase.last : phrase.last + 1]]
    if head.lower not in words("measuring", "partitives") or following != ["of"]:
        return head
    whole = next((p for p in sentence.phrases if p.kind == "NP" and p.first == phrase.last + 1), None)
    return head if whole is None else sentence.tokens[whole.head]


def named(span: Span, head: Span, materials: Materials) -> tuple[EntityValue | None, str | None]:
    """The entity named at the head of a noun phrase, or meant by the whole phrase."""
    for mention in materials.entities:
        if mention.span.overlaps(head) and not mention.value.demonym:
            return mention.value, materials.names.get(mention.span)
    return None, materials.meant.get(span)


def preposition(sentence: Sentence, span: Span) -> str | None:
    """The preposition directly before a span, articles and adjectives skipped."""
    at = next((i for i, t in enumerate(sentence.tokens) if t.span.end > span.start), 0)
    if at < len(sentence.tokens) and sentence.tokens[at].pos == "PREP":
        return sentence.tokens[at].lower
    if [t.lower for t in sentence.tokens[max(0, at - 2) : at]] == ["at", "least"]:  # "until at least Friday"
        at -= 2
    for token in reversed(sentence.tokens[max(0, at - 4) : at]):
        if token.pos in ("PREP", "TO") or token.lower in ("until", "till"):
            return token.lower
        if token.pos not in ("DET", "ADJ", "NOUN", "PROPN", "POS") and token.text != ",":
            return None
    return None


def place_role(sentence: Sentence, span: Span) -> str | None:
    """ "origin", "goal" or "place" by the preposition; None for a place that is no location here ("Russia denied")."""
    prep = preposition(sentence, span)
    if prep is None:
        return None
    return "origin" if prep in _ORIGIN else "goal" if prep in _GOAL else "place" if prep in _PLACE else None
