"""The door to rapidfuzz: distances between strings, alone and in bulk.

Distances count single edits with neighbours exchanged as one ("optimal string alignment"), since that is how people mistype.
"""

from collections.abc import Sequence
from functools import cache
from types import ModuleType

MIN_TWIN_CHARS = 4
LONG_TWIN_CHARS = 8


@cache
def _distances() -> ModuleType:
    """Rapidfuzz's distances, loaded when the first name is compared."""
    from rapidfuzz import distance as distances

    return distances


@cache
def _process() -> ModuleType:
    from rapidfuzz import process

    return process


def distance(left: str, right: str, *, limit: int | None = None) -> int:
    """Edits between two strings; ``limit + 1`` as soon as it is more than ``limit``."""
    return int(_distances().OSA.distance(left, right, score_cutoff=limit))


def similarity(left: str, right: str) -> float:
    """1 minus edits over the length of the longer string; 1.0 for two empty strings."""
    longest = max(len(left), len(right))
    return 1.0 - _distances().OSA.distance(left, right) / longest if longest else 1.0


def prefix_similarity(left: str, right: str) -> float:
    """Jaro-Winkler similarity, which weighs the beginning more."""
    return float(_distances().JaroWinkler.similarity(left, right))


def is_near_twin(left: str, right: str) -> bool:
    """Whether two different words are one slip apart: one edit from four letters on, two from eight.

    Case is ignored; a difference of digits alone is never a slip.
    """
    a, b = left.casefold(), right.casefold()
    shortest = min(len(a), len(b))
    if a == b or shortest < MIN_TWIN_CHARS or _differ_in_digits(a, b):
        return False
    limit = 2 if shortest >= LONG_TWIN_CHARS else 1
    return distance(a, b, limit=limit) <= limit


def _differ_in_digits(left: str, right: str) -> bool:
    return [ch for ch in left if ch.isdigit()] != [ch for ch in right if ch.isdigit()]


def nearest(word: str, choices: Sequence[str], *, limit: int = 2, count: int = 5) -> tuple[tuple[str, int], ...]:
    """The ``count`` nearest of ``choices`` within ``limit`` edits, nearest first and then in order of the alphabet."""
    found = _process().extract(word, choices, scorer=_distances().OSA.distance, score_cutoff=limit, limit=None)
    ranked = sorted({(int(edits), choice) for choice, edits, _ in found})
    return tuple((choice, edits) for edits, choice in ranked[:count])


def pairs_within(words: Sequence[str], *, limit: int = 1) -> tuple[tuple[int, int, int], ...]:
    """Index pairs ``(i, j, edits)`` with i < j of ``words`` that lie within ``limit`` edits; quadratic, for short lists."""
    found = []
    for i, word in enumerate(words[:-1]):
        for _, edits, j in _process().extract(
            word, words[i + 1 :], scorer=_distances().OSA.distance, score_cutoff=limit, limit=None
        ):
            found.append((i, i + 1 + j, int(edits)))
    return tuple(sorted(found))


def edits(left: Sequence[str], right: Sequence[str]) -> tuple[tuple[int, int, int, int], ...]:
    """Where two lists of words differ: (first, last, first, last) of each stretch, half-open; an empty side is words left out."""
    found = _distances().Levenshtein.opcodes(left, right)
    changed = [(op.src_start, op.src_end, op.dest_start, op.dest_end) for op in found if op.tag != "equal"]
    joined: list[tuple[int, int, int, int]] = []
    for first, last, other_first, other_last in changed:
        if joined and joined[-1][1] == first and joined[-1][3] == other_first:
            before = joined.pop()
            joined.append((before[0], last, before[2], other_last))
        else:
            joined.append((first, last, other_first, other_last))
    return tuple(joined)
