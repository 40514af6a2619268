"""When it happened."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from attrs import evolve

from reconcile.compare import times_doubts
from reconcile.compare.times import (
    _clocks_agree,
    _clocks_differ,
    _is_bare_clock,
    _is_bound,
    _is_guessed_day,
    compare_moments,
    compare_times,
)
from reconcile.model.claims import Claim
from reconcile.model.comparisons import Member
from reconcile.model.times import TimeValue
from tests.compare.telling import Row, day, member, pair, rows

SANK = {"classes": "sink", "predicate": "sink", "words": "ferry sink", "slots": ["agent: the ferry"]}

SCORES = {"SAME": 1.0, "COARSER": 1.0, "CONFLICT": 1.0, "UNCLEAR": 0.5, "MISSING": 0.0}


@pytest.mark.parametrize("row", rows("times"))
def test_verdicts(row: Row) -> None:
    row = {"both": SANK, **row}
    for left, right in (pair(row), pair(row)[::-1]):
        verdict, score, reasons = compare_times(left, right)
        assert verdict == row["expect"]
        assert score == SCORES[verdict]
        assert verdict == "MISSING" or reasons[-1].code == "time.relation"
        assert "doubt" not in row or [r.code for r in reasons[:-1]] == [row["doubt"]]


def at(value: TimeValue, report: str) -> Member:
    told = member({**SANK, "time": "2023-07-25"}, report)
    assert told.slot is not None
    slot = evolve(told.slot, value=value)
    return Member(evolve(told.claim, slots=(told.claim.slots[0], slot)), slot)


def verdict(left: TimeValue, right: TimeValue) -> str:
    return scored(left, right)[0]


def scored(left: TimeValue, right: TimeValue) -> tuple[str, float]:
    found = {compare_times(at(a, "a"), at(b, "b"))[:2] for a, b in ((left, right), (right, left))}
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
    assert scored(first, second) == ("APPROXIMATE", 0.7)


def test_about_36_hours_fits_36_hours() -> None:
    assert scored(lasting("PT36H"), lasting("PT36H", "APPROX")) == ("APPROXIMATE", 0.8)
    assert scored(lasting("PT36H"), lasting("PT36H")) == ("SAME", 1.0)


def test_a_length_on_the_calendar_and_one_off_it_are_unclear() -> None:
    whole_day = evolve(lasting("PT24H"), seconds=86_400.0, start=datetime(2023, 7, 25), end=datetime(2023, 7, 26))
    other = evolve(lasting("PT36H"), seconds=129_600.0)
    assert verdict(evolve(whole_day, anchored=True), other) == "UNCLEAR"


def test_a_clock_of_a_known_zone_and_one_of_none_are_unclear() -> None:
    nine, ten = (
        TimeValue(
            "TIME",
            f"2023-07-25T{h:02}:00",
            datetime(2023, 7, 25, h),
            datetime(2023, 7, 25, h, 1),
            "minute",
            anchored=True,
        )
        for h in (9, 10)
    )
    assert verdict(nine, ten) == "CONFLICT"
    assert verdict(nine, evolve(ten, zone=60)) == "UNCLEAR"


def test_an_open_end_lies_any_number_of_days_away() -> None:
    """Half of the words in common are enough for days near each other, not for what has no end."""
    half = {**SANK, "words": "ferry sink lake storm"}, {**SANK, "words": "ferry sink port bell"}
    left, right = (member({**told, "time": "2023-07-25"}, r) for told, r in zip(half, "ab", strict=True))
    for start, end in ((None, datetime(2023, 7, 24)), (datetime(2023, 7, 27), None)):
        open_ended = TimeValue("DATE", "X", start, end, "day", anchored=True)
        assert left.slot is not None
        other = evolve(left, slot=evolve(left.slot, value=open_ended))
        for pair_of in ((other, right), (right, other)):
            found = compare_times(*pair_of)
            assert (found[0], found[2][0].code) == ("UNCLEAR", "claim.other-deed")


@pytest.mark.parametrize(
    "prep",
    ["since", "until", "till", "by", "before", "after", "from", "to", "through", "for", "over", "than"],
)
def test_a_bound_is_no_point(prep: str) -> None:
    row = {"both": SANK, "left": {"time": "2023-07-25", "prep": prep}, "right": {"time": "2023-07-26"}}
    for left, right in (pair(row), pair(row)[::-1]):
        assert compare_times(left, right)[0] == "UNCLEAR"


@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [("T09:55", "T10:05", True), ("T09:58", "T10:02", False), ("T09:55", "T10:04", False), ("T09:30", "2023", False)],
)
def test_clocks_ten_minutes_apart(left: str, right: str, differ: bool) -> None:
    a, b = (TimeValue("TIME", t, None, None, "") for t in (left, right))
    assert _clocks_differ(a, b) is _clocks_differ(b, a) is differ
    assert _clocks_differ(a, evolve(b, zone=60)) is False


def test_the_reason_tells_both_values() -> None:
    (reason,) = compare_times(at(day("2023-07-25"), "a"), at(day("2023-07-26"), "b"))[2]
    assert dict(reason.params) == {"relation": "before", "left": "2023-07-25", "right": "2023-07-26"}


def test_an_age_is_no_time_of_what_happened() -> None:
    left, right = pair({"both": SANK, "left": {"time": "2023-07-25"}, "right": {"time": "2023-07-26"}})
    assert left.slot is not None
    assert compare_times(left, right)[0] == "CONFLICT"
    aged = evolve(left, slot=evolve(left.slot, text="five-year-old"))
    assert compare_times(aged, right)[0] == "MISSING"


def test_the_year_of_an_edition_is_no_time_of_what_happened() -> None:
    year, day_of = day("2023-07-25"), day("2024-07-26")
    edition = evolve(year, granularity="year")
    for told, prep, expected in (
        ("2023", None, "UNCLEAR"),
        ("2023", "in", "CONFLICT"),
        ("that year", None, "CONFLICT"),
    ):
        first, second = at(edition, "a"), at(day_of, "b")
        assert first.slot is not None
        named = evolve(first, slot=evolve(first.slot, text=told, prep=prep))
        for pair_of in ((named, second), (second, named)):
            verdict_of, _, reasons = compare_times(*pair_of)
            assert verdict_of == expected
            assert [r.code for r in reasons[:-1]] == (["claim.other-deed"] if expected == "UNCLEAR" else [])
    assert verdict(evolve(year, granularity="day"), day_of) == "CONFLICT"


def clock(told: str, timex: str = "2023-07-25T10:31", report: str = "a", zone: int | None = None) -> Member:
    """The ferry sank at a time of day that is told in these words."""
    start = datetime.fromisoformat(timex)
    value = TimeValue("TIME", timex, start, start + timedelta(minutes=1), "minute", anchored=True, zone=zone)
    found = at(value, report)
    assert found.slot is not None
    slot = evolve(found.slot, text=told)
    return Member(evolve(found.claim, slots=(found.claim.slots[0], slot)), slot)


@pytest.mark.parametrize(
    ("told", "other", "expected"),
    [
        ("10:31", "10:31 on Wednesday", True),
        ("At 10:31 am", "10:31 on Wednesday", True),
        ("shortly before 10.31 a.m. local time", "10:31 on Wednesday", True),
        ("10:31", "10:31", True),
        ("10:31 on Tuesday", "10:31 on Wednesday", False),
        ("Tuesday 10:31", "10:31 on Wednesday", False),
    ],
)
def test_one_time_of_day_whose_day_one_does_not_tell(told: str, other: str, expected: bool) -> None:
    left, right = clock(told), clock(other, "2023-07-26T10:31", "b")
    for one, two in ((left, right), (right, left)):
        assert bare(one, two) is expected
        assert compare_times(one, two)[0] == ("SAME" if expected else "CONFLICT")


def bare(left: Member, right: Member) -> bool:
    assert left.slot is not None
    assert right.slot is not None
    a, b = left.slot.value, right.slot.value
    assert isinstance(a, TimeValue)
    assert isinstance(b, TimeValue)
    return _is_bare_clock(left, a, right, b)


def test_two_times_of_day_and_two_zones_are_not_one() -> None:
    told = clock("10:31")
    for other in (clock("10:32", "2023-07-26T10:32", "b"), clock("10:31", "2023-07-26T10:31", "b", zone=60)):
        assert bare(told, other) is bare(other, told) is False
    without = at(day("2023-07-26"), "b")
    assert bare(told, without) is bare(without, told) is False


def test_a_day_of_no_slot_is_not_bare() -> None:
    a = day("T10:31")
    left, right = (Member(clock("10:31 on Tuesday", report=r).claim, None) for r in "ab")
    assert _is_bare_clock(left, a, right, a) is False


def test_one_time_of_day_is_one_moment() -> None:
    left, right = clock("10:31 on Tuesday"), clock("10:31 on Wednesday", "2023-07-26T10:31", "b")
    for one, two in ((left, right), (right, left)):
        verdict, score, (reason,) = compare_moments(one, two)
        assert (verdict, score, reason.code, dict(reason.params)) == (
            "SAME",
            1.0,
            "time.same-moment",
            {"moment": "10:31"},
        )


def test_two_moments_and_none_say_nothing() -> None:
    told, later = clock("10:31"), clock("10:32", "2023-07-25T10:32", "b")
    vague, nothing = at(day("2023-07-26"), "b"), Member(told.claim, None)
    for other in (later, vague, nothing):
        assert compare_moments(told, other) == compare_moments(other, told) == ("UNCLEAR", 0.5, ())
    assert compare_moments(vague, vague) == compare_moments(nothing, nothing) == ("UNCLEAR", 0.5, ())


@pytest.mark.parametrize("granularity", ["half", "quarter"])
def test_a_period_of_a_firm_is_none_of_the_calendar(granularity: str) -> None:
    spring, autumn = (
        TimeValue("DATE", "X", datetime(2023, first, 1), datetime(2023, first + 2, 28), granularity, anchored=True)
        for first in (4, 9)
    )
    for one, two in ((at(spring, "a"), at(day("2023-07-26"), "b")), (at(day("2023-07-26"), "a"), at(spring, "b"))):
        found, _, reasons = compare_times(one, two)
        assert (found, reasons[0].code) == ("UNCLEAR", "claim.other-deed")
    assert verdict(spring, autumn) == "CONFLICT"


def test_an_open_stretch_before_an_hour_is_a_bound() -> None:
    later = TimeValue("TIME", "X", datetime(2023, 7, 25, 14), datetime(2023, 7, 25, 15), "hour", anchored=True)
    ends = (datetime(2023, 7, 25, 11), datetime(2023, 7, 25, 12))
    for start, end, expected in ((*ends, "CONFLICT"), (None, ends[1], "UNCLEAR")):
        before = TimeValue("TIME", "Y", start, end, "minute", "BEFORE", anchored=True)
        assert verdict(before, later) == expected
    after = TimeValue("TIME", "Y", datetime(2023, 7, 25, 16), None, "minute", "AFTER", anchored=True)
    assert verdict(after, later) == "UNCLEAR"


def test_a_bound_is_one_whatever_is_told() -> None:
    words = member({"slots": ["time: Easter @ since"], "about": "time"}, "a")
    assert _is_bound(words) is True
    assert _is_bound(member({"slots": ["time: Easter @ at"], "about": "time"}, "a")) is False
    assert _is_bound(Member(words.claim, None)) is False


def test_an_open_beginning_lies_any_number_of_days_away() -> None:
    day_of = at(day("2023-07-25"), "b")
    for start, prep, expected in (
        (None, "since", "UNCLEAR"),
        (datetime(2023, 7, 20), "since", "COARSER"),
        (None, "in", "COARSER"),
    ):
        open_ended = at(TimeValue("DATE", "X", start, datetime(2023, 9, 1), "month", anchored=True), "a")
        assert open_ended.slot is not None
        since = evolve(open_ended, slot=evolve(open_ended.slot, prep=prep))
        for pair_of in ((since, day_of), (day_of, since)):
            assert compare_times(*pair_of)[0] == expected


def minutes(after: int, **fields: Any) -> TimeValue:
    start = datetime(2023, 7, 25, 10) + timedelta(minutes=after)
    found = TimeValue("TIME", start.isoformat(), start, start + timedelta(minutes=1), "minute", anchored=True)
    return evolve(found, **fields)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(minutes(9), True, id="minutes apart"),
        pytest.param(minutes(10), True, id="just less than what both leave open"),
        pytest.param(minutes(11), False, id="as many as both leave open"),
        pytest.param(minutes(9, zone=60), False, id="of another zone"),
        pytest.param(minutes(9, granularity="day"), False, id="a day"),
        pytest.param(minutes(9, anchored=False), False, id="of no day"),
        pytest.param(minutes(9, start=None), False, id="no beginning"),
        pytest.param(minutes(9, end=None), False, id="no end"),
    ],
)
def test_times_of_day_that_leave_room_for_each_other(other: TimeValue, *, expected: bool) -> None:
    ten = minutes(0)
    assert _clocks_agree(at(ten, "a"), ten, at(other, "b"), other) is expected
    assert _clocks_agree(at(other, "a"), other, at(ten, "b"), ten) is expected


@pytest.mark.parametrize(
    ("told", "granularity", "other", "expected"),
    [
        ("8 p.m.", "hour", day("2023-07-26"), True),
        ("8 p.m. on Tuesday", "hour", day("2023-07-26"), False),
        ("8 p.m.", "hour", minutes(0), False),
        ("the night", "daypart", day("2023-07-26"), True),
        ("evening", "daypart", day("2023-07-26"), True),
        ("Tuesday night", "daypart", day("2023-07-26"), False),
        ("Tuesday", "day", day("2023-07-26"), False),
    ],
)
def test_the_day_of_a_bare_time_of_day_is_guessed(
    told: str, granularity: str, other: TimeValue, *, expected: bool
) -> None:
    start = datetime(2023, 7, 25, 20)
    timex = "2023-07-25T20:00" if granularity == "hour" else "2023-07-25"
    clocked = at(TimeValue("TIME", timex, start, start + timedelta(hours=1), granularity, anchored=True), "a")
    assert clocked.slot is not None
    slot = evolve(clocked.slot, text=told)
    assert _is_guessed_day(evolve(clocked, slot=slot), other) is expected
    assert _is_guessed_day(evolve(clocked, slot=None), other) is False


def test_what_lasts_overnight_ends_in_the_morning() -> None:
    night = {"slots": ["time: overnight"], "about": "time"}
    assert _is_bound(member({**night, "classes": "suspend"}, "a")) is True
    assert _is_bound(member({**night, "classes": "crash"}, "a")) is False
    assert _is_bound(member({**night, "slots": ["time: Easter"], "classes": "suspend"}, "a")) is False


def of_one_verb(judge: Callable[[Claim, Claim], bool], left: list[str], right: list[str]) -> bool:
    """What is judged of two claims of one verb with these parts, the same in either order; of two verbs it never holds."""
    one, other = (member({"predicate": "give", "slots": slots}, r).claim for r, slots in (("a", left), ("b", right)))
    assert judge(one, other) is judge(other, one)
    assert judge(one, evolve(other, predicate="take")) is False
    return judge(one, other)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(["agent: Ana = person:ana", "patient: a sample"], ["agent: Ruiz = person:ana", "patient: the sample"], True, id="one doer and one thing"),
        pytest.param(["agent: Ana = person:ana", "patient: a sample"], ["agent: Ruiz = person:ana", "patient: the key"], False, id="two things"),
        pytest.param(["agent: Ana = person:ana", "patient: a sample"], ["agent: Ben = person:ben", "patient: the sample"], False, id="two doers"),
        pytest.param(["agent: the nurse", "patient: a sample"], ["agent: the nurse", "patient: the sample"], False, id="a doer without a name"),
        pytest.param(["patient: Ana = person:ana"], ["patient: Ana = person:ana"], False, id="no doer"),
    ],
)  # fmt: skip
def test_one_doer_and_one_thing(left: list[str], right: list[str], *, expected: bool) -> None:
    assert of_one_verb(times_doubts._share_both_parts, left, right) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(["complement: a judge"], ["complement: the judge"], True, id="one post"),
        pytest.param(["complement: a judge"], ["complement: a dean"], False, id="two posts"),
        pytest.param(["complement: a judge"], [], True, id="only one is told"),
        pytest.param(["goal: the court"], ["goal: the college"], False, id="two places"),
        pytest.param(["oblique: a judge @ as"], ["oblique: a dean @ as"], False, id="as two things"),
        pytest.param(["oblique: the court @ to"], ["oblique: the college @ to"], False, id="to two things"),
        pytest.param(["oblique: theft @ of"], ["oblique: fraud @ of"], False, id="of two things"),
        pytest.param(["oblique: theft @ from"], ["oblique: fraud @ with"], False, id="from one and with another"),
        pytest.param(["oblique: rain @ in"], ["oblique: sun @ in"], True, id="beside the deed"),
    ],
)  # fmt: skip
def test_as_what_it_befell_them(left: list[str], right: list[str], *, expected: bool) -> None:
    assert of_one_verb(times_doubts._befell_alike, left, right) is expected
