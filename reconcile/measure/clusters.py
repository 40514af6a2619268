"""Average-link clusters of items along scored links: unlike things are not chained together by one strong link."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

ScoredPair = tuple[str, str, float]


def average_link(items: Sequence[str], pairs: Iterable[ScoredPair], least: float) -> list[list[str]]:
    """Groups in the order of their first item; two groups join when the mean score over all pairs across them is ``least``.

    A pair without a score counts as 0. Joins go along the strongest pairs first, ties by name, so that order does not matter.
    """
    home = {item: n for n, item in enumerate(items)}
    groups: dict[int, list[str]] = {n: [item] for n, item in enumerate(items)}
    strength: dict[str, dict[str, float]] = defaultdict(dict)
    ordered = sorted(pairs, key=lambda p: (-p[2], p[0], p[1]))
    for left, right, value in ordered:
        strength[left][right] = strength[right][left] = value
    for left, right, _ in ordered:
        a, b = sorted((home[left], home[right]))
        if a != b and _mean(groups[a], groups[b], strength) >= least:
            for item in groups[b]:
                home[item] = a
            groups[a] += groups.pop(b)
    return [groups[n] for n in sorted(groups)]


def _mean(left: Sequence[str], right: Sequence[str], strength: Mapping[str, Mapping[str, float]]) -> float:
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    others = set(large)
    total = sum(value for a in small for b, value in strength.get(a, {}).items() if b in others)
    return total / (len(left) * len(right))
