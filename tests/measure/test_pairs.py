"""All pairs of a short list, neighbours of a long one."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from reconcile.measure.pairs import near_pairs


@given(st.lists(st.integers(), max_size=12))
def test_short_lists_give_all_pairs(items: list[int]) -> None:
    """Nothing is left out while the list is short."""
    assert list(near_pairs(items, width=12)) == list(combinations(items, 2))


@given(st.integers(0, 60), st.integers(1, 9))
def test_long_lists_give_neighbours(length: int, width: int) -> None:
    """The number of pairs is bounded by length times width, and none stands further apart."""
    pairs = list(near_pairs(range(length), width=width))
    assert len(pairs) <= length * width
    assert all(0 < b - a <= width for a, b in pairs)
