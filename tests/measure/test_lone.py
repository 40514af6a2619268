"""The only numbers of one unit that two reports do not share."""

import pytest

from reconcile.measure.lone import Inventory, are_lone, inventory, is_only_one, standing
from reconcile.measure.units import dimension_of
from reconcile.model.claims import Claim
from reconcile.model.quantities import QuantityValue
from tests.compare.telling import member


def sums(*told: str) -> dict[str, list[QuantityValue]]:
    """ "x 180 EUR": a report, a number, its unit."""
    found: dict[str, list[QuantityValue]] = {}
    for text in told:
        report, number, unit = text.split()
        kind = "money" if unit.isupper() else "duration" if unit == "hour" else "measure"
        found.setdefault(report, []).append(QuantityValue(float(number), float(number), unit, kind=kind))
    return found


def by_unit(values: dict[str, list[QuantityValue]]) -> Inventory:
    return {
        report: {(v.kind, v.unit or "", v.per): tuple(o for o in own if o.unit == v.unit) for v in own}
        for report, own in values.items()
    }


@pytest.mark.parametrize(
    ("told", "lone"),
    [
        (("x 180 EUR", "y 150 EUR"), True),
        (("x 180 EUR", "y 150 EUR", "x 36 EUR", "y 36 EUR"), True),
        (("x 180 EUR", "y 150 EUR", "y 150 EUR"), True),
        (("x 180 EUR", "y 150 EUR", "x 36 EUR"), False),
        (("x 180 EUR", "y 150 EUR", "x 150 EUR"), False),
        (("x 180 EUR", "y 150 EUR", "y 20 EUR"), False),
        (("x 180 EUR", "y 180 EUR"), False),
        (("x 180 EUR", "y 150 USD"), False),
        (("x 160 EUR", "y 100 EUR"), True),
        (("x 161 EUR", "y 100 EUR"), False),
        (("x 12 acre", "y 11 acre"), True),
        (("x 12 metre", "y 11 metre"), False),
        (("x 12 hour", "y 11 hour"), False),
        (("x 0 EUR", "y 0 EUR"), False),
    ],
)
def test_two_numbers_by_elimination(told: tuple[str, ...], lone: bool) -> None:
    values = sums(*told)
    known = by_unit(values)
    a, b = values["x"][0], values["y"][0]
    assert are_lone("x", a, "y", b, known) is are_lone("y", b, "x", a, known) is lone
    assert not are_lone("x", a, "x", b, known)


def test_what_a_report_takes_back_and_what_is_no_exact_number_is_not_told() -> None:
    exact, bound, back = (
        member(
            {
                "value": {"low": 3.0, "high": high, "unit": "EUR", "kind": "money"},
                "kind": "quantity",
                "superseded": superseded,
            },
            "x",
        )
        for high, superseded in ((3.0, False), (None, False), (3.0, True))
    )
    for told, count in ((exact, 1), (bound, 0), (back, 0)):
        assert len(inventory([told.claim]).get("x", {})) == count


@pytest.mark.parametrize(
    ("told", "lone"),
    [
        (("x 180 EUR", "y 150 EUR"), True),
        (("x 180 EUR", "x 36 EUR", "y 150 EUR"), False),
        (("x 180 EUR", "x 36 EUR", "y 150 EUR", "z 180 EUR"), True),
        (("x 180 EUR", "y 150 EUR", "y 36 EUR", "z 150 EUR"), True),
        (("x 180 EUR", "x 36 EUR", "y 150 EUR", "z 170 EUR"), False),
        (("x 180 EUR", "x 36 EUR", "y 150 EUR", "z 180 USD"), False),
        (("x 180 EUR", "x 36 EUR", "y 150 USD", "z 180 EUR"), False),
        (("x 12 hour", "y 11 hour", "z 12 hour"), False),
    ],
)
def test_a_third_report_may_tell_one_of_the_two_alone(told: tuple[str, ...], lone: bool) -> None:
    values = sums(*told)
    known = by_unit(values)
    a, b = values["x"][0], values["y"][0]
    assert are_lone("x", a, "y", b, known) is are_lone("y", b, "x", a, known) is lone
    assert not are_lone("x", a, "x", a, known)


def test_what_stands_beside_a_number_is_all_numbers_of_its_unit() -> None:
    euros, told = QuantityValue(180.0, 180.0, "EUR", kind="money"), by_unit(sums("x 180 EUR", "y 150 EUR", "y 3 tonne"))
    with_third = by_unit(sums("x 180 EUR", "y 150 EUR", "y 3 tonne", "z 150 EUR"))
    of_another_unit = by_unit(sums("x 180 EUR", "y 150 EUR", "y 3 tonne", "z 4 tonne"))
    backwards = dict(sorted(told.items(), reverse=True))
    assert standing([euros], told) == standing([euros], backwards) == standing([euros], of_another_unit)
    assert standing([euros], told) != standing([euros], with_third)
    assert standing([], told) == standing([None], told) == ()


def counted(report: str, number: float, *, background: bool = False, **told: object) -> Claim:
    """A claim that counts the dead, or what is told."""
    value = {"low": number, "high": number, "of": "people", "population": "people_dead", **told}
    return member({"value": value, "kind": "quantity", "background": background}, report).claim


def test_people_are_told_by_their_fate_and_things_by_their_unit() -> None:
    told = inventory(
        [
            counted("x", 12),
            counted("x", 13, population="people_injured"),
            counted("x", 14, population=None),
            counted("x", 15, kind="ordinal"),
            counted("x", 16, background=True),
        ]
    )
    assert [(unit[1], [v.low for v in own]) for unit, own in told["x"].items()] == [
        ("people_dead", [12]),
        ("people_injured", [13]),
    ]
    in_the_past = inventory([counted("x", 5, background=True, unit="EUR", kind="money", population=None)])
    assert [own[0].low for own in in_the_past["x"].values()] == [5]


def test_the_only_number_of_a_fate_means_all() -> None:
    dead, hurt = (QuantityValue(12, 12, of="people", population=f"people_{fate}") for fate in ("dead", "injured"))
    told = inventory([counted("x", 12), counted("x", 12), counted("y", 12), counted("y", 13)])
    assert is_only_one("x", dead, told)
    assert not is_only_one("y", dead, told)
    assert is_only_one("y", hurt, told)
    assert is_only_one("nobody", dead, told)
    assert not is_only_one("x", QuantityValue(13, 13, population="people_dead"), told)
    assert is_only_one("x", QuantityValue(13, 13), told)
    assert standing([dead], told) != standing([hurt], told) == ()


@pytest.mark.parametrize("unit", ["hour", "celsius", "kilometre per hour", "degree", "metre"])
def test_units_of_too_many_things_tell_nothing(unit: str) -> None:
    value = {"low": 3.0, "high": 3.0, "unit": unit, "kind": "measure"}
    assert dimension_of(unit)
    assert inventory([member({"value": value, "kind": "quantity"}, "x").claim]) == {}


def test_numbers_far_apart_or_of_nothing_are_no_pair() -> None:
    for left, right, lone in ((1, 1.5, True), (0, 1, False), (0, 0.5, False), (0.5, 0.7, True), (10, 17, False)):
        values = sums(f"x {left} EUR", f"y {right} EUR")
        assert are_lone("x", values["x"][0], "y", values["y"][0], by_unit(values)) is lone


def test_a_third_report_that_tells_neither_number_changes_nothing() -> None:
    """It tells one that is near, alone, and its own number would stand against the other's."""
    values = sums("x 180 EUR", "x 36 EUR", "y 150 EUR", "y 20 EUR", "z 175 EUR")
    assert not are_lone("x", values["x"][0], "y", values["y"][0], by_unit(values))
