"""When a report was written, step by step: its own days, those of the others, and what rules a day out."""

from datetime import date, datetime, timedelta

import pytest

from reconcile.anchor.evidence import Evidence, Point
from reconcile.anchor.windows import (
    OPEN,
    SPREAD,
    _is_outside,
    _is_supported,
    _trimmed,
    agreed_days,
    firm_days,
    from_others,
    known_days,
    met,
    own_window,
)
from reconcile.model.times import Window

DAY = date(2023, 7, 25)
AGREE = "window.others-agree"


def around(start: date, days: int, *reasons: str) -> Window:
    moment = datetime(start.year, start.month, start.day)
    return Window(moment, moment + timedelta(days), reasons)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param([(DAY,), (DAY + timedelta(3),)], (DAY, DAY + timedelta(3)), id="within a month"),
        pytest.param([(DAY - timedelta(9), DAY), (DAY,)], (DAY, DAY), id="the newest of each"),
        pytest.param([(DAY,), (DAY,), (DAY + timedelta(31),)], None, id="a month later is near, and too far to agree"),
        pytest.param([(DAY,), (DAY,), (DAY + timedelta(32),)], (DAY, DAY), id="what lies further off is left out"),
        pytest.param([(DAY,), (DAY + timedelta(28),)], (DAY, DAY + timedelta(28)), id="four weeks"),
        pytest.param([(DAY,), (DAY + timedelta(29),)], None, id="a day more"),
        pytest.param([(DAY,), (), (), (), ()], (DAY, DAY), id="a fifth of the reports"),
        pytest.param([(DAY,), (), (), (), (), ()], None, id="less than a fifth"),
        pytest.param([(), ()], None, id="no days"),
        pytest.param([], None, id="no reports"),
    ],
)
def test_days_on_which_reports_agree(days: list[tuple[date, ...]], expected: tuple[date, date] | None) -> None:
    assert agreed_days(days) == expected


def test_what_is_known_of_the_others() -> None:
    first, last = around(DAY, 3), around(DAY + timedelta(9), 5)
    assert known_days([first, OPEN, last]) == known_days([last, first]) == (DAY, DAY + timedelta(14))
    assert known_days([Window(first.start, None), Window(None, last.end), OPEN]) is None
    assert known_days([]) is None


@pytest.mark.parametrize(
    ("evidence", "outside"),
    [
        pytest.param(Evidence(), False, id="nothing told"),
        pytest.param(Evidence(over_months=(7,)), True, id="their first month is over"),
        pytest.param(Evidence(last_months=(8,)), True, id="their last month is over"),
        pytest.param(Evidence(last_months=(6,)), False, id="a month before is over"),
        pytest.param(Evidence(ahead=(2023, 6)), True, id="a month before is still to come"),
        pytest.param(Evidence(ahead=(2023, 7)), False, id="their own month is still to come"),
        pytest.param(Evidence(ahead=(2022, 12)), True, id="a year before is still to come"),
        pytest.param(Evidence(furthest_year=2025), True, id="the year after the next"),
        pytest.param(Evidence(furthest_year=2024), False, id="the next year"),
        pytest.param(Evidence(furthest_year=2022), False, id="the year before"),
    ],
)
def test_a_report_that_was_not_written_with_the_others(evidence: Evidence, outside: bool) -> None:
    agreed = DAY, date(2023, 8, 2)
    assert _is_outside(evidence, agreed) is outside
    found = from_others(evidence, (date(2020, 1, 1), date(2023, 8, 4)), agreed)
    assert (found.reasons[0] == AGREE) is not outside


def test_their_month_is_still_to_come_at_the_end_of_a_year() -> None:
    agreed = date(2022, 12, 20), date(2023, 1, 5)
    assert [_is_outside(Evidence(ahead=(2022, m)), agreed) for m in (11, 12)] == [True, False]
    assert [_is_outside(Evidence(furthest_year=y), agreed) for y in (2024, 2025)] == [False, True]


def test_the_weeks_round_the_days_of_the_others() -> None:
    known = date(2023, 7, 1), date(2023, 9, 1)
    narrow, wide = from_others(Evidence(), known, (DAY, DAY)), from_others(Evidence(), known, None)
    assert narrow == around(DAY - timedelta(2), 31, AGREE)
    assert wide == around(date(2023, 7, 1) - SPREAD, 62 + 2 * 31, "window.others")
    assert from_others(Evidence(), None, None) == OPEN
    assert from_others(Evidence(over_months=(7,)), None, (DAY, DAY)) == OPEN


def test_a_month_told_as_last_cuts_the_ends() -> None:
    window = around(date(2023, 7, 25), 20, "window.stamp")
    assert _trimmed(window, Evidence(last_months=(7,))) == around(
        date(2023, 8, 1), 13, "window.stamp", "window.last-month"
    )
    assert _trimmed(window, Evidence(last_months=(8,))) == around(
        date(2023, 7, 25), 7, "window.stamp", "window.last-month"
    )
    assert _trimmed(window, Evidence(last_months=(7, 8))) == window
    assert _trimmed(window, Evidence(last_months=(6, 9))) == window
    for open_end in (Window(window.start, None), Window(None, window.end)):
        assert _trimmed(open_end, Evidence(last_months=(7,))) == open_end
    one_day = around(date(2023, 7, 31), 2)
    assert _trimmed(one_day, Evidence(last_months=(7,))) == around(date(2023, 8, 1), 1, "window.last-month")
    assert _trimmed(one_day, Evidence(last_months=(8,))) == around(date(2023, 7, 31), 1, "window.last-month")


def test_a_window_of_prose_meets_that_of_the_others() -> None:
    own, others = around(DAY, 28, "window.newest-date"), around(DAY + timedelta(5), 31, AGREE)
    both = ("window.newest-date", AGREE)
    assert met(own, others) == Window(others.start, others.end, both)
    earlier = around(DAY - timedelta(5), 31, AGREE)
    assert met(own, earlier) == Window(own.start, earlier.end, both)
    touching = around(DAY - timedelta(31), 31, AGREE)
    assert met(own, touching) == own
    assert met(own, around(DAY - timedelta(30), 31, AGREE)) == Window(own.start, datetime(2023, 7, 26), both)
    month, later = around(DAY + timedelta(31), 31, AGREE), around(DAY + timedelta(32), 31, AGREE)
    assert met(own, month) == Window(month.start, month.end, both)
    assert met(own, later) == own


def test_a_window_meets_none_that_is_open_or_not_agreed_on() -> None:
    own, others = around(DAY, 28, "window.newest-date"), around(DAY, 31, AGREE)
    assert met(own, around(DAY, 31, "window.others")) == own
    for first, second in (
        (own, Window(None, others.end, (AGREE,))),
        (own, Window(others.start, None, (AGREE,))),
        (Window(None, own.end), others),
        (Window(own.start, None), others),
    ):
        assert met(first, second) == first


def test_a_stamp_comes_before_other_days() -> None:
    stamp, picture = Point(2023, 7, 25, "stamp"), Point(2023, 8, 9, "picture")
    assert own_window(Evidence(points=(stamp, picture)), ()) == around(date(2023, 7, 23), 4, "window.stamp")
    assert own_window(Evidence(points=(picture,)), ()) == around(date(2023, 8, 7), 28, "window.dated-picture")
    assert own_window(Evidence(), ()) == OPEN
    assert firm_days(Evidence(points=(stamp, picture))) == (date(2023, 7, 25), date(2023, 8, 9))


@pytest.mark.parametrize(
    ("point", "days", "supported"),
    [
        pytest.param(Point(2023, 7, 25), 31, True, id="a day with its year: a month"),
        pytest.param(Point(2023, 7, 25), 32, False, id="a day with its year: more than a month"),
        pytest.param(Point(None, 7, 25), 62, True, id="a day of no year: two months"),
        pytest.param(Point(None, 7, 25), 63, False, id="a day of no year: more than two months"),
        pytest.param(Point(2023, 7, 25, "dateline"), 62, True, id="a dateline: two months"),
        pytest.param(Point(2023, 7, 25, "dateline"), 63, False, id="a dateline: more than two months"),
    ],
)
def test_a_day_in_prose_near_the_days_of_the_event(point: Point, days: int, supported: bool) -> None:
    for firm in (DAY + timedelta(days), DAY - timedelta(days)):
        assert _is_supported(DAY, point, Evidence(), (firm,)) is supported
    assert _is_supported(DAY, point, Evidence(current_years=(2023,)), ()) is True
    assert _is_supported(DAY, point, Evidence(current_years=(2023, 2024)), ()) is False
