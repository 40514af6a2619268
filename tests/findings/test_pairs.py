"""Two short reports, and which contradictions are told between them."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reconcile import Finding, Reconciliation, Report, reconcile

ROWS = tomllib.loads((Path(__file__).parent / "cases" / "pairs.toml").read_text(encoding="utf-8"))["case"]


def result(row: dict[str, Any]) -> Reconciliation:
    days: list[date | None] = [date.fromisoformat(day) for day in row.get("published", ())] or [None, None]
    texts = zip(("left", "right"), ("Left", "Right"), days, strict=True)
    return reconcile([Report(row[side], id=side, source=name, published=day) for side, name, day in texts])


def told(row: dict[str, Any]) -> set[tuple[str, frozenset[str]]]:
    return {(f.kind, frozenset(s.value for s in f.sides)) for f in result(row).contradictions}


def named(finding: str) -> tuple[str, frozenset[str]]:
    kind, _, sides = finding.partition(": ")
    return kind, frozenset(sides.split(" | "))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["label"])
def test_contradictions(row: dict[str, Any]) -> None:
    found = told(row)
    if "expect" in row:
        assert found == {named(f) for f in row["expect"]}
    if "relation" in row:
        assert {f.relation for f in result(row).contradictions} == {row["relation"]}
    assert not found & {named(f) for f in row.get("unlike", ())}


def holds(finding: Finding, passages: list[str]) -> bool:
    return all(
        any(p in e.text and e.report_id == report for e in finding.evidence)
        for p, report in zip(passages, ("left", "right"), strict=True)
    )


@pytest.mark.parametrize("row", [r for r in ROWS if "agree" in r or "apart" in r], ids=lambda row: row["label"])
def test_agreements(row: dict[str, Any]) -> None:
    found = result(row).agreements
    assert "agree" not in row or any(holds(f, row["agree"]) for f in found)
    assert "apart" not in row or not any(holds(f, row["apart"]) for f in found)
