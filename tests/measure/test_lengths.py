"""Lengths as TIMEX3 periods and seconds."""

import pytest

from reconcile.measure.lengths import period, seconds_of


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (("3", "year"), "P3Y"), (("36", "hour"), "PT36H"), (("1.5", "day"), "P1.5D"), (("2", "decade"), "P20Y"), (("", "decade"), "PXE"),
        (("", "minute"), "PTXM"), (("1", "fortnight"), "P2W"), (("2", "quarter"), "P2Q"), (("1", "hour", "30", "minute"), "PT1H30M"),
        (("2", "day", "3", "hour"), "P2DT3H"), (("1", "year", "6", "month"), "P1Y6M"),
    ],
)  # fmt: skip
def test_period(args: tuple[str, ...], expected: str) -> None:
    assert period(*args) == expected


def test_seconds() -> None:
    assert seconds_of("1.5", "hour") == 5400
    assert seconds_of("1", "hour", "30", "minute") == 5400
    assert seconds_of("", "year") is None
