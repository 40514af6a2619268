"""What pronouns and definite nouns stand for."""

import pytest

from reconcile.claims.coreference import referents
from reconcile.model.spans import Span
from tests.claims.test_clauses import rows
from tests.compare.copying import named, readings


@pytest.mark.parametrize(("text", "expect"), rows("coreference"))
def test_referents(text: str, expect: list[list[str]]) -> None:
    (reading,) = readings(text)
    names, called = named([reading])
    found: list[tuple[Span, str]] = []
    for told in referents(reading, names).values():
        found += [(span, called[entity]) for span, entity in told.entities.items()]
        found += list(told.nouns.items())
        found += [(span, f"of {called[entity]}") for span, entity in told.owners.items()]
    assert [[text[span.start : span.end], name] for span, name in sorted(found)] == expect
