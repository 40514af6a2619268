"""The states that a clause puts somebody or something in: dead or alive, dismissed or resigned, put off or called off."""

from collections.abc import Iterator, Sequence

from reconcile.claims.clauses import Clause
from reconcile.claims.qualities import clause_qualities
from reconcile.measure.conditions import conditions
from reconcile.measure.events import states
from reconcile.model.claims import State
from reconcile.model.documents import Sentence, Token

_LONGEST = 5
_COPULAS = frozenset({"be", "remain", "stay", "become"})
_REACH = 3


def clause_states(sentence: Sentence, clause: Clause) -> tuple[State, ...]:
    """The states that the verb of the clause names, or the first words of the complement of a copula."""
    subject = "patient" if clause.passive else "agent"
    told = [State(group, side, subject) for group, side in conditions(sentence.tokens, clause.verb.head, clause.last)]
    if clause.object is not None and not clause.passive:  # "remanded him in custody"
        behind = conditions(sentence.tokens, clause.verb.head, clause.last, past=clause.object.last)
        told += [State(group, side, "patient") for group, side in behind]
    return tuple(dict.fromkeys((*_of_words(sentence, clause), *told)))


def _of_words(sentence: Sentence, clause: Clause) -> tuple[State, ...]:
    tokens = sentence.tokens
    head = tokens[clause.verb.head]
    if head.lemma.lower() in _COPULAS:
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
