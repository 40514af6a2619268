"""Whether two claims say that the same happened."""

from collections.abc import Callable

import pytest
from attrs import evolve

from reconcile.compare import happenings
from reconcile.compare.deeds import shared_heads
from reconcile.compare.happenings import _is_one_deed, compare_happenings
from reconcile.model.claims import Claim
from tests.compare.telling import Row, day, member, pair, rows


@pytest.mark.parametrize("row", rows("happenings"))
def test_verdicts(row: Row) -> None:
    for left, right in (pair(row), pair(row)[::-1]):
        verdict, score, reasons = compare_happenings(left, right)
        assert [verdict, *(r.code for r in reasons)][: len(row["expect"])] == row["expect"]
        assert score == (1.0 if verdict == "SAME" else 0.5)


@pytest.mark.parametrize("row", rows("happenings", "deed"))
def test_enough_in_common(row: Row) -> None:
    left, right = (m.claim for m in pair(row))
    shared = shared_heads(left, right)
    assert _is_one_deed(left, right, shared) is _is_one_deed(right, left, shared) is row["expect"]


@pytest.mark.parametrize(
    ("section", "told"),
    [
        ("apart", happenings._are_dated_apart),
        ("idle", happenings._are_idle),
        ("plainly", lambda a, b: happenings._is_plainly_one(a, b, shared_heads(a, b))),
        ("common", lambda a, b: happenings._common(a, b, shared_heads(a, b))),
    ],
)
def test_what_counts_for_it(section: str, told: Callable[[Claim, Claim], bool | int]) -> None:
    for parameters in rows("happenings", section):
        row = parameters.values[0]
        left, right = (m.claim for m in pair(row))
        assert told(left, right) == told(right, left) == row["expect"], row["label"]


@pytest.mark.parametrize("row", rows("happenings", "argument"))
def test_a_noun_among_the_arguments(row: Row) -> None:
    named, told = (m.claim for m in pair(row))
    assert happenings._is_argument(named, told) is row["expect"]
    assert happenings._is_argument(told, named) is False


@pytest.mark.parametrize("row", rows("happenings", "done"))
def test_what_is_done_to_somebody(row: Row) -> None:
    assert happenings._is_done_to_someone(member(row["left"], "a").claim) is row["expect"]


def test_an_open_end_is_not_weeks_away() -> None:
    """Nobody knows how far it is."""
    first, open_ended = day("2023-07-01"), evolve(day("2023-09-01"), end=None)
    assert happenings._lie_apart(first, open_ended) is happenings._lie_apart(open_ended, first) is False
    assert happenings._lie_apart(first, day("2023-09-01")) is True


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param({"classes": "sink"}, {"classes": "sink"}, True, id="one class"),
        pytest.param({"words": "captain", "slots": ["agent: the captain"]}, {"words": "captain", "slots": ["agent: the captain"]}, False, id="only the captain"),
        pytest.param({"slots": ["agent: Captain Arce,"]}, {"slots": ["patient: captain Arce"]}, False, id="only his name and his office"),
        pytest.param({"words": "captain", "slots": ["patient: the captain"]}, {"words": "captain", "slots": ["patient: the captain"]}, False, id="only whom it befell"),
        pytest.param({"slots": ["place: the captain"]}, {"slots": ["agent: a sailor"]}, True, id="a word of neither's doer"),
        pytest.param({"words": "captain hospital bed"}, {"words": "captain die hospital", "slots": ["agent: the captain"]}, True, id="a hospital, too"),
    ],
)  # fmt: skip
def test_more_than_names_in_common(left: Row, right: Row, *, expected: bool) -> None:
    both = {"words": "captain arce"} if "words" not in left else {}
    one, other = (m.claim for m in pair({"both": both, "left": left, "right": right}))
    shares = happenings._share_more_than_names
    assert shares(one, other) is shares(other, one) is expected
