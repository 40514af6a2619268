"""Clauses: which verb has which subject, object and extent."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reconcile.claims.clauses import clauses
from reconcile.config import Config
from reconcile.model.documents import Phrase, Sentence
from reconcile.model.reports import Report
from reconcile.text.reading import read
from tests.claims.tables import parameters

CASES = Path(__file__).parent / "cases"


def rows(name: str) -> list[Any]:
    """The rows of a table as parameters; ``xfail`` holds the reason of a known failure."""
    found = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    return parameters(found)


def sentence(text: str) -> Sentence:
    (found,) = read(Report(text), Config()).sentences
    return found


def words(of: Sentence, phrase: Phrase | None) -> str:
    return "" if phrase is None else " ".join(t.text for t in of.tokens[phrase.first : phrase.last])


@pytest.mark.parametrize(("text", "expect"), rows("clauses"))
def test_clauses(text: str, expect: list[list[str]]) -> None:
    of = sentence(text)
    found = [
        [
            words(of, c.verb),
            f"{c.form}{' passive' if c.passive else ''}",
            words(of, c.subject),
            words(of, c.object),
            " ".join(t.text for t in of.tokens[c.first : c.last]),
        ]
        for c in clauses(of)
    ]
    assert found == expect


@pytest.mark.parametrize(
    ("text", "number", "expect"),
    [
        ("The boy, who fell into the well, died on Sunday.", 0, "The boy, who fell into the well"),
        ("The boy, who fell into the well, died on Sunday.", 1, "The boy, who fell into the well, died on Sunday"),
        ("The driver said the bus had lost its brakes.", 1, "the bus had lost its brakes"),
        ("Police arrested two men and seized a truck.", 1, "Police arrested two men and seized a truck"),
    ],
)
def test_the_span_reaches_back_to_the_subject(text: str, number: int, expect: str) -> None:
    of = sentence(text)
    span = clauses(of)[number].span(of)
    assert text[span.start : span.end] == expect
