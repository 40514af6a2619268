"""Named days against the calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.anchor.holidays import easter, holiday
from reconcile.lexicon.load import table


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving", date(2023, 11, 23)), ("black_friday", date(2023, 11, 24)), ("memorial", date(2023, 5, 29)),
        ("labor", date(2023, 9, 4)), ("good_friday", date(2023, 4, 7)), ("mardi_gras", date(2024, 2, 13)),
        ("christmas", date(1999, 12, 25)), ("easter", date(2019, 4, 21)), ("easter", date(2008, 3, 23)), ("easter", date(2038, 4, 25)),
    ],
)  # fmt: skip
def test_day(name: str, day: date) -> None:
    assert holiday(name, day.year) == day


@given(st.integers(1600, 4000))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    day = easter(year)
    assert day.isoweekday() == 7
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@pytest.mark.parametrize("name", sorted(table("times_holidays")))
def test_every_entry_has_a_day(name: str) -> None:
    assert holiday(name, 2024).year == 2024
