"""Claims about one value: parts and names that hang on a number, roles of a name."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reconcile import Report, reconcile
from reconcile.model.claims import Claim
from tests.claims.tables import parameters

TABLE = tomllib.loads((Path(__file__).parent / "cases" / "values.toml").read_text(encoding="utf-8"))
_SIDES = (("part", "part"), ("name before", "before"), ("name after", "after"))


def rows(section: str) -> list[Any]:
    return parameters(TABLE[section])


def claims(text: str, kind: str) -> list[tuple[Claim, dict[str, str]]]:
    """The claims of a kind, with the names of all entities."""
    result = reconcile([Report(text, id="a")])
    names = {e.id: e.name for e in result.entities}
    return [(c, names) for c in result.claims if c.kind == kind]


@pytest.mark.parametrize(("text", "expect"), rows("number"))
def test_what_hangs_on_a_number(text: str, expect: list[list[str]]) -> None:
    found = [
        [c.slot("quantity").text, *(f"{short}: {names.get(s.entity or '', s.head)}" for name, short in _SIDES for s in c.all(name))]  # type: ignore[union-attr]
        for c, names in claims(text, "quantity")
    ]  # fmt: skip
    assert found == expect


@pytest.mark.parametrize(("text", "expect"), rows("role"))
def test_roles(text: str, expect: list[list[str]]) -> None:
    found = [[s.text for name in ("holder", "role") for s in c.all(name)] for c, _ in claims(text, "role")]
    assert found == expect
