"""Two hours, or two days, of what happened once."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from attrs import evolve

from reconcile.compare.occasions import compare_beginnings, compare_occasions
from reconcile.model.comparisons import Member
from reconcile.model.times import TimeValue
from tests.compare.telling import member

CRASH = {"classes": "crash", "predicate": "crash", "words": "plane crash", "slots": ["agent: the plane"]}
NOON = datetime(2024, 5, 4, 12)


def at(value: TimeValue | None, report: str, text: str = "", prep: str | None = None) -> Member:
    told = member({**CRASH, "time": "2024-05-04"}, report)
    assert told.slot is not None
    slot = evolve(told.slot, value=value, prep=prep, text=text or told.slot.text)
    claim = evolve(
        told.claim, slots=(told.claim.slots[0], slot), text=f"The plane crashed at {text}" if text else told.claim.text
    )
    return Member(claim, slot)


def hour(minutes: int = 0, **fields: Any) -> TimeValue:
    start = NOON + timedelta(minutes=minutes)
    value = TimeValue(
        "TIME",
        start.strftime("%Y-%m-%dT%H:%M"),
        start,
        start + timedelta(minutes=1),
        granularity="minute",
        anchored=True,
    )
    return evolve(value, **fields)


def of_day(days: int = 0, granularity: str = "day", **fields: Any) -> TimeValue:
    start = datetime(2024, 5, 4) + timedelta(days)
    value = TimeValue(
        "DATE", start.strftime("%Y-%m-%d"), start, start + timedelta(1), granularity=granularity, anchored=True
    )
    return evolve(value, **fields)


def verdict(left: Member, right: Member) -> str:
    one, other = compare_occasions(left, right), compare_occasions(right, left)
    assert one[:2] == other[:2]
    assert one[0] == "UNCLEAR" or one[1] == 0.85
    return one[0]


@pytest.mark.parametrize(
    ("minutes", "fields", "expected"),
    [
        (0, {}, "SAME"),
        (1, {}, "UNCLEAR"),
        (9, {}, "UNCLEAR"),
        (10, {}, "CONFLICT"),
        (-50, {}, "CONFLICT"),
        (16, {"mod": "APPROX"}, "UNCLEAR"),
        (17, {"mod": "APPROX"}, "CONFLICT"),
        (44, {"mod": "BEFORE"}, "UNCLEAR"),
        (45, {"mod": "BEFORE"}, "CONFLICT"),
        (45, {"mod": "AFTER"}, "CONFLICT"),
        (360, {}, "CONFLICT"),
        (361, {}, "UNCLEAR"),
        (50, {"zone": "Z"}, "UNCLEAR"),
        (50 + 2 * 24 * 60, {}, "UNCLEAR"),
        (50, {"start": None, "end": None}, "CONFLICT"),
    ],
)
def test_hours(minutes: int, fields: dict[str, Any], expected: str) -> None:
    assert verdict(at(hour(), "a"), at(hour(minutes, **fields), "b")) == expected


@pytest.mark.parametrize(
    ("minutes", "expected"), [(4 * 60, "CONFLICT"), (6 * 60, "CONFLICT"), (6 * 60 + 1, "UNCLEAR"), (13 * 60, "UNCLEAR")]
)
def test_hours_on_both_sides_of_midnight(minutes: int, expected: str) -> None:
    """A deal struck late on Tuesday, and early on Wednesday."""
    late = 11 * 60 + 55
    assert verdict(at(hour(late), "a"), at(hour(late + minutes), "b")) == expected


@pytest.mark.parametrize("hedge", ["about", "around", "roughly", "approximately", "nearly", "almost", "some"])
def test_hours_that_are_hedged_beside_the_expression(hedge: str) -> None:
    rough = at(hour(12), "b", text="12:12 p.m.")
    rough = Member(evolve(rough.claim, text=f"The plane crashed at {hedge} 12:12 p.m. on a course"), rough.slot)
    assert verdict(at(hour(), "a"), rough) == "UNCLEAR"
    assert verdict(at(hour(), "a"), at(hour(12), "b", text="12:12 p.m.")) == "CONFLICT"
    assert verdict(at(hour(), "a"), at(hour(12), "b", prep=hedge)) == "UNCLEAR"


@pytest.mark.parametrize(
    ("days", "fields", "expected"),
    [
        (0, {}, "SAME"),
        (1, {}, "CONFLICT"),
        (-2, {}, "CONFLICT"),
        (3, {}, "CONFLICT"),
        (4, {}, "UNCLEAR"),
        (1, {"mod": "APPROX"}, "UNCLEAR"),
        (1, {"anchored": False}, "UNCLEAR"),
        (1, {"granularity": "month"}, "UNCLEAR"),
        (1, {"granularity": "daypart"}, "CONFLICT"),
    ],
)
def test_days(days: int, fields: dict[str, Any], expected: str) -> None:
    assert verdict(at(of_day(), "a"), at(of_day(days, **fields), "b")) == expected


def test_what_is_no_moment() -> None:
    assert verdict(at(hour(), "a"), at(of_day(1), "b")) == "UNCLEAR"
    assert verdict(at(hour(), "a"), at(hour(50), "b", prep="until")) == "UNCLEAR"
    assert verdict(at(hour(), "a"), at(None, "b")) == "UNCLEAR"
    assert verdict(at(hour(), "a"), Member(at(hour(), "b").claim, None)) == "UNCLEAR"


def year(number: int, **fields: Any) -> TimeValue:
    value = TimeValue(
        "DATE", str(number), datetime(number, 1, 1), datetime(number + 1, 1, 1), granularity="year", anchored=True
    )
    return evolve(value, **fields)


def begun(value: TimeValue | None, report: str, thing: str = "the ferry", **fields: Any) -> Member:
    told = at(value, report)
    agent = evolve(told.claim.slots[0], text=thing, head=thing.rsplit(maxsplit=1)[-1])
    return Member(evolve(told.claim, slots=(agent, told.claim.slots[1]), **fields), told.slot)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (begun(year(1994), "a"), begun(year(1986), "b"), ("CONFLICT", 0.85, ["time.relation"])),
        (begun(year(1994), "a"), begun(year(1994), "b"), ("SAME", 0.85, ["time.relation"])),
        (begun(year(1994), "a"), begun(of_day(granularity="day"), "b"), ("CONFLICT", 0.85, ["time.relation"])),
        (begun(year(2024), "a"), begun(of_day(), "b"), ("UNCLEAR", 0.85, ["time.relation"])),
        (begun(year(1994), "a"), begun(hour(), "b"), ("UNCLEAR", 0.5, [])),
        (begun(year(1994), "a"), begun(None, "b"), ("UNCLEAR", 0.5, [])),
        (begun(year(1994), "a"), begun(year(1986, anchored=False), "b"), ("UNCLEAR", 0.5, [])),
        (begun(year(1994, mod="BEFORE"), "a"), begun(year(1986), "b"), ("UNCLEAR", 0.5, ["claim.other-deed", "time.relation"])),
        (begun(year(1994), "a"), begun(year(1986), "b", background=True), ("UNCLEAR", 0.5, ["claim.other-deed", "time.relation"])),
        (begun(year(1994), "a", "the old ferry"), begun(year(1986), "b", "the new ferry"), ("UNCLEAR", 0.5, ["claim.other-deed", "time.relation"])),
        (begun(year(1994), "a", "the old ferry"), begun(year(1986), "b"), ("CONFLICT", 0.85, ["time.relation"])),
    ],
)  # fmt: skip
def test_what_came_to_be(left: Member, right: Member, expected: tuple[str, float, list[str]]) -> None:
    for one, other in ((left, right), (right, left)):
        verdict, score, reasons = compare_beginnings(one, other)
        assert (verdict, score, [r.code for r in reasons]) == expected
