"""The algebra of times: laws over generated values, and what cannot be compared."""

from datetime import date, datetime, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from reconcile.anchor.base import Base
from reconcile.anchor.passages import resolve_passage
from reconcile.config import Config
from reconcile.extract.times import find
from reconcile.measure.times import CONVERSE, RELATIONS, allowed, in_utc, is_weekday, length_bounds, relation
from reconcile.model.reports import Report
from reconcile.model.times import TimeValue
from reconcile.text.reading import read

MODS = (None, "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS")
moments = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)).map(lambda t: t.replace(second=0, microsecond=0))
ends = st.one_of(st.none(), st.integers(1, 9000))


def dated(
    start: datetime | None, hours: int | None, grain: str = "day", zone: int | None = None, type_: str = "DATE"
) -> TimeValue:
    end = start + timedelta(hours=hours) if start and hours else None
    return TimeValue(type_, start.isoformat() if start else "X", start, end, grain, zone=zone, anchored=True)


dates = st.builds(dated, st.one_of(st.none(), moments), ends)
clocks = st.builds(
    dated,
    moments,
    st.integers(1, 3),
    st.sampled_from(("hour", "minute")),
    st.sampled_from((None, 0, 60, -300)),
    st.just("TIME"),
)
lengths = st.builds(
    lambda n, mod: TimeValue("DURATION", f"PT{n}S", seconds=float(n), mod=mod),
    st.integers(0, 10**7),
    st.sampled_from(MODS),
)
vague = st.sampled_from(
    [
        TimeValue("DATE", "PAST_REF"),
        TimeValue("SET", "P1D"),
        TimeValue("DATE", "XXXX-07-25"),
        TimeValue("DATE", "XXXX-07-26"),
        TimeValue("DURATION", "PXY"),
    ]
)
values = st.one_of(dates, clocks, lengths, vague)


@given(values, values)
def test_converse(left: TimeValue, right: TimeValue) -> None:
    assert relation(left, right) in RELATIONS
    assert relation(right, left) == CONVERSE[relation(left, right)]


@given(values)
def test_reflexive_unless_vague(value: TimeValue) -> None:
    assert relation(value, value) == ("incomparable" if value.timex.endswith("_REF") else "equal")


@given(dates, dates, dates)
def test_before_and_refines_are_transitive(a: TimeValue, b: TimeValue, c: TimeValue) -> None:
    for name in ("before", "refines", "equal"):
        if relation(a, b) == relation(b, c) == name:
            assert relation(a, c) == name


@given(clocks, clocks)
def test_zones_change_nothing_when_both_are_moved(left: TimeValue, right: TimeValue) -> None:
    here, there = evolve(left, zone=0), evolve(right, zone=0)
    assert there.start is not None
    assert there.end is not None
    moved = evolve(there, zone=120, start=there.start + timedelta(hours=2), end=there.end + timedelta(hours=2))
    assert relation(here, moved) == relation(here, there)


def one(text: str, day: date = date(2018, 1, 2)) -> TimeValue:
    document = read(Report(text), Config())
    (found,) = resolve_passage(find(document), Base(day=day))
    return found.value


def test_a_weekday_is_its_date() -> None:
    assert relation(one("It fell on Sunday."), one("It fell on 31 December.")) == "equal"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("It fell on 25 July 2017.", "It fell in July 2017.", "refines"),
        ("It fell in 2017.", "It fell in the third quarter of 2017.", "coarser"),
        ("It fell on 25 July 2017.", "It fell on 26 July 2017.", "before"),
        ("It has stood since 2010.", "It fell in 2017.", "coarser"),
        ("It fell two months ago.", "It fell on 10 November 2017.", "coarser"),
        ("It fell two months ago.", "It fell on 10 August 2017.", "after"),
        ("They now agree.", "They met in 2017.", "incomparable"),
        ("They meet every Monday.", "They met on Monday.", "incomparable"),
    ],
)
def test_told_times(left: str, right: str, expected: str) -> None:
    assert relation(one(left), one(right)) == expected


def clock(hour: int, zone: int | None) -> TimeValue:
    return dated(datetime(2023, 8, 4, hour), 1, "hour", zone, "TIME")


def test_an_hour_of_a_known_zone_is_converted() -> None:
    assert relation(clock(9, 540), clock(0, 0)) == "equal"
    assert in_utc(clock(9, 540))[0] == datetime(2023, 8, 4, 0)


def test_an_hour_of_an_unknown_zone_is_not_compared_with_one_that_is_known() -> None:
    assert relation(clock(9, None), clock(0, 0)) == "incomparable"
    assert relation(clock(9, None), clock(9, None)) == "equal"


def test_an_hour_before_midnight_is_eleven() -> None:
    assert (
        relation(clock(23, None), dated(datetime(2023, 8, 5) - timedelta(hours=1), 1, "hour", None, "TIME")) == "equal"
    )


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("It took 36 hours.", "It took about 35 hours.", "refines"),
        ("It took 36 hours.", "It took a day and a half.", "equal"),
        ("It took 36 hours.", "It took three days.", "disjoint"),
        ("It took 36 hours.", "It took more than 24 hours.", "refines"),
        ("It took more than two years.", "It took less than 18 months.", "disjoint"),
        ("It took years.", "It took three years.", "incomparable"),
    ],
)
def test_lengths(left: str, right: str, expected: str) -> None:
    assert relation(one(left), one(right)) == expected


@given(lengths)
def test_bounds_are_in_order(value: TimeValue) -> None:
    low, high = length_bounds(value)
    assert low <= high


def test_a_day_told_in_months_allows_half_a_month_more() -> None:
    told = one("It fell two months ago.")
    assert allowed(told) == (datetime(2017, 10, 18), datetime(2017, 11, 18))


def test_weekday_of_a_date() -> None:
    assert is_weekday(date(2023, 7, 25), 2)
    assert not is_weekday(date(2023, 7, 25), 1)
