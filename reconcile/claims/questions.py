"""What a report says that it does not know: "the purpose is unknown", "has not been identified", "an undisclosed location"."""

from collections.abc import Iterator, Sequence

from reconcile.claims.arguments import noun_slot
from reconcile.claims.clauses import Clause
from reconcile.claims.content import phrase_span
from reconcile.claims.drafts import Draft, Materials
from reconcile.lexicon.load import table, words
from reconcile.model.documents import Document, Phrase, Sentence, Token
from reconcile.model.spans import Span


def question_drafts(
    document: Document, sentence: Sentence, found: Sequence[Clause], materials: Materials
) -> Iterator[Draft]:
    """One draft for each attribute that the sentence calls unknown; its predicate is the attribute, its slot what it is of."""
    for clause in found:
        attribute = _of_clause(sentence, clause)
        if attribute is not None:
            slots = (
                () if clause.subject is None else (noun_slot(document, sentence, "topic", clause.subject, materials),)
            )
            span = clause.span(sentence)
            yield Draft("question", attribute, span, slots, (), clause.verb, sentence.span)
    for phrase in sentence.phrases:
        attribute = _of_phrase(sentence.tokens, phrase)
        if attribute is not None:
            start = phrase.first - (phrase.first > 0 and sentence.tokens[phrase.first - 1].pos == "PREP")
            whole = Span(sentence.tokens[start].span.start, phrase_span(sentence, phrase).end)
            yield Draft("question", attribute, whole, (), (), None, sentence.span)


def _of_clause(sentence: Sentence, clause: Clause) -> str | None:
    tokens = sentence.tokens
    verb = tokens[clause.verb.head]
    group = tokens[clause.verb.first : clause.verb.last]
    negated = any(t.pos == "NEG" for t in group)
    if negated and clause.passive:
        if [t.lower for t in tokens[clause.verb.last : clause.verb.last + 2]] == ["by", "name"]:
            return None  # a source that stays anonymous is known to the writer
        return next((name for name, entry in _attributes() if verb.lemma in entry["verbs"]), None)
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
