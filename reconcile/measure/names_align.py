"""Tokens of two names laid side by side: which belong together, how surely, and what stays over on each side."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from attrs import frozen

Scorer = Callable[[str, str], tuple[float, str]]
MAX_TOKENS = 40


@frozen
class Pair:
    """Tokens that belong together; ``how`` names the rule ("equal", "initial", "nickname", "sound", "fuzzy", "joined"...)."""

    left: str
    right: str
    score: float
    how: str


@frozen
class Alignment:
    """The pairs and what found no partner. ``is_crossed`` tells that the order differs."""

    pairs: tuple[Pair, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]
    is_crossed: bool


def align(left: Sequence[str], right: Sequence[str], score: Scorer) -> Alignment:
    """The best pairs first, each token once; then two neighbours against one that is written together."""
    a, b = tuple(left[:MAX_TOKENS]), tuple(right[:MAX_TOKENS])
    found = sorted(
        (
            (s, -abs(i - j), -i, -j, how)
            for i, x in enumerate(a)
            for j, y in enumerate(b)
            for s, how in (score(x, y),)
            if s > 0
        ),
        reverse=True,
    )
    used_a: dict[int, int] = {}
    used_b: set[int] = set()
    pairs: list[tuple[int, Pair]] = []
    for s, _, minus_i, minus_j, how in found:
        i, j = -minus_i, -minus_j
        if i not in used_a and j not in used_b:
            used_a[i] = j
            used_b.add(j)
            pairs.append((i, Pair(a[i], b[j], s, how)))
    _augment(a, b, used_a, used_b, pairs, score)
    rest_a = [i for i in range(len(a)) if i not in used_a]
    rest_b = [j for j in range(len(b)) if j not in used_b]
    joined, rest_a, rest_b = _joined(a, b, rest_a, rest_b, score)
    order = [used_a[i] for i in sorted(used_a)]
    ordered = tuple(p for _, p in sorted(pairs, key=lambda x: x[0]))
    return Alignment(ordered + joined, tuple(a[i] for i in rest_a), tuple(b[j] for j in rest_b), order != sorted(order))


def _augment(
    a: Sequence[str],
    b: Sequence[str],
    used_a: dict[int, int],
    used_b: set[int],
    pairs: list[tuple[int, Pair]],
    score: Scorer,
) -> None:
    """Exchange partners where that lets a word that was left over find one too."""
    for i in [i for i in range(len(a)) if i not in used_a]:
        for j in [j for j in range(len(b)) if j not in used_b]:
            swap = next(
                (k for k, m in sorted(used_a.items()) if score(a[i], b[m])[0] > 0 and score(a[k], b[j])[0] > 0), None
            )
            if swap is None:
                continue
            middle = used_a[swap]
            pairs[:] = [(at, p) for at, p in pairs if at != swap]
            used_a.update({i: middle, swap: j})
            used_b.add(j)
            pairs += [
                (i, Pair(a[i], b[middle], *score(a[i], b[middle]))),
                (swap, Pair(a[swap], b[j], *score(a[swap], b[j]))),
            ]
            break


def _joined(
    a: Sequence[str], b: Sequence[str], rest_a: list[int], rest_b: list[int], score: Scorer
) -> tuple[tuple[Pair, ...], list[int], list[int]]:
    """ "abdul aziz" against "abdulaziz", in either direction, among the tokens that are left."""
    pairs: list[Pair] = []
    for here, there, rest_here, rest_there, is_left in ((a, b, rest_a, rest_b, True), (b, a, rest_b, rest_a, False)):
        for j in list(rest_there):
            for i, k in pairwise(rest_here):
                written = next(
                    (w for w in (here[i] + here[k], here[k] + here[i]) if len(w) > 3 and score(w, there[j])[0] >= 0.9),
                    None,
                )
                if written and k - i == 1:
                    pairs.append(
                        Pair(written, there[j], 0.95, "joined") if is_left else Pair(there[j], written, 0.95, "joined")
                    )
                    rest_here.remove(i)
                    rest_here.remove(k)
                    rest_there.remove(j)
                    break
    return tuple(pairs), rest_a, rest_b
