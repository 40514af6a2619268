"""Lengths as TIMEX3 periods and seconds."""

import pytest

from reconcile.measure.lengths import number, period, seconds_of


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


@pytest.mark.parametrize(
    ("unit", "one", "vague", "seconds"),
    [
        ("second", "PT1S", "PTXS", 1), ("minute", "PT1M", "PTXM", 60), ("hour", "PT1H", "PTXH", 3_600), ("day", "P1D", "PXD", 86_400),
        ("night", "P1D", "PXD", 86_400), ("week", "P1W", "PXW", 604_800), ("fortnight", "P2W", "PXW", 1_209_600), ("weekend", "P2D", "PXWE", 172_800),
        ("month", "P1M", "PXM", 2_592_000), ("quarter", "P1Q", "PXQ", 7_776_000), ("year", "P1Y", "PXY", 31_536_000),
        ("decade", "P10Y", "PXE", 315_360_000), ("century", "P100Y", "PXC", 3_153_600_000), ("millennium", "P1000Y", "PXL", 31_536_000_000),
    ],
)  # fmt: skip
def test_every_unit(unit: str, one: str, vague: str, seconds: int) -> None:
    assert (period("1", unit), period("", unit), seconds_of("1", unit)) == (one, vague, seconds)


def test_numbers_lose_an_empty_fraction() -> None:
    assert (number("2.0"), number("2.5", 10), number("")) == ("2", "25", "X")


def test_a_vague_tail() -> None:
    assert period("2", "day", "", "hour") == "P2D"
    assert seconds_of("2", "day", "", "hour") == 172_800
