"""What the arguments of two claims have in common."""

import pytest
from attrs import evolve

from reconcile.measure.arguments import (
    Heads,
    excluding_state,
    heads,
    meant,
    name_one,
    name_others,
    told_states,
    words_of,
)
from reconcile.model.claims import Claim, State
from tests.compare.telling import claim, slot


def of(*slots: str, dates: tuple[str, ...] = ()) -> Heads:
    return heads([slot(s) for s in slots], dates)


def test_what_is_told_and_what_is_meant() -> None:
    found = of(
        "agent: the digger",
        "patient: the Ruiz = person:ana",
        "goal: it",
        "place: she = person:ana",
        dates=("2023-07-25",),
    )
    assert found.told == {"excavator", "person:ana", "2023-07-25"}
    assert found.bare == {"excavator"}
    assert found.meant == {"ruiz"}


def test_a_government_acts_as_its_country() -> None:
    assert of("agent: Moscow = government:RU").told == {"country:RU"}


def test_a_part_without_words_tells_nothing() -> None:
    empty = evolve(slot("agent: the ferry"), head="")
    assert heads([empty, evolve(empty, entity="")]) == Heads(frozenset(), frozenset(), frozenset())
    assert heads([], ("",)).told == frozenset()


@pytest.mark.parametrize(
    ("left", "right", "shared"),
    [
        (of("agent: a ferry"), of("patient: the ferry"), {"ferry"}),
        (of("agent: a ferry"), of("patient: a barge"), set()),
        (of("agent: Ruiz = person:ana"), of("agent: she = person:ana"), {"person:ana"}),
        (of("agent: the plane = vehicle:ilyushin"), of("agent: a plane"), {"plane"}),
        (of("agent: the plane = vehicle:ilyushin"), of("agent: a plane = vehicle:antonov"), set()),
        (of("agent: the plane = vehicle:ilyushin"), of("agent: a ferry"), set()),
        (of(dates=("2023-07-25",)), of(dates=("2023-07-25",)), {"2023-07-25"}),
    ],
)
def test_what_two_have_in_common(left: Heads, right: Heads, shared: set[str]) -> None:
    assert left.shared(right) == right.shared(left) == shared


def told(*states: str, stance: str = "1 asserted", predicate: str = "be", entities: str = "") -> Claim:
    return claim(
        {"report": "a", "states": states, "stance": stance, "predicate": predicate, "entities": entities, "words": "x"}
    )


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(told("life 0 agent"), [State("life", 0, "agent")], id="as told"),
        pytest.param(told("life 0 agent", stance="-1 asserted"), [State("life", 1, "agent")], id="who did not is in the other one of two"),
        pytest.param(told("life 1 patient", stance="-1 asserted"), [State("life", 0, "patient")], id="and the other way round"),
        pytest.param(told("plea 0 agent", stance="-1 asserted"), [], id="of three it is not known which"),
        pytest.param(told("plea 1 agent", stance="-1 asserted", predicate="plead"), [State("plea", 1, "agent")], id="pleaded not guilty"),
        pytest.param(told("verdict 1 patient", stance="-1 asserted", predicate="find"), [State("verdict", 1, "patient")], id="found not guilty"),
        pytest.param(told("life 0 agent", stance="0 asserted"), [State("life", 1, "agent")], id="no sign at all counts as a denial"),
    ],
)  # fmt: skip
def test_states_that_a_claim_tells(found: Claim, expected: list[State]) -> None:
    assert list(told_states(found)) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(told("life 0 agent"), told("life 1 patient"), "life", id="he survived, he was killed"),
        pytest.param(told("life 0 agent"), told("life 0 agent"), None, id="both survived"),
        pytest.param(told("life 0 agent"), told("plea 1 agent"), None, id="nothing in common"),
        pytest.param(told("plea 0 agent", "life 0 agent"), told("life 1 patient", "plea 2 agent"), "life", id="the first by name"),
        pytest.param(told("life 0 agent", "plea 0 agent"), told("life 0 agent", "plea 2 agent"), "plea", id="the one that excludes"),
        pytest.param(told("life 0 agent"), told("life 0 agent", stance="-1 asserted"), "life", id="he did not survive"),
        pytest.param(told(), told("life 0 agent"), None, id="no state"),
    ],
)  # fmt: skip
def test_states_that_exclude_each_other(left: Claim, right: Claim, expected: str | None) -> None:
    assert excluding_state(left, right) == excluding_state(right, left) == expected


@pytest.mark.parametrize(
    ("left", "right", "one", "others"),
    [
        ("person:ana country:FR", "person:ana", True, False),
        ("person:ana", "person:ben", False, True),
        ("person:ana person:ben", "person:ben", True, False),
        ("country:FR", "country:FR", False, False),
        ("person:ana", "country:FR", False, False),
        ("", "person:ana", False, False),
        ("person:ana country:FR", "person:ben country:FR", False, True),
    ],
)
def test_names_of_a_kind_in_common(left: str, right: str, *, one: bool, others: bool) -> None:
    pair = told(entities=left), told(entities=right)
    for a, b in (pair, pair[::-1]):
        assert name_one(a, b, ("person:",)) is one
        assert name_others(a, b, ("person:",)) is others


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("agent: the digger", "excavator"), ("agent: the digger = vehicle:jcb", "vehicle:jcb"), ("agent: Moscow = government:RU", "country:RU"),
        ("agent: she", ""), ("agent: she = person:ana", "person:ana"), ("place: there", ""),
    ],
)  # fmt: skip
def test_what_a_part_stands_for(written: str, expected: str) -> None:
    assert meant(slot(written)) == expected


def test_words_of_parts_as_they_are_written() -> None:
    parts = [slot("agent: The mayor's ex-wife"), slot("patient: 12 Boats in 2019")]
    assert words_of(parts) == {"the", "mayor's", "ex-wife", "boats", "in"}
    assert words_of([]) == set()
