"""What a verb and the words behind it say of the subject: "suffered a badly broken wrist" is to be hurt."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from attrs import frozen

from reconcile.lexicon.load import table, words
from reconcile.model.documents import Token

_PASSED = frozenset({"DET", "ADV", "ADJ", "NUM", "POS", "NEG", "PRON"})
_LONGEST = 14
_HURT = "hurt or not"


@frozen
class Condition:
    """One side of a group of states, told by words that end before token ``end``; ``whole`` where denying it tells the other side.

    ``alone``: said of a subject, and of no object: the dam held, the bolts held it.
    """

    group: str
    side: int
    end: int
    whole: bool
    alone: bool = False


def conditions(tokens: Sequence[Token], at: int, last: int, past: int | None = None) -> Iterator[Condition]:
    """What the verb at ``at`` says of its subject with the words up to ``last``; by the longest phrase of each group.

    With ``past``, the end of its object, what it says of the object: "remanded him in custody".
    """
    end = min(last, at + _LONGEST, len(tokens))
    best: dict[str, tuple[int, Condition]] = {}
    for group, side, phrase, whole, alone in _by_verb().get(tokens[at].lemma.lower(), ()):
        if past is not None and not phrase:
            continue
        reached = _follows(phrase, tokens, at + 1 if past is None else past, end)
        if reached and len(phrase) >= best.get(group, (-1, None))[0]:
            best[group] = len(phrase), Condition(group, side, reached, whole, alone)
    if past is None and _HURT not in best:
        best |= _with_wound(tokens, at, end)
    for _, found in best.values():
        yield found


def _with_wound(tokens: Sequence[Token], at: int, end: int) -> dict[str, tuple[int, Condition]]:
    """ "Was left with a broken arm", "was pulled from the car with burns"."""
    hurt = next((n for n in range(at + 1, end) if tokens[n].lower == "with"), None)
    if hurt is None or not (reached := _follows(("<wound>",), tokens, hurt + 1, end)):
        return {}
    return {_HURT: (1, Condition(_HURT, 1, reached, whole=False))}


def is_of_things(group: str) -> bool:
    """Whether only things, and no persons, are in the states of the group."""
    return bool(table("conditions")[group].get("things")) if group in table("conditions") else False


def _follows(phrase: Sequence[str], tokens: Sequence[Token], at: int, end: int) -> int:
    """The token behind the words of a phrase, with nothing between them that does more than describe; 0 where they do not stand there."""
    for word in phrase:
        while at < end and not (past := _past(word, tokens, at, end)):
            if not _is_passed(tokens, at):
                return 0
            at += 1
        if at >= end:
            return 0
        at = past
    return 0 if phrase and _describes_noun(tokens, at - 1) else at  # "lost his head injury claim"


def _is_passed(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].pos in _PASSED or _describes_noun(tokens, at)


def _describes_noun(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].pos == "NOUN" and at + 1 < len(tokens) and tokens[at + 1].pos == "NOUN"


def _past(word: str, tokens: Sequence[Token], at: int, end: int) -> int:
    """The first token behind the word or what stands for it at ``at``, 0 where it does not stand there."""
    token = tokens[at]
    if word == "oneself":
        return at + 1 if token.lower.endswith(("self", "selves")) else 0
    if not word.startswith("<"):
        return at + 1 if word in (token.lower, token.lemma.lower()) else 0
    name = word.strip("<>")
    if token.lemma.lower() in words("conditions", name, "nouns"):
        return at + 1
    if name == "wound" and token.lower in words("conditions", "wound", "adjectives"):
        part = next((n for n in range(at + 1, min(at + 3, end)) if tokens[n].pos == "NOUN"), None)
        if part is not None and tokens[part].lemma.lower() in words("conditions", "body", "nouns"):
            return part + 1
    return 0


@cache
def _by_verb() -> Mapping[str, Sequence[tuple[str, int, tuple[str, ...], bool, bool]]]:
    found: dict[str, list[tuple[str, int, tuple[str, ...], bool, bool]]] = defaultdict(list)
    for group, entry in table("conditions").items():
        sides, whole, alone = entry.get("sides"), entry.get("whole", ()), entry.get("alone", ())
        for number, side in enumerate(sides if isinstance(sides, list) else ()):
            for phrase in side:
                verb, *rest = str(phrase).split()
                all_of_it = isinstance(whole, list) and (not whole or phrase in whole)
                alone_told = isinstance(alone, list) and phrase in alone
                found[verb].append((group, number, tuple(rest), all_of_it, alone_told))
    return found
