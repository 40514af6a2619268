"""Orders of magnitude, kind by kind, at the edge."""

import pytest

from reconcile.measure.orders import is_one_order, is_toll
from reconcile.model.quantities import QuantityValue


def number(
    low: float | None, high: float | None = None, unit: str | None = None, kind: str = "count", fate: str | None = None
) -> QuantityValue:
    return QuantityValue(low, low if high is None else high, unit=unit, kind=kind, population=fate)


DEAD, ABOARD = "people_dead", "people_aboard"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(number(10), number(80), True, id="counts: eight times"),
        pytest.param(number(10), number(81), False, id="counts: more than eight times"),
        pytest.param(number(10, fate=DEAD), number(300, fate=DEAD), True, id="tolls: thirty times"),
        pytest.param(number(10, fate=DEAD), number(301, fate=DEAD), False, id="tolls: more than thirty times"),
        pytest.param(number(10, fate=DEAD), number(100), False, id="one toll"),
        pytest.param(number(10, fate=DEAD), number(100, fate="people_injured"), False, id="tolls of two fates"),
        pytest.param(number(10, fate=ABOARD), number(30, fate=ABOARD), True, id="what is settled: three times"),
        pytest.param(number(10, fate=ABOARD), number(31, fate=ABOARD), False, id="what is settled: more than three times"),
        pytest.param(number(10, unit="metre", kind="measure", fate=DEAD), number(41, unit="metre", kind="measure", fate=DEAD), False, id="no count"),
        pytest.param(number(10, unit="USD", kind="money"), number(30, unit="USD", kind="money"), True, id="prices: three times"),
        pytest.param(number(10, unit="USD", kind="money"), number(31, unit="USD", kind="money"), False, id="prices: more than three times"),
        pytest.param(number(10, unit="percent", kind="percent"), number(40, unit="percent", kind="percent"), True, id="shares: four times"),
        pytest.param(number(10, unit="percent", kind="percent"), number(41, unit="percent", kind="percent"), False, id="shares: more than four times"),
        pytest.param(number(10, unit="metre", kind="measure"), number(40, unit="metre", kind="measure"), True, id="measures: four times"),
        pytest.param(number(10, unit="metre", kind="measure"), number(41, unit="metre", kind="measure"), False, id="measures: more than four times"),
        pytest.param(number(10, unit="year", kind="age"), number(100, unit="year", kind="age"), True, id="anything else: ten times"),
        pytest.param(number(10, unit="year", kind="age"), number(101, unit="year", kind="age"), False, id="anything else: more than ten times"),
        pytest.param(number(1, unit="kilometre", kind="measure"), number(4000, unit="metre", kind="measure"), True, id="converted"),
        pytest.param(number(1, unit="kilometre", kind="measure"), number(4001, unit="metre", kind="measure"), False, id="converted, too far"),
        pytest.param(number(1, unit="metre", kind="measure"), number(3, unit="second", kind="measure"), True, id="not convertible, near as numbers"),
        pytest.param(number(1, unit="metre", kind="measure"), number(3), True, id="no unit on one side"),
        pytest.param(number(0), number(500), True, id="nothing fits anything"),
        pytest.param(number(-10), number(80), True, id="signs do not count"),
        pytest.param(number(-10), number(81), False, id="signs do not count, too far"),
        pytest.param(number(10, 50), number(400), True, id="the nearest ends"),
        pytest.param(number(10, 50), number(401), False, id="the nearest ends, too far"),
        pytest.param(number(10), number(80, 100), True, id="the nearest end of the larger"),
        pytest.param(number(None, 10), number(80), True, id="an open lower end"),
        pytest.param(number(None, 10), number(81), False, id="an open lower end, too far"),
        pytest.param(QuantityValue(10, None), number(81), False, id="an open upper end, too far"),
        pytest.param(QuantityValue(None, None), number(81), True, id="no number"),
    ],
)  # fmt: skip
def test_one_order(left: QuantityValue, right: QuantityValue, expected: bool) -> None:
    assert is_one_order(left, right) is expected
    assert is_one_order(right, left) is expected


@pytest.mark.parametrize(
    "fate",
    [
        "dead", "injured", "casualties", "missing", "affected", "evacuated", "arrested", "infected", "hospitalized", "rescued",
    ],
)  # fmt: skip
def test_what_grows_from_hour_to_hour(fate: str) -> None:
    least, most = number(10, fate=f"people_{fate}"), number(300, fate=f"people_{fate}")
    assert is_one_order(least, most) is is_one_order(most, least) is True


def test_what_befell_people_as_a_whole_is_a_toll() -> None:
    assert is_toll(number(3, fate=DEAD))
    assert is_toll(number(3, fate=ABOARD))
    assert not is_toll(number(3, fate="people_charged"))
    assert not is_toll(number(3))
