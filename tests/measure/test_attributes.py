"""The words before a noun that tell which of several kinds it is of."""

import pytest

from reconcile.measure.attributes import attributes, excluding


@pytest.mark.parametrize(
    ("phrase", "head", "sorts"),
    [
        ("her left leg", "leg", ["sides"]),
        ("a black and white car", "car", []),
        ("a grey or silver car", "car", ["colours"]),
        ("an intermediate range ballistic missile", "missile", ["ranges"]),
        ("an intermediate range and intercontinental missile", "missile", []),
        ("the third stage of the rocket", "stage", ["order"]),
        ("the third man", "man", []),
        ("a silver medal", "medal", ["colours", "places"]),
        ("the man on the left side", "man", []),
        ("the van", "van", []),
        ("left", "left", ["sides"]),
    ],
)
def test_what_is_told(phrase: str, head: str, sorts: list[str]) -> None:
    assert sorted(attributes(phrase, head)) == sorts


@pytest.mark.parametrize(
    ("left", "right", "sort"),
    [
        ("a grey van", "a black van", "colours"),
        ("a grey van", "a silver van", None),
        ("a grey van", "the van", None),
        ("the left front wheel", "the left rear wheel", "ends"),
        ("a long-range missile", "an intercontinental missile", None),
    ],
)
def test_what_excludes(left: str, right: str, sort: str | None) -> None:
    one, other = (attributes(phrase, phrase.split()[-1]) for phrase in (left, right))
    assert excluding(one, other) == excluding(other, one) == sort
