"""Two numbers of one fact: the verdict, and the doubts that undo a contradiction."""

import pytest

from reconcile.compare.numbers import compare_numbers, has_one_holder
from tests.compare.telling import Row, pair, rows


@pytest.mark.parametrize("row", rows("numbers"))
def test_verdicts(row: Row) -> None:
    for left, right in (pair(row), pair(row)[::-1]):
        verdict, score, reasons = compare_numbers(left, right)
        assert [verdict, *(r.code for r in reasons[-1:])] == row["expect"]
        assert 0.0 <= score <= 1.0
        assert (score > 0.5) <= (verdict not in ("UNCLEAR", "MISSING"))


@pytest.mark.parametrize("row", rows("numbers", "holder"))
def test_what_a_thing_has_one_of(row: Row) -> None:
    left, right = pair(row)
    assert has_one_holder(left, right) is row["expect"]
    assert has_one_holder(right, left) is row["expect"]
