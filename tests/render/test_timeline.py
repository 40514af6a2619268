from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model.times import TimelineEntry
from reconcile.render.passages import Places
from reconcile.render.timeline import panels

NOWHERE = Places({}, {})


def _entry(start: datetime | None, end: datetime | None, summary: str = "") -> TimelineEntry:
    return TimelineEntry((start, end), "day", summary, ())


def _day(text: str) -> TimelineEntry:
    start = datetime.fromisoformat(text)
    return _entry(start, start + timedelta(days=1), text)


def test_one_scale_where_the_days_are_near() -> None:
    (panel,) = panels([_day("2023-07-25"), _day("2023-07-11"), _day("2023-07-31")], NOWHERE)
    assert [b.summary for b in panel.bars] == ["2023-07-11", "2023-07-25", "2023-07-31"]
    assert [b.left for b in panel.bars] == pytest.approx([0, 14 / 21 * 100, 20 / 21 * 100], abs=0.01)
    assert panel.label == "11 Jul 2023 – 31 Jul 2023"
    assert 2 <= len(panel.ticks) <= 6


def test_a_wide_gap_breaks_the_axis() -> None:
    found = panels([_day("1953-07-27"), _day("2023-07-25"), _day("2023-07-31")], NOWHERE)
    assert [[b.summary for b in p.bars] for p in found] == [["1953-07-27"], ["2023-07-25", "2023-07-31"]]


def test_an_uncertain_date_is_a_bar_and_a_day_is_exact() -> None:
    month = _entry(datetime(2023, 7, 1), datetime(2023, 8, 1))
    (panel,) = panels([month, _day("2023-07-16")], NOWHERE)
    assert [(b.exact, b.width) for b in panel.bars] == [(False, 100.0), (True, pytest.approx(100 / 31, abs=0.01))]


def test_open_ends_are_told() -> None:
    (panel,) = panels([_entry(None, datetime(2023, 7, 2)), _entry(datetime(2023, 7, 1), None)], NOWHERE)
    assert sorted((b.open_start, b.open_end) for b in panel.bars) == [(False, True), (True, False)]
    assert sorted((b.left, b.width, b.exact) for b in panel.bars) == [(0.0, 100.0, False), (0.0, 100.0, False)]


def test_what_has_no_date_is_not_drawn() -> None:
    assert panels([_entry(None, None)], NOWHERE) == ()


MOMENTS = st.datetimes(min_value=datetime(1, 1, 1), max_value=datetime(9999, 12, 30))


@given(st.lists(st.tuples(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=4000))), max_size=12))
def test_everything_lies_within_its_panel(pairs: list[tuple[datetime, timedelta]]) -> None:
    limit = datetime.max - timedelta(days=4001)
    entries = [_entry(start, start + length) for start, length in pairs if start < limit]
    found = panels(entries, NOWHERE)
    assert sum(len(p.bars) for p in found) == len(entries)
    assert len(found) <= 5
    for panel in found:
        assert len(panel.ticks) <= 6
        assert all(0 <= t.left <= 100 for t in panel.ticks)
        assert all(0 <= b.left <= 100 and b.left + b.width <= 100.02 for b in panel.bars)
