"""How two numbers relate; the table stands in cases/quantities.toml, the laws below."""

import tomllib
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.measure.quantities import RELATIONS, mirrored, relation
from reconcile.model.quantities import QuantityValue

CASES = tomllib.loads((Path(__file__).parent / "cases" / "quantities.toml").read_text(encoding="utf-8"))["case"]


def value(row: dict[str, object]) -> QuantityValue:
    fields = dict(row)
    number = fields.pop("n")
    low, high = number if isinstance(number, list) else (number, number)
    bounds = [None if end == "open" else float(cast(float, end)) for end in (low, high)]
    return QuantityValue(bounds[0], bounds[1], **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["label"]))
def test_relation(case: dict[str, object]) -> None:
    left, right = (value(cast(dict[str, object], case[side])) for side in ("left", "right"))
    assert relation(left, right) == case["relation"]
    assert relation(right, left) == mirrored(str(case["relation"]))


UNITS = st.sampled_from(
    [
        None,
        "metre",
        "foot",
        "tonne",
        "pound",
        "ton",
        "hour",
        "day",
        "USD",
        "cent",
        "EUR",
        "celsius",
        "fahrenheit",
        "percent",
    ]
)
NUMBERS = st.one_of(st.integers(0, 10**7).map(float), st.floats(-1e6, 1e9, allow_nan=False))


@st.composite
def quantities(draw: st.DrawFn) -> QuantityValue:
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    shape = draw(st.sampled_from(["exact", "range", "lower", "upper"]))
    ends = {"exact": (low, low), "range": (low, high), "lower": (low, None), "upper": (None, high)}[shape]
    hedge = draw(st.sampled_from([None, "about", "nearly", "just_over", "vague"]))
    kind = draw(st.sampled_from(["count", "measure", "age", "score"]))
    per = draw(st.sampled_from([None, "hour", "day", "person"]))
    return QuantityValue(*ends, unit=draw(UNITS), per=per, approximate=hedge is not None, hedge=hedge, kind=kind)


@given(quantities())
def test_everything_equals_itself(quantity: QuantityValue) -> None:
    assert relation(quantity, quantity) == "equal"


@given(quantities(), quantities())
def test_both_orders_mirror_each_other(left: QuantityValue, right: QuantityValue) -> None:
    found = relation(left, right)
    assert found in RELATIONS
    assert relation(right, left) == mirrored(found)


@given(NUMBERS, NUMBERS, UNITS)
def test_a_bound_agrees_with_what_lies_within(a: float, b: float, unit: str | None) -> None:
    low, high = sorted((a, b))
    bound = QuantityValue(low, None, unit=unit, hedge="at_least")
    assert relation(QuantityValue(high, high, unit=unit), bound) in ("equal", "refines")


@given(quantities(), quantities())
def test_a_hedge_never_makes_a_conflict(left: QuantityValue, right: QuantityValue) -> None:
    """What agrees with a plain number agrees with the same number hedged by "about"."""
    plain = QuantityValue(right.low, right.high, right.unit, right.per, kind=right.kind)
    hedged = QuantityValue(
        right.low, right.high, right.unit, right.per, kind=right.kind, approximate=True, hedge="about"
    )
    if relation(left, plain) != "disjoint":
        assert relation(left, hedged) != "disjoint"


def test_roughly_a_bound() -> None:
    """ "At least about 300": an end that is open has no leeway."""
    least, most = QuantityValue(300.0, None, approximate=True), QuantityValue(None, 300.0, approximate=True)
    assert relation(least, QuantityValue(298.0, 298.0)) == "approximate"
    assert relation(QuantityValue(302.0, 302.0), most) == "approximate"
    assert relation(least, QuantityValue(100.0, 100.0)) == "disjoint"
