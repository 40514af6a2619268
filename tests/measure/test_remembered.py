"""What is kept from one call to the next."""

from reconcile.measure.remembered import for_all, for_one, remembered, remembering


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


def test_what_is_kept_lives_on() -> None:
    """Another thing can never come to stand at the place of one that is known."""
    with remembering({}) as used:
        numbers = {for_one("number", Thing(), id) for _ in range(50)}
    assert len(numbers) == len(used) == 50
