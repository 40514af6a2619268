"""What speaks for two numbers being of one thing, whichever is named first."""

import math

import pytest

from reconcile import reconcile
from reconcile.align.weighed import _number, _ratio
from reconcile.model.quantities import QuantityValue
from tests.factory import report


def _of(number: float, unit: str | None = None) -> QuantityValue:
    return QuantityValue(number, number, unit)


@pytest.mark.parametrize(
    ("left", "right", "times"),
    [
        (_of(10), _of(10), 1.0),
        (_of(10), _of(20), 2.0),
        (_of(1, "kilometre"), _of(500, "metre"), 2.0),
        (_of(2, "hour"), _of(60, "minute"), 2.0),
        (_of(300, "USD"), _of(100, "EUR"), 3.0),
    ],
)
def test_how_many_times_one_number_is_the_other(left: QuantityValue, right: QuantityValue, times: float) -> None:
    assert math.exp(_ratio(left, right)) == pytest.approx(times)
    assert _ratio(left, right) == _ratio(right, left)


def test_nothing_is_far_from_any_number() -> None:
    assert _ratio(_of(0), _of(4)) == _ratio(_of(4), _of(0)) > math.log(1_000_000)


def test_a_bound_stands_for_its_number() -> None:
    assert _number(QuantityValue(5, None)) == _number(QuantityValue(None, 5)) == _number(QuantityValue(-5, 9)) == 5


LEFT = "Lund employs 3,900 people at the Halden works."
RIGHT = "About 4,500 people earn their living at the Halden works of Lund."


def test_a_weighed_fact_tells_its_probability_and_for_what() -> None:
    result = reconcile([report(LEFT, id="a"), report(RIGHT, id="b")])
    (found,) = result.contradictions
    (weighed,) = (dict(r.params) for r in found.reasons if r.code == "align.weighed")
    assert found.kind == "quantity"
    assert found.confidence == pytest.approx(float(weighed["probability"]), abs=0.006)
    assert "closeness" in weighed["features"]


def test_numbers_that_fit_make_no_weighed_fact() -> None:
    result = reconcile([report(LEFT, id="a"), report(RIGHT.replace("4,500", "3,900"), id="b")])
    assert not [f for f in result.facts if f.kind == "weighed"]


def test_earthquakes_are_left_to_the_rules() -> None:
    strong, weak = (
        "A magnitude 6.1 quake shook Halden on Friday.",
        "A magnitude 5.9 quake hit Halden, officials said.",
    )
    facts = reconcile([report(strong, id="a"), report(weak, id="b")]).facts
    assert not [f for f in facts if f.kind == "weighed"]


def test_a_loose_plural_is_no_figure_to_be_weighed() -> None:
    """ "Thousands" in a headline was held against the other report's count, where nothing else counted them."""
    loose = report("Thousands march in Halden\n\nHalden lies 23 kilometres from the coast.", id="a")
    other = report("About 1,200 people marched through Halden on Saturday to protest.", id="b")
    assert not [f for f in reconcile([loose, other]).facts if f.kind == "weighed"]
