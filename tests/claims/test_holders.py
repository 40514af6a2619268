"""What a number is of."""

import pytest

from reconcile import Report, reconcile
from tests.claims.test_clauses import rows


@pytest.mark.parametrize(("text", "expect"), rows("holders"))
def test_holders(text: str, expect: list[list[str]]) -> None:
    found = []
    for claim in reconcile([Report(text, id="a")]).claims:
        number, holder = claim.slot("quantity"), claim.slot("holder")
        if claim.kind == "quantity" and number is not None:
            told = " ".join(sorted(s.head for s in claim.all("modifier")))
            found.append([number.text, holder.head if holder is not None else "", told])
    assert found == expect
