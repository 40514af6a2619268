"""What a number is of: "a $105 billion offer", "an offer of $105 billion", "the well was 40 metres deep"."""

from collections.abc import Sequence

from attrs import frozen

from reconcile.claims.clauses import Clause
from reconcile.lexicon.load import words
from reconcile.model.documents import Phrase, Sentence, Token
from reconcile.model.spans import Span


@frozen
class Holder:
    """The noun phrase that a number belongs to: its ``head`` lemma, its other words, and how far its own phrases reach."""

    head: str
    modifiers: tuple[str, ...]
    phrase: Phrase


def holder(sentence: Sentence, found: Sequence[Clause], home: int | None, span: Span) -> Holder | None:
    """The holder of the number at ``span``, whose clause is number ``home`` of ``found``; None where the text names none."""
    tokens = sentence.tokens
    inside = [i for i, t in enumerate(tokens) if t.span.overlaps(span)]
    if not inside:
        return None
    first, last = inside[0], inside[-1] + 1
    around = next((p for p in sentence.phrases if p.kind == "NP" and p.first <= first < p.last), None)
    if around is not None and around.head >= last:
        return _holder(tokens, around, first, last)
    governed = _before_preposition(sentence, first)
    if governed is not None:
        return _holder(tokens, governed, first, last)
    if home is None:
        return None
    clause = found[home]
    verb = tokens[clause.verb.head].lemma.lower()
    if verb in words("measuring", "copular") and clause.subject is not None and clause.subject.last <= first:
        return _holder(tokens, clause.subject, first, last)
    if verb in words("measuring", "changing"):
        target = clause.object if clause.object is not None and clause.object.last <= first else clause.subject
        if target is not None and target.last <= first:
            return _holder(tokens, target, first, last)
    return None


def _before_preposition(sentence: Sentence, first: int) -> Phrase | None:
    """"an offer of about $82", "a depth of 40m": the noun phrase that the "of" before the number hangs on."""
    at = first - 1
    while at > 0 and sentence.tokens[at].pos in ("ADV", "DET", "ADJ"):
        at -= 1
    if at <= 0 or sentence.tokens[at].lower not in ("of", "worth", "at"):
        return None
    return next((p for p in sentence.phrases if p.kind == "NP" and p.last == at and p.head < first), None)


def _holder(tokens: Sequence[Token], phrase: Phrase, first: int, last: int) -> Holder | None:
    head = tokens[phrase.head]
    if head.pos not in ("NOUN", "PROPN", "X", "PRON"):
        return None
    others = [t for i, t in enumerate(tokens[phrase.first : phrase.last], phrase.first) if not first <= i < last]
    kept = sorted({t.lemma.lower() for t in others if t.pos in ("ADJ", "NOUN", "PROPN", "ORD", "VERB") and t is not head})
    return Holder(head.lemma.lower(), tuple(kept), phrase)
