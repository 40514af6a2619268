"""Whether two claims say that the same happened."""

import pytest

from reconcile.compare.happenings import compare_happenings
from tests.compare.telling import Row, pair, rows


@pytest.mark.parametrize("row", rows("happenings"))
def test_verdicts(row: Row) -> None:
    for left, right in (pair(row), pair(row)[::-1]):
        verdict, score, reasons = compare_happenings(left, right)
        assert [verdict, *(r.code for r in reasons)][: len(row["expect"])] == row["expect"]
        assert score == (1.0 if verdict == "SAME" else 0.5)
