"""Verdicts on two quantities as sentences tell them: comparability first."""

from typing import Any

import pytest
from hypothesis import given

from reconcile.compare.quantities import _named, _one_kind, _thing, compare
from reconcile.config import Config
from reconcile.extract.quantities import find
from reconcile.model.quantities import QuantityValue
from reconcile.model.reports import Report
from reconcile.text.reading import read
from tests.measure.test_quantities import quantities


def first(text: str) -> QuantityValue:
    return find(read(Report(text), Config()))[0].value


@pytest.mark.parametrize(
    ("left", "right", "verdict", "code"),
    [
        ("12 people died.", "Twelve people were killed.", "SAME", "quantity.equal"),
        ("12 people died.", "15 people were killed.", "CONFLICT", "quantity.disjoint"),
        ("The blast killed 12.", "The death toll rose to 14.", "CONFLICT", "quantity.disjoint"),
        ("12 people died.", "At least 10 people were killed.", "COARSER", "quantity.refines"),
        ("Dozens were killed.", "40 people died.", "COARSER", "quantity.coarser"),
        ("298 people were hurt.", "About 300 people were hurt.", "APPROXIMATE", "quantity.approximate"),
        ("12 people died.", "34 people were injured.", "UNCLEAR", "quantity.other-population"),
        ("12 people died.", "Two pilots died.", "UNCLEAR", "quantity.maybe-part"),
        ("12 people died.", "Ten US citizens died.", "UNCLEAR", "quantity.maybe-part"),
        ("12 people died.", "Three more people died.", "UNCLEAR", "quantity.maybe-part"),
        ("12 people died.", "There were 21 people on board.", "UNCLEAR", "quantity.maybe-part"),
        ("12 people died.", "Police sent 40 people.", "UNCLEAR", "quantity.unknown-population"),
        ("The death toll rose from 10 to 12.", "12 people died.", "UNCLEAR", "quantity.former"),
        ("No one was hurt.", "Three people were hurt.", "CONFLICT", "quantity.disjoint"),
        (
            "He must serve at least 22 years in prison.",
            "He will serve at least 24 years in prison.",
            "CONFLICT",
            "quantity.disjoint",
        ),
        (
            "He must serve at least 22 years in prison.",
            "He will serve at least 22 years in prison.",
            "SAME",
            "quantity.equal",
        ),
        (
            "He must serve at least 22 years in prison.",
            "He will serve up to 24 years in prison.",
            "APPROXIMATE",
            "quantity.approximate",
        ),
        (
            "He faces up to six years in prison.",
            "He faces up to ten years in prison.",
            "CONFLICT",
            "quantity.disjoint",
        ),
        (
            "The battery lasts at least 22 hours.",
            "The battery lasts at least 24 hours.",
            "UNCLEAR",
            "quantity.two-bounds",
        ),
        ("Gusts reached up to 110 km/h.", "Gusts reached 140 km/h.", "CONFLICT", "quantity.disjoint"),
        ("Twelve pilots died.", "Ten nurses died.", "UNCLEAR", "quantity.unknown-population"),
        ("Four cars burned.", "Six houses burned.", "UNCLEAR", "quantity.other-population"),
        ("The lorry weighed 8.5 tonnes.", "The lorry weighed 19,000 pounds.", "APPROXIMATE", "quantity.approximate"),
        ("The lorry weighed 77 tonnes.", "The lorry weighed 160,000 lb.", "CONFLICT", "quantity.disjoint"),
        ("A 40-metre-deep well", "A well 80 metres deep", "CONFLICT", "quantity.disjoint"),
        ("A 40-metre-deep well", "A 3-metre-wide well", "UNCLEAR", "quantity.other-population"),
        ("It flew 2,700 km.", "It flew 3,700 km.", "CONFLICT", "quantity.disjoint"),
        ("It flew 2,700 km.", "It flew 1,680 miles.", "APPROXIMATE", "quantity.approximate"),
        ("He is 17 years old.", "He worked for 17 years.", "UNCLEAR", "quantity.other-dimension"),
        ("Ana Ruiz, 34, spoke.", "Ana Ruiz, 43, spoke.", "CONFLICT", "quantity.disjoint"),
        ("Ana Ruiz, 34, spoke.", "Tom Orr, 43, spoke.", "UNCLEAR", "quantity.unknown-population"),
        ("A $121bn bid", "A bid of $130bn", "CONFLICT", "quantity.disjoint"),
        ("A $70-a-share bid", "A $70bn bid", "UNCLEAR", "quantity.other-dimension"),
        ("It cost $5m.", "It cost \u20ac5m.", "UNCLEAR", "quantity.incomparable"),
        ("The team won 3-1.", "The team won 3-2.", "CONFLICT", "quantity.disjoint"),
        ("A magnitude 6.2 quake", "A 6.4-magnitude quake", "CONFLICT", "quantity.disjoint"),
        ("The search took two days.", "The search took 48 hours.", "EQUIVALENT", "quantity.equal"),
        ("Half of the crew fled.", "12 of the crew fled.", "UNCLEAR", "quantity.other-dimension"),
    ],
)
def test_verdicts(left: str, right: str, verdict: str, code: str) -> None:
    a, b = first(left), first(right)
    found, score, reasons = compare(a, b)
    assert (found, reasons[0].code) == (verdict, code)
    assert (score > 0) == (verdict != "UNCLEAR")
    assert compare(b, a)[:2] == (found, score)


@given(quantities(), quantities())
def test_order_does_not_matter(left: QuantityValue, right: QuantityValue) -> None:
    assert compare(left, right)[:2] == compare(right, left)[:2]


@given(quantities())
def test_nothing_contradicts_itself(quantity: QuantityValue) -> None:
    assert compare(quantity, quantity)[0] == "SAME"


def number(low: float | None, high: float | None = -1.0, **told: Any) -> QuantityValue:
    """Exactly ``low`` unless its high end is told."""
    return QuantityValue(low, low if high == -1.0 else high, **told)


def money(low: float, **told: Any) -> QuantityValue:
    return number(low, kind="money", unit="USD", **told)


def dead(low: float | None, high: float | None = -1.0, **told: Any) -> QuantityValue:
    return number(low, high, of="people", population="people_dead", **told)


JUDGED = {
    "equal": (dead(12), dead(12), "SAME", 1.0, ["quantity.equal"]),
    "one lies in the other": (dead(12), dead(10, None, hedge="at_least"), "COARSER", 0.85, ["quantity.refines"]),
    "about": (dead(298), dead(300, approximate=True, hedge="about"), "APPROXIMATE", 0.8, ["quantity.approximate"]),
    "equal, but hedged": (dead(12), dead(12, approximate=True), "EQUIVALENT", 0.95, ["quantity.equal"]),
    "equal, perhaps a part": (dead(12), dead(12, included=True), "EQUIVALENT", 0.665, ["quantity.equal"]),
    "equal, of nothing known": (number(3, of="well"), number(3, of="pit"), "SAME", 0.6, ["quantity.equal"]),
    "perhaps a part": (dead(12), dead(10, None, included=True), "UNCLEAR", 0.0, ["quantity.maybe-part"]),
    "perhaps a part, and less": (dead(12), dead(10, included=True), "UNCLEAR", 0.0, ["quantity.maybe-part"]),
    "other numbers": (dead(12), dead(15), "CONFLICT", 0.9, ["quantity.disjoint"]),
    "other numbers, one hedged": (dead(12), dead(300, approximate=True), "CONFLICT", 0.75, ["quantity.disjoint"]),
    "other numbers, one a range": (dead(12), dead(20, 30), "CONFLICT", 0.75, ["quantity.disjoint"]),
    "two bounds": (dead(10, None), dead(12, None), "UNCLEAR", 0.0, ["quantity.two-bounds"]),
    "two upper bounds": (dead(None, 10), dead(None, 12), "UNCLEAR", 0.0, ["quantity.two-bounds"]),
    "one bound told twice": (dead(10, None), dead(10, None), "SAME", 1.0, ["quantity.equal"]),
    "far below a bound": (dead(12), dead(None, 25), "UNCLEAR", 0.0, ["quantity.far-from-bound"]),
    "far above a small bound": (money(1), number(0.4, None, kind="money", unit="USD"), "UNCLEAR", 0.0, ["quantity.far-from-bound"]),
    "half of a bound": (dead(12), dead(None, 24), "COARSER", 0.85, ["quantity.refines"]),
    "far above a bound": (dead(25), dead(12, None), "UNCLEAR", 0.0, ["quantity.far-from-bound"]),
    "twice a bound": (dead(24), dead(12, None), "COARSER", 0.85, ["quantity.refines"]),
    "above a bound of nothing": (dead(25), dead(0, None), "COARSER", 0.85, ["quantity.refines"]),
    "a range far above a bound": (dead(25, 30), dead(10, None), "COARSER", 0.85, ["quantity.refines"]),
    "far below a bound in another unit": (
        number(2000, kind="measure", unit="metre", of="road"), number(None, 5, kind="measure", unit="kilometre", of="road"),
        "COARSER", 0.85, ["quantity.refines", "quantity.converted"],
    ),
    "a range in a range": (dead(10, 20), dead(12, 18), "COARSER", 0.85, ["quantity.refines"]),
    "a bound and a range": (dead(10, None), dead(12, 18), "COARSER", 0.85, ["quantity.refines"]),
    "ranks": (
        number(3, kind="ordinal", of="quake"), number(4, kind="ordinal", of="quake"), "UNCLEAR", 0.0, ["quantity.unknown-population"],
    ),
    "shares of the dead and of the hurt": (
        number(0.5, kind="share", of="people", population="people_dead"),
        number(0.25, kind="share", of="people", population="people_injured"),
        "UNCLEAR", 0.0, ["quantity.other-population"],
    ),
    "a price and the price of a share": (money(82), money(82, per="share"), "EQUIVALENT", 0.57, ["quantity.divisor-left-out"]),
    "another price of a share": (money(82), money(83, per="share"), "UNCLEAR", 0.0, ["quantity.other-dimension"]),
    "one of them read as another kind": (
        money(82), number(82, kind="measure", unit="USD", per="share"), "UNCLEAR", 0.0, ["quantity.other-dimension"],
    ),
    "metres and metres an hour": (
        number(8, kind="measure", unit="metre"), number(8, kind="measure", unit="metre", per="hour"),
        "UNCLEAR", 0.0, ["quantity.other-dimension"],
    ),
    "metres and kilometres": (
        number(2, kind="measure", unit="kilometre", of="road"), number(2000, kind="measure", unit="metre", of="road"),
        "EQUIVALENT", 0.95, ["quantity.equal", "quantity.converted"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("label", JUDGED)
def test_verdicts_on_values(label: str) -> None:
    left, right, verdict, score, codes = JUDGED[label]
    for a, b in ((left, right), (right, left)):
        found, sure, reasons = compare(a, b)
        assert (found, round(sure, 6)) == (verdict, score)
        assert [r.code.replace("coarser", "refines") for r in reasons] == codes


@pytest.mark.parametrize("kind", ["age", "score", "share", "ordinal", "magnitude"])
def test_kinds_that_meet_no_other(kind: str) -> None:
    special, plain = number(3, kind=kind), number(3)
    assert _one_kind(special, plain) is _one_kind(plain, special) is False
    assert _one_kind(special, special) is True


def test_what_a_reason_calls_a_number() -> None:
    assert _named(money(82, per="share")) == "USD per share"
    assert _named(money(82, of="bid")) == "USD"
    assert _named(number(3, of="well")) == "well"
    assert _named(number(3)) == "count"
    assert _thing(dead(3, modifiers=("US",))) == "US people people dead"
    assert _thing(number(3, dimension="depth")) == "depth"
    assert _thing(number(3)) == "count"
    (reason,) = compare(money(82, per="share"), money(90))[2]
    assert dict(reason.params) == {"left": "USD per share", "right": "USD"}
    (reason,) = compare(money(82, per="share"), money(82))[2]
    assert dict(reason.params) == {"per": "share"}
