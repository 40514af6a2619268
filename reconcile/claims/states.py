"""The states that a clause puts somebody or something in: dead or alive, dismissed or resigned, put off or called off."""

from collections.abc import Iterator, Sequence

from reconcile.claims.clauses import Clause
from reconcile.claims.qualities import clause_qualities
from reconcile.lexicon.load import word_list
from reconcile.measure.conditions import conditions
from reconcile.measure.events import states
from reconcile.model.claims import State
from reconcile.model.documents import Phrase, Sentence, Token

_LONGEST = 5
_COPULAS = frozenset({"be", "remain", "stay", "become"})
_REACH = 3


def clause_states(sentence: Sentence, clause: Clause) -> tuple[State, ...]:
    """The states that the verb of the clause names, or the first words of the complement of a copula."""
    found = _of_words(sentence, clause)
    known = {(s.group, s.holder) for s in found}
    return (*found, *(s for s in _of_phrases(sentence, clause) if (s.group, s.holder) not in known))


def _of_phrases(sentence: Sentence, clause: Clause) -> Iterator[State]:
    """Of the subject, or of the object that is no part of the phrase: "lost his life", "shot dead three men", "kept him in custody"."""
    tokens, verb = sentence.tokens, clause.verb.head
    denied = _is_denied(tokens, clause)
    undergone = None if clause.passive or _is_length(tokens, clause.object) else clause.object
    for told in conditions(tokens, verb, clause.last):
        of_object = undergone is not None and undergone.head >= told.end
        if (told.whole or not denied) and not (of_object and told.alone):
            yield State(told.group, told.side, "patient" if clause.passive or of_object else "agent")
    if undergone is not None:
        for told in conditions(tokens, verb, clause.last, past=undergone.last):
            if told.whole or not denied:
                yield State(told.group, told.side, "patient")


def _is_denied(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether the clause itself says no: who did not break his leg may be hurt all the same."""
    group = tokens[clause.verb.first : clause.verb.last]
    nouns = [p for p in (clause.subject, clause.object) if p is not None]
    return any(t.pos == "NEG" or t.lower == "never" for t in group) or any(tokens[p.first].lower == "no" for p in nouns)


def _is_length(tokens: Sequence[Token], phrase: Phrase | None) -> bool:
    """ "Failed minutes after take-off", "cut out 90ft above the ground"."""
    if phrase is None:
        return True
    head = tokens[phrase.head]
    return head.text[:1].isdigit() or head.lemma.lower() in word_list("temporal_nouns")


def _of_words(sentence: Sentence, clause: Clause) -> tuple[State, ...]:
    tokens = sentence.tokens
    head = tokens[clause.verb.head]
    if head.lemma.lower() in _COPULAS or (head.lemma.lower() == "keep" and clause.object is None):
        starts = range(clause.verb.last, min(clause.verb.last + _REACH, clause.last))
        found = [*_at(tokens, clause.verb.head, clause.last, least=2)]  # "remain closed", "stay at the scene"
        found += [s for at in starts for s in _at(tokens, at, clause.last)]
        told = (State(group, side, "agent") for group, side, _ in found)
        return tuple(dict.fromkeys((*told, *clause_qualities(sentence, clause))))
    behind = [State(group, side, "patient") for group, side, _ in _behind_object(tokens, clause)]
    own = (
        State(group, side, _holder(holder, clause))
        for group, side, holder in _at(tokens, clause.verb.head, clause.last)
    )
    return tuple(dict.fromkeys(behind or own))


def _behind_object(tokens: Sequence[Token], clause: Clause) -> Iterator[tuple[str, int, str]]:
    """ "Keep the plant open", "found the boy alive": the verb with the word behind its object."""
    if clause.object is not None and not clause.passive and clause.object.last < min(clause.last, len(tokens)):
        yield from states(f"{tokens[clause.verb.head].lemma.lower()} {tokens[clause.object.last].lower}")


def _holder(holder: str, clause: Clause) -> str:
    """Who is in the state: a verb without an object tells of its subject ("the talks ended"), "either" is what the clause is about."""
    if holder == "either":
        return "patient" if clause.passive else "agent"
    return "agent" if holder == "patient" and not clause.passive and clause.object is None else holder


def _at(tokens: Sequence[Token], first: int, last: int, least: int = 1) -> Iterator[tuple[str, int, str]]:
    """The longest phrase that begins there and names a state, by lemma and in the form used."""
    for length in range(_LONGEST, least - 1, -1):
        words = tokens[first : min(first + length, last)]
        if len(words) < length:
            continue
        rest = [t.lower for t in words[1:]]
        found = states(" ".join([words[0].lemma.lower(), *rest])) or states(" ".join([words[0].lower, *rest]))
        if found:
            yield from found
            return
