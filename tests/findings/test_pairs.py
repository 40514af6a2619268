"""Two short reports, and which contradictions are told between them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reconcile import Report, reconcile

ROWS = tomllib.loads((Path(__file__).parent / "cases" / "pairs.toml").read_text(encoding="utf-8"))["case"]


def told(row: dict[str, Any]) -> set[tuple[str, frozenset[str]]]:
    reports = [Report(row["left"], id="left", source="Left"), Report(row["right"], id="right", source="Right")]
    return {(f.kind, frozenset(s.value for s in f.sides)) for f in reconcile(reports).contradictions}


def named(finding: str) -> tuple[str, frozenset[str]]:
    kind, _, sides = finding.partition(": ")
    return kind, frozenset(sides.split(" | "))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["label"])
def test_contradictions(row: dict[str, Any]) -> None:
    found = told(row)
    if "expect" in row:
        assert found == {named(f) for f in row["expect"]}
    assert not found & {named(f) for f in row.get("unlike", ())}
