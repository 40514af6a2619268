"""Distances between strings, one at a time and in bulk."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.measure.strings import distance, edits, is_near_twin, nearest, pairs_within, similarity


@pytest.mark.parametrize(
    ("left", "right", "edits"), [("tarn", "tarn", 0), ("tarn", "tran", 1), ("tarn", "turns", 2), ("", "ab", 2)]
)
def test_distance_counts_an_exchange_of_neighbours_once(left: str, right: str, edits: int) -> None:
    assert distance(left, right) == edits


def test_distance_stops_at_its_limit() -> None:
    assert distance("harbour", "mountain", limit=2) == 3


@pytest.mark.parametrize(
    ("left", "right", "is_twin"),
    [
        ("Shoigu", "Shoigo", True), ("recieve", "receive", True), ("government", "goverment", True), ("commission", "comission", True),
        ("Tarn", "tarn", False), ("cat", "car", False), ("2013", "2014", False), ("T-54", "T-62", False), ("harbour", "mountain", False), ("tarn", "torn", True), ("harbours", "horbuurs", True), ("harbour", "horbuur", False),
    ],
)  # fmt: skip
def test_is_near_twin(left: str, right: str, is_twin: bool) -> None:
    assert is_near_twin(left, right) is is_twin


def test_similarity_of_empty_strings() -> None:
    assert similarity("", "") == 1.0
    assert similarity("", "ab") == 0.0


def test_nearest_are_ordered() -> None:
    assert nearest("tarn", ["turn", "barn", "tarn", "mountain"], limit=1) == (("tarn", 0), ("barn", 1), ("turn", 1))


def test_pairs_within() -> None:
    assert pairs_within(["tarn", "turn", "mountain", "barn"]) == ((0, 1, 1), (0, 3, 1))


def test_pairs_within_counts_places_of_the_whole_list() -> None:
    assert pairs_within(["mountain", "tarn", "harbour", "torn"]) == ((1, 3, 1),)
    assert pairs_within(["tarn", "mountain", "torn"]) == ((0, 2, 1),)
    assert pairs_within(["tarn"]) == pairs_within([]) == ()


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("a b c", "a b c", ()), ("a b c", "a x c", ((1, 2, 1, 2),)), ("a b c", "a c", ((1, 2, 1, 1),)), ("a c", "a b c", ((1, 1, 1, 2),)),
        ("a b c d", "a x y d", ((1, 3, 1, 3),)), ("a b c d", "x b c y", ((0, 1, 0, 1), (3, 4, 3, 4))), ("a b c d e", "a x d e", ((1, 3, 1, 2),)),
        ("a d e", "a x y z e", ((1, 2, 1, 4),)), ("", "a", ((0, 0, 0, 1),)), ("a b c d e f", "a x c y z f", ((1, 2, 1, 2), (3, 5, 3, 5))),
    ],
)  # fmt: skip
def test_edits_of_words(left: str, right: str, expected: tuple[tuple[int, ...], ...]) -> None:
    """Neighbouring changes are one stretch, whatever kinds they are of."""
    assert edits(left.split(), right.split()) == expected


WORDS = st.lists(st.sampled_from("abcd"), max_size=12)


@given(WORDS, WORDS)
def test_replaying_the_edits_gives_the_other_list(left: list[str], right: list[str]) -> None:
    found, replayed, at = edits(left, right), list[str](), 0
    for first, last, other_first, other_last in found:
        replayed += [*left[at:first], *right[other_first:other_last]]
        at = last
    assert replayed + left[at:] == right
    assert all(before[1] < after[0] for before, after in pairwise(found)), "something stays between two stretches"
    assert bool(found) is (left != right)
