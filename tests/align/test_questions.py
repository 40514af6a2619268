"""What one report calls unknown, and the passages of the other that answer it."""

import pytest

from reconcile import Report, reconcile
from tests.compare.telling import Row, rows


@pytest.mark.parametrize("row", rows("questions", stage="align"))
def test_answers(row: Row) -> None:
    result = reconcile([Report(row["left"], id="a"), Report(row["right"], id="b")])
    claims = {c.id: c for c in result.claims}
    links = [link for fact in result.facts for link in fact.links]
    found = [claims[link.right] for link in links if any(r.code == "align.answers" for r in link.reasons)]
    assert {c.report_id for c in found} <= {"b"}
    assert [c.text for c in sorted(found, key=lambda c: (c.start, c.end))] == row["expect"]
