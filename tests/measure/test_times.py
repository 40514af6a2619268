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
from reconcile.measure.times import (
    CONVERSE,
    RELATIONS,
    allowed,
    days_apart,
    in_utc,
    is_at_edge,
    is_weekday,
    length_bounds,
    moment,
    relation,
    width,
)
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


def length(seconds: float | None, mod: str | None = None, timex: str = "P1D") -> TimeValue:
    return TimeValue("DURATION", timex, seconds=seconds, mod=mod)


@pytest.mark.parametrize(
    ("mod", "bounds"),
    [
        (None, (100.0, 100.0)), ("APPROX", (90.0, 110.0)), ("MORE_THAN", (100.0, float("inf"))), ("EQUAL_OR_MORE", (100.0, float("inf"))),
        ("EQUAL_OR_LESS", (0.0, 100.0)), ("LESS_THAN", (70.0, 100.0)),
    ],
)  # fmt: skip
def test_bounds_of_lengths(mod: str | None, bounds: tuple[float, float]) -> None:
    assert length_bounds(length(100.0, mod)) == bounds


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (length(100), length(100), "equal"), (length(100), length(101), "disjoint"), (length(100), length(95, "APPROX"), "refines"),
        (length(95, "APPROX"), length(100), "coarser"), (length(100, "APPROX"), length(115, "APPROX"), "overlaps"),
        (length(100, "APPROX"), length(200, "APPROX"), "disjoint"), (length(100, "EQUAL_OR_LESS"), length(100, "EQUAL_OR_MORE"), "overlaps"),
        (length(None, timex="PXD"), length(None, timex="PXD"), "equal"), (length(None, timex="PXD"), length(None, timex="PXM"), "incomparable"),
        (length(None, timex="PXD"), length(100), "incomparable"),
    ],
)  # fmt: skip
def test_lengths_that_touch(left: TimeValue, right: TimeValue, expected: str) -> None:
    assert relation(left, right) == expected
    assert relation(right, left) == CONVERSE[expected]


DAY = datetime(2023, 7, 25)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(dated(DAY, 24), dated(DAY, 48), "refines", id="from one beginning"),
        pytest.param(dated(DAY, 24), dated(DAY - timedelta(1), 48), "refines", id="to one end"),
        pytest.param(dated(DAY, 24), dated(DAY + timedelta(1), 24), "before", id="side by side"),
        pytest.param(dated(DAY, 48), dated(DAY + timedelta(1), 48), "overlaps", id="crossing"),
        pytest.param(dated(DAY, None), dated(DAY, 24), "coarser", id="an open end"),
        pytest.param(dated(DAY, 1, "hour", 0, "TIME"), dated(DAY, 1, "hour", 60, "TIME"), "after", id="two zones"),
        pytest.param(dated(DAY, 1, "hour", None, "TIME"), dated(DAY, 1, "hour", 60, "TIME"), "incomparable", id="one zone is not known"),
        pytest.param(dated(DAY, 1, "hour", 60, "TIME"), dated(DAY, 24), "refines", id="a clock with a zone and a day"),
        pytest.param(dated(DAY, 24, "week"), dated(DAY + timedelta(3), 24), "coarser", id="half a week around a day"),
        pytest.param(dated(DAY, 24, "week"), dated(DAY + timedelta(4), 24), "before", id="more than half a week"),
        pytest.param(dated(DAY, 24, "decade"), dated(DAY + timedelta(1826), 24), "coarser", id="half a decade around a day"),
        pytest.param(dated(DAY, 24, "decade"), dated(DAY + timedelta(1827), 24), "before", id="more than half a decade"),
        pytest.param(dated(DAY, 24, "month"), dated(DAY + timedelta(15), 24), "coarser", id="half a month around a day"),
        pytest.param(dated(DAY, 24, "month"), dated(DAY + timedelta(16), 24), "before", id="more than half a month"),
        pytest.param(dated(DAY, 48, "month"), dated(DAY + timedelta(3), 24), "before", id="an interval of two days is meant as told"),
        pytest.param(TimeValue("DATE", "XXXX-07-25"), TimeValue("DATE", "XXXX-07-26"), "disjoint", id="two days of no year"),
        pytest.param(TimeValue("DATE", "XXXX-07-25"), TimeValue("DATE", "XXXX-07-25"), "equal", id="one day of no year"),
        pytest.param(TimeValue("DATE", "XXXX-07"), TimeValue("DATE", "XXXX-08"), "incomparable", id="two months of no year"),
        pytest.param(TimeValue("DATE", "XXXX-WXX-5"), TimeValue("DATE", "XXXX-WXX-6"), "disjoint", id="weekdays"),
        pytest.param(TimeValue("DATE", "XXXX-X7-25"), TimeValue("DATE", "XXXX-07-26"), "incomparable", id="a month not known"),
        pytest.param(TimeValue("DATE", "PAST_REF"), TimeValue("DATE", "PAST_REF"), "incomparable", id="once"),
        pytest.param(TimeValue("SET", "P1D"), TimeValue("SET", "P1D"), "equal", id="every day"),
        pytest.param(TimeValue("SET", "P1D"), TimeValue("SET", "P1W"), "incomparable", id="every day and every week"),
        pytest.param(TimeValue("SET", "P1D"), dated(DAY, 24), "incomparable", id="every day and a day"),
        pytest.param(length(86_400), dated(DAY, 24), "incomparable", id="a length and a day"),
    ],
)  # fmt: skip
def test_times(left: TimeValue, right: TimeValue, expected: str) -> None:
    assert relation(left, right) == expected
    assert relation(right, left) == CONVERSE[expected]


@pytest.mark.parametrize("grain", ["week", "month", "year", "decade"])
def test_the_ends_of_the_calendar_stop_the_leeway(grain: str) -> None:
    assert allowed(dated(datetime(1, 1, 2), 24, grain))[0] == datetime.min
    last = datetime(9999, 12, 30)
    assert allowed(dated(last, 24, grain))[1] == datetime.max


def test_open_ends_have_no_zone() -> None:
    assert in_utc(dated(DAY, None, "hour", 60, "TIME")) == (DAY - timedelta(hours=1), None)
    assert in_utc(dated(None, None, "hour", 60, "TIME")) == (None, None)
    assert in_utc(dated(DAY, 1, "hour", 60, "TIME")) == (DAY - timedelta(hours=1), DAY)


def test_every_relation_has_its_converse() -> None:
    assert set(CONVERSE) == set(CONVERSE.values()) == set(RELATIONS)
    assert all(CONVERSE[CONVERSE[name]] == name for name in RELATIONS)
    assert {name for name in RELATIONS if CONVERSE[name] != name} == {"refines", "coarser", "before", "after"}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(dated(DAY, 24), dated(DAY, 24), -1, id="one day"),
        pytest.param(dated(DAY, 24), dated(DAY + timedelta(1), 24), 0, id="the next day"),
        pytest.param(dated(DAY, 24), dated(DAY + timedelta(4), 24), 3, id="four days later"),
        pytest.param(dated(DAY, 72), dated(DAY + timedelta(1), 24), -2, id="within three days"),
        pytest.param(dated(DAY, None), dated(DAY + timedelta(4), 24), float("inf"), id="an open end"),
        pytest.param(dated(None, 24), dated(DAY, 24), float("inf"), id="no day"),
    ],
)
def test_days_between_the_nearest_ends(left: TimeValue, right: TimeValue, expected: float) -> None:
    assert days_apart(left, right) == days_apart(right, left) == expected


def told(timex: str, grain: str, type_: str = "DATE", zone: int | None = None, mod: str | None = None) -> TimeValue:
    return TimeValue(type_, timex, None, None, grain, zone=zone, mod=mod)


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        pytest.param(told("2023-07-25T10:31", "minute", "TIME"), "10:31", "10:31", id="a clock"),
        pytest.param(told("T10:31", "minute", "TIME"), "10:31", "10:31", id="a clock of no day"),
        pytest.param(told("T10:31", "minute", "TIME", 60), "10:31", "10:31 60", id="a clock of a zone"),
        pytest.param(told("T10:00", "hour", "TIME"), "about ten", None, id="an hour"),
        pytest.param(told("2023-07-25T10:31:07", "minute", "TIME"), "10:31:07", None, id="seconds"),
        pytest.param(told("2023-07-25", "day"), "on July 25", "07-25", id="a day"),
        pytest.param(told("XXXX-07-25", "day"), "on 25 July", "07-25", id="a day of no year"),
        pytest.param(told("XXXX-07-25", "day"), "the 25th of July", "07-25", id="an ordinal day"),
        pytest.param(told("XXXX-01-02", "day"), "2nd Jan", "01-02", id="a month cut short"),
        pytest.param(told("XXXX-09-02", "day"), "SEPT. 2", "09-02", id="in capitals"),
        pytest.param(told("2023-07-25", "day"), "on Tuesday", None, id="a weekday"),
        pytest.param(told("2023-07-25", "day"), "2023-07-25", "07-25", id="digits"),
        pytest.param(told("2023-07-25TMO", "daypart", "TIME"), "the morning of July 25", None, id="a part of a day"),
        pytest.param(told("2017-05", "month"), "May 2017", "2017-05", id="a month"),
        pytest.param(told("1961", "year"), "in 1961", "1961", id="a year"),
        pytest.param(told("2017-05", "month"), "in May", None, id="a month of no year"),
        pytest.param(told("2017", "year"), "last year", None, id="a year that is not named"),
        pytest.param(told("2017", "year", mod="APPROX"), "around 2017", None, id="about a year"),
        pytest.param(told("2017-SU", "season"), "the summer of 2017", None, id="a season"),
        pytest.param(told("2017", "year", "SET"), "every year since 2017", None, id="every year"),
        pytest.param("2017", "in 2017", None, id="no time"),
        pytest.param(None, "in 2017", None, id="nothing"),
    ],
)
def test_what_is_told_as_a_moment(value: object, text: str, expected: str | None) -> None:
    assert moment(value, text) == expected


@pytest.mark.parametrize(
    "month", ["January", "Feb", "March", "Apr.", "May", "June", "July", "Aug", "September", "Oct", "Nov.", "December"]
)
def test_each_month_names_a_day(month: str) -> None:
    value = told("XXXX-07-25", "day")
    assert moment(value, f"{month} 25") == moment(value, f"25 {month}") == moment(value, f"25th of {month}") == "07-25"


def test_how_much_a_time_leaves_open() -> None:
    start = datetime(2023, 7, 25)
    value = TimeValue("DATE", "2023-07-25", start, start + timedelta(days=1), "day", anchored=True)
    assert width(value) == timedelta(days=1)
    for other in (evolve(value, start=None), evolve(value, end=None), None, "July"):
        assert width(other) == timedelta.max


DAWN, NOON = datetime(2023, 7, 2, 4), datetime(2023, 7, 2, 12)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(dated(DAWN, 3, "daypart"), dated(datetime(2023, 7, 2, 8), 1, "hour"), True, id="an hour after the end"),
        pytest.param(dated(DAWN, 3, "daypart"), dated(datetime(2023, 7, 2, 9), 1, "minute"), True, id="two hours after the end"),
        pytest.param(dated(DAWN, 3, "daypart"), dated(datetime(2023, 7, 2, 9, 1), 1, "minute"), False, id="more than two hours after it"),
        pytest.param(dated(NOON, 3, "daypart"), dated(datetime(2023, 7, 2, 9), 1, "hour"), True, id="two hours before the beginning"),
        pytest.param(dated(NOON, 3, "daypart"), dated(datetime(2023, 7, 2, 8), 1, "hour"), False, id="three hours before it"),
        pytest.param(dated(DAWN, 3, "daypart"), dated(datetime(2023, 7, 2, 5), 1, "hour"), True, id="within"),
        pytest.param(dated(DAWN, 3, "daypart"), dated(datetime(2023, 7, 2, 8), 3, "daypart"), False, id="two parts of a day"),
        pytest.param(dated(DAWN, 1, "hour"), dated(datetime(2023, 7, 2, 6), 1, "hour"), False, id="two hours"),
        pytest.param(dated(DAWN, 3, "daypart"), dated(datetime(2023, 7, 2, 8), 24, "day"), False, id="a part of a day and a day"),
        pytest.param(dated(DAWN, None, "daypart"), dated(datetime(2023, 7, 2, 5), 1, "hour"), False, id="no end"),
        pytest.param(dated(None, None, "daypart"), dated(datetime(2023, 7, 2, 5), 1, "hour"), False, id="no time"),
    ],
)  # fmt: skip
def test_parts_of_a_day_have_no_sharp_edges(left: TimeValue, right: TimeValue, *, expected: bool) -> None:
    assert is_at_edge(left, right) is is_at_edge(right, left) is expected
