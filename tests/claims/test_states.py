"""The states that clauses put somebody in."""

import pytest

from reconcile.claims.clauses import clauses
from reconcile.claims.states import clause_states
from tests.claims.test_clauses import rows, sentence


@pytest.mark.parametrize(("text", "expect"), rows("states"))
def test_states(text: str, expect: list[list[object]]) -> None:
    of = sentence(text)
    found = [[s.group, s.side, s.holder] for clause in clauses(of) for s in clause_states(of, clause)]
    assert found == expect
