"""Whether two counts are of the same population."""

import pytest

from reconcile.measure.populations import classes, comparability, fates, is_general, is_person, one_event, same_noun
from reconcile.model.quantities import QuantityValue


def count(
    of: str | None = None, *modifiers: str, fate: str | None = None, event: str | None = None, included: bool = False
) -> QuantityValue:
    return QuantityValue(1.0, 1.0, of=of, modifiers=modifiers, population=fate, event=event, included=included)


DEAD, HURT, BOTH, ABOARD = "people_dead", "people_injured", "people_casualties", "people_aboard"
LEAK = "people_affected"


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
        *(
            (count("people", fate=DEAD), count("people", word, fate=DEAD), "part")
            for word in ("additional", "further", "another", "extra", "new", "More")
        ),
        *(
            (count("people", fate=DEAD), count("people", word, fate=DEAD), "same")
            for word in ("total", "innocent", "unidentified", "recent")
        ),
        (count("people", "other", fate=DEAD), count("people", "more", fate=DEAD), "same"),
        (count("citizen", "US", fate=DEAD), count("citizen", "American", fate=DEAD), "same"),
        (count("citizen", "U.S.", fate=DEAD), count("citizen", "USA", fate=DEAD), "same"),
        (count("citizen", "UK", fate=DEAD), count("citizen", "British", fate=DEAD), "same"),
        (count("citizen", "UK", fate=DEAD), count("citizen", "US", fate=DEAD), "different"),
        (count("Brit", fate=LEAK), count("consumer", "UK", fate=LEAK), "same"),
        (count("Brit", fate=LEAK), count("American", fate=LEAK), "different"),
        (count("customer", fate=LEAK), count("people", fate=LEAK), "same"),
        (count("customer", fate=DEAD), count("people", fate=DEAD), "part"),
        (count("widget", event="sell"), count("widget", event="sell"), "same"),
        (count("people", fate=HURT), count("people", fate=BOTH), "part"),
        (count("Tunisian", fate=DEAD), count("people", fate=DEAD), "part"),
        (count("Tunisian"), count("car"), "unknown"),
        (count("nurse"), count("soldier"), "unknown"),
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


def test_a_name_is_part_of_the_people() -> None:
    assert same_noun("Tunisian", "people") == same_noun("people", "Tunisian") == "part"
    assert same_noun("Tunisian", "ship") == same_noun("ship", "Tunisian") == "unknown"
    assert same_noun("widget", "ship") == "unknown"
    assert same_noun("people", "ship") == "different"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (None, "kill", True), ("kill", None, True), ("kill", "kill", True), ("fire", "launch", True), ("fire", "intercept", False),
        ("launch", "fire", True), ("xyz", "kill", False),
    ],
)  # fmt: skip
def test_events(left: str | None, right: str | None, expected: bool) -> None:
    assert one_event(left, right) is one_event(right, left) is expected


def test_every_fate_says_what_befell_people() -> None:
    by_name = {f.name: f for f in fates()}
    dead = by_name["people_dead"]
    assert "kill" in dead.passives | dead.objects
    assert any(f.phrases for f in fates())
    assert all(f.nouns | f.adjectives | f.objects | f.passives | f.subjects | f.phrases | f.holders for f in fates())


def test_a_leak_reaches_people_by_what_is_theirs() -> None:
    (leak,) = (f for f in fates() if f.name == LEAK)
    assert leak.belongings
    assert all(not f.belongings for f in fates() if f.name == DEAD)
