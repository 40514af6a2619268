"""Whether two claims tell of one deed, and what they have in common."""

from collections.abc import Callable

import pytest
from attrs import evolve

from reconcile.compare.deeds import (
    _same_participant,
    denies,
    do_other_things,
    happened_once,
    is_another_time,
    is_fluctuating,
    is_other_verb,
    is_same_deed,
    lacks_object,
    names_other_parts,
    other_mood,
    own_overlap,
    shared_heads,
)
from reconcile.model.claims import Claim
from tests.compare.telling import Row, claim, pair, rows, slot


@pytest.mark.parametrize("row", rows("deeds", "deed"))
def test_same_deed(row: Row) -> None:
    left, right = (m.claim for m in pair(row))
    assert is_same_deed(left, right, row.get("least", 0.5)) is row["expect"]
    assert is_same_deed(right, left, row.get("least", 0.5)) is row["expect"]


@pytest.mark.parametrize("row", rows("deeds", "heads"))
def test_shared_heads(row: Row) -> None:
    left, right = (m.claim for m in pair(row))
    assert " ".join(sorted(shared_heads(left, right))) == row["expect"]


@pytest.mark.parametrize("row", rows("deeds", "overlap"))
def test_overlap(row: Row) -> None:
    left, right = (m.claim for m in pair(row))
    assert own_overlap(left, right) == own_overlap(right, left) == pytest.approx(row["expect"], abs=0.001)


@pytest.mark.parametrize("row", rows("deeds", "mood"))
def test_moods(row: Row) -> None:
    left, right = (m.claim for m in pair(row))
    assert other_mood(left, right) is other_mood(right, left) is row["expect"]


@pytest.mark.parametrize("row", rows("deeds", "fluctuating"))
def test_fluctuating(row: Row) -> None:
    """The left claim is of what changes by the hour, the right one is not."""
    left, right = (m.claim for m in pair(row))
    assert (is_fluctuating(left), is_fluctuating(right)) == (True, False)


@pytest.mark.parametrize(
    ("section", "holds"),
    [
        ("participant", _same_participant),
        ("parts", names_other_parts),
        ("verbs", is_other_verb),
        ("once", happened_once),
        ("another", is_another_time),
    ],
)
def test_rows_of_yes_and_no(section: str, holds: Callable[[Claim, Claim], bool]) -> None:
    for parameters in rows("deeds", section):
        row = parameters.values[0]
        left, right = (m.claim for m in pair(row))
        assert holds(left, right) is row["expect"], row["label"]
        assert holds(right, left) is row["expect"], row["label"]


@pytest.mark.parametrize("row", rows("deeds", "object"))
def test_done_to_something_else(row: Row) -> None:
    left, right = (m.claim for m in pair(row))
    assert lacks_object(left, right) is row["expect"]


@pytest.mark.parametrize("part", ["agent", "patient", "oblique", "complement", "goal", "origin", "place", "modifier"])
def test_each_part_may_be_shared(part: str) -> None:
    left, right = (
        claim({"report": r, "slots": [f"{part}: {words}"]}) for r, words in (("a", "a ferry"), ("b", "the ferry"))
    )
    assert shared_heads(left, right) == {"ferry"}


@pytest.mark.parametrize("granularity", ["minute", "hour", "daypart", "day", "week", "month", "year"])
def test_a_date_may_be_shared(granularity: str) -> None:
    left, right = (
        claim({"report": r, "time": "2023-07-25", "time_is": {"granularity": granularity}}) for r in ("a", "b")
    )
    assert shared_heads(left, right) == {"2023-07-25"}


@pytest.mark.parametrize("word", ["also", "again", "previously", "earlier", "once"])
def test_words_for_another_time(word: str) -> None:
    told, other = claim({"report": "a", "text": "the ferry sank"}), claim({"report": "b", "text": f"It {word} sank"})
    assert is_another_time(told, other) is is_another_time(other, told) is True


def test_a_part_without_words_is_not_shared() -> None:
    empty = evolve(slot("agent: the ferry"), head="")
    left, right = (evolve(claim({"report": r}), slots=(empty,)) for r in ("a", "b"))
    assert shared_heads(left, right) == frozenset()


@pytest.mark.parametrize("row", rows("deeds", "things"))
def test_one_doer_of_two_deeds(row: Row) -> None:
    left, right = (m.claim for m in pair(row))
    assert do_other_things(left, right) is do_other_things(right, left) is row["expect"]


def test_who_denies() -> None:
    told = {"report": "a", "words": "he deny theft"}
    assert denies(claim({**told, "classes": "deny reject"})) is True
    assert denies(claim({**told, "classes": "reject deny"})) is False
    assert denies(claim(told)) is False
