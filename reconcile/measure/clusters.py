"""Average-link clusters of items along scored links: unlike things are not chained together by one strong link."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

from attrs import define

from reconcile.measure.roots import connect, root

ScoredPair = tuple[str, str, float]


def average_link(
    items: Sequence[str], pairs: Iterable[ScoredPair], least: float, owner: Callable[[str], str] | None = None
) -> list[list[str]]:
    """Groups in the order of their first item; two groups join when the mean score over all pairs across them is ``least``.

    A pair without a score counts as 0; with ``owner`` a pair of one owner does not count at all. The pair of groups with the highest
    mean joins first, ties by place, so that the order of ``pairs`` does not matter. Time grows with the number of pairs and the
    logarithm of it.
    """
    number = {item: n for n, item in enumerate(items)}
    owner_of = None if owner is None else [owner(item) for item in items]
    scored = [(number[a], number[b], value) for a, b, value in pairs]
    # No mean reaches ``least`` where no score does: what no chain of such scores connects is told apart beforehand.
    part = _parts(len(items), ((a, b) for a, b, value in scored if value >= least and a != b))
    inside: dict[int, list[tuple[int, int, float]]] = defaultdict(list)
    for a, b, value in scored:
        if a != b and part[a] == part[b] and (owner_of is None or owner_of[a] != owner_of[b]):
            inside[part[a]].append((a, b, value))
    members: dict[int, list[int]] = defaultdict(list)
    for n, first in enumerate(part):
        members[first].append(n)
    found = [group for first, own in members.items() for group in _joined(own, inside[first], least, owner_of)]
    return [[items[n] for n in group] for group in sorted(found, key=_least)]


def _parts(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """For each number below ``count`` the least one that a chain of pairs connects it with."""
    parent = list(range(count))
    for a, b in pairs:
        connect(parent, a, b)
    return [root(parent, n) for n in range(count)]


def _least(group: Sequence[int]) -> int:
    return group[0]


def _joined(
    items: Sequence[int], pairs: Iterable[tuple[int, int, float]], least: float, owner_of: Sequence[str] | None
) -> Iterable[list[int]]:
    """The groups of one part, each with its first item first."""
    groups = {n: _Group([n], Counter([owner_of[n]] if owner_of is not None else ())) for n in items}
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    for a, b, value in pairs:
        sums[a][b] = sums[b][a] = max(value, sums[a].get(b, 0.0))
    # Each group waits with its nearest. No mean rises when groups join, so a wait that is out of date comes up too early, never too
    # late, and is then put right.
    queue = [(*_nearest(n, groups, sums), n) for n in list(sums)]
    heapify(queue)
    while queue and -queue[0][0] >= least:
        mean, a, b, waiting = heappop(queue)
        if waiting not in groups:
            continue
        if b in sums[a] and -mean == _mean(groups[a], groups[b], sums[a][b]):
            _join(groups, sums, a, b)
            waiting = a
        if sums[waiting]:
            heappush(queue, (*_nearest(waiting, groups, sums), waiting))
    return (group.items for group in groups.values())


@define
class _Group:
    """Items with how many of them each owner has."""

    items: list[int]
    owners: Counter[str]


def _nearest(of: int, groups: Mapping[int, _Group], sums: Mapping[int, Mapping[int, float]]) -> tuple[float, int, int]:
    """The highest mean, less than zero, and the two groups that have it: of several the first in place."""
    own = groups[of]
    if own.owners:
        means = {n: _mean(own, groups[n], total) for n, total in sums[of].items()}
    else:
        size = len(own.items)
        means = {n: total / (size * len(groups[n].items)) for n, total in sums[of].items()}
    highest = max(means.values())
    other = min(n for n, mean in means.items() if mean == highest)
    return (-highest, of, other) if of < other else (-highest, other, of)


def _mean(left: _Group, right: _Group, total: float) -> float:
    pairs = len(left.items) * len(right.items)
    if left.owners and right.owners:
        few, many = sorted((left.owners, right.owners), key=len)
        pairs -= sum(n * many[owner] for owner, n in few.items() if owner in many)
    return total / pairs  # a score is of two owners, so there is one


def _join(groups: dict[int, _Group], sums: dict[int, dict[int, float]], keep: int, gone: int) -> None:
    taken = groups.pop(gone)
    groups[keep].items += taken.items
    groups[keep].owners += taken.owners
    sums[keep].pop(gone, None)
    for other, value in sums.pop(gone).items():
        sums[other].pop(gone, None)
        if other != keep:
            sums[keep][other] = sums[other][keep] = sums[keep].get(other, 0.0) + value
