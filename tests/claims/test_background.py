"""What is told of the past to set the news beside."""

from datetime import date, datetime

import pytest

from reconcile import Report, reconcile
from reconcile.claims.background import is_background, written
from reconcile.model.mentions import Mention
from reconcile.model.spans import Span
from reconcile.model.times import TimeValue, Window
from tests.compare.telling import day

WRITTEN = datetime(2024, 5, 2)
FIRE = "A fire killed four people in Lund on Wednesday. "


def times(*written: str, at: int = 0) -> list[Mention[TimeValue]]:
    return [Mention("a", 0, Span(at, at + 4), "then", day(w), "a.rule") for w in written]


@pytest.mark.parametrize(
    ("told", "expect"),
    [
        (["2023-05-02"], True),
        (["2024-04-03"], True),
        (["2024-04-05"], False),
        (["2024-05-01"], False),
        (["2023-05-02", "2024-05-01"], False),
        (["2023-05"], True),
        ([], False),
    ],
)
def test_all_dates_lie_four_weeks_back(told: list[str], expect: bool) -> None:
    """The whole of 3 April lies four weeks before 2 May, that of 5 April does not."""
    assert is_background(times(*told), Span(0, 90), WRITTEN) is expect


def test_only_dates_within_reach_count() -> None:
    assert not is_background(times("2023-05-02", at=100), Span(0, 90), WRITTEN)
    assert not is_background([*times("2024-05-01"), *times("2023-05-02", at=100)], Span(0, 90), WRITTEN)


def test_without_a_day_of_writing_nothing_is_past() -> None:
    assert not is_background(times("2023-05-02"), Span(0, 90), None)


@pytest.mark.parametrize(
    ("words", "expect"), [("four months ago", True), ("two years earlier", True), ("two days ago", False)]
)
def test_what_is_long_ago_whenever_it_was_written(words: str, expect: bool) -> None:
    told = [Mention("a", 0, Span(0, 9), words, TimeValue("DATE", "PAST", None, None, "", anchored=False), "a.rule")]
    assert is_background(told, Span(0, 90), None) is expect


def test_the_day_of_writing() -> None:
    """The start of the window; without one the last single day that is told."""
    assert written(Window(WRITTEN, None, ()), times("2024-06-01")) == WRITTEN
    assert written(Window(None, None, ()), times("2024-04-01", "2024-04-20", "2024-06")) == datetime(2024, 4, 20)
    assert written(Window(None, None, ()), ()) is None


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        (FIRE + "A fire in the same mill killed nine people in 2011.", {"four": False, "nine": True}),
        (FIRE + "In 2011, nine people died in the same mill.", {"four": False, "nine": True}),
        (FIRE + "Another nine people were hurt on Tuesday.", {"four": False, "nine": False}),
        (FIRE + "The mill, built in 1911, employed nine people.", {"four": False, "nine": False}),
    ],
)
def test_numbers_of_the_past(text: str, expect: dict[str, bool]) -> None:
    claims = reconcile([Report(text, id="a", published=date(2024, 5, 2))]).claims
    found = {c.text.split()[0].lower(): c.background for c in claims if c.kind == "quantity"}
    assert {word: value for word, value in found.items() if word in ("four", "nine")} == expect
