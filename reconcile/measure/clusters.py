"""Average-link clusters of items along scored links: unlike things are not chained together by one strong link."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from heapq import heapify, heappop, heappush

from attrs import define

ScoredPair = tuple[str, str, float]


def average_link(
    items: Sequence[str], pairs: Iterable[ScoredPair], least: float, owner: Callable[[str], str] | None = None
) -> list[list[str]]:
    """Groups in the order of their first item; two groups join when the mean score over all pairs across them is ``least``.

    A pair without a score counts as 0; with ``owner`` a pair of one owner does not count at all. The pair of groups with the highest mean joins first, ties by place, so that the order
    of ``pairs`` does not matter. Time grows with the number of pairs and the logarithm of it.
    """
    number = {item: n for n, item in enumerate(items)}
    groups = {n: _Group([item], Counter([owner(item)] if owner is not None else ())) for n, item in enumerate(items)}
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    for left, right, value in pairs:
        a, b = number[left], number[right]
        if a != b:
            sums[a][b] = sums[b][a] = max(value, sums[a].get(b, 0.0))
    means = {
        (a, b): _mean(groups[a], groups[b], value)
        for a, near in sums.items()
        for b, value in near.items()
        if a < b and value >= least
    }
    queue = [(-value, a, b) for (a, b), value in means.items() if value >= least]
    heapify(queue)
    while queue:
        mean, a, b = heappop(queue)
        if a in groups and b in groups and -mean == means[a, b]:
            _join(groups, sums, a, b)
            for other, total in sums[a].items():
                pair = (a, other) if a < other else (other, a)
                value = means[pair] = _mean(groups[a], groups[other], total)
                if value >= least:
                    heappush(queue, (-value, *pair))
    return [groups[n].items for n in sorted(groups)]


@define
class _Group:
    """Items with how many of them each owner has."""

    items: list[str]
    owners: Counter[str]


def _mean(left: _Group, right: _Group, total: float) -> float:
    pairs = len(left.items) * len(right.items)
    if left.owners and right.owners:
        few, many = sorted((left.owners, right.owners), key=len)
        pairs -= sum(n * many[owner] for owner, n in few.items() if owner in many)
    return total / pairs if pairs else 0.0


def _join(groups: dict[int, _Group], sums: dict[int, dict[int, float]], keep: int, gone: int) -> None:
    taken = groups.pop(gone)
    groups[keep].items += taken.items
    groups[keep].owners += taken.owners
    sums[keep].pop(gone, None)
    for other, value in sums.pop(gone).items():
        sums[other].pop(gone, None)
        if other != keep:
            sums[keep][other] = sums[other][keep] = sums[keep].get(other, 0.0) + value
