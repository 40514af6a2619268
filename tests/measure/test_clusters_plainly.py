"""Clusters are those of the plain way: join the two groups with the highest mean, again and again."""

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from reconcile.measure.clusters import ScoredPair, average_link

ITEMS = [f"i{n}" for n in range(9)]
PAIRS = st.lists(
    st.tuples(st.sampled_from(ITEMS), st.sampled_from(ITEMS), st.sampled_from([0.125, 0.25, 0.5, 0.75, 1.0])),
    max_size=40,
)


def plainly(pairs: Sequence[ScoredPair], least: float, owners: dict[str, str] | None) -> list[list[str]]:
    scores: dict[frozenset[str], float] = {}
    for left, right, value in pairs:
        if left != right and (owners is None or owners[left] != owners[right]):
            scores[frozenset((left, right))] = max(value, scores.get(frozenset((left, right)), 0.0))
    groups = [[item] for item in ITEMS]
    while True:
        best, joined = 0.0, None
        for a, b in combinations(range(len(groups)), 2):
            across = [(i, j) for i in groups[a] for j in groups[b] if owners is None or owners[i] != owners[j]]
            known = [scores[frozenset(pair)] for pair in across if frozenset(pair) in scores]
            if known and sum(known) / len(across) >= least and sum(known) / len(across) > best:
                best, joined = sum(known) / len(across), (a, b)
        if joined is None:
            return groups
        groups[joined[0]] += groups.pop(joined[1])


@given(
    PAIRS, st.sampled_from([0.1, 0.2, 0.375, 0.6]), st.none() | st.lists(st.sampled_from("abc"), min_size=9, max_size=9)
)
def test_clusters(pairs: list[ScoredPair], least: float, drawn: list[str] | None) -> None:
    owners = None if drawn is None else dict(zip(ITEMS, drawn, strict=True))
    found = average_link(ITEMS, pairs, least, None if owners is None else owners.__getitem__)
    assert found == plainly(pairs, least, owners)
