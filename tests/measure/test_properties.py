"""Whether two measures are of one property of one thing."""

from typing import Any

import pytest

from reconcile.measure.properties import measured_alike, of_one_thing
from reconcile.model.quantities import QuantityValue

ALIKE: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "two dimensions": ({"dimension": "depth", "of": "well"}, {"dimension": "width", "of": "well"}, "different"),
    "one dimension": ({"dimension": "depth", "event": "dig"}, {"dimension": "depth", "event": "weigh"}, "same"),
    "a dimension on one side": ({"dimension": "depth", "event": "dig"}, {"event": "weigh"}, "unknown"),
    "a dimension on one side and no verb": ({"dimension": "depth"}, {}, "unknown"),
    "one noun": ({"of": "well", "event": "dig"}, {"of": "well", "event": "weigh"}, "same"),
    "a noun on one side": ({"of": "well", "event": "dig"}, {"event": "weigh"}, "unknown"),
    "a noun on one side and no verb": ({"of": "well"}, {}, "unknown"),
    "nouns of two kinds": ({"of": "car"}, {"of": "house"}, "different"),
    "a wider noun": ({"of": "people"}, {"of": "nurse"}, "part"),
    "nouns not known": ({"of": "well"}, {"of": "pit"}, "unknown"),
    "one verb": ({"event": "fly"}, {"event": "fly"}, "same"),
    "a verb on one side": ({"event": "fly"}, {}, "unknown"),
    "nothing": ({}, {}, "unknown"),
    "ages of one": ({"kind": "age", "of": "Ana"}, {"kind": "age", "of": "ANA"}, "same"),
    "ages of two": ({"kind": "age", "of": "Ana"}, {"kind": "age", "of": "Tom"}, "unknown"),
    "ages of two classes": ({"kind": "age", "of": "people"}, {"kind": "age", "of": "nurse"}, "unknown"),
    "scores": ({"kind": "score"}, {"kind": "score"}, "same"),
    "magnitudes": ({"kind": "magnitude"}, {"kind": "magnitude"}, "same"),
}


@pytest.mark.parametrize("label", ALIKE)
def test_measures_of_one_thing(label: str) -> None:
    left, right, expected = ALIKE[label]
    a, b = (QuantityValue(3.0, 3.0, **{"kind": "measure", **told}) for told in (left, right))
    assert measured_alike(a, b) == measured_alike(b, a) == expected


@pytest.mark.parametrize(("kind", "expected"), [("count", "unknown"), ("share", "unknown"), ("measure", "same")])
def test_what_is_counted_goes_by_its_people_and_what_is_measured_by_its_verb(kind: str, expected: str) -> None:
    """Two nurses dead and three: which of them is known by their fate; two lengths flown by the verb."""
    left = QuantityValue(2.0, 2.0, kind=kind, event="fly")
    right = QuantityValue(3.0, 3.0, kind=kind, event="fly")
    assert of_one_thing(left, right) == expected
