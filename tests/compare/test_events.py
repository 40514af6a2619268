"""The whole stage on two reports of one event, and on an article and its near copy with a few words changed."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from reconcile import Report, reconcile
from tests.compare.telling import Row

CASES = tomllib.loads((Path(__file__).parent / "cases" / "events.toml").read_text(encoding="utf-8"))
ARTICLE = (
    "A ferry sank off Port Ellan on Sunday, killing at least 12 people, the coast guard said. The Marigold had left Lyme at 9 a.m. with 80 passengers on board. "
    "Ana Ruiz, the harbour master of Lyme, said the captain survived. Flight 302 found the wreck on July 25. The company accepted the blame. "
    "The hull was 40 metres long and cost $5 million. Police said they had arrested two men. The bridge was not damaged, officials said on Monday. “We lost a good ship,” Tom Holt said."
)


def kinds(left: str, right: str) -> list[str]:
    """On what two reports of one day contradict each other."""
    reports = [Report(text, id=name, published=date(2024, 8, 1)) for name, text in (("a", left), ("b", right))]
    return sorted({f.kind for f in reconcile(reports).contradictions if f.scope == "cross"})


@pytest.mark.parametrize("row", CASES["pair"], ids=lambda row: row["right"])
def test_two_reports(row: Row) -> None:
    assert kinds(row["left"], row["right"]) == row["kinds"]
    assert kinds(row["right"], row["left"]) == row["kinds"]


@pytest.mark.parametrize("row", CASES["reworded"], ids=lambda row: f"{row['before']}-{row['after']}")
def test_a_near_copy(row: Row) -> None:
    """The few changed words decide; the rest of the article is the same."""
    assert row["before"] in ARTICLE
    assert kinds(ARTICLE, ARTICLE.replace(row["before"], row["after"], 1)) == row["kinds"]


def test_a_copy_contradicts_nothing() -> None:
    assert kinds(ARTICLE, ARTICLE) == []
