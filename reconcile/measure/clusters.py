"""Average-link clusters of items along scored links: unlike things are not chained together by one strong link."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from heapq import heapify, heappop, heappush

ScoredPair = tuple[str, str, float]


def average_link(
    items: Sequence[str], pairs: Iterable[ScoredPair], least: float, owner: Callable[[str], str] | None = None
) -> list[list[str]]:
    """Groups in the order of their first item; two groups join when the mean score over all pairs across them is ``least``.

    A pair without a score counts as 0; with ``owner`` a pair of one owner does not count at all. The pair of groups with the highest mean joins first, ties by place, so that the order
    of ``pairs`` does not matter. Time grows with the number of pairs and the logarithm of it.
    """
    number = {item: n for n, item in enumerate(items)}
    groups: dict[int, list[str]] = {n: [item] for n, item in enumerate(items)}
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    for left, right, value in pairs:
        a, b = number[left], number[right]
        if a != b:
            sums[a][b] = sums[b][a] = max(value, sums[a].get(b, 0.0))
    queue = [(-value, a, b) for a, near in sums.items() for b, value in near.items() if a < b and value >= least]
    heapify(queue)
    while queue:
        mean, a, b = heappop(queue)
        if a in groups and b in groups and -mean == _mean(groups, sums, a, b, owner):
            _join(groups, sums, a, b)
            for other in sums[a]:
                value = _mean(groups, sums, a, other, owner)
                if value >= least:
                    heappush(queue, (-value, min(a, other), max(a, other)))
    return [groups[n] for n in sorted(groups)]


def _mean(
    groups: dict[int, list[str]],
    sums: dict[int, dict[int, float]],
    a: int,
    b: int,
    owner: Callable[[str], str] | None,
) -> float:
    pairs = len(groups[a]) * len(groups[b])
    if owner is not None:
        left, right = (Counter(map(owner, groups[g])) for g in (a, b))
        pairs -= sum(n * right[o] for o, n in left.items())
    return sums[a].get(b, 0.0) / pairs if pairs else 0.0


def _join(groups: dict[int, list[str]], sums: dict[int, dict[int, float]], keep: int, gone: int) -> None:
    groups[keep] += groups.pop(gone)
    sums[keep].pop(gone, None)
    for other, value in sums.pop(gone).items():
        sums[other].pop(gone, None)
        if other != keep:
            sums[keep][other] = sums[other][keep] = sums[keep].get(other, 0.0) + value
