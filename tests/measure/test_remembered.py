"""What is kept from one call to the next."""

import pytest

from reconcile.measure.remembered import Key, for_all, for_one, recalled, recalled_whole, remembered, remembering


class Thing:
    """Something that is told apart by identity."""


def test_nothing_is_kept_where_nobody_asks() -> None:
    told: list[Thing] = []
    one = Thing()
    assert remembered() is None
    for _ in range(2):
        for_one("told", one, told.append)
    assert told == [one, one]


def test_what_one_call_used_is_there_for_the_next_alone() -> None:
    told: list[tuple[Thing, ...]] = []
    one, other = Thing(), Thing()
    with remembering({}) as first:
        for_all("told", (one, other), told.append)
        for_one("told", other, lambda t: told.append((t,)))
        for_all("told", (one, other), told.append)
    assert told == [(one, other), (other,)]
    with remembering(first) as second:
        for_all("told", (one, other), told.append)
        for_all("asked", (one, other), told.append)
        for_all("told", (other, one), told.append)
    assert told[2:] == [(one, other), (other, one)]
    with remembering(second):
        for_one("told", other, lambda t: told.append((t,)))
    assert told[4:] == [(other,)]
    assert remembered() is None


def test_what_it_depends_on_besides_is_a_part_of_the_key() -> None:
    told: list[str] = []
    one, other = Thing(), Thing()

    def tell(thing: Thing) -> str:
        told.append("one" if thing is one else "other")
        return told[-1]

    with remembering({}):
        for month in ("May", "June", "May"):
            assert for_one("told", one, tell, month, 1) == "one"
            assert for_one("told", other, tell, month, 1) == "other"
        assert for_one("told", one, tell, "May", 2) == "one"
        assert for_one("asked", one, tell, "May", 1) == "one"
        assert for_one("told", one, tell) == "one"
    assert told == ["one", "other"] * 2 + ["one"] * 3


def test_several_things_with_what_they_depend_on() -> None:
    things = (Thing(), Thing())
    with remembering({}):
        assert [for_all("told", things, len, given) for given in ("May", "June", "May")] == [2, 2, 2]
        asked: list[int] = []
        for given in ("May", "June"):
            for_all("told", things, lambda found: asked.append(len(found)), given)
    assert asked == []


def test_nothing_worked_out_is_kept_too() -> None:
    asked: list[int] = []

    def nothing(number: int) -> None:
        asked.append(number)

    with remembering({}):
        now = remembered()
        assert now is not None
        for _ in range(2):
            assert now.of(("nothing",), nothing, 1) is None
    assert asked == [1]


def test_what_is_recalled_by_its_key() -> None:
    asked: list[int] = []

    def twice(number: int, *, more: int = 0) -> int:
        asked.append(number)
        return 2 * number + more

    assert [recalled(("twice", 1), twice, 1, more=3) for _ in range(2)] == [5, 5]
    assert asked == [1, 1]
    with remembering({}) as used:
        assert [recalled(("twice", 2), twice, 2, more=3) for _ in range(2)] == [7, 7]
    assert asked == [1, 1, 2]
    with remembering(used):
        assert recalled(("twice", 2), twice, 2, more=3) == 7
    assert asked == [1, 1, 2]


def test_what_is_kept_lives_on() -> None:
    """Another thing can never come to stand at the place of one that is known."""
    with remembering({}) as used:
        numbers = {for_one("number", Thing(), id) for _ in range(50)}
    assert len(numbers) == len(used) == 50


def test_what_was_asked_for_within_is_kept_with_the_whole() -> None:
    told: list[str] = []

    def part(name: str) -> str:
        told.append(name)
        return name

    def whole(names: str) -> str:
        return "".join(recalled((name,), part, name) for name in names)

    with remembering({}) as first:
        assert recalled_whole(("whole", "ab"), whole, "ab") == "ab"
    with remembering(first) as second:
        assert recalled_whole(("whole", "ab"), whole, "ab") == "ab"  # not a part of it is asked for
    with remembering(second) as third:
        assert recalled_whole(("whole", "abc"), whole, "abc") == "abc"
        assert recalled_whole(("whole", "abc"), whole, "abc") == "abc"
    assert told == ["a", "b", "c"]
    assert set(third) == {("a",), ("b",), ("c",), ("whole", "abc")}
    assert recalled_whole(("whole", "a"), whole, "a") == "a"
    assert told[3:] == ["a"]


def test_a_whole_that_fails_leaves_all_as_it_was() -> None:
    def failing() -> str:
        recalled(("inside",), str)
        raise ValueError("it failed")

    with remembering({}) as used:
        recalled(("before",), str)
        with pytest.raises(ValueError, match="it failed"):
            recalled_whole(("whole",), failing)
        recalled(("after",), str)
    assert set(used) == {("before",), ("after",)}


def test_several_things_can_be_kept_whole() -> None:
    told: list[Thing] = []
    one, other = Thing(), Thing()

    def tell(thing: Thing) -> int:
        told.append(thing)
        return 1

    def count(things: tuple[Thing, ...]) -> int:
        return sum(for_one("each", thing, tell) for thing in things)

    for whole, asked in ((False, 4), (True, 2)):
        told.clear()
        used: dict[Key, object] = {}
        for _ in range(2):
            with remembering(used) as used:
                assert for_all("pair", (one, other), count, whole=whole) == 2
        with remembering(used):
            assert for_all("three", (one, other), count, "anew", whole=whole) == 2
        assert len(told) == asked
