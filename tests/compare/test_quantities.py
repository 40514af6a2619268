"""Verdicts on two quantities as sentences tell them: comparability first."""

import pytest
from hypothesis import given

from reconcile.compare.quantities import compare
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


def test_nothing_is_missing() -> None:
    assert compare(None, first("12 people died."))[0] == "MISSING"


@given(quantities(), quantities())
def test_order_does_not_matter(left: QuantityValue, right: QuantityValue) -> None:
    assert compare(left, right)[:2] == compare(right, left)[:2]


@given(quantities())
def test_nothing_contradicts_itself(quantity: QuantityValue) -> None:
    assert compare(quantity, quantity)[0] == "SAME"
