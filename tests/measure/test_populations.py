"""Whether two counts are of the same population."""

import pytest

from reconcile.measure.populations import classes, comparability, is_general, is_person, same_noun
from reconcile.model.quantities import QuantityValue


def count(
    of: str | None = None, *modifiers: str, fate: str | None = None, event: str | None = None, included: bool = False
) -> QuantityValue:
    return QuantityValue(1.0, 1.0, of=of, modifiers=modifiers, population=fate, event=event, included=included)


DEAD, HURT, BOTH, ABOARD = "people_dead", "people_injured", "people_casualties", "people_aboard"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (count("people", fate=DEAD), count("dead", fate=DEAD), "same"),
        (count("people", fate=DEAD), count("victim", fate=DEAD), "same"),
        (count("people", fate=DEAD), count("people", fate=HURT), "different"),
        (count("people", fate=DEAD), count("casualty", fate=BOTH), "part"),
        (count("people", fate=DEAD), count("people", fate=ABOARD), "part"),
        (count("people", fate=DEAD), count("pilot", fate=DEAD), "part"),
        (count("people", fate=DEAD), count("citizen", "US", fate=DEAD), "part"),
        (count("people", fate=DEAD), count("people", "more", fate=DEAD), "part"),
        (count("people", fate=DEAD), count("other", fate=DEAD), "part"),
        (count("people", fate=DEAD), count("people", fate=DEAD, included=True), "part"),
        (count("people", fate=DEAD), count("people"), "unknown"),
        (count("car"), count("automobile"), "same"),
        (count("car"), count("vehicle"), "part"),
        (count("car"), count("house"), "different"),
        (count("car"), count("people"), "different"),
        (count("settler"), count("car"), "different"),
        (count("boat", "fishing"), count("boat"), "part"),
        (count("missile", event="fire"), count("projectile", event="fire"), "same"),
        (count("missile", event="fire"), count("missile", event="intercept"), "unknown"),
        (count(None), count("people"), "unknown"),
        (count("widget"), count("gadget"), "unknown"),
        (count("widget"), count("widget"), "same"),
    ],
)
def test_comparability(left: QuantityValue, right: QuantityValue, expected: str) -> None:
    assert comparability(left, right) == expected
    assert comparability(right, left) == expected


def test_nouns_and_their_classes() -> None:
    assert same_noun("plane", "aircraft") == "same"
    assert same_noun("policeman", "officer") == "same"
    assert same_noun("plane", "ship") == "different"
    assert is_person("fisherman")
    assert not is_person("boat")
    assert is_general("people")
    assert not is_general("pilot")


def test_no_noun_belongs_to_many_classes() -> None:
    assert all(len(names) <= 4 for names in classes().values())
