"""Whether two counts are of the same population."""

import pytest
from attrs import evolve

from reconcile.measure.humans import is_human, role_words
from reconcile.measure.populations import (
    are_wholes,
    classes,
    comparability,
    fates,
    is_general,
    is_person,
    one_event,
    same_noun,
)
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


def test_words_that_say_what_befell_people_beside_the_nouns() -> None:
    by_name = {f.name: f for f in fates()}
    assert "police" in by_name["people_arrested"].held_by
    assert "locate" in by_name["people_missing"].unfound
    assert "job" in by_name["people_dismissed"].posts
    assert "axe" in by_name["people_dismissed"].cuts


def test_a_leak_reaches_people_by_what_is_theirs() -> None:
    (leak,) = (f for f in fates() if f.name == LEAK)
    assert leak.belongings
    assert all(not f.belongings for f in fates() if f.name == DEAD)


DEAD_PEOPLE = count("people", fate=DEAD)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(count("passenger", fate=DEAD), True, id="where they were"),
        pytest.param(count("passenger", fate=HURT), False, id="another fate"),
        pytest.param(count("passenger"), False, id="no fate"),
        pytest.param(count("passenger", "dead", fate=DEAD), True, id="the fate itself"),
        pytest.param(count("passenger", "young", fate=DEAD), False, id="which of them"),
        pytest.param(count("passenger", "more", fate=DEAD), False, id="beside others"),
        pytest.param(count("passenger", fate=DEAD, included=True), False, id="among others"),
        pytest.param(evolve(count("passenger", fate=DEAD), hedge="vague"), False, id="dozens"),
        pytest.param(count("other", fate=DEAD), False, id="others"),
        pytest.param(count("firefighter", fate=DEAD), False, id="a calling"),
        pytest.param(count(None, fate=DEAD), False, id="no noun"),
    ],
)
def test_wholes(other: QuantityValue, *, expected: bool) -> None:
    assert are_wholes(DEAD_PEOPLE, other) is are_wholes(other, DEAD_PEOPLE) is expected


def test_no_fate_is_no_whole() -> None:
    assert are_wholes(count("people"), count("people")) is False


@pytest.mark.parametrize(
    ("modifier", "noun", "expected"),
    [("police", "officer", "same"), ("riot", "officer", "same"), ("riot", "police", "same"), ("senior", "officer", "part"), ("riot", "miner", "part")],
)  # fmt: skip
def test_modifiers_that_say_no_more_than_the_noun(modifier: str, noun: str, expected: str) -> None:
    assert comparability(count(noun, modifier, fate=DEAD), count(noun, fate=DEAD)) == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("mayor", True), ("banker", True), ("historian", True), ("novelist", True), ("activist", True), ("aunt", True), ("arsonist", True), ("roofer", True), ("soprano", True),
        ("people", True), ("widow", True), ("table", False), ("", False), (None, False),
    ],
)  # fmt: skip
def test_nouns_for_a_person(noun: str | None, *, expected: bool) -> None:
    assert is_human(noun) is expected


def test_words_of_offices_are_in_lower_case() -> None:
    assert all(w == w.lower() for w in role_words())
    assert {"mayor", "president"} <= role_words()
