"""Which numbers are of the same thing."""

import tomllib
from pathlib import Path

import pytest

from reconcile.align.features import profiles
from reconcile.align.quantities import quantity_links, value_of
from reconcile.model.stories import Stories
from tests.compare.telling import Row, claim, pair

CASES = tomllib.loads((Path(__file__).parent / "cases" / "quantities.toml").read_text(encoding="utf-8"))["case"]
_OTHERS = [
    {"report": "z", "n": n, "words": w} for n, w in enumerate(("bell ring", "mayor speak", "price rise", "rain fall"))
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["label"])
def test_links(row: Row) -> None:
    left, right = (m.claim for m in pair(row))
    for order in ((left, right), (right, left)):
        members = profiles((*order, *(claim(other) for other in _OTHERS)))
        links = list(quantity_links(members, Stories()))
        assert [{k.left, k.right} for k in links] == ([{left.id, right.id}] if row["expect"] else [])
        assert all(0.5 <= k.score <= 1.0 and k.reasons for k in links)


def test_a_claim_without_a_number_has_no_value() -> None:
    assert value_of(claim({"report": "a"})) is None
    assert value_of(claim({"report": "a", "number": "12 people died."})) is not None
