"""Tables of points: which step a value stands on, and when it is no use to go on counting."""

import math
from collections.abc import Callable
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.measure.scorecards import Scorecard, Steps, probability, scorecard

CARD = Scorecard(
    -1.0, MappingProxyType({"near": Steps((0.5, 2.0), (2.0, 0.5, -3.0)), "same": Steps((0.5,), (-0.25, 1.0))})
)
_values = st.floats(-5, 5)


@pytest.mark.parametrize(
    ("value", "points"), [(0.0, 2.0), (0.5, 2.0), (0.51, 0.5), (2.0, 0.5), (2.1, -3.0), (math.inf, -3.0)]
)
def test_a_step_ends_with_its_place(value: float, points: float) -> None:
    assert CARD.steps["near"].of(value) == points


@given(near=_values, same=_values, least=st.floats(0.02, 0.98))
def test_points_add_up_to_log_odds(near: float, same: float, least: float) -> None:
    total = CARD.base + CARD.steps["near"].of(near) + CARD.steps["same"].of(same)
    found = CARD.weigh({"near": lambda: near, "same": lambda: same}, least)
    assert (found is not None) == (probability(total) >= least)
    if found is not None:
        assert found.probability == pytest.approx(probability(total))
        assert dict(found.points) == {"near": CARD.steps["near"].of(near), "same": CARD.steps["same"].of(same)}


def test_the_points_that_weigh_most_come_first() -> None:
    found = CARD.weigh({"same": lambda: 1.0, "near": lambda: 0.0}, 0.1)
    assert found is not None
    assert found.points == (("near", 2.0), ("same", 1.0))


def test_what_cannot_be_reached_is_not_worked_out() -> None:
    def worked_out() -> float:
        raise AssertionError

    features: dict[str, Callable[[], float]] = {"near": lambda: 9.0, "same": worked_out}
    assert CARD.weigh(features, 0.5) is None


def test_a_card_gives_a_probability_between_none_and_all() -> None:
    card = scorecard("quantities")
    for best in (max, min):
        total = card.base + sum(best(steps.points) for steps in card.steps.values())
        assert 0 < probability(total) < 1
