"""Single forms against a day of writing: one row for each choice that a resolver makes."""

from datetime import date

import pytest

from reconcile.anchor.base import Base
from reconcile.anchor.resolution import resolve
from reconcile.model.times import TimeForm

FRIDAY = "2023-08-04"


def timex(form: str, fields: str, tense: str, day: str, order: str = "auto") -> str:
    pairs = tuple((name, value) for name, _, value in (field.partition("=") for field in fields.split()))
    base = Base(date.fromisoformat(day) if day else None, order=order)
    found = resolve(TimeForm("DATE", form, pairs, None, tense), base)
    assert found.anchored
    assert found.type == "DATE"
    return found.timex


@pytest.mark.parametrize(
    ("form", "fields", "tense", "day", "expect"),
    [
        # days of a month: on the side that the tense tells, the next weeks aside
        ("date", "month=8 day=4", "past", FRIDAY, "2023-08-04"), ("date", "month=8 day=4", "future", FRIDAY, "2023-08-04"),
        ("date", "month=8 day=18", "past", FRIDAY, "2023-08-18"), ("date", "month=8 day=19", "past", FRIDAY, "2022-08-19"),
        ("date", "month=10 day=3", "", FRIDAY, "2023-10-03"), ("date", "month=10 day=4", "", FRIDAY, "2022-10-04"),
        ("date", "month=8 day=10 over=1", "past", FRIDAY, "2022-08-10"), ("date", "month=3 day=1 this=1", "future", FRIDAY, "2023-03-01"),
        ("date", "month=12 day=1 this=1", "past", FRIDAY, "2023-12-01"), ("date", "month=2 day=29", "past", FRIDAY, "2020-02-29"),
        ("date", "month=2 day=29", "future", FRIDAY, "2024-02-29"),
        # by their weekday within half a year
        ("date", "month=2 day=2 weekday=5", "past", FRIDAY, "2024-02-02"), ("date", "month=2 day=3 weekday=6", "past", FRIDAY, "2023-02-03"),
        ("date", "month=7 day=25 weekday=2", "future", FRIDAY, "2023-07-25"),
        # numbers
        ("numeric", "text=4/13/2023", "", FRIDAY, "2023-04-13"), ("numeric", "text=13/4/2023", "", FRIDAY, "2023-04-13"),
        ("numeric", "text=12/11/2023", "", FRIDAY, "2023-12-11"), ("numeric", "text=2023/07/25", "", FRIDAY, "2023-07-25"),
        ("numeric", "text=2023-07-25", "", FRIDAY, "2023-07-25"), ("numeric", "text=25.7.2023", "", FRIDAY, "2023-07-25"),
        ("numeric", "text=25\u20447\u20442023", "", FRIDAY, "2023-07-25"), ("numeric", "text=7/2023", "", FRIDAY, "2023-07"),
        ("numeric", "text=2023/7", "", FRIDAY, "2023-07"), ("numeric", "text=7/25/40", "", FRIDAY, "1940-07-25"),
        ("numeric", "text=7/25/39", "", FRIDAY, "2039-07-25"), ("numeric", "text=11/1 bound=by", "", FRIDAY, "2023-11-01"),
        ("numeric", "text=11/1", "", FRIDAY, "2022-11-01"), ("numeric", "text=2/2 weekday=5", "past", FRIDAY, "2024-02-02"),
        ("numeric", "text=12/1 this=1", "past", FRIDAY, "2023-12-01"),
        # weekdays
        ("weekday", "weekday=2 rel=following", "", FRIDAY, "2023-08-08"), ("weekday", "weekday=2 rel=next", "", FRIDAY, "2023-08-08"),
        ("weekday", "weekday=2 rel=previous", "", FRIDAY, "2023-07-25"), ("weekday", "weekday=1 rel=this", "", FRIDAY, "2023-07-31"),
        ("weekday", "weekday=7 rel=this", "", FRIDAY, "2023-08-06"), ("weekday", "weekday=5 rel=coming", "", FRIDAY, "2023-08-11"),
        ("weekday", "weekday=6 rel=coming", "", FRIDAY, "2023-08-05"), ("weekday", "weekday=5 rel=last", "", FRIDAY, "2023-07-28"),
        ("weekday", "weekday=4 rel=last", "", FRIDAY, "2023-08-03"), ("weekday", "weekday=4 rel=past", "", FRIDAY, "2023-08-03"),
        ("weekday", "weekday=5", "past", FRIDAY, "2023-08-04"), ("weekday", "weekday=5", "future", FRIDAY, "2023-08-04"),
        ("weekday", "weekday=6", "past", FRIDAY, "2023-07-29"), ("weekday", "weekday=6", "future", FRIDAY, "2023-08-05"),
        ("weekday", "weekday=3 week_offset=-1", "", FRIDAY, "2023-07-26"), ("weekday", "weekday=3 week_offset=1", "", FRIDAY, "2023-08-09"),
        ("weekday", "weekday=1 day=21", "", FRIDAY, "2023-08-21"), ("weekday", "weekday=5 day=4", "", FRIDAY, "2023-08-04"),
        ("weekday", "weekday=2 day=31", "", FRIDAY, "2023-10-31"),
        # the 21st
        ("monthday", "day=4", "", FRIDAY, "2023-08-04"), ("monthday", "day=6", "", FRIDAY, "2023-08-06"), ("monthday", "day=3", "past", FRIDAY, "2023-08-03"),
        ("monthday", "day=3", "future", FRIDAY, "2023-09-03"), ("monthday", "day=4", "future", FRIDAY, "2023-08-04"),
        ("monthday", "day=31 month_offset=-1", "", FRIDAY, "2023-07-31"), ("monthday", "day=31", "future", "2023-09-15", "2023-10-31"),
        ("monthday", "day=20", "", FRIDAY, "2023-07-20"), ("monthday", "day=19", "", FRIDAY, "2023-08-19"),
        # named days
        ("holiday", "name=christmas offset=0", "", FRIDAY, "2023-12-25"), ("holiday", "name=christmas offset=-1", "", "2023-12-25", "2022-12-25"),
        ("holiday", "name=christmas offset=1", "", "2023-12-25", "2024-12-25"), ("holiday", "name=christmas", "", FRIDAY, "2023-12-25"),
        ("holiday", "name=christmas", "past", FRIDAY, "2022-12-25"), ("holiday", "name=christmas", "future", FRIDAY, "2023-12-25"),
        ("holiday", "name=christmas", "past", "2023-12-25", "2023-12-25"), ("holiday", "name=christmas", "future", "2023-12-25", "2023-12-25"),
        ("holiday", "name=christmas", "", "2023-03-01", "2022-12-25"), ("holiday", "name=christmas year=1999", "", FRIDAY, "1999-12-25"),
        # hours of a day
        ("clock", "hour=9 offset=1", "", FRIDAY, "2023-08-05T09:00"), ("clock", "hour=9 minute=5", "", FRIDAY, "2023-08-04T09:05"),
        ("clock", "hour=9 offset=-1", "", FRIDAY, "2023-08-03T09:00"),
        # months, quarters, halves
        ("month", "month=8 offset=-1", "", FRIDAY, "2022-08"), ("month", "month=8 offset=1", "", FRIDAY, "2024-08"), ("month", "month=9", "past", FRIDAY, "2022-09"),
        ("month", "month=8", "past", FRIDAY, "2023-08"), ("month", "month=7", "future", FRIDAY, "2024-07"), ("month", "month=12 offset=0", "", FRIDAY, "2023-12"),
        ("quarter", "quarter=2", "past", "2023-03-31", "2022-Q2"), ("quarter", "quarter=2", "past", "2023-04-01", "2023-Q2"),
        ("quarter", "quarter=1", "past", "2023-03-31", "2023-Q1"), ("quarter", "quarter=1", "future", "2023-10-31", "2024-Q1"),
        ("half", "half=2", "past", "2023-07-15", "2023-H2"), ("half", "half=2", "past", "2023-06-15", "2022-H2"), ("half", "half=2", "future", "2023-06-15", "2023-H2"),
        ("half", "half=1", "past", "2023-06-15", "2023-H1"),
        # a year ago, ends, weeks
        ("yearago", "year=1988", "", "", "1988"), ("yearago", "", "", FRIDAY, "2022"), ("yearend", "unit=year", "", FRIDAY, "2023-12-31"),
        ("yearend", "unit=year offset=1", "", FRIDAY, "2024-12-31"), ("yearend", "unit=month", "", FRIDAY, "2023-08-31"),
        ("yearend", "unit=quarter offset=-1", "", FRIDAY, "2023-06-30"), ("monthweek", "week=1 month=5", "past", FRIDAY, "2023-W18"),
        ("monthweek", "week=3 month=5", "past", FRIDAY, "2023-W20"), ("monthweek", "week=-1 month=5", "past", FRIDAY, "2023-W21"),
        ("monthweek", "week=-2 month=5", "past", FRIDAY, "2023-W20"), ("monthweek", "week=-1 month=6", "past", FRIDAY, "2023-W26"),
        ("monthweek", "week=-1 month=2", "past", FRIDAY, "2023-W08"), ("monthweek", "week=1 year=2021", "", FRIDAY, "2021-W01"),
        ("monthweek", "week=-1 year=2020", "", FRIDAY, "2020-W53"), ("weeknumber", "week=27", "", FRIDAY, "2023-W27"),
        ("weeknumber", "week=27 year=2020", "", FRIDAY, "2020-W27"),
    ],
)  # fmt: skip
def test_choices(form: str, fields: str, tense: str, day: str, expect: str) -> None:
    assert timex(form, fields, tense, day) == expect


@pytest.mark.parametrize(
    ("text", "order", "expect"),
    [
        ("3/4/2023", "DMY", "2023-04-03"), ("3/4/2023", "MDY", "2023-03-04"), ("3/4/2023", "auto", "2023-03-04"), ("3/13/2023", "DMY", "2023-03-13"),
        ("3/12/2023", "DMY", "2023-12-03"), ("13/3/2023", "MDY", "2023-03-13"),
    ],
)  # fmt: skip
def test_orders_of_numbers(text: str, order: str, expect: str) -> None:
    assert timex("numeric", f"text={text}", "", FRIDAY, order) == expect


@pytest.mark.parametrize(
    ("form", "fields"),
    [("date", "month=7 day=25"), ("weekday", "weekday=5"), ("holiday", "name=christmas"), ("monthday", "day=3"), ("month", "month=7"), ("unit", "unit=week")],
)  # fmt: skip
def test_without_a_day_of_writing_nothing_is_on_the_calendar(form: str, fields: str) -> None:
    pairs = tuple((name, value) for name, _, value in (field.partition("=") for field in fields.split()))
    assert not resolve(TimeForm("DATE", form, pairs), Base()).anchored


@pytest.mark.parametrize(
    ("nth", "tense", "anchored"), [("1", "past", False), ("1", "present", True), ("2", "past", True)]
)
def test_the_first_day_of_what_is_over_is_not_the_day_of_writing(nth: str, tense: str, anchored: bool) -> None:
    form = TimeForm("DATE", "unit", (("unit", "day"), ("offset", "0"), ("nth", nth)), None, tense)
    assert resolve(form, Base(date.fromisoformat(FRIDAY))).anchored is anchored
