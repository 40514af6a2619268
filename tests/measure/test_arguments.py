"""What the arguments of two claims have in common."""

import pytest
from attrs import evolve

from reconcile.measure.arguments import Heads, heads
from tests.compare.telling import slot


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
