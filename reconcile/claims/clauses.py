"""Clauses of a sentence: the verb group that governs each, its extent, its subject and object. Shallow, from tags and chunks."""

from collections.abc import Sequence

from attrs import frozen

from reconcile.claims.subjects import (
    absolute_noun,
    closes_relative,
    first_noun_after,
    is_set_off,
    noun_before,
    noun_set_off,
    opens_relative,
)
from reconcile.lexicon.load import words
from reconcile.model.documents import Phrase, Sentence, Token
from reconcile.model.spans import Span

_RELATIVES = frozenset({"who", "which", "whose", "whom", "where", "when", "that"})


@frozen
class Clause:
    """One verb group with what belongs to it. All positions are token indices; ``first``..``last`` is the extent (half-open).

    ``form`` is "finite", "infinitive", "participle"; ``subject`` and ``object`` are noun phrases or None.
    """

    verb: Phrase
    form: str
    passive: bool
    first: int
    last: int
    subject: Phrase | None
    object: Phrase | None

    def span(self, sentence: Sentence) -> Span:
        """From the subject (where it stands directly before) to the end of the last argument."""
        start = self.first
        if self.subject is not None and self.subject.first < start and start - self.subject.last <= 12:
            start = self.subject.first
        return Span(sentence.tokens[start].span.start, sentence.tokens[self.last - 1].span.end)


def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """All clauses, in the order of their verb groups."""
    verbs = [p for p in sentence.phrases if p.kind == "VG" and sentence.tokens[p.head].lower != "according"]
    nouns = [p for p in sentence.phrases if p.kind == "NP"]
    found: list[Clause] = []
    for number, verb in enumerate(verbs):
        following = verbs[number + 1 :]
        found.append(_clause(sentence.tokens, verb, found, following, nouns))
    return tuple(found)


def _clause(
    tokens: Sequence[Token], verb: Phrase, before: Sequence[Clause], after: Sequence[Phrase], nouns: Sequence[Phrase]
) -> Clause:
    form = _form(tokens, verb)
    passive = _is_passive(tokens, verb)
    last = _extent_end(tokens, verb, after, nouns)
    subject = _subject(tokens, verb, form, before, nouns)
    first = verb.first
    if subject is not None and subject.last <= verb.first and not any(c.verb.first > subject.first for c in before):
        first = subject.first
    return Clause(verb, form, passive, first, last, subject, _object(tokens, verb, last, nouns))


def _form(tokens: Sequence[Token], verb: Phrase) -> str:
    first = tokens[verb.first]
    if first.pos == "TO":
        return "infinitive"
    if first.tag in ("VVG", "VBG", "VHG", "VDG") or (first.tag in ("VVN", "VBN") and verb.last - verb.first == 1):
        return "participle"
    return "finite"


def _is_passive(tokens: Sequence[Token], verb: Phrase) -> bool:
    head = tokens[verb.head]
    if head.tag not in ("VVN", "VVD"):
        return False
    group = tokens[verb.first : verb.head]
    if any(t.lemma in ("be", "get") for t in group):
        return not any(t.tag == "VVG" for t in group)
    return head.tag == "VVN" and not any(t.lemma == "have" for t in group)


def _extent_end(tokens: Sequence[Token], verb: Phrase, after: Sequence[Phrase], nouns: Sequence[Phrase]) -> int:
    """The clause runs to the next boundary: strong punctuation, a new finite verb's subject, a relative word, a conjunction + verb."""
    for at in range(verb.last, len(tokens)):
        token = tokens[at]
        if token.text in (";", ":", "\u2014", "(", ")", "\u201d", "\u201c", '"') or token.text in (".", "!", "?"):
            return max(verb.last, at)
        if token.lower in _RELATIVES and token.tag in ("PNQ", "DTQ", "CJT", "AVQ"):
            return max(verb.last, at)
        if token.tag == "CJS" and any(v.first > at for v in after) and at > verb.last:
            return at
        nxt = next((v for v in after if v.first >= at), None)
        if nxt is not None and nxt.first == at and _form(tokens, nxt) == "finite":
            return max(verb.last, _subject_start(tokens, verb, nxt, nouns))
        if token.text == "," and nxt is not None and nxt.first == at + 1:
            return max(verb.last, at)
    return len(tokens)


def _subject_start(tokens: Sequence[Token], verb: Phrase, following: Phrase, nouns: Sequence[Phrase]) -> int:
    """Where the next finite clause begins: at its subject, or at the conjunction before its verb."""
    at = following.first
    if closes_relative(tokens, verb, following):
        return at
    if at - 1 > verb.last and tokens[at - 1].pos == "CONJ":
        return at - 1
    subject = noun_before(tokens, following.first, verb.last, nouns)
    start = subject.first if subject is not None else at
    if start - 1 >= verb.last and (tokens[start - 1].pos == "CONJ" or tokens[start - 1].text == ","):
        start -= 1
    return start


def _subject(
    tokens: Sequence[Token], verb: Phrase, form: str, before: Sequence[Clause], nouns: Sequence[Phrase]
) -> Phrase | None:
    previous = before[-1] if before else None
    if form == "infinitive" and (absolute := absolute_noun(tokens, verb, nouns)) is not None:
        return absolute
    if form == "infinitive" and previous is not None:
        return previous.object if previous.object is not None and _raises_object(tokens, previous) else previous.subject
    if form == "participle":
        nearest = [n for n in nouns if n.last <= verb.first and n.last >= verb.first - 1]
        if nearest and (tokens[verb.first - 1].text != "," or is_set_off(tokens, verb)):
            return nearest[-1]
        if previous is not None:
            return previous.subject
        behind = [n for n in nouns if n.last == verb.first - 1 and n.first == 0]
        return behind[0] if behind else first_noun_after(tokens, verb, nouns)
    opener = verb.first - 1
    while opener > 0 and tokens[opener].pos == "ADV":
        opener -= 1  # "who now lives in Spain"
    if opener > 0 and tokens[opener].lower in ("who", "which", "that"):
        antecedent = [n for n in nouns if n.last <= opener and n.head < opener]
        if len(antecedent) > 1 and _is_age_of(tokens, antecedent[-1], antecedent[-2]):
            antecedent = antecedent[:-1]
        if antecedent:
            return antecedent[-1]
    joined = _joined_verb(tokens, verb, before)
    if joined is not None:
        return joined.subject
    return _of_whole_clause(tokens, verb, before, nouns)


def _is_age_of(tokens: Sequence[Token], number: Phrase, noun: Phrase) -> bool:
    """ "Hartnoll, 43, who fired": a bare number between commas behind a name."""
    bare = number.last - number.first == 1 and tokens[number.head].pos == "NUM"
    return bare and noun.last == number.first - 1 and tokens[noun.last].text == ","


def _of_whole_clause(
    tokens: Sequence[Token], verb: Phrase, before: Sequence[Clause], nouns: Sequence[Phrase]
) -> Phrase | None:
    """The subject of a verb that no relative word and no conjunction stands before."""
    previous = before[-1] if before else None
    floor = previous.verb.last if previous is not None else 0
    inner = _told_of(tokens, verb, before)
    if inner is not None:
        return _free_noun(tokens, inner, before, nouns) or inner.subject
    set_off = noun_set_off(tokens, verb.first, nouns)
    if set_off is not None:
        return set_off
    if verb.first > 0 and tokens[verb.first - 1].text == ",":
        floor = _before_relative(tokens, verb.first, floor, before)
    found = noun_before(tokens, verb.first, floor, nouns)
    if found is None and previous is not None:
        told = _told_by_relative(tokens, verb, before, nouns)
        if told is None and previous.verb.last == verb.first and opens_relative(tokens, previous.verb):
            told = _free_noun(tokens, previous, before, nouns)
        return told or previous.subject
    return found


def _told_by_relative(
    tokens: Sequence[Token], verb: Phrase, before: Sequence[Clause], nouns: Sequence[Phrase]
) -> Phrase | None:
    """ "The money that prosecutors say he stole was not found", "the money he stole was found": what the relative clause tells of."""
    if any(t.pos in ("CONJ", "PUNCT") for t in tokens[before[-1].verb.last : verb.first]):
        return None
    for inner in reversed(before):
        if inner.form != "finite" or inner.subject is None or inner.subject.last > inner.verb.first:
            return None
        opens = inner.subject.first
        if opens and tokens[opens - 1].lower in ("that", "which", "whom", "who"):
            opens -= 1
        antecedent = next((n for n in nouns if n.last == opens), None)
        if antecedent is not None:
            return antecedent
        if not any(c.verb.last == opens for c in before):
            return None
    return None


def _joined_verb(tokens: Sequence[Token], verb: Phrase, before: Sequence[Clause]) -> Clause | None:
    """ "She sold her stake and left the board": a verb right after a conjunction has the subject of the finite verb before it."""
    at = verb.first - 1
    while at > 0 and tokens[at].pos == "ADV":
        at -= 1
    if at <= 0 or tokens[at].lower not in ("and", "but", "or"):
        return None
    return next((c for c in reversed(before) if c.form == "finite" and c.subject is not None), None)


def _told_of(tokens: Sequence[Token], verb: Phrase, before: Sequence[Clause]) -> Clause | None:
    """ "The man who robbed a bank was jailed": the relative clause right before has the subject of the verb after it as its own."""
    inner = before[-1] if before else None
    if inner is None or inner.subject is None or not closes_relative(tokens, inner.verb, verb):
        return None
    return inner


def _free_noun(
    tokens: Sequence[Token], inner: Clause, before: Sequence[Clause], nouns: Sequence[Phrase]
) -> Phrase | None:
    """ "Six of the students who got lost were found", "the driver of the bus that burned fled": of six, and of the driver."""
    floor = before[-2].verb.last if len(before) > 1 else 0
    return noun_before(tokens, inner.verb.first - 1, floor, nouns)


def _before_relative(tokens: Sequence[Token], at: int, floor: int, before: Sequence[Clause]) -> int:
    """ "The boy, who fell, died": a clause that opens with a comma and a relative word is stepped over."""
    for position in range(at - 2, 0, -1):
        if tokens[position].lower in _RELATIVES and tokens[position - 1].text == ",":
            return max((c.verb.last for c in before if c.verb.last <= position), default=0)
    return floor


def _raises_object(tokens: Sequence[Token], clause: Clause) -> bool:
    """ "persuade Pyongyang to sell": the object of the governing verb is who acts."""
    verb = tokens[clause.verb.head].lemma.lower()
    return clause.object is not None and not clause.passive and verb in words("grammar", "object_control")


def _object(tokens: Sequence[Token], verb: Phrase, last: int, nouns: Sequence[Phrase]) -> Phrase | None:
    for noun in nouns:
        if noun.first < verb.last or noun.last > last:
            continue
        gap = tokens[verb.last : noun.first]
        if all(t.pos in ("ADV", "DET") or t.text in ('"', "\u201c", "\u2018", "'") for t in gap):
            return noun
        return None
    return None
