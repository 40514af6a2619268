"""What a form tells by itself: X for what is not known."""

import pytest

from reconcile.anchor.partial import partial_value
from reconcile.model.times import TimeForm


@pytest.mark.parametrize(
    ("form", "fields", "expect"),
    [
        ("date", "month=7 day=25", "XXXX-07-25"), ("date", "month=7 day=25 year=2021", "2021-07-25"), ("month", "month=7", "XXXX-07"),
        ("month", "month=7 year=2021", "2021-07"), ("weekday", "weekday=5", "XXXX-WXX-5"), ("monthday", "day=3", "XXXX-XX-03"),
        ("year", "year=2021", "2021"), ("year", "year=0044 era=bc", "BC0044"), ("century", "century=2", "BC02"), ("quarter", "quarter=3", "XXXX-Q3"),
        ("quarter", "quarter=3 year=2021", "2021-Q3"), ("half", "half=2", "XXXX-H2"), ("half", "half=2 year=2021", "2021-H2"),
        ("season", "season=SU", "XXXX-SU"), ("season", "season=SU year=2021", "2021-SU"), ("unit", "unit=week", "XXXX-WXX"),
        ("unit", "unit=weekend", "XXXX-WXX-WE"), ("unit", "unit=month", "XXXX-XX"), ("unit", "unit=quarter", "XXXX-QX"), ("unit", "unit=half", "XXXX-HX"),
        ("unit", "unit=year", "XXXX"), ("unit", "unit=decade", "XXX"), ("unit", "unit=century", "XX"), ("unit", "unit=day", "XXXX-XX-XX"),
        ("yearago", "", "XXXX"), ("yearago", "year=1988", "1988"), ("shift", "sign=-1", "PAST_REF"), ("shift", "sign=1", "FUTURE_REF"),
        ("shift", "n=2 unit=year sign=-1", "XXXX"), ("shift", "n=2 unit=day sign=-1", "XXXX-XX-XX"), ("clock", "hour=9 minute=30", "T09:30"),
        ("clock", "hour=9", "T09:00"), ("part", "part=MO", "TMO"), ("iso", "text=2023-02-31T10:00", "2023-02-31"), ("deictic", "offset=-1", "XXXX-XX-XX"),
        ("weekday", "weekday=5 part=MO", "XXXX-WXX-5TMO"), ("date", "month=7 day=25 hour=9", "XXXX-07-25T09:00"),
        ("date", "month=7 day=25 hour=9 minute=5", "XXXX-07-25T09:05"),
    ],
)  # fmt: skip
def test_values(form: str, fields: str, expect: str) -> None:
    pairs = tuple((name, value) for name, _, value in (field.partition("=") for field in fields.split()))
    assert partial_value(TimeForm("DATE", form, pairs)) == expect
