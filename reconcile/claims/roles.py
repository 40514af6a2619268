"""Claims of what somebody is: each role phrase beside a name."""

from collections.abc import Iterator, Sequence

from reconcile.claims.arguments import noun_slot
from reconcile.claims.clauses import Clause
from reconcile.claims.content import phrase_span
from reconcile.claims.drafts import Draft, Materials, slot
from reconcile.lexicon import gazetteer
from reconcile.lexicon.load import words
from reconcile.measure.humans import is_human
from reconcile.model.documents import Document, Phrase, Sentence
from reconcile.model.entities import EntityValue
from reconcile.model.mentions import Mention
from reconcile.model.spans import Span


def role_drafts(document: Document, sentence: Sentence, materials: Materials) -> Iterator[Draft]:
    """One draft for each name that comes with a role: "Sergei Shoigu" is "Russian Defense Minister"."""
    yield from _nationals(document, sentence, materials)
    for mention in materials.entities:
        value = mention.value
        holder = slot(
            document, "holder", mention.span, value.name, value=value, entity=materials.names.get(mention.span)
        )
        for beside in _beside(sentence, mention):
            told = document.text[beside.start : beside.end]
            yield Draft("role", told, beside.join(mention.span), (holder, slot(document, "role", beside, told)))
        if value.role is None or value.role_span is None:
            continue
        role = slot(document, "role", value.role_span, value.role)
        yield Draft("role", value.role, value.role_span.join(mention.span), (holder, role))


def told_role_drafts(
    document: Document, sentence: Sentence, found: Sequence[Clause], materials: Materials
) -> Iterator[Draft]:
    """One draft for each office that a clause says somebody has or will have: "Ana Reyes is chairman", "he will become chief executive"."""
    for clause in found:
        subject, office = clause.subject, clause.object
        if subject is None or office is None or not _has_office(sentence, clause, office):
            continue
        holder = noun_slot(document, sentence, "holder", subject, materials)
        if holder.entity is None or not holder.entity.startswith("person:"):
            continue
        first = office.first + (sentence.tokens[office.first].pos == "DET" and office.head > office.first)
        last = _with_what_hangs_on_it(sentence, office.last)
        told = Span(sentence.tokens[first].span.start, sentence.tokens[last - 1].span.end)
        text = document.text[told.start : told.end]
        yield Draft(
            "role", text, holder.span.join(told), (holder, slot(document, "role", told, text)), verb=clause.verb
        )


def _has_office(sentence: Sentence, clause: Clause, office: Phrase) -> bool:
    """Whether a clause says so of now or of a time to come; who "was chairman" may be it no longer."""
    tokens = sentence.tokens
    verb = [t.lower for t in tokens[clause.verb.first : clause.verb.last] if t.pos != "ADV"]
    before = tokens[clause.verb.first - 1].lower if clause.verb.first else ""
    is_planned = verb[0] == "will" or (verb[0] == "to" and before in _PLANNING)
    is_told = verb in _HOLDING or (is_planned and verb[-1] in ("be", "become"))
    head = tokens[office.head].lemma.lower()
    return (
        is_told
        and clause.form in ("finite", "infinitive")
        and office.first == clause.verb.last
        and head in words("roles", "office") | words("roles", "business")
    )


# What stands before "to be chairman" of a time to come; who "used to be" it is it no longer.
_PLANNING = frozenset({"is", "due", "set", "expected", "chosen", "elected", "appointed", "poised", "scheduled"})
_HOLDING = (["is"], ["'s"], ["has", "become"], ["becomes"])


def _beside(sentence: Sentence, mention: Mention[EntityValue]) -> Iterator[Span]:
    """What else stands beside a person's name than the role phrase that was read with it."""
    if mention.value.kind == "person":
        known = mention.value.role_span
        for found in (_noun_before(sentence, mention.span), _noun_after(sentence, mention.span)):
            if found is not None and (known is None or not known.overlaps(found)):
                yield found


def _nationals(document: Document, sentence: Sentence, materials: Materials) -> Iterator[Draft]:
    """ "The Uruguayan", said of somebody named before."""
    demonyms = {m.span for m in materials.entities if m.value.demonym}
    for phrase in sentence.phrases:
        whole, head = phrase_span(sentence, phrase), sentence.tokens[phrase.head].span
        told = document.text[head.start : head.end]
        is_one = phrase.last - phrase.first == _ARTICLE_AND_NOUN and gazetteer.is_one_national(told)
        if is_one and head in demonyms and whole in materials.meant:
            entity = materials.meant[whole]
            holder = slot(document, "holder", whole, entity.partition(":")[2], entity=entity)
            yield Draft("role", told, whole, (holder, slot(document, "role", head, told)))


_ARTICLE_AND_NOUN = 2


def _noun_before(sentence: Sentence, name: Span) -> Span | None:
    """ "The attacker, Ali Reza, a cook": the noun for a person before the comma, without its article."""
    tokens = sentence.tokens
    at = next((i for i, t in enumerate(tokens) if t.span.overlaps(name)), 0)
    if at < 2 or tokens[at - 1].text != ",":
        return None
    phrase = next((p for p in sentence.phrases if p.kind == "NP" and p.last == at - 1), None)
    if phrase is None or tokens[phrase.head].lemma.lower() not in words("anaphors", "human"):
        return None
    first = phrase.first + (tokens[phrase.first].pos == "DET" and phrase.head > phrase.first)
    return Span(tokens[first].span.start, tokens[phrase.last - 1].span.end)


def _noun_after(sentence: Sentence, name: Span) -> Span | None:
    """ "Mayor Ada Lund, a former judge,": the noun for a person after the comma and what hangs on it, without its article."""
    tokens = sentence.tokens
    at = next((i for i, t in enumerate(tokens) if t.span.start >= name.end), len(tokens))
    if at >= len(tokens) or tokens[at].text not in _OPENERS:
        return None
    if at + 2 < len(tokens) and tokens[at + 1].pos == "NUM" and tokens[at + 2].text == ",":  # ", 45, a teacher"
        at += 2
    phrase = _phrase_at(sentence, at + 1)
    if phrase is None or not _is_called(sentence, phrase):
        return None
    last = _with_what_hangs_on_it(sentence, phrase.last)
    if (
        last < len(tokens)
        and tokens[last].text not in _CLOSERS
        and tokens[last].lower not in words("anaphors", "embedding")
    ):
        return None
    first = phrase.first + (tokens[phrase.first].pos == "DET" and phrase.head > phrase.first)
    return Span(tokens[first].span.start, tokens[last - 1].span.end)


_OPENERS = frozenset({",", "(", "\u2013", "\u2014", "--"})
_CLOSERS = frozenset({",", ".", ";", ")", "\u2013", "\u2014", "--"})


def _phrase_at(sentence: Sentence, first: int) -> Phrase | None:
    return next((p for p in sentence.phrases if p.kind == "NP" and p.first == first), None)


def _is_called(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase without a name says what one person is: "a former judge", "head", "a 40-year-old cinematographer"."""
    head = sentence.tokens[phrase.head]
    if head.tag == "NN2" or head.pos != "NOUN" or head.text[:1].isupper():
        return False
    has_article = sentence.tokens[phrase.first].lower in ("a", "an", "the")
    return is_human(head.lemma.lower()) or (has_article and head.lower.endswith(_AGENTIVE))


# Endings of nouns for one who does something, beside the nouns that the lexicon lists: photographer, goalkeeper.
_AGENTIVE = ("grapher", "ologist", "ician", "keeper", "maker", "holder", "worker", "man", "woman")


def _with_what_hangs_on_it(sentence: Sentence, last: int) -> int:
    """ "head of surgery at the clinic": over "of", "at" and the like with the noun phrases after them."""
    tokens = sentence.tokens
    while last < len(tokens) and tokens[last].lower in ("of", "at", "for", "in", "with", "from"):
        hanging = _phrase_at(sentence, last + 1)
        if hanging is None:
            break
        last = hanging.last
    return last
