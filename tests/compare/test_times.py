"""When it happened."""

from datetime import datetime

import pytest
from attrs import evolve

from reconcile.compare.times import compare_times
from reconcile.model.comparisons import Member
from reconcile.model.times import TimeValue
from tests.compare.telling import Row, day, member, pair, rows

SANK = {"classes": "sink", "predicate": "sink", "words": "ferry sink", "slots": ["agent: the ferry"]}


@pytest.mark.parametrize("row", rows("times"))
def test_verdicts(row: Row) -> None:
    row = {"both": SANK, **row}
    for left, right in (pair(row), pair(row)[::-1]):
        verdict, score, _ = compare_times(left, right)
        assert verdict == row["expect"]
        assert (0.5 < score <= 1.0) == (verdict not in ("UNCLEAR", "MISSING"))


def at(value: TimeValue, report: str) -> Member:
    told = member({**SANK, "time": "2023-07-25"}, report)
    assert told.slot is not None
    slot = evolve(told.slot, value=value)
    return Member(evolve(told.claim, slots=(told.claim.slots[0], slot)), slot)


def verdict(left: TimeValue, right: TimeValue) -> str:
    found = {compare_times(at(a, "a"), at(b, "b"))[0] for a, b in ((left, right), (right, left))}
    assert len(found) == 1
    return found.pop()


def lasting(timex: str, mod: str = "") -> TimeValue:
    return TimeValue("DURATION", timex, None, None, "hour", mod or None)


def test_times_that_are_not_anchored_are_unclear() -> None:
    assert verdict(day("2023-07-25"), evolve(day("2023-07-26"), anchored=False)) == "UNCLEAR"


def test_a_hedged_day_contradicts_none() -> None:
    assert verdict(day("2023-07-25"), evolve(day("2023-07-26"), mod="APPROX")) == "UNCLEAR"


@pytest.mark.parametrize("granularity", ["decade", "century", "season", ""])
def test_wide_times_contradict_none(granularity: str) -> None:
    assert verdict(day("2023-07-25"), evolve(day("1987-07-26"), granularity=granularity)) == "UNCLEAR"


def test_times_that_overlap_fit_approximately() -> None:
    first = TimeValue("DATE", "X", datetime(2023, 7, 1), datetime(2023, 7, 20), "week", anchored=True)
    second = TimeValue("DATE", "Y", datetime(2023, 7, 10), datetime(2023, 7, 30), "week", anchored=True)
    assert verdict(first, second) == "APPROXIMATE"


def test_about_36_hours_fits_36_hours() -> None:
    assert verdict(lasting("PT36H"), lasting("PT36H", "APPROX")) == "APPROXIMATE"
    assert verdict(lasting("PT36H"), lasting("PT36H")) == "SAME"


def test_the_reason_tells_both_values() -> None:
    (reason,) = compare_times(at(day("2023-07-25"), "a"), at(day("2023-07-26"), "b"))[2]
    assert dict(reason.params) == {"relation": "before", "left": "2023-07-25", "right": "2023-07-26"}


def test_an_age_is_no_time_of_what_happened() -> None:
    left, right = pair({"both": SANK, "left": {"time": "2023-07-25"}, "right": {"time": "2023-07-26"}})
    assert left.slot is not None
    assert compare_times(left, right)[0] == "CONFLICT"
    aged = evolve(left, slot=evolve(left.slot, text="five-year-old"))
    assert compare_times(aged, right)[0] == "MISSING"
