"""Values of one fact into sides. Here a value is a word, and what two words make of each other stands in a table."""

from datetime import datetime, timedelta

import pytest
from attrs import evolve

from reconcile.compare.sides import Rule, Verdict, _are_near_clocks, _is_toll, _stands_for_it, compared, pair_of
from reconcile.measure.times import relation
from reconcile.model.comparisons import Compared, Member
from reconcile.model.reasons import Reason
from reconcile.model.times import TimeValue
from tests.compare.telling import Row, member, rows

# Values: "a" to "d" exclude each other, "a1" says what "a" says, "a2" fits "a" as less exact, "a3" fits both approximately, "ab" fits "a"
# and "b", "?" is not comparable, "a2" and "d" are told of two days.
_FITS = {
    frozenset({"a", "a2"}): "COARSER",
    frozenset({"a", "a3"}): "APPROXIMATE",
    frozenset({"a2", "a3"}): "APPROXIMATE",
    frozenset({"a", "a1"}): "EQUIVALENT",
    frozenset({"a", "ab"}): "COARSER",
    frozenset({"b", "ab"}): "COARSER",
}


def compare(left: Member, right: Member) -> Verdict:
    a, b = left.claim.text, right.claim.text
    if "?" in (a, b):
        return "UNCLEAR", 0.5, ()
    if {a, b} == {"a2", "d"}:
        return "UNCLEAR", 0.5, (Reason.of("claim.other-day"),)
    verdict = "SAME" if a == b else _FITS.get(frozenset({a, b}), "CONFLICT")
    return verdict, 0.9, (Reason.of("test.reason"),)


def told(row: Row) -> Compared:
    """Values are "report:value", with "!" behind one that the report itself took back, "~" behind a vague one.

    Each pair has the strength 1 unless told.
    """
    members = []
    for number, written in enumerate(row["values"]):
        report, _, value = written.partition(":")
        of_dead = {"number": "12 people died."} if row.get("tolls") else {}
        vague = {"value": {"low": 24.0, "hedge": "vague"}} if value.endswith("~") else {}
        text = value.rstrip("!~")
        spec = {"text": text, "superseded": value.endswith("!"), "n": number, **of_dead, **vague}
        members.append(member(spec, report))
    ids = [m.claim.id for m in members]
    strength = {pair_of(a, b): row.get("strength", 1.0) for a in ids for b in ids if a < b}
    one = (lambda left, right: True) if row.get("one_holder") else None
    rule = Rule(
        row.get("least", 0.6),
        row.get("least_within", 0.9),
        row.get("most_values", 3),
        one,
        row.get("chained", False),
        row.get("torn_only", False),
    )
    return compared("f", "quantity", members, compare, strength, rule)


@pytest.mark.parametrize("row", rows("sides"))
def test_sides_and_conflicts(row: Row) -> None:
    found = told(row)
    sides = [" ".join(f"{m.claim.report_id}:{m.claim.text}" for m in g.members) for g in found.groups]
    assert sides == row["sides"]
    assert [[c.left, c.right, c.scope] for c in found.conflicts] == row["conflicts"]
    if "relations" in row:
        assert [g.relation for g in found.groups] == row["relations"]
    if "score" in row:
        assert [round(c.score, 4) for c in found.conflicts] == [row["score"]]
    assert all(c.relation == "conflict" and c.reasons for c in found.conflicts)


def test_every_pair_is_told_with_its_verdict() -> None:
    found = told({"values": ["x:a", "y:a2", "z:b"]})
    assert [(c.left, c.right, c.verdict) for c in found.comparisons] == [
        ("x:0:0", "y:0:1", "COARSER"), ("x:0:0", "z:0:2", "CONFLICT"), ("y:0:1", "z:0:2", "CONFLICT"),
    ]  # fmt: skip
    assert {(c.fact_id, c.slot, c.score) for c in found.comparisons} == {("f", "quantity", 0.9)}
    assert (found.fact_id, found.kind) == ("f", "quantity")


def test_the_strength_is_that_of_the_strongest_link() -> None:
    members = [member({"text": "a", "n": n}, "xyz"[n]) for n in range(3)]
    ids = [m.claim.id for m in members]
    found = compared("f", "time", members, compare, {(ids[0], ids[2]): 0.3, (ids[0], ids[1]): 0.7}, Rule(0.5))
    assert found.score == 0.7
    assert compared("f", "time", members[:1], compare, {}, Rule(0.5)).score == 0.0


def test_the_best_pair_speaks_for_two_sides() -> None:
    members = [member({"text": t, "n": n}, "xyz"[n]) for n, t in enumerate("aab")]
    ids = [m.claim.id for m in members]
    strength = {(ids[0], ids[2]): 0.7, (ids[1], ids[2]): 0.9}
    (conflict,) = compared("f", "time", members, compare, strength, Rule(0.5)).conflicts
    assert conflict.score == pytest.approx(0.81)


def test_pairs_are_sorted() -> None:
    assert pair_of("b", "a") == pair_of("a", "b") == ("a", "b")


def test_what_is_not_linked_is_no_conflict() -> None:
    members = [member({"text": t, "n": n}, "xy"[n]) for n, t in enumerate("ab")]
    assert compared("f", "time", members, compare, {}, Rule(0.5)).conflicts == ()


def test_values_too_seldom_to_be_compared_stand_by_themselves() -> None:
    """Of a crowd with hundreds of values those that most reports tell are compared, the others are still told."""
    told = ["a"] * 40 + [f"v{n}" for n in range(210)]
    members = [member({"predicate": t, "text": t, "n": n}, f"r{n:03}") for n, t in enumerate(told)]
    found = compared("f", "time", members, compare, {}, Rule(0.5))
    assert sorted(m.claim.report_id for g in found.groups for m in g.members) == [f"r{n:03}" for n in range(250)]
    assert [len(g.members) for g in found.groups] == [40, *[1] * 210]
    assert {g.relation for g in found.groups} == {"exact"}
    assert len(found.comparisons) == 100 * 99 // 2


def test_of_pairs_as_sure_the_first_is_shown() -> None:
    (conflict,) = told({"values": ["x:a", "y:a", "z:b"]}).conflicts
    assert conflict.reports == ("x", "z")


def test_a_toll_is_of_one_lot() -> None:
    dead, hurt, boats = (
        member({"value": {"low": 3.0, "high": 3.0, "population": lot}}, "x")
        for lot in ("people_dead", "people_injured", None)
    )
    assert _is_toll(dead, dead) is True
    assert _is_toll(dead, hurt) is _is_toll(hurt, dead) is False
    assert _is_toll(dead, boats) is _is_toll(boats, dead) is _is_toll(boats, boats) is False
    assert _is_toll(dead, member({}, "y")) is False


def test_a_report_holds_with_what_it_tells_and_does_not_take_back() -> None:
    exact, vague = {"low": 24.0, "high": 24.0}, {"low": 24.0, "hedge": "vague"}
    about = {"low": 24.0, "high": 24.0, "hedge": "about"}
    assert _stands_for_it(member({"value": exact}, "x")) is True
    assert _stands_for_it(member({"value": about}, "x")) is True
    assert _stands_for_it(member({"value": vague}, "x")) is False
    assert _stands_for_it(member({"value": exact, "superseded": True}, "x")) is False
    assert _stands_for_it(member({"time": "2023-07-25"}, "x")) is True
    assert _stands_for_it(member({}, "x")) is True
    assert _stands_for_it(member({"superseded": True}, "x")) is False


def at(minutes: int, text: str, report: str, grain: str = "minute") -> Member:
    """A time so many minutes after nine."""
    start = datetime(2023, 7, 25, 9) + timedelta(minutes=minutes)
    value = TimeValue("TIME", start.isoformat()[:16], start, start + timedelta(minutes=1), grain, anchored=True)
    told = member({"time": "2023-07-25", "text": text}, report)
    assert told.slot is not None
    slot = evolve(told.slot, value=value)
    return Member(evolve(told.claim, slots=(slot,)), slot)


def test_clocks_near_each_other() -> None:
    first, last, later = at(0, "a", "x"), at(120, "b", "y"), at(121, "b", "y")
    assert _are_near_clocks(first, last) is _are_near_clocks(last, first) is True
    assert _are_near_clocks(first, later) is _are_near_clocks(later, first) is False
    assert _are_near_clocks(first, at(0, "b", "y", "hour")) is _are_near_clocks(at(0, "b", "y", "hour"), first) is True
    loose, nothing = at(0, "b", "y", "daypart"), Member(last.claim, None)
    for other in (loose, nothing, member({"value": {"low": 3.0, "high": 3.0}}, "y"), open_minute()):
        assert _are_near_clocks(first, other) is _are_near_clocks(other, first) is False


def open_minute() -> Member:
    told = at(0, "b", "y")
    assert told.slot is not None
    assert isinstance(told.slot.value, TimeValue)
    slot = evolve(told.slot, value=evolve(told.slot.value, start=None))
    return Member(evolve(told.claim, slots=(slot,)), slot)


@pytest.mark.parametrize(("apart", "conflicts"), [(30, 1), (200, 0)])
def test_two_clocks_contradict_among_many_times(apart: int, conflicts: int) -> None:
    """Of more values than one fact is likely to have, those of one moment are as sure as ever."""
    members = [at(0, "a", "x"), at(apart, "b", "y")]
    ids = [m.claim.id for m in members]
    rule = Rule(0.6, most_values=1)
    assert len(compared("f", "time", members, compare, {pair_of(*ids): 0.7}, rule).conflicts) == conflicts


def by_interval(left: Member, right: Member) -> Verdict:
    assert left.slot is not None
    assert right.slot is not None
    assert isinstance(left.slot.value, TimeValue)
    assert isinstance(right.slot.value, TimeValue)
    verdict = "CONFLICT" if relation(left.slot.value, right.slot.value) in ("before", "after") else "COARSER"
    return verdict, 1.0, ()


def test_a_day_is_no_other_hour() -> None:
    """A report that gives an hour and, elsewhere, the day has not told two hours."""
    day = at(-540, "b", "y", "day")
    assert day.slot is not None
    assert isinstance(day.slot.value, TimeValue)
    whole = evolve(day.slot, value=evolve(day.slot.value, end=datetime(2023, 7, 26)))
    members = [at(0, "a", "x"), at(30, "b", "y"), Member(evolve(day.claim, slots=(whole,)), whole)]
    strength = {pair_of(members[0].claim.id, members[1].claim.id): 0.7}
    found = compared("f", "time", members, by_interval, strength, Rule(0.6))
    assert [sorted(m.claim.report_id for m in g.members) for g in found.groups] == [["x", "y"], ["y"]]
    assert [c.reports for c in found.conflicts] == [("x", "y")]
