"""What a number is of: "a $105 billion offer", "an offer of $105 billion", "the well was 40 metres deep"."""

from collections.abc import Sequence

from attrs import evolve, frozen

from reconcile.claims.clauses import Clause
from reconcile.lexicon.load import words
from reconcile.measure.events import event_classes
from reconcile.measure.humans import is_human
from reconcile.measure.populations import is_person
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
        return _holder(tokens, _measured(sentence, around), first, last)
    before = tokens[first - 2] if first >= 2 and tokens[first - 1].text in (",", "(") else None
    if before is not None and (before.pos == "PROPN" or is_person(before.lemma.lower())):
        named = next((p for p in sentence.phrases if p.kind == "NP" and p.last == first - 1), None)
        if named is not None:
            return _holder(tokens, named, first, last)
    governed = _before_preposition(sentence, first)
    if governed is not None and not first <= (owner := _measured(sentence, governed)).head < last:
        return _holder(tokens, owner, first, last)
    if governed is not None:  # "struck at a depth of 10 km", "covered a distance of 620 km"
        subject = None if home is None else found[home].subject
        thing = None if subject is None or subject.last > first else _holder(tokens, subject, first, last)
        return None if thing is None or is_human(thing.head) else thing
    return None if home is None else _governed(tokens, sentence, found[home], around, first, last)


def _governed(
    tokens: Sequence[Token], sentence: Sentence, clause: Clause, around: Phrase | None, first: int, last: int
) -> Holder | None:
    """What the verb of the clause makes the number of."""
    if span_is_price(tokens, first) and (named := _deal(tokens, clause)) is not None:
        return Holder(named, (), around or Phrase("NP", first, last, last - 1))
    verb = tokens[clause.verb.head].lemma.lower()
    if verb in words("measuring", "copular") and clause.subject is not None and clause.subject.last <= first:
        return _holder(tokens, _measured(sentence, clause.subject), first, last)
    if verb in words("measuring", "lasting") and clause.subject is not None and clause.subject.last <= first:
        before, units = tokens[first - 1].lower, words("measuring", "time_units")
        if before in words("measuring", "lasting_for") and any(t.lemma.lower() in units for t in tokens[first:last]):
            return _holder(tokens, _measured(sentence, clause.subject), first, last)
    if verb in words("measuring", "changing"):
        target = clause.object if clause.object is not None and clause.object.last <= first else clause.subject
        if target is not None and any(
            t.pos == "NUM" or t.lower == "percent" for t in tokens[target.first : target.last]
        ):
            target = clause.subject  # "rose 1.5 percent to $65": the price is the subject's
        if target is not None and target.last <= first:
            return _versioned(_holder(tokens, _measured(sentence, target), first, last), tokens, first)
    return None


def span_is_price(tokens: Sequence[Token], first: int) -> bool:
    """Whether a sum of money stands where a price does: "for $5 million", "paid $5 million"."""
    return any(t.text in _SYMBOLS for t in tokens[max(0, first - 1) : first + 2]) and first > 0


_SYMBOLS = frozenset("$\u00a3\u20ac\u00a5")


def _deal(tokens: Sequence[Token], clause: Clause) -> str | None:
    """The noun for what a verb of buying or selling does."""
    classes = event_classes(tokens[clause.verb.head].lemma.lower(), "VERB")
    return "purchase" if "buy" in classes[:1] else "sale" if "sell" in classes[:1] else None


def _versioned(found: Holder | None, tokens: Sequence[Token], first: int) -> Holder | None:
    """ "raised its bid from $105 billion to $121 billion": two versions of the bid."""
    before = next((t.lower for t in reversed(tokens[max(0, first - 3) : first]) if t.pos in ("PREP", "TO")), "")
    version = {"to": "raised", "from": "previous"}.get(before)
    return found if found is None or version is None else evolve(found, modifiers=(*found.modifiers, version))


def _measured(sentence: Sentence, phrase: Phrase) -> Phrase:
    """ "the deal's value", "the price of the deal": the number is of the deal."""
    tokens = sentence.tokens
    if tokens[phrase.head].lemma.lower() not in words("measuring", "nouns"):
        return phrase
    owner = next((i for i in range(phrase.head - 1, phrase.first - 1, -1) if tokens[i].pos == "POS"), None)
    if owner is not None and owner > phrase.first:
        return Phrase("NP", phrase.first, owner, owner - 1)
    if phrase.last < len(tokens) and tokens[phrase.last].lower == "of":
        return next((p for p in sentence.phrases if p.kind == "NP" and p.first == phrase.last + 1), phrase)
    return phrase


def _before_preposition(sentence: Sentence, first: int) -> Phrase | None:
    """ "an offer of about $82", "a depth of 40m": the noun phrase that the "of" before the number hangs on."""
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
    kept = sorted(
        {t.lemma.lower() for t in others if t.pos in ("ADJ", "NOUN", "PROPN", "ORD", "VERB") and t is not head}
    )
    return Holder(head.lemma.lower(), tuple(kept), phrase)
