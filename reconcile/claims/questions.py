"""What a report says that it does not know: "the purpose is unknown", "has not been identified", "an undisclosed location"."""

from collections.abc import Iterator, Sequence

from reconcile.claims.arguments import noun_slot
from reconcile.claims.clauses import Clause
from reconcile.claims.content import phrase_span
from reconcile.claims.decisions import decision_drafts
from reconcile.claims.drafts import Draft, Materials
from reconcile.lexicon.load import table, words
from reconcile.model.documents import Document, Phrase, Sentence, Token
from reconcile.model.spans import Span


def question_drafts(
    document: Document, sentence: Sentence, found: Sequence[Clause], materials: Materials
) -> Iterator[Draft]:
    """One draft for each attribute that the sentence calls unknown; its predicate is the attribute, its slot what it is of."""
    indirect = tuple(_indirect(document, sentence, found, materials))
    asked = {draft.predicate for draft in indirect}
    for clause in found:
        attribute = _of_clause(sentence, clause)
        if attribute is not None and attribute not in asked:
            slots = (
                () if clause.subject is None else (noun_slot(document, sentence, "topic", clause.subject, materials),)
            )
            span = clause.span(sentence)
            yield Draft("question", attribute, span, slots, (), clause.verb, sentence.span)
    yield from indirect
    yield from decision_drafts(document, sentence, found, materials)
    for phrase in sentence.phrases:
        attribute = _of_phrase(sentence.tokens, phrase)
        if attribute is not None:
            start = phrase.first - (phrase.first > 0 and sentence.tokens[phrase.first - 1].pos == "PREP")
            whole = Span(sentence.tokens[start].span.start, phrase_span(sentence, phrase).end)
            yield Draft("question", attribute, whole, (), (), None, sentence.span)


def _indirect(document: Document, sentence: Sentence, found: Sequence[Clause], materials: Materials) -> Iterator[Draft]:
    """ "Nobody knows where it will fall", "it is unclear who did it": one draft for each question word that hangs on ignorance."""
    tokens = sentence.tokens
    for clause in found:
        if not _is_ignorance(tokens, clause):
            continue
        for at in range(clause.verb.last, len(tokens)):
            attribute = _asked(tokens, at) if tokens[at].tag in ("PNQ", "AVQ", "DTQ") else None
            if attribute is None or tokens[at - 1].text == ",":
                continue
            last = next((i for i in range(at + 1, len(tokens)) if tokens[i].pos in ("PUNCT", "CONJ")), len(tokens))
            span = Span(
                tokens[clause.verb.first if at < clause.verb.last + 4 else at].span.start, tokens[last - 1].span.end
            )
            topics = [p for p in sentence.phrases if p.kind == "NP" and at <= p.first and p.last <= last]
            slots = tuple(noun_slot(document, sentence, "topic", p, materials) for p in topics)
            yield Draft("question", attribute, span, slots, (), None, sentence.span)


def _is_ignorance(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether the clause says that something is not known: "we don't know", "nobody knows", "it is unclear", "impossible to say"."""
    lemma = tokens[clause.verb.head].lemma.lower()
    group = tokens[clause.verb.first : clause.verb.last]
    nobody = clause.subject is not None and tokens[clause.subject.first].lower in words("stance", "negative_nouns")
    if lemma in words("questions_indirect", "ignorance", "verbs"):
        if clause.subject is not None and tokens[clause.subject.head].lower in ("i", "we") and lemma != "know":
            return False  # "I won't tell you who"
        before = [t.lower for t in tokens[max(0, clause.verb.first - 2) : clause.verb.first]]
        return (
            nobody
            or any(t.pos == "NEG" for t in group)
            or bool(set(before) & words("questions_indirect", "ignorance", "adjectives"))
        )
    after = tokens[clause.verb.last : clause.verb.last + 3]
    return lemma in ("be", "remain", "stay") and any(t.lower in words("stance", "unknown", "adjectives") for t in after)


def _asked(tokens: Sequence[Token], at: int) -> str | None:
    """What a question word asks for, with the words after it: "what caused it" asks for the cause."""
    rest = {t.lemma.lower() for t in tokens[at : at + 6]}
    named = next((name for name, entry in _attributes() if rest & set(entry["nouns"])), None)
    if named is not None:
        return named
    if rest & {"cause", "trigger", "spark"}:
        return "cause"
    return next((name for name, entry in _attributes() if tokens[at].lower in entry["asks"]), None)


_CONDITION = 4  # words back from the verb


def _of_clause(sentence: Sentence, clause: Clause) -> str | None:
    tokens = sentence.tokens
    verb = tokens[clause.verb.head]
    group = tokens[clause.verb.first : clause.verb.last]
    negated = any(t.pos == "NEG" for t in group)
    if negated and clause.passive:
        if [t.lower for t in tokens[clause.verb.last : clause.verb.last + 2]] == ["by", "name"]:
            return None  # a source that stays anonymous is known to the writer
        if "condition" in {t.lower for t in tokens[max(0, clause.verb.first - _CONDITION) : clause.verb.first]}:
            return None  # "on condition that they were not named"
        found = next((name for name, entry in _attributes() if verb.lemma in entry["verbs"]), None)
        known = verb.lemma in words("stance", "information") and clause.subject is not None
        return found or (_named_by(tokens[clause.subject.head].lemma.lower()) if known and clause.subject else None)
    after = tokens[clause.verb.last : clause.last]
    if verb.lemma not in ("be", "remain", "stay") or not after:
        return None
    open_word = next((t for t in after[:3] if t.lower in words("stance", "unknown", "adjectives")), None)
    if open_word is None and not (negated and after[0].lower in ("clear", "known")):
        return None
    if clause.subject is not None and tokens[clause.subject.head].lower != "it":
        return _named_by(tokens[clause.subject.head].lemma.lower())
    rest = [t.lemma.lower() for t in tokens[clause.verb.last :]]
    return next((name for name, entry in _attributes() if set(rest) & set(entry["asks"])), None)


def _of_phrase(tokens: Sequence[Token], phrase: Phrase) -> str | None:
    if phrase.kind != "NP" or not any(
        t.lower in words("stance", "unknown", "adjectives") for t in tokens[phrase.first : phrase.head]
    ):
        return None
    return _named_by(tokens[phrase.head].lemma.lower())


def _named_by(noun: str) -> str | None:
    return next((name for name, entry in _attributes() if noun in entry["nouns"]), None)


def _attributes() -> Iterator[tuple[str, dict[str, list[str]]]]:
    for name, entry in table("questions_open").items():
        yield name, {k: v for k, v in entry.items() if isinstance(v, list)}
