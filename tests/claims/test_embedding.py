"""Which clauses are told by the way."""

import pytest

from reconcile.claims.clauses import clauses
from reconcile.claims.embedding import is_embedded
from tests.claims.test_clauses import rows, sentence


@pytest.mark.parametrize(("text", "expect"), rows("embedding"))
def test_embedded(text: str, expect: list[str]) -> None:
    of = sentence(text)
    assert [of.tokens[c.verb.head].text for c in clauses(of) if is_embedded(of, c)] == expect
