"""Units, currencies and conversion."""

import pytest

from reconcile.measure.units import convert, currency_forms, dimension_of, unit_forms, units


@pytest.mark.parametrize(
    ("number", "unit", "to", "expected"),
    [
        (1.0, "mile", "kilometre", 1.609344),
        (8.5, "tonne", "pound", 18739.29),
        (100.0, "celsius", "fahrenheit", 212.0),
        (-40.0, "fahrenheit", "celsius", -40.0),
        (1.0, "acre", "square metre", 4046.856),
        (2.0, "week", "day", 14.0),
        (1.0, "barrel", "litre", 158.987),
        (50.0, "cent", "USD", 0.5),
        (3.0, "USD", "cent", 300.0),
        (1.0, "kilowatt hour", "megajoule", 3.6),
        (5.0, "metre", "metre", 5.0),
    ],
)
def test_converts(number: float, unit: str, to: str, expected: float) -> None:
    assert convert(number, unit, to) == pytest.approx(expected, rel=1e-4)


@pytest.mark.parametrize(
    ("unit", "to"),
    [("metre", "second"), ("USD", "EUR"), ("cent", "penny"), ("percent", "percentage point"), ("metre", "no unit")],
)
def test_leaves_what_does_not_convert(unit: str, to: str) -> None:
    assert convert(1.0, unit, to) is None


def test_every_written_form_leads_to_a_unit() -> None:
    forms, known = unit_forms(), units()
    for written in (forms.names, forms.symbols, forms.glued, forms.before):
        assert set(written.values()) <= set(known)
    assert all(name == name.lower() for name in forms.names)


def test_every_currency_form_leads_to_money() -> None:
    forms = currency_forms()
    assert all(dimension_of(unit) == "money" for unit in (*forms.names.values(), *forms.symbols.values()))
    assert {"USD", "EUR", "GBP", "JPY", "CNY", "INR", "BRL", "ZAR", "NGN", "VND"} <= forms.codes
    assert forms.wordlike <= forms.codes | {"MAR"}


@pytest.mark.parametrize(
    ("unit", "dimension"), [("kilometre", "length"), ("EUR", "money"), ("cent", "money"), (None, None), ("camel", None)]
)
def test_tells_the_dimension(unit: str | None, dimension: str | None) -> None:
    assert dimension_of(unit) == dimension
