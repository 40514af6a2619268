"""Two spellings of one name."""

import pytest

from reconcile.compare.spellings import compare_spellings
from reconcile.model.comparisons import Member
from tests.compare.telling import Row, member, rows


def named(name: str, report: str) -> Member:
    return member({"slots": [f"name: {name}"], "about": "name"}, report)


@pytest.mark.parametrize("row", rows("spellings"))
def test_verdicts(row: Row) -> None:
    left, right = named(row["left"], "a"), named(row["right"], "b")
    assert compare_spellings(left, right)[0] == compare_spellings(right, left)[0] == row["expect"]
