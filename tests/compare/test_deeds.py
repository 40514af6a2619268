"""Whether two claims tell of one deed, and what they have in common."""

import pytest

from reconcile.compare.deeds import is_fluctuating, is_same_deed, other_mood, own_overlap, shared_heads
from tests.compare.telling import Row, pair, rows


@pytest.mark.parametrize("row", rows("deeds", "deed"))
def test_same_deed(row: Row) -> None:
    left, right = (m.claim for m in pair(row))
    assert is_same_deed(left, right, row.get("least", 0.5)) is row["expect"]
    assert is_same_deed(right, left, row.get("least", 0.5)) is row["expect"]


@pytest.mark.parametrize("row", rows("deeds", "heads"))
def test_shared_heads(row: Row) -> None:
    left, right = (m.claim for m in pair(row))
    assert " ".join(sorted(shared_heads(left, right))) == row["expect"]


@pytest.mark.parametrize("row", rows("deeds", "overlap"))
def test_overlap(row: Row) -> None:
    left, right = (m.claim for m in pair(row))
    assert own_overlap(left, right) == own_overlap(right, left) == pytest.approx(row["expect"], abs=0.001)


@pytest.mark.parametrize("row", rows("deeds", "mood"))
def test_moods(row: Row) -> None:
    left, right = (m.claim for m in pair(row))
    assert other_mood(left, right) is other_mood(right, left) is row["expect"]


@pytest.mark.parametrize("row", rows("deeds", "fluctuating"))
def test_fluctuating(row: Row) -> None:
    """The left claim is of what changes by the hour, the right one is not."""
    left, right = (m.claim for m in pair(row))
    assert (is_fluctuating(left), is_fluctuating(right)) == (True, False)
