"""Stretches of the calendar: their laws, and arithmetic at month ends and at the ends of the calendar."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.anchor.calendar import (
    PART_HOURS,
    at_midnight,
    half_stretch,
    quarter_stretch,
    season_stretch,
    shifted,
    unit_stretch,
)

UNITS = ("day", "week", "month", "quarter", "year", "decade", "century")
days = st.dates(date(1000, 1, 1), date(2999, 12, 31))


@given(days, st.sampled_from(UNITS))
def test_a_unit_holds_its_day_and_is_the_same_for_all_its_days(day: date, unit: str) -> None:
    stretch = unit_stretch(unit, day)
    assert stretch.start <= at_midnight(day) < stretch.end
    assert unit_stretch(unit, stretch.start.date()) == stretch


@given(days, st.sampled_from(UNITS))
def test_units_follow_each_other_without_a_gap(day: date, unit: str) -> None:
    stretch = unit_stretch(unit, day)
    assert unit_stretch(unit, stretch.end.date()).start == stretch.end


@given(days, st.sampled_from(("day", "week", "month", "quarter", "year")), st.integers(-40, 40))
def test_shifting_there_and_back_stays_within_the_month_end(day: date, unit: str, count: int) -> None:
    there = shifted(day, unit, count)
    assert abs((shifted(there, unit, -count) - day).days) <= 3


def test_month_ends() -> None:
    assert shifted(date(2023, 1, 31), "month", 1) == date(2023, 2, 28)
    assert shifted(date(2024, 2, 29), "year", 1) == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("unit", "count"), [("year", 9999), ("century", -99), ("day", 10**9), ("week", -(10**8)), ("millennium", 9)]
)
def test_off_the_calendar(unit: str, count: int) -> None:
    with pytest.raises(OverflowError):
        shifted(date(2023, 1, 1), unit, count)


def test_the_last_year_has_an_end() -> None:
    assert unit_stretch("year", date(9999, 5, 5)).end == datetime.max


@pytest.mark.parametrize(
    ("unit", "timex", "start", "end", "granularity"),
    [
        ("day", "2024-02-29", "2024-02-29", "2024-03-01", "day"), ("week", "2024-W09", "2024-02-26", "2024-03-04", "week"),
        ("fortnight", "2024-W09", "2024-02-26", "2024-03-04", "week"), ("weekend", "2024-W09-WE", "2024-03-02", "2024-03-04", "weekend"),
        ("month", "2024-02", "2024-02-01", "2024-03-01", "month"), ("quarter", "2024-Q1", "2024-01-01", "2024-04-01", "quarter"),
        ("year", "2024", "2024-01-01", "2025-01-01", "year"), ("decade", "202", "2020-01-01", "2030-01-01", "decade"),
        ("century", "20", "2000-01-01", "2100-01-01", "century"),
    ],
)  # fmt: skip
def test_the_units_of_a_leap_day(unit: str, timex: str, start: str, end: str, granularity: str) -> None:
    found = unit_stretch(unit, date(2024, 2, 29))
    assert (found.timex, found.granularity) == (timex, granularity)
    assert (found.start, found.end) == (datetime.fromisoformat(start), datetime.fromisoformat(end))


@pytest.mark.parametrize("month", range(1, 13))
def test_quarters_halves_and_seasons(month: int) -> None:
    quarter = unit_stretch("quarter", date(2023, month, 15))
    assert quarter == quarter_stretch(2023, (month + 2) // 3)
    assert (quarter.start.month, quarter.granularity) == (3 * ((month - 1) // 3) + 1, "quarter")
    half = half_stretch(2023, 1 if month <= 6 else 2)
    assert half.start <= datetime(2023, month, 15) < half.end
    assert (half.timex, half.granularity) == (f"2023-H{1 if month <= 6 else 2}", "half")
    season = season_stretch(2023, {1: "SP", 2: "SU", 3: "FA"}.get(month // 3, "WI"))
    assert month in (1, 2) or season.start <= datetime(2023, month, 15) < season.end
    assert season.granularity == "season"


@pytest.mark.parametrize(
    ("unit", "count", "expect"),
    [
        ("second", 5, "2023-01-31"), ("minute", 5, "2023-01-31"), ("hour", 5, "2023-01-31"), ("day", 5, "2023-02-05"), ("night", 2, "2023-02-02"),
        ("week", 1, "2023-02-07"), ("fortnight", 1, "2023-02-14"), ("weekend", 1, "2023-02-02"), ("month", 1, "2023-02-28"), ("month", 0.5, "2023-02-15"),
        ("quarter", 1, "2023-04-30"), ("quarter", 0.5, "2023-03-18"), ("year", 1, "2024-01-31"), ("year", 0.5, "2023-08-01"), ("decade", 1, "2033-01-31"),
        ("decade", 0.1, "2024-01-31"), ("century", 1, "2123-01-31"), ("century", 0.01, "2024-01-31"), ("millennium", 1, "3023-01-31"),
        ("month", -1, "2022-12-31"), ("year", -2022, "0001-01-31"), ("year", 7976, "9999-01-31"),
    ],
)  # fmt: skip
def test_shifted(unit: str, count: float, expect: str) -> None:
    assert shifted(date(2023, 1, 31), unit, count) == date.fromisoformat(expect)


@pytest.mark.parametrize(
    ("part", "hours"),
    [("MO", (6, 12)), ("MI", (11, 14)), ("AF", (12, 18)), ("EV", (18, 22)), ("NI", (20, 30)), ("DT", (6, 18))],
)
def test_parts_of_the_day(part: str, hours: tuple[int, int]) -> None:
    assert PART_HOURS[part] == hours
