"""Two numbers of one fact: the verdict, and the doubts that undo a contradiction."""

import pytest
from attrs import evolve

from reconcile.compare import (
    numbers_counts,
    numbers_doubts,
    numbers_moments,
    numbers_parts,
    numbers_things,
    numbers_told,
)
from reconcile.compare.numbers import _doubt, compare_numbers, has_one_holder
from reconcile.compare.numbers_things import number_of
from reconcile.lexicon.load import table
from reconcile.measure.humans import is_human
from reconcile.measure.kin import kin
from reconcile.measure.lone import Inventory, Unit
from reconcile.model.comparisons import Member
from reconcile.model.quantities import QuantityValue
from tests.compare.telling import Row, claim, member, pair, rows

# The doubts, each by itself: of a pair of members, and of members with their numbers.
PAIRS = {
    "same event": numbers_things.is_same_event,
    "elsewhere": numbers_doubts._is_elsewhere,
    "surely one": numbers_doubts._is_surely_one,
    "lasted alike": numbers_doubts._last_alike,
    "share a name": numbers_things.share_name,
    "share a noun": numbers_things.share_noun,
    "share a specific name": numbers_things.share_specific_name,
}
VALUED = {
    "of one thing": numbers_things.is_of_one_thing,
    "other stretch": numbers_doubts._is_other_stretch,
    "other make": numbers_counts.is_other_make,
    "of races": numbers_doubts._is_of_races,
    "of one sort": numbers_parts.is_of_one_sort,
    "of capacity": numbers_doubts._is_of_capacity,
    "of other sex": numbers_doubts._is_of_other_sex,
    "other dimension": numbers_doubts._is_other_dimension,
    "fluctuates": numbers_moments.fluctuates,
    "no holder": numbers_doubts._lacks_holder,
    "of the past": numbers_moments.is_of_the_past,
    "other subject": numbers_doubts._is_other_subject,
    "of another day": numbers_moments.is_of_other_day,
    "a part": numbers_parts.is_part,
    "of those who speak": numbers_parts.is_of_those_who_speak,
    "only planned": numbers_moments.is_only_planned,
    "a running total": numbers_moments.is_running_total,
    "of a former version": numbers_moments.is_of_former_version,
    "another count": numbers_counts.is_other_count,
    "of the other side": numbers_counts.is_of_other_side,
    "of one place": numbers_parts.is_of_one_place,
    "far from it": numbers_counts.is_far_from_it,
    "of another season": numbers_moments.is_of_other_season,
    "of a requirement": numbers_parts.is_of_requirement,
    "of another contest": numbers_parts.is_of_other_contest,
    "few among all": numbers_parts.is_few_among_all,
    "fewer bodies": numbers_parts.are_fewer_bodies,
    "of another owner": numbers_doubts._is_of_other_owner,
    "of other weather": numbers_doubts._is_of_other_weather,
    "of another person": numbers_doubts._is_of_other_person,
    "of another month": numbers_doubts._is_of_other_month,
    "of a limit": numbers_doubts._is_of_a_limit,
    "of a told deed": numbers_things.is_of_told_deed,
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
    a, b = numbers_things.number_of(left), numbers_things.number_of(right)
    assert a is not None
    assert b is not None
    return VALUED[doubt](left, a, right, b)


@pytest.mark.parametrize("row", rows("numbers", "tells"))
def test_a_report_that_tells_both_numbers(row: Row) -> None:
    """``told`` is what the report tells; ``own`` and ``other`` are the numbers that exclude each other."""
    figures = numbers_told.figures_of(claim({"report": "a", "kind": "quantity", **told}) for told in row["told"])
    left, right = member(row["own"], row.get("report", "a")), member(row["other"], "b")
    other = numbers_things.number_of(right)
    assert other is not None
    assert numbers_told.tells_too(left, other, figures) is row["expect"]
    found = [compare_numbers(*m, figures) for m in ((left, right), (right, left))]
    verdicts = {f[:2] for f in found}
    assert row["expect"] is False or {told for told, _ in verdicts} == {"UNCLEAR"}
    assert {r.code for *_, reasons in found for r in reasons} <= table("reasons").keys()
    assert all(score <= 0.5 for told, score in verdicts if told == "UNCLEAR")


def test_a_part_needs_a_number_of_its_own() -> None:
    nothing = member({"slots": ["quantity: dozens"], "about": "quantity"}, "a")
    figures: dict[numbers_told.Figure, frozenset[str]] = {
        ("count", None, 8.0): frozenset({"boat"}),
        ("count", None, 0.0): frozenset({""}),
    }
    assert numbers_told._tells_in_parts(nothing, 12.0, figures) is False


def test_the_figures_of_a_report_are_exact_and_told_as_right() -> None:
    told: list[Row] = [
        {"number": "Twelve boats sank."},
        {"number": "12 swans came."},
        {"number": "The well was 12 metres deep."},
        {"number": "More than 30 boats sailed."},
        {"number": "At most 40 boats sailed."},
        {"number": "Some 50 to 60 boats sailed."},
        {"number": "Seventy boats sank.", "superseded": True},
        {"number": "Eighty boats sank.", "kind": "event"},
        {"slots": ["quantity: dozens"]},
        {"slots": ["agent: the lake"]},
    ]
    claims = [claim({"report": "a", "kind": "quantity", **row}) for row in told]
    claims.append(claim({"report": "b", "kind": "quantity", "value": {"low": 7.0, "high": 7.0}}))
    assert numbers_told.figures_of(claims) == {
        "a": {
            ("count", None, 12.0): frozenset({kin("boat"), kin("swan")}),
            ("measure", "metre", 12.0): frozenset({""}),
        },
        "b": {("count", None, 7.0): frozenset({""})},
    }


@pytest.mark.parametrize(
    ("left", "right", "near"),
    [
        ((11.0, 11.0), (10.0, 10.0), True),
        ((5.0, 5.0), (6.0, 6.0), True),
        ((4.0, 4.0), (5.0, 5.0), False),
        ((10.0, 10.0), (15.0, 15.0), True),
        ((10.0, 10.0), (16.0, 16.0), False),
        ((10.0, 12.0), (11.0, 11.0), False),
        ((10.0, None), (11.0, 11.0), False),
        ((None, 11.0), (11.0, 11.0), False),
    ],
)
def test_counts_that_lie_near_each_other(
    left: tuple[float | None, float | None], right: tuple[float | None, float | None], near: bool
) -> None:
    a, b = QuantityValue(*left), QuantityValue(*right)
    assert numbers_things._are_near_counts(a, b) is near
    assert numbers_things._are_near_counts(b, a) is near


@pytest.mark.parametrize(("noun", "human"), [("man", True), ("senator", True), ("mayor", True), ("boat", False)])
def test_nouns_of_people_and_of_offices(noun: str, human: bool) -> None:
    assert is_human(noun) is human


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
    assert numbers_doubts._is_near(left, right) is near
    assert numbers_doubts._is_near(right, left) is near


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


ORLAN, HALE, EXCHANGE = "organization:orlan", "organization:hale", "organization:lyme stock exchange"


@pytest.mark.parametrize(
    ("first", "second", "other"),
    [
        pytest.param([ORLAN], [HALE], True, id="two firms"),
        pytest.param([ORLAN, HALE], [HALE], False, id="one firm in common"),
        pytest.param([ORLAN, EXCHANGE], [HALE, EXCHANGE], True, id="where shares are traded is no firm in common"),
        pytest.param([ORLAN], [EXCHANGE], False, id="where shares are traded is no other firm"),
        pytest.param([ORLAN, "person:ana"], [HALE, "person:ana"], True, id="a person in common"),
        pytest.param(["person:ana"], ["person:tom"], False, id="two persons"),
        pytest.param([ORLAN], [], False, id="no firm"),
    ],
)
def test_sums_of_reports_that_name_no_firm_in_common(first: list[str], second: list[str], other: bool) -> None:
    known = {"a": frozenset(first), "b": frozenset(second)}
    for kind, unit in (("money", "USD"), ("percent", "percent"), ("measure", "metre")):
        row: Row = {"slots": ["holder: bid"], "words": "firm make bid"}
        left, right = (
            member({**row, "value": {"low": n, "high": n, "kind": kind, "unit": unit}}, r)
            for n, r in ((30.0, "a"), (40.0, "b"))
        )
        assert numbers_told.name_other_firms(left, right, known) is other
        for one, two in ((left, right), (right, left)):
            verdict, score, reasons = compare_numbers(one, two, {}, known)
            told = verdict, score, reasons[-1].code
            expected = ("UNCLEAR", 0.5, "claim.other-subject") if other and kind != "measure" else told
            assert told == expected
            assert (verdict == "CONFLICT") is (kind == "measure" or not other)
    assert numbers_told.name_other_firms(left, right, {"a": known["a"]}) is False


LOAN = {"value": {"low": 180.0, "high": 180.0, "unit": "EUR", "kind": "money"}, "words": "promise"}
GIFT = {"value": {"low": 150.0, "high": 150.0, "unit": "EUR", "kind": "money"}, "words": "lend"}


@pytest.mark.parametrize(("beside", "verdict"), [(False, "CONFLICT"), (True, "UNCLEAR")])
def test_the_only_sums_of_two_reports_are_of_one_thing(beside: bool, verdict: str) -> None:
    """Nothing else says so: not a noun, not a name, not the deed. With one sum more in a report it is open again."""
    left, right = member(LOAN, "x"), member(GIFT, "y")
    a, b = number_of(left), number_of(right)
    assert a is not None
    assert b is not None
    unit: Unit = ("money", "EUR", None)
    told: Inventory = {"x": {unit: (a, evolve(a, low=36.0, high=36.0)) if beside else (a,)}, "y": {unit: (b,)}}
    assert compare_numbers(left, right, told=told)[0] == compare_numbers(right, left, told=told)[0] == verdict
    assert compare_numbers(left, right)[0] == "UNCLEAR"


def test_each_doubt_is_told_by_its_own_code() -> None:
    """A desk reads it in words, which the lexicon has for each code."""
    twelve, dozen = pair({"both": {"number": "Twelve boats sank.", "words": "boat sink"}, "left": {}, "right": {}})
    a, b = number_of(twelve), number_of(dozen)
    assert a is not None
    assert b is not None
    assert _doubt(twelve, a, dozen, b, lone=False) is None
    assert {code for code, _ in numbers_doubts.DOUBTS} <= table("reasons").keys()


@pytest.mark.parametrize(
    ("dimension", "same"), [("term", True), ("length", False), (None, False)]
)  # fmt: skip
def test_of_some_properties_an_event_has_one(dimension: str | None, *, same: bool) -> None:
    term = QuantityValue(3.0, 3.0, kind="duration", dimension=dimension)
    assert numbers_things.is_of_sole_property(term, term) is same
    assert numbers_things.is_of_sole_property(term, evolve(term, dimension="rainfall")) is False


@pytest.mark.parametrize(
    ("occasion", "earlier"),
    [("last month", True), ("the previous year", True), ("last summer", True), ("last week", False), ("the last month", False), ("", False)],
)  # fmt: skip
def test_numbers_of_a_time_gone_by_are_not_what_the_news_counts(occasion: str, *, earlier: bool) -> None:
    told = claim({"report": "a", "slots": [f"occasion: {occasion}"] if occasion else [], "words": "x"})
    assert numbers_told._is_of_earlier(told) is earlier
