"""When reports were written: metadata, address, stamps, datelines, pictures, other reports; and what must not be guessed."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.anchor import anchor
from reconcile.config import Config
from reconcile.extract.times import find
from reconcile.model.readings import Anchored, Reading
from reconcile.model.reports import Report
from reconcile.model.times import Window
from reconcile.text.reading import read


def reading(text: str, name: str = "a", **meta: str) -> Reading:
    document = read(Report.from_dict({"text": text, "id": name, **meta}), Config())
    return Reading(document, find(document))


def anchored(*readings: Reading) -> dict[str, Anchored]:
    return dict(anchor(readings, Config()))


def window(text: str, **meta: str) -> Window:
    return anchored(reading(text, "a", **meta))["a"].window


def holds(found: Window, day: date) -> bool:
    moment = datetime(day.year, day.month, day.day)
    return found.start is not None and found.end is not None and found.start <= moment < found.end


def is_narrow(found: Window) -> bool:
    return found.start is not None and found.end is not None and found.end - found.start <= timedelta(31)


def test_published_date_is_the_window() -> None:
    found = window("He left.", published="2023-08-04")
    assert (found.start, found.end, found.reasons) == (
        datetime(2023, 8, 4),
        datetime(2023, 8, 5),
        ("window.published",),
    )


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/world/2023-08/x/2023/08/04/story",
        "https://news.example/2023-08-04-story.html",
        "https://n.example/20230804/a",
    ],
)
def test_date_in_the_address(url: str) -> None:
    assert window("He left.", url=url) == Window(datetime(2023, 8, 4), datetime(2023, 8, 5), ("window.url",))


def test_number_in_the_address_is_no_date() -> None:
    assert window("He left.", url="https://news.example/content_32041310.htm").start is None


@pytest.mark.parametrize(
    "text",
    [
        "Agency | Updated: 2023-08-04 17:52\nThe dam broke on Friday.",
        "Published on August 4, 2023\nThe dam broke on Friday.",
        "The dam broke on Friday.\nThis story originally appeared on news.example on Fri, 4 Aug 2023.",
        "The dam broke. Water stands in the streets of Lyme, August 4, 2023. REUTERS/A. Writer\nThe army came.",
        "The dam broke. All are safe. — The Mayor (@mayor) August 4, 2023\nThe army came.",
    ],
)
def test_stamps_pictures_and_posts(text: str) -> None:
    found = window(text)
    assert is_narrow(found)
    assert holds(found, date(2023, 8, 4))


def test_year_in_progress_dates_the_days() -> None:
    found = window("Output has risen fivefold in 2023. The dam broke on August 2 and was mended on August 3.")
    assert found.reasons == ("window.newest-date",)
    assert found.start == datetime(2023, 8, 3)
    assert is_narrow(found)


@pytest.mark.parametrize(
    "text",
    [
        "The dam broke on August 2.",  # of which year?
        "The war began on May 3, 1967, and the dam broke on Friday.",  # history
        "He came in 2013 and left on a Monday.",
        "",
        "The treaty of April 4, 1949, and the pact of May 14, 1955, are old.",
    ],
)
def test_no_window_is_better_than_a_guess(text: str) -> None:
    assert not is_narrow(window(text))


def test_a_picture_of_another_year_is_not_trusted() -> None:
    text = "The station is seen in orbit, July 18, 2016. REUTERS/A. Writer\nIt will fall to Earth in March 2018, they said."
    assert not is_narrow(window(text))


def test_a_month_told_as_over_is_not_the_month_of_writing() -> None:
    text = "The tower in Lyme, November 6, 2017. REUTERS/A. Writer\nThe offer was made in November and refused in December."
    assert not is_narrow(window(text))


EVENT = (
    reading("The dam broke. Lyme, August 4, 2023. REUTERS/A. Writer\nThe army came.", "b"),
    reading("Updated: 2023-08-05 09:00\nThe dam in Lyme broke on Friday.", "c"),
)


def test_others_date_a_report_that_tells_nothing() -> None:
    found = anchored(*EVENT, reading("The dam in Lyme broke at night.", "a"))["a"].window
    assert found.reasons == ("window.others-agree",)
    assert is_narrow(found)
    assert holds(found, date(2023, 8, 6))


def test_others_give_the_year_of_a_day() -> None:
    found = anchored(*EVENT, reading("The dam broke on August 4, the mayor said.", "a"))["a"]
    assert [m.value.timex for m in found.times] == ["2023-08-04"]


def test_a_report_that_tells_of_what_is_over_was_not_written_with_them() -> None:
    found = anchored(*EVENT, reading("The dam had broken in August, and in September it was mended.", "a"))["a"].window
    assert not is_narrow(found)


def test_last_month_is_not_said_in_that_month() -> None:
    told = reading("Output has risen in 2023. He came on July 25 and left on August 2.", "b")
    silent = anchored(told, reading("Last July he visited the port.", "a"))["a"]
    assert silent.window.start == datetime(2023, 8, 1)
    assert [m.value.timex for m in silent.times] == ["2023-07"]
    assert "window.last-month" in silent.window.reasons


def test_a_weekday_ahead_of_the_writing_is_of_another_zone_when_its_date_is_told() -> None:
    early = reading("The missile was launched Tuesday.", "a", published="2017-08-28")
    later = reading("The missile was launched on August 29, 2017.", "b", published="2017-08-30")
    together, alone = anchored(early, later)["a"].times[0].value, anchored(early)["a"].times[0].value
    assert (together.timex, alone.timex) == ("2017-08-29", "2017-08-22")
    assert "anchor.zone" in together.assumptions


def test_order_of_reports_changes_nothing() -> None:
    readings = (*EVENT, reading("The dam broke on August 4, the mayor said.", "a"), reading("Last July it held.", "d"))
    results: Sequence[dict[str, Anchored]] = [anchored(*order) for order in permutations(readings)]
    assert all(result == results[0] for result in results)


def test_what_differs_within_the_window_is_widened() -> None:
    report = reading("Output has risen in 2023. He came on August 2. Last week it rained.", "a")
    last_week = anchored(report)["a"].times[-1].value
    assert (last_week.start, last_week.end) == (datetime(2023, 7, 24), datetime(2023, 8, 28))
    assert last_week.timex == "2023-W3X"
    assert "anchor.window" in last_week.assumptions


@given(st.text(max_size=200), st.one_of(st.none(), st.dates()))
def test_any_text_at_any_day_is_anchored(text: str, published: date | None) -> None:
    report = reading(text, "a", **({"published": published.isoformat()} if published else {}))
    other = reading("Updated: 2023-08-05 09:00\nIt rained.", "b")
    found = anchored(report, other)["a"]
    assert len(found.times) == len(report.times)


def test_the_ends_of_the_calendar_are_no_error() -> None:
    for day in (date.min, date.max):
        assert window("Last week it rained; next year too.", published=day.isoformat()).start is not None
    assert window("Updated: 9999-12-31 10:00\nIt rained.").start is None


def test_seeds_are_dated_together(seeds: Path) -> None:
    found = {}
    for file in sorted(seeds.glob("*.txt")):
        document = read(Report.from_file(file, id=file.name[:3]), Config())
        found[file.name[:3]] = Reading(document, find(document))
    together = anchor(list(found.values()), Config())
    first, second = together["000"], together["001"]
    assert second.window.start is not None
    assert second.window.end is not None
    assert datetime(2023, 8, 2) <= second.window.start < second.window.end <= datetime(2023, 9, 1)
    assert holds(second.window, date(2023, 8, 4))
    assert first.window.start is not None
    assert first.window.start >= datetime(2023, 8, 1)
    values = {m.value.timex for m in second.times}
    assert {"2023-07-11", "2023-07-24", "2023-07-25", "2023-07-31", "2023-08-02"} <= values
    assert "2023-07" in {m.value.timex for m in first.times}
