"""Defects of form in texts of our own: kind, place and repair of each mark; and what is no defect."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reconcile.config import Config
from reconcile.extract.marks import find
from reconcile.model.marks import Mark
from reconcile.model.reports import Report
from reconcile.text.reading import read

_CASES = tomllib.loads((Path(__file__).parent / "cases" / "marks.toml").read_text(encoding="utf-8"))


def _marks(text: str) -> tuple[Mark, ...]:
    return find(read(Report(text), Config()))


def _rows(section: str) -> list[Any]:
    return [
        pytest.param(
            case,
            id=case["label"],
            marks=[pytest.mark.xfail(strict=True, reason=case["xfail"])] if "xfail" in case else [],
        )
        for case in _CASES[section]
    ]


@pytest.mark.parametrize("case", _rows("hit"))
def test_hit(case: dict[str, Any]) -> None:
    found = [[m.kind, m.text, *([] if m.suggestion is None else [m.suggestion])] for m in _marks(case["text"])]
    assert found == case["expect"]


@pytest.mark.parametrize("case", _rows("miss"))
def test_near_miss(case: dict[str, Any]) -> None:
    assert [(m.kind, m.text) for m in _marks(case["text"])] == []


@pytest.mark.parametrize("case", _rows("hit"))
def test_mark_stands_where_it_says(case: dict[str, Any]) -> None:
    document = read(Report(case["text"]), Config())
    for mark in find(document):
        assert document.text[mark.span.start : mark.span.end] == mark.text
        assert mark.rule.startswith("marks.")
        assert 0 < mark.confidence < 1


@pytest.mark.parametrize("case", _rows("block"))
def test_block_is_told_once(case: dict[str, Any]) -> None:
    """Code, tables, other languages and noise give a few marks at most, however long they are."""
    for copies in (1, 8):
        found = _marks(case["text"] * copies)
        assert len(found) <= case["most"], [(m.kind, m.rule, m.text) for m in found]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        ".",
        "...",
        '"',
        "(",
        "[+",
        "\u2026",
        "\ufffd",
        "\x00",
        "a",
        "A.",
        "\u00e2\u20ac",
        "&",
        "1",
        "1,",
    ],
)
def test_tiny_texts_raise_nothing(text: str) -> None:
    assert len(_marks(text)) <= 1


@pytest.mark.parametrize(
    "unit",
    [
        ".",
        "a",
        "A",
        "_",
        "@",
        "1",
        "-",
        "(",
        "<",
        "a.",
        "1,",
        "1 ",
        "a-",
        "a'",
        '"',
        "\u201c",
        "`",
        "[+",
        "&",
        "fi ",
        "a@",
        "www.",
        " .",
        "\u2026 ",
    ],
)
def test_long_runs_are_linear(unit: str) -> None:
    """A run that a pattern could try from every place ends at once; a quadratic one would take minutes."""
    assert len(_marks(unit * (20_000 // len(unit)))) <= 3
