"""Stretches of the calendar: their laws, and arithmetic at month ends and at the ends of the calendar."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.anchor.calendar import at_midnight, shifted, unit_stretch

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
