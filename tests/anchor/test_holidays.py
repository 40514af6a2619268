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


@pytest.mark.parametrize(
    "day",
    [
        "1818-03-22", "1886-04-25", "1900-04-15", "1913-03-23", "1943-04-25", "1954-04-18", "1961-04-02", "1981-04-19", "1999-04-04", "2000-04-23",
        "2001-04-15", "2002-03-31", "2003-04-20", "2004-04-11", "2005-03-27", "2006-04-16", "2007-04-08", "2010-04-04", "2011-04-24", "2012-04-08",
        "2013-03-31", "2014-04-20", "2015-04-05", "2016-03-27", "2017-04-16", "2018-04-01", "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09",
        "2024-03-31", "2025-04-20", "2049-04-18", "2076-04-19", "2100-03-28", "2285-03-22", "2299-04-16", "2500-04-18",
    ],
)  # fmt: skip
def test_easter_as_printed(day: str) -> None:
    assert easter(int(day[:4])).isoformat() == day


@pytest.mark.parametrize("year", range(2018, 2030))
def test_moving_days_fall_on_their_weekdays(year: int) -> None:
    for name, weekday, first, last in (
        ("thanksgiving", 4, 22, 28), ("memorial", 1, 25, 31), ("labor", 1, 1, 7), ("black_friday", 5, 23, 29)
    ):  # fmt: skip
        day = holiday(name, year)
        assert day.isoweekday() == weekday
        assert first <= day.day <= last
