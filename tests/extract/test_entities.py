"""Entities in texts of our own: kind, span, role and key; and what is no entity."""

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from reconcile.config import Config
from reconcile.extract.entities import find
from reconcile.model.entities import EntityValue
from reconcile.model.mentions import Mention
from reconcile.model.reports import Report
from reconcile.text.reading import read

_CASES = tomllib.loads((Path(__file__).parent / "cases" / "entities.toml").read_text(encoding="utf-8"))["case"]


def _mentions(text: str) -> tuple[Mention[EntityValue], ...]:
    return find(read(Report(text), Config()))


def _rows() -> list[Any]:
    return [
        pytest.param(
            case,
            id=case["label"],
            marks=[pytest.mark.xfail(strict=True, reason=case["xfail"])] if "xfail" in case else [],
        )
        for case in _CASES
    ]


@pytest.mark.parametrize("case", _rows())
def test_find(case: dict[str, Any]) -> None:
    found = _mentions(case["text"])
    rows = [[m.value.kind, m.text, m.value.role or "", m.value.key or ""] for m in found]
    expected = [list(row) for row in case["expect"]]
    assert [row for row in rows if row in expected] == expected, rows
    if case.get("only"):
        assert rows == expected
    for words in case.get("none", ()):
        assert not any(m.text.startswith(words) for m in found), rows


@pytest.mark.parametrize("case", _rows()[::4])
def test_spans_give_back_their_words_and_do_not_overlap(case: dict[str, Any]) -> None:
    document = read(Report(case["text"]), Config())
    found = find(document)
    assert all(document.text[m.span.start : m.span.end] == m.text for m in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    roles = [m.value for m in found if m.value.role_span]
    assert all(
        document.text[v.role_span.start : v.role_span.end].split() == (v.role or "").split()
        for v in roles
        if v.role_span
    )


def test_a_nickname_is_an_alias_and_leaves_the_name() -> None:
    (found,) = _mentions('They met James "Buddy" Hale in the bar.')
    assert found.value.name == "James Hale"
    assert found.value.aliases == ("Buddy", "Buddy Hale")


def test_an_acronym_takes_the_full_name() -> None:
    full, short, later = _mentions("The Harbour Safety Board (HSB) met. Later the HSB issued a note.")
    assert full.value.aliases == ("HSB",)
    assert short.value.name == later.value.name == "Harbour Safety Board"


def test_demonyms_name_their_place() -> None:
    (found,) = _mentions("The Dutch ship left.")
    assert (found.value.name, found.value.demonym) == ("Netherlands", True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        ".",
        "\u201c",
        "A",
        "U.S.",
        "U.S. U.N.",
        "Mr.",
        "of of of",
        "The The The",
        "(((",
        "A" * 5000,
        "Mr " * 300,
        "John " * 300,
        "\ud800",
        "X-\u2010-",
        "'s 's",
        "& Co",
    ],
)
def test_odd_texts_do_not_raise(text: str) -> None:
    found = _mentions(text)
    assert all(m.text for m in found)


def test_finding_is_deterministic() -> None:
    text = "Ada Lund of Orlan Systems Ltd met Kim Jong Su in Paris; Moscow denied it."
    assert _mentions(text) == _mentions(text)
