"""What a report says to be undecided: "has not decided whether to appeal", "no decision has been taken about a sale"."""

from collections.abc import Iterator, Sequence

from reconcile.claims.arguments import noun_slot
from reconcile.claims.clauses import Clause
from reconcile.claims.drafts import Draft, Materials, slot
from reconcile.lexicon.load import words
from reconcile.model.claims import Slot
from reconcile.model.documents import Document, Sentence, Token

_REACH = 12


def decision_drafts(
    document: Document, sentence: Sentence, found: Sequence[Clause], materials: Materials
) -> Iterator[Draft]:
    """One draft for each matter that the sentence calls undecided; its slot "topic" is the deed, "agent" who is to decide."""
    tokens = sentence.tokens
    for clause in found:
        if not _is_open(tokens, clause):
            continue
        at = _matter(tokens, clause.verb.last)
        if at is None and clause.subject is not None:
            at = _matter(tokens, clause.subject.last)  # "no decision about a sale has been taken"
        if at is None:
            at = next(
                (a for n in range(clause.verb.first) if tokens[n].lower == "whether" and (a := _matter(tokens, n))),
                None,
            )
        if at is None:
            continue
        who: tuple[Slot, ...] = ()
        if clause.subject is not None and tokens[clause.subject.head].lemma.lower() not in _DECISIONS:
            who = (noun_slot(document, sentence, "agent", clause.subject, materials),)
        topic = slot(document, "topic", tokens[at].span, tokens[at].lemma.lower())
        span = clause.span(sentence).join(tokens[at].span)
        yield Draft("question", "decision", span, (topic, *who), (), None, sentence.span)


_DECISIONS = frozenset({"decision", "choice"})


def _is_open(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether the clause says that nothing is decided: not decided, no decision taken, undecided, still deciding whether."""
    lemma = tokens[clause.verb.head].lemma.lower()
    group = tokens[clause.verb.first : clause.verb.last]
    after = [t.lower for t in tokens[clause.verb.last : clause.verb.last + 3]]
    if lemma in words("questions_indirect", "undecided", "verbs"):
        return any(t.pos == "NEG" or t.lower == "never" for t in group) or "yet" in [t.lower for t in group]
    if lemma in words("questions_indirect", "undecided", "weighing"):
        return after[:2] == ["whether", "to"]
    if lemma in ("be", "remain") and "undecided" in after:
        return True
    if lemma == "say" and after[:1] in (["whether"], ["if"]):
        near = tokens[max(0, clause.verb.first - 2) : clause.verb.last]
        before = {t.lemma.lower() for t in near} | {t.lower for t in near}
        return bool(before & words("questions_indirect", "undecided", "refusing")) or {"would", "not"} <= before
    for noun in (clause.subject, clause.object):
        if noun is not None and tokens[noun.head].lemma.lower() in _DECISIONS:
            return tokens[noun.first].lower == "no" or any(t.pos == "NEG" for t in group)
    return False


def _matter(tokens: Sequence[Token], first: int) -> int | None:
    """The verb behind "whether", "how" or "to", else the noun behind "on" or "about"; of "lodge an appeal" the noun."""
    for at in range(first, min(first + _REACH, len(tokens))):
        token = tokens[at]
        if token.text in (".", ";", ":", "!", "?"):
            return None
        if token.lower in ("whether", "if", "how", "when", "on", "about", "over") or token.pos == "TO":
            if [t.lower for t in tokens[at + 1 : at + 2]] == ["whether"]:
                continue
            verb = None if token.pos == "PREP" else _next(tokens, at, "VERB")
            return _next(tokens, at, "NOUN") if verb is None else _of_light(tokens, verb)
    return None


def _of_light(tokens: Sequence[Token], verb: int) -> int:
    """The noun behind a verb that says no more than that there is one: the appeal of "lodge an appeal"."""
    if tokens[verb].lemma.lower() not in words("questions_indirect", "undecided", "lodging"):
        return verb
    noun = _next(tokens, verb, "NOUN")
    return verb if noun is None else noun


def _next(tokens: Sequence[Token], at: int, pos: str) -> int | None:
    """The next token of that part of speech, near ``at``."""
    return next((n for n in range(at + 1, min(at + 1 + _REACH, len(tokens))) if tokens[n].pos == pos), None)
