"""Values and intervals: the case table, context, ranges, orders of numeric dates, windows, and what cannot be anchored."""

import tomllib
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile import find_times
from reconcile.model.times import TimeExpression

FRIDAY = date(2023, 8, 4)
CASES = tomllib.loads((Path(__file__).parent / "cases" / "resolution.toml").read_text(encoding="utf-8"))["case"]


def moment(written: str) -> datetime | None:
    return datetime.fromisoformat(written) if written else None


@pytest.mark.parametrize(
    "case",
    [pytest.param(c, id=c["text"], marks=pytest.mark.xfail(reason=c["known"]) if "known" in c else ()) for c in CASES],
)
def test_case(case: dict[str, object]) -> None:
    reference = date.fromisoformat(str(case.get("on", FRIDAY.isoformat())))
    (found,) = find_times(str(case["text"]), reference=reference)
    words, value, start, end = cast(list[str], case["expect"])
    assert (found.text, found.value) == (words, value)
    expected = (moment(start), moment(end))
    assert found.interval == (expected if start or end else None)


def values(text: str, reference: date | None = FRIDAY) -> list[str]:
    return [time.value for time in find_times(text, reference=reference)]


def test_event_relative_forms_count_from_the_last_time_told() -> None:
    assert values("The ship left on July 20. Two days later it sank, and the next morning it was found.") == [
        "2023-07-20", "2023-07-22", "2023-07-23TMO",
    ]  # fmt: skip


def test_context_does_not_reach_far() -> None:
    text = "He left on July 20. It rained. It rained on. It rained again. It rained more. A day earlier he sang."
    assert values(text) == ["2023-07-20", "2023-08-03"]


def test_clock_is_of_the_day_last_told() -> None:
    assert values("It began on July 20. At 9:30 a.m. it stopped.") == ["2023-07-20", "2023-07-20T09:30"]


def test_a_year_earlier_than_a_quarter_is_that_quarter() -> None:
    assert values("Profit for the second quarter fell from a year earlier.") == ["2023-Q2", "2022-Q2"]


def test_a_day_first_date_decides_for_the_others() -> None:
    assert values("Filed 25/7/2023, amended 3/4/2023.") == ["2023-07-25", "2023-04-03"]
    assert values("Filed 7/25/2023, amended 3/4/2023.") == ["2023-07-25", "2023-03-04"]


def intervals(text: str) -> list[tuple[str | None, str | None]]:
    found: list[TimeExpression] = list(find_times(text, reference=FRIDAY))
    return [
        (
            t.interval[0].date().isoformat() if t.interval[0] else None,
            t.interval[1].date().isoformat() if t.interval[1] else None,
        )
        for t in found
        if t.interval
    ]


def test_a_range_is_told_up_to_its_last_unit_and_with_it() -> None:
    assert intervals("It ran from March 2010 to May 2010.") == [
        ("2010-03-01", "2010-05-01"),
        ("2010-03-01", "2010-06-01"),
    ]
    assert intervals("It ran July 25-27, 2023.") == [("2023-07-25", "2023-07-27"), ("2023-07-25", "2023-07-28")]


@pytest.mark.parametrize("right", ["10:18 a.m.", "10:18 a.m. BST"])
def test_a_moment_told_in_two_zones_is_no_range(right: str) -> None:
    found = find_times(f"It hit on 3 May at 4:18 a.m. local time - {right} - and shook Orla.", reference=FRIDAY)
    assert [t.interval[1] - t.interval[0] for t in found if t.type == "TIME"] == [timedelta(minutes=1)] * 2  # type: ignore[index,operator]
    (start, _) = find_times("Open from 9 a.m. GMT - 5 p.m. GMT.", reference=FRIDAY)
    assert start.interval is not None
    assert start.interval[1] - start.interval[0] > timedelta(hours=8)  # type: ignore[operator]


def test_the_ends_of_a_range_are_put_in_order() -> None:
    assert values("It ran from November to March.") == ["2022-11", "2023-03"]
    assert values("Nov 18 to Feb 5, 2017, was cold.") == ["2016-11-18", "2017-02-05"]


def test_without_a_reference_only_what_dates_itself_has_an_interval() -> None:
    found = find_times("He left on July 20, 2019, and came back on Tuesday and in May.")
    assert [(t.value, t.interval is not None) for t in found] == [
        ("2019-07-20", True), ("XXXX-WXX-2", False), ("XXXX-05", False),
    ]  # fmt: skip


def test_the_text_itself_may_tell_when_it_was_written() -> None:
    found = find_times("Updated: 2019-07-20 17:52\nThe mayor resigned on July 18.")
    assert [t.value for t in found][1] == "2019-07-18"


def test_a_datetime_reference_is_its_day() -> None:
    (found,) = find_times("He came yesterday.", reference=datetime(2023, 8, 4, 23, 59))
    assert found.value == "2023-08-03"


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("He left more than two years ago.", "BEFORE"),
        ("He left almost two years ago.", "AFTER"),
        ("It was built before 2010.", "BEFORE"),
        ("It has stood since 2010.", "ON_OR_AFTER"),
        ("It will be ready by 2030.", "ON_OR_BEFORE"),
        ("It fell in early 2010.", "START"),
        ("It fell in mid-2010.", "MID"),
        ("It fell in late 2010.", "END"),
        ("It lasted about two hours.", "APPROX"),
        ("It lasted at least two hours.", "EQUAL_OR_MORE"),
        ("It fell in 2010.", None),
    ],
)
def test_modifiers(text: str, mod: str | None) -> None:
    (found,) = find_times(text, reference=FRIDAY)
    assert found.mod == mod


def test_assumptions_are_recorded() -> None:
    (past,) = find_times("He spoke on Wednesday.", reference=FRIDAY)
    (firm,) = find_times("He spoke on July 25, 2019.", reference=FRIDAY)
    assert past.assumptions == ("anchor.writing", "tense.past")
    assert firm.assumptions == ()


@given(st.text(max_size=200), st.dates())
def test_any_text_at_any_day_resolves_to_ordered_intervals(text: str, reference: date) -> None:
    for found in find_times(text, reference=reference):
        if found.interval and found.interval[0] and found.interval[1]:
            assert found.interval[0] <= found.interval[1]


WORDS = ["last", "next", "July", "25", "2023", "31", "ago", "two", "weeks", "days", "Friday", "the", "of", "first", "quarter", "year", "1999",
         "from", "to", "-", "until", "Christmas", "decade", "centuries", "before", "after", "noon", "5 p.m.", "99", "millennia", "9999", "week"]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.sampled_from([date.min, date.max, FRIDAY, date(2024, 2, 29)]))
def test_any_words_of_time_at_the_ends_of_the_calendar_resolve(parts: list[str], reference: date) -> None:
    for found in find_times(" ".join(parts), reference=reference):
        assert found.value
