"""The states that a clause puts somebody or something in: dead or alive, dismissed or resigned, put off or called off."""

from collections.abc import Iterator, Sequence

from reconcile.claims.clauses import Clause
from reconcile.measure.events import states
from reconcile.model.claims import State
from reconcile.model.documents import Sentence, Token

_LONGEST = 4
_COPULAS = frozenset({"be", "remain", "stay", "become"})
_REACH = 3


def clause_states(sentence: Sentence, clause: Clause) -> tuple[State, ...]:
    """The states that the verb of the clause names, or the first words of the complement of a copula."""
    tokens = sentence.tokens
    head = tokens[clause.verb.head]
    if head.lemma.lower() in _COPULAS:
        starts = range(clause.verb.last, min(clause.verb.last + _REACH, clause.last))
        found = [s for at in starts for s in _at(tokens, at, clause.last)]
        return tuple(dict.fromkeys(State(group, side, "agent") for group, side, _ in found))
    return tuple(
        State(group, side, _holder(holder, clause))
        for group, side, holder in dict.fromkeys(_at(tokens, clause.verb.head, clause.last))
    )


def _holder(holder: str, clause: Clause) -> str:
    """Who is in the state: a verb without an object tells of its subject ("the talks ended"), "either" is what the clause is about."""
    if holder == "either":
        return "patient" if clause.passive else "agent"
    return "agent" if holder == "patient" and not clause.passive and clause.object is None else holder


def _at(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[str, int, str]]:
    """The longest phrase that begins there and names a state, by lemma and in the form used."""
    for length in range(_LONGEST, 0, -1):
        words = tokens[first : min(first + length, last)]
        if len(words) < length:
            continue
        rest = [t.lower for t in words[1:]]
        found = states(" ".join([words[0].lemma.lower(), *rest])) or states(" ".join([words[0].lower, *rest]))
        if found:
            yield from found
            return
