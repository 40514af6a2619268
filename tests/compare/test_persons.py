"""Who played a part in a deed."""

import pytest

from reconcile.compare.persons import compare_persons
from tests.compare.telling import Row, pair, rows


@pytest.mark.parametrize("row", rows("persons"))
def test_verdicts(row: Row) -> None:
    left, right = pair(row)
    named = {m.claim.report_id: [s.entity for s in m.claim.slots if s.entity] for m in (left, right)}
    known = {report: frozenset(row.get("known", {}).get(report, " ".join(named[report])).split()) for report in named}
    for one, other in ((left, right), (right, left)):
        verdict, score, reasons = compare_persons(one, other, known)
        assert [verdict, *(r.code for r in reasons)] == row["expect"]
        assert (0.5 < score <= 1.0) == (verdict not in ("UNCLEAR", "MISSING"))
        assert score <= 0.5 or verdict in ("SAME", "CONFLICT")


def test_the_reason_tells_both_names() -> None:
    (row,) = (p.values[0] for p in rows("persons") if p.id == "two persons in one part of one deed")
    _, score, (reason,) = compare_persons(*pair(row), {"a": frozenset(), "b": frozenset()})
    assert (dict(reason.params), score) == ({"left": "Ana Ruiz", "right": "Tom Holt"}, 0.85)
