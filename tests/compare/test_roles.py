"""Two role phrases of one person."""

import pytest

from reconcile.compare.roles import compare_roles
from reconcile.model.comparisons import Member
from tests.compare.telling import Row, member, rows


def holding(role: str, report: str) -> Member:
    return member({"slots": [f"role: {role}"], "about": "role"}, report)


@pytest.mark.parametrize("row", rows("roles"))
def test_verdicts(row: Row) -> None:
    left, right = holding(row["left"], "a"), holding(row["right"], "b")
    for one, other in ((left, right), (right, left)):
        verdict, score, reasons = compare_roles(one, other)
        assert [verdict, *(r.code for r in reasons[:1])] == row["expect"]
        assert (0.5 < score <= 1.0) == (verdict not in ("MISSING", "UNCLEAR")) or (verdict, score) == ("UNCLEAR", 0.6)


def test_no_role_is_missing() -> None:
    assert compare_roles(member({}, "a"), holding("minister", "b"))[0] == "MISSING"


def test_the_reasons_tell_what_differs() -> None:
    _, _, (qualifier,) = compare_roles(holding("former prime minister", "a"), holding("prime minister", "b"))
    assert dict(qualifier.params) == {"left": "former", "right": ""}
    _, _, (office, words) = compare_roles(
        holding("president of Delmar Foods", "a"), holding("chairman of Delmar Foods", "b")
    )
    assert dict(office.params) == {"body": "delmar foods"}
    assert dict(words.params) == {"left": "president", "right": "chairman"}
