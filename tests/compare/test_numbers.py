"""Two numbers of one fact: the verdict, and the doubts that undo a contradiction."""

import pytest

from reconcile.compare import numbers
from reconcile.compare.numbers import compare_numbers, has_one_holder
from reconcile.model.comparisons import Member
from reconcile.model.quantities import QuantityValue
from tests.compare.telling import Row, pair, rows

# The doubts, each by itself: of a pair of members, and of members with their numbers.
PAIRS = {
    "same event": numbers._is_same_event,
    "elsewhere": numbers._is_elsewhere,
    "surely one": numbers._is_surely_one,
    "share a name": numbers._share_name,
}
VALUED = {
    "of one thing": numbers._is_of_one_thing,
    "other stretch": numbers._is_other_stretch,
    "other make": numbers._is_other_make,
    "other dimension": numbers._is_other_dimension,
    "fluctuates": numbers._fluctuates,
    "no holder": numbers._lacks_holder,
    "of the past": numbers._is_of_the_past,
    "other subject": numbers._is_other_subject,
    "of another day": numbers._is_of_other_day,
}


@pytest.mark.parametrize("row", rows("numbers"))
def test_verdicts(row: Row) -> None:
    for left, right in (pair(row), pair(row)[::-1]):
        verdict, score, reasons = compare_numbers(left, right)
        assert [verdict, *(r.code for r in reasons[-1:])] == row["expect"]
        assert 0.0 <= score <= 1.0
        assert (score > 0.5) <= (verdict not in ("UNCLEAR", "MISSING"))


@pytest.mark.parametrize("row", rows("numbers", "holder"))
def test_what_a_thing_has_one_of(row: Row) -> None:
    left, right = pair(row)
    assert has_one_holder(left, right) is row["expect"]
    assert has_one_holder(right, left) is row["expect"]


@pytest.mark.parametrize("row", rows("doubts"))
def test_each_doubt_by_itself(row: Row) -> None:
    for left, right in (pair(row), pair(row)[::-1]):
        assert doubted(row["doubt"], left, right) is row["expect"]


def doubted(doubt: str, left: Member, right: Member) -> bool:
    if doubt in PAIRS:
        return PAIRS[doubt](left, right)
    a, b = numbers._number(left), numbers._number(right)
    assert a is not None
    assert b is not None
    return VALUED[doubt](left, a, right, b)


@pytest.mark.parametrize(
    ("left", "right", "near"),
    [
        (QuantityValue(30.0, 30.0, "centimetre"), QuantityValue(0.4, 0.4, "metre"), True),
        (QuantityValue(30.0, 30.0, "centimetre"), QuantityValue(40.0, 40.0, "metre"), False),
        (QuantityValue(10.0, 10.0, "metre"), QuantityValue(40.0, 40.0, "metre"), True),
        (QuantityValue(10.0, 10.0, "metre"), QuantityValue(45.0, 45.0, "metre"), False),
        (QuantityValue(None, 30.0, "metre"), QuantityValue(4.0, 4.0, "metre"), False),
        (QuantityValue(0.0, 0.0, "metre"), QuantityValue(40.0, 40.0, "metre"), True),
        (QuantityValue(10.0, 10.0), QuantityValue(45.0, 45.0), False),
        (QuantityValue(10.0, 10.0, "hour"), QuantityValue(45.0, 45.0, "metre"), True),
    ],
)
def test_two_numbers_of_one_order(left: QuantityValue, right: QuantityValue, near: bool) -> None:
    assert numbers._is_near(left, right) is near
    assert numbers._is_near(right, left) is near


@pytest.mark.parametrize(
    "lot", ["dead", "injured", "casualties", "missing", "hospitalized", "trapped", "aboard", "survived", "affected"]
)
def test_a_toll_grows_from_day_to_day(lot: str) -> None:
    value = {"low": 3.0, "high": 3.0, "population": f"people_{lot}"}
    row = {
        "doubt": "of another day",
        "left": {"value": value, "occasion": "2023-07-25"},
        "right": {"value": value, "occasion": "2023-07-27"},
    }
    assert doubted("of another day", *pair(row)) is False
