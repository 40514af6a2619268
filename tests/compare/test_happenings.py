"""Whether two claims say that the same happened."""

import pytest

from reconcile.compare.happenings import _is_one_deed, compare_happenings
from tests.compare.telling import Row, pair, rows


@pytest.mark.parametrize("row", rows("happenings"))
def test_verdicts(row: Row) -> None:
    for left, right in (pair(row), pair(row)[::-1]):
        verdict, score, reasons = compare_happenings(left, right)
        assert [verdict, *(r.code for r in reasons)][: len(row["expect"])] == row["expect"]
        assert score == (1.0 if verdict == "SAME" else 0.5)


@pytest.mark.parametrize("row", rows("happenings", "deed"))
def test_enough_in_common(row: Row) -> None:
    left, right = (m.claim for m in pair(row))
    assert _is_one_deed(left, right) is _is_one_deed(right, left) is row["expect"]
