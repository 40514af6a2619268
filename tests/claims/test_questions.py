"""What a report says that it does not know."""

import pytest

from reconcile import Report, reconcile
from tests.claims.test_clauses import rows


@pytest.mark.parametrize(("text", "expect"), rows("questions"))
def test_questions(text: str, expect: list[str]) -> None:
    claims = reconcile([Report(text, id="a")]).claims
    assert [c.predicate for c in claims if c.kind == "question"] == expect
