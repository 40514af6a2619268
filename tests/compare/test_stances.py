"""Whether it happened, and how surely."""

import pytest

from reconcile.compare.stances import compare_certainty, compare_polarity
from tests.compare.telling import Row, pair, rows


@pytest.mark.parametrize("row", rows("stances"))
def test_verdicts(row: Row) -> None:
    for left, right in (pair(row), pair(row)[::-1]):
        for compare, expected in ((compare_polarity, row["polarity"]), (compare_certainty, row["certainty"])):
            verdict, score, reasons = compare(left, right)
            assert [verdict, *(r.code for r in reasons[:1])] == expected
            assert (0.5 < score <= 1.0) == (verdict != "UNCLEAR") or reasons[0].code == "stance.exclusive"


def test_reasons_tell_both_sides() -> None:
    rows_by = {p.id: p.values[0] for p in rows("stances")}
    (polar,) = compare_polarity(*pair(rows_by["it did and it did not"]))[2]
    assert dict(polar.params) == {"left": "1", "right": "-1"}
    (sure,) = compare_certainty(*pair(rows_by["asserted and suspected"]))[2]
    assert dict(sure.params) == {"left": "asserted", "right": "suspected"}
    (group,) = compare_polarity(*pair(rows_by["verbs that exclude each other"]))[2]
    assert dict(group.params) == {"group": "leaving office"}
    (loose,) = compare_polarity(*pair(rows_by["it may not have"]))[2]
    assert dict(loose.params) == {"left": "asserted", "right": "possible"}
