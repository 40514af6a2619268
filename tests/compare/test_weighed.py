"""Numbers held together by weighing: what no probability outweighs, and what the conflict tells of why."""

from typing import Any

import pytest

from reconcile.compare.numbers_told import Figures
from reconcile.compare.weighed import compare_weighed, explained
from reconcile.model.claims import Claim, Link, Slot
from reconcile.model.comparisons import Conflict, Member, ValueGroup
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason
from reconcile.model.spans import RawSpan, Span


def member(report: str, number: float, **told: Any) -> Member:
    value = QuantityValue(number, number, **{"of": "nurse", **told})
    slot = Slot("quantity", Span(0, 1), RawSpan(0, 1), str(number), value.of or "", value=value)
    claim = Claim(f"{report}:0:0", report, 0, Span(0, 1), 0, 1, str(number), "nurse", (slot,), kind="quantity")
    return Member(claim, slot)


@pytest.mark.parametrize(
    ("left", "right", "verdict", "code"),
    [
        (member("a", 30), member("b", 34), "CONFLICT", "quantity.disjoint"),
        (member("a", 30), member("b", 30), "SAME", ""),
        (member("a", 30), member("b", 31, approximate=True, hedge="about"), "APPROXIMATE", ""),
        (
            member("a", 20, population="people_dead", of="people"),
            member("b", 19, of="team"),
            "UNCLEAR",
            "quantity.other-population",
        ),
        (
            member("a", 20, population="people_dead", of="people"),
            member("b", 19, of="people"),
            "CONFLICT",
            "quantity.disjoint",
        ),
        (
            member("a", 30, unit="metre", kind="measure"),
            member("b", 34, unit="kilogram", kind="measure"),
            "UNCLEAR",
            "",
        ),
        (member("a", 30), member("b", 34, of="house"), "UNCLEAR", "quantity.other-population"),
        (member("a", 30), member("b", 34, of="people"), "UNCLEAR", "quantity.maybe-part"),
        (member("a", 30, population="people_dismissed"), member("b", 34), "UNCLEAR", "quantity.other-population"),
        (member("a", 30), member("b", 3400), "UNCLEAR", "quantity.disjoint"),
        (member("a", 30, former=True), member("b", 34), "UNCLEAR", "quantity.former"),
        (member("a", 30, former=True), member("b", 34, former=True), "CONFLICT", "quantity.disjoint"),
    ],
)
def test_verdicts(left: Member, right: Member, verdict: str, code: str) -> None:
    for a, b in ((left, right), (right, left)):
        found, _, reasons = compare_weighed(a, b)
        assert found == verdict
        assert [r.code for r in reasons][:1] == ([code] if code else [])


def test_what_a_verdict_tells() -> None:
    nurses, houses = member("a", 30), member("b", 34, of="house")
    apart = Reason.of("quantity.other-population", left="nurse", right="house")
    assert compare_weighed(nurses, houses) == ("UNCLEAR", 0.0, (apart,))
    nameless = member("a", 30, of=None, population="people_dismissed"), member("b", 34, of=None)
    unnamed = Reason.of("quantity.other-population", left="count", right="count")
    assert compare_weighed(*nameless) == ("UNCLEAR", 0.0, (unnamed,))
    assert compare_weighed(nurses, member("b", 30)) == ("SAME", 1.0, ())
    metres, grams = (member(r, 30, unit=u, kind="measure") for r, u in (("a", "metre"), ("b", "gram")))
    assert compare_weighed(metres, grams) == ("UNCLEAR", 0.0, ())
    for told, what in (({}, "nurse"), ({"of": None}, "count"), ({"of": None, "unit": "tonne"}, "tonne")):
        kind = "measure" if "unit" in told else "count"
        pair = member("a", 30, **told, kind=kind), member("b", 34, **told, kind=kind)
        assert compare_weighed(*pair) == ("CONFLICT", 1.0, (Reason.of("quantity.disjoint", what=what),))


def test_a_report_that_tells_the_other_number_too_tells_two_things_apart() -> None:
    figures: Figures = {"a": {("count", None, 34.0): frozenset({"nurse"})}}
    found, _, reasons = compare_weighed(member("a", 30), member("b", 34), figures)
    assert (found, reasons[-1].code) == ("UNCLEAR", "quantity.tells-both")


@pytest.mark.parametrize(("kind", "verdict"), [("money", "UNCLEAR"), ("percent", "UNCLEAR"), ("measure", "CONFLICT")])
def test_sums_of_reports_that_name_other_firms(kind: str, verdict: str) -> None:
    known = {"a": frozenset({"organization:lund"}), "b": frozenset({"organization:norvik"})}
    left, right = (member(report, number, kind=kind, of="deal") for report, number in (("a", 30), ("b", 34)))
    found, score, reasons = compare_weighed(left, right, {}, known)
    assert (found, score) == (verdict, 1.0 if verdict == "CONFLICT" else 0.5)
    assert [r.code for r in reasons][1:] == (["claim.other-subject"] if verdict == "UNCLEAR" else [])
    assert compare_weighed(left, right, {}, {**known, "b": known["a"]})[0] == "CONFLICT"


def test_no_number_says_nothing() -> None:
    told = member("a", 30)
    assert compare_weighed(told, Member(told.claim, None)) == ("MISSING", 0.0, ())


def test_a_conflict_tells_its_surest_link() -> None:
    a, b, c = member("a", 30), member("b", 34), member("c", 34)
    links = [
        Link("a:0:0", "b:0:0", 0.6, (Reason.of("align.weighed", probability="0.60"),)),
        Link("c:0:0", "a:0:0", 0.8, (Reason.of("align.weighed", probability="0.80"),)),
        Link("b:0:0", "c:0:0", 0.9, (Reason.of("align.weighed", probability="0.90"),)),
    ]
    groups = [ValueGroup((a,)), ValueGroup((b, c))]
    (found,) = explained([Conflict(0, 1, 0.8, reasons=(Reason("quantity.disjoint"),))], groups, links)
    assert [dict(r.params).get("probability") for r in found.reasons] == [None, "0.80"]
    assert explained([Conflict(0, 1, 0.8)], groups, links[2:]) == (Conflict(0, 1, 0.8),)
    turned = [Conflict(1, 0, 0.8)]
    inside = Link("b:0:0", "d:0:0", 0.95, ())
    assert [c.reasons for c in explained(turned, groups, [*links, inside])] == [links[1].reasons]
