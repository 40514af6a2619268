"""Two states of one thing."""

import pytest

from reconcile.compare.states import compare_states
from tests.compare.telling import Row, pair, rows


@pytest.mark.parametrize("row", rows("states"))
def test_verdicts(row: Row) -> None:
    for left, right in (pair(row), pair(row)[::-1]):
        verdict, score, reasons = compare_states(left, right)
        assert [verdict, *(r.code for r in reasons[:1])] == row["expect"]
        assert score == {"SAME": 1.0, "CONFLICT": 0.9, "UNCLEAR": 0.5, "MISSING": 0.0}[verdict]


def test_the_reason_names_the_quality() -> None:
    left, right = pair({"left": {"states": ["quality:safe 0 agent"]}, "right": {"states": ["quality:safe 1 agent"]}})
    ((reason,),) = (compare_states(left, right)[2],)
    assert dict(reason.params) == {"group": "safe"}
