"""Average links: who goes with whom, whatever the order of the pairs."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.measure.clusters import average_link

Pair = tuple[str, str, float]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param([], "a b c d", id="no pair"),
        pytest.param([("a", "b", 0.8)], "ab c d", id="one pair"),
        pytest.param([("a", "b", 0.5)], "ab c d", id="just enough"),
        pytest.param([("a", "b", 0.49)], "a b c d", id="just too little"),
        pytest.param([("a", "b", 0.8), ("c", "d", 0.9)], "ab cd", id="two pairs"),
        pytest.param([("a", "b", 0.9), ("b", "c", 0.6)], "ab c d", id="a chain does not hold: the mean of 0.6 and nothing"),
        pytest.param([("a", "b", 0.9), ("b", "c", 0.6), ("a", "c", 0.4)], "abc d", id="the mean of 0.6 and 0.4 holds"),
        pytest.param([("a", "b", 0.9), ("b", "c", 0.59), ("a", "c", 0.4)], "ab c d", id="the mean of 0.59 and 0.4 does not"),
        pytest.param([("a", "c", 0.6), ("b", "c", 0.9)], "a bc d", id="the best pair goes first"),
        pytest.param([("a", "b", 0.7), ("c", "d", 0.7), ("a", "c", 0.7), ("b", "d", 0.7)], "ab cd", id="ties go by place"),
        pytest.param(
            [("a", "b", 0.9), ("c", "d", 0.9), ("a", "c", 0.5), ("a", "d", 0.5), ("b", "c", 0.5), ("b", "d", 0.5)], "abcd",
            id="two groups of two",
        ),
        pytest.param([("a", "b", 0.3), ("a", "b", 0.8)], "ab c d", id="the better of two scores of a pair"),
        pytest.param([("a", "a", 0.9)], "a b c d", id="a pair with itself"),
    ],
)  # fmt: skip
def test_groups(pairs: list[Pair], expected: str) -> None:
    for order in list(permutations(pairs))[:120]:
        turned = [(b, a, s) for a, b, s in order]
        for each in (order, turned):
            assert " ".join("".join(sorted(g)) for g in average_link("abcd", each, 0.5)) == expected


def test_a_pair_of_one_owner_does_not_count() -> None:
    pairs = [("x1", "y1", 0.8), ("x2", "y1", 0.8)]
    assert average_link(["x1", "x2", "y1"], pairs, 0.5) == [["x1", "y1"], ["x2"]]
    assert average_link(["x1", "x2", "y1"], pairs, 0.5, owner=lambda item: item[0]) == [["x1", "y1", "x2"]]


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.floats(0, 1)), max_size=12))
def test_every_item_is_in_one_group(pairs: list[Pair]) -> None:
    groups = average_link("abcdef", pairs, 0.5)
    assert sorted(item for g in groups for item in g) == sorted("abcdef")
    assert [g[0] for g in groups] == sorted(g[0] for g in groups)
