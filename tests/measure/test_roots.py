"""Connected numbers."""

from hypothesis import given
from hypothesis import strategies as st

from reconcile.measure.roots import connect, root

pairs = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12)


def test_a_thing_alone_is_its_own_root() -> None:
    assert [root([0, 1, 2], n) for n in range(3)] == [0, 1, 2]


def test_the_lower_root_is_that_of_both() -> None:
    parent = list(range(6))
    connect(parent, 4, 2)
    connect(parent, 5, 4)
    connect(parent, 3, 1)
    assert [root(parent, n) for n in range(6)] == [0, 1, 2, 1, 2, 2]
    connect(parent, 3, 5)
    assert [root(parent, n) for n in range(6)] == [0, 1, 1, 1, 1, 1]


def test_ways_are_made_shorter() -> None:
    parent = [0, 0, 1, 2, 3]
    assert root(parent, 4) == 0
    assert parent == [0, 0, 0, 2, 2]


@given(pairs)
def test_two_have_one_root_where_a_chain_of_pairs_connects_them(connected: list[tuple[int, int]]) -> None:
    parent = list(range(10))
    for left, right in connected:
        connect(parent, left, right)
    for start in range(10):
        met, new = {start}, [start]
        while new:
            at = new.pop()
            beside = {b for a, b in connected if a == at} | {a for a, b in connected if b == at}
            new += beside - met
            met |= beside
        assert {n for n in range(10) if root(parent, n) == root(parent, start)} == met
        assert root(parent, start) == min(met)
