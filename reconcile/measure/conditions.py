"""What a verb and the words behind it say of the subject: "suffered a badly broken wrist" is to be hurt."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from reconcile.lexicon.load import table, words
from reconcile.model.documents import Token

_PASSED = frozenset({"DET", "ADV", "ADJ", "NUM", "POS", "NEG", "PRON"})
_LONGEST = 14
_WOUNDED = ("hurt or not", 1)


def conditions(tokens: Sequence[Token], at: int, last: int, past: int | None = None) -> Iterator[tuple[str, int]]:
    """(group, side) of what the verb at ``at`` says of its subject with the words up to ``last``; the longest phrase of each group.

    With ``past``, the end of its object, what it says of the object: "remanded him in custody".
    """
    behind = at + 1 if past is None else past
    end = min(last, at + _LONGEST, len(tokens))
    best: dict[str, tuple[int, int]] = {}
    for group, side, phrase in _by_verb().get(tokens[at].lemma.lower(), ()):
        if (phrase or past is None) and _follows(phrase, tokens, behind, end) and len(phrase) >= best.get(group, (-1, 0))[0]:
            best[group] = (len(phrase), side)
    for group, (_, side) in best.items():
        yield group, side
    hurt = None if past is not None else next((n for n in range(at + 1, end) if tokens[n].lower == "with"), None)
    if hurt is not None and _WOUNDED[0] not in best and _follows(("<wound>",), tokens, hurt + 1, end):
        yield _WOUNDED  # "was left with a broken arm", "was pulled from the car with burns"


def is_of_things(group: str) -> bool:
    """Whether only things, and no persons, are in the states of the group."""
    return bool(table("conditions")[group].get("things")) if group in table("conditions") else False


def _follows(phrase: Sequence[str], tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the words of a phrase stand there one after the other, with nothing between that does more than describe."""
    for word in phrase:
        while at < end and not (past := _past(word, tokens, at, end)):
            if not _is_passed(tokens, at):
                return False
            at += 1
        if at >= end:
            return False
        at = past
    return True


def _is_passed(tokens: Sequence[Token], at: int) -> bool:
    following = tokens[at + 1].pos if at + 1 < len(tokens) else ""
    return tokens[at].pos in _PASSED or (tokens[at].pos == "NOUN" and following == "NOUN")


def _past(word: str, tokens: Sequence[Token], at: int, end: int) -> int:
    """The first token behind the word or what stands for it at ``at``, 0 where it does not stand there."""
    token = tokens[at]
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
def _by_verb() -> Mapping[str, Sequence[tuple[str, int, tuple[str, ...]]]]:
    found: dict[str, list[tuple[str, int, tuple[str, ...]]]] = defaultdict(list)
    for group, entry in table("conditions").items():
        sides = entry.get("sides")
        for number, side in enumerate(sides if isinstance(sides, list) else ()):
            for phrase in side:
                verb, *rest = str(phrase).split()
                found[verb].append((group, number, tuple(rest)))
    return found
