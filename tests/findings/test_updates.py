"""Conflict or update: what came out when, and whether the number grew."""

from datetime import date, datetime

import pytest

from reconcile.findings.updates import day_of, relation
from reconcile.model.reports import Report

MONDAY, TUESDAY = date(2024, 3, 4), date(2024, 3, 5)


def desk(**days: date | None) -> dict[str, Report]:
    return {name: Report("A text.", id=name, published=day) for name, day in days.items()}


@pytest.mark.parametrize(
    ("kind", "left", "right", "expect"),
    [
        ("quantity", 12.0, 15.0, "update"),
        ("quantity", 15.0, 12.0, "conflict"),
        ("quantity", 12.0, 12.0, "conflict"),
        ("quantity", None, 15.0, "conflict"),
        ("quantity", 12.0, None, "conflict"),
        ("certainty", None, None, "update"),
        ("polarity", None, None, "conflict"),
        ("time", 12.0, 15.0, "conflict"),
    ],
)
def test_what_grows_as_news_comes_in(kind: str, left: float | None, right: float | None, expect: str) -> None:
    reports = desk(a=MONDAY, b=TUESDAY)
    assert relation(kind, (["a"], left), (["b"], right), reports) == expect
    assert relation(kind, (["b"], right), (["a"], left), reports) == expect, "the order of the sides is no matter"


@pytest.mark.parametrize(
    ("days", "expect"),
    [
        ({"a": MONDAY, "b": TUESDAY, "c": TUESDAY}, "update"),
        ({"a": MONDAY, "b": TUESDAY, "c": MONDAY}, "conflict"),
        ({"a": MONDAY, "b": TUESDAY, "c": None}, "conflict"),
        ({"a": None, "b": TUESDAY, "c": TUESDAY}, "conflict"),
        ({"a": MONDAY, "b": MONDAY, "c": MONDAY}, "conflict"),
    ],
)
def test_all_reports_of_a_side_must_be_later(days: dict[str, date | None], expect: str) -> None:
    assert relation("quantity", (["a"], 12.0), (["b", "c"], 15.0), desk(**days)) == expect


def test_hours_of_one_day_are_one_day() -> None:
    assert day_of(datetime(2024, 3, 4, 23)) == day_of(MONDAY) == MONDAY
    assert day_of(None) is None
