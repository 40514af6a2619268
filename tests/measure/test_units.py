"""Units, currencies and conversion."""

import pytest

from reconcile.lexicon.load import table
from reconcile.measure.units import convert, currency_forms, dimension_of, dollars, unit_forms, units


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


@pytest.mark.parametrize(
    ("prefix", "sign", "factor"),
    [
        ("zetta", "Z", 1e21), ("exa", "E", 1e18), ("peta", "P", 1e15), ("tera", "T", 1e12), ("giga", "G", 1e9), ("mega", "M", 1e6), ("kilo", "k", 1e3),
        ("hecto", "h", 1e2), ("deca", "da", 1e1), ("deci", "d", 1e-1), ("centi", "c", 1e-2), ("milli", "m", 1e-3), ("micro", "\u00b5", 1e-6),
        ("nano", "n", 1e-9), ("pico", "p", 1e-12),
    ],
)  # fmt: skip
def test_prefixes(prefix: str, sign: str, factor: float) -> None:
    """Every unit that takes the prefix, by its sign before the sign of the unit; a kiloton (of explosives) is a unit of its own."""
    symbols, names = unit_forms().symbols, unit_forms().names
    bases = [n for n in units() if prefix + n in units() and prefix + n.replace(" ", "_") not in table("units")]
    assert bases
    for base in bases:
        assert units()[prefix + base].factor == pytest.approx(factor * units()[base].factor)
        own = {s for s, n in (*symbols.items(), *unit_forms().glued.items()) if n == base}
        assert all(sign + s in symbols for s in own), (base, own)
        assert names.get(prefix + base, prefix + base) == prefix + base
    assert any(prefix + base in names for base in bases)


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("km", "kilometre"), ("KW", "kilowatt"), ("kW", "kilowatt"), ("\u00b5m", "micrometre"), ("\u03bcm", "micrometre"), ("um", "micrometre"), ("mm", "millimetre"),
        ("kg", "kilogram"), ("Mt", "megatonne"), ("GWh", "gigawatt hour"), ("hPa", "hectopascal"), ("dB", "decibel"),
    ],
)  # fmt: skip
def test_symbols(written: str, unit: str) -> None:
    assert unit_forms().symbols.get(written, unit_forms().glued.get(written)) == unit


@pytest.mark.parametrize(
    ("written", "unit"),
    [("kilometres", "kilometre"), ("kilometer", "kilometre"), ("millimetre", "millimetre"), ("metres", "metre")],
)
def test_names(written: str, unit: str) -> None:
    assert unit_forms().names[written] == unit


def test_short_names_and_dots_take_no_prefix() -> None:
    assert not [n for n in unit_forms().names if n.startswith(("kilo", "mega", "milli")) and "." in n]
    assert "kiloton" in unit_forms().names
    assert "kilog" not in unit_forms().names


def test_words_in_front_of_a_number() -> None:
    assert set(unit_forms().before.values()) <= set(units())
    assert unit_forms().before


def test_a_symbol_that_stands_only_with_a_prefix() -> None:
    only = [key.replace("_", " ") for key, entry in table("units").items() if entry.get("only_prefixed_symbol")]
    assert only
    for name in only:
        assert name not in unit_forms().symbols.values()
    assert "metre" in unit_forms().symbols.values()


def test_a_name_of_four_letters_takes_a_prefix() -> None:
    assert unit_forms().names["kilogram"] == unit_forms().names["kilograms"] == "kilogram"
    assert unit_forms().names.get("kilowatts") == "kilowatt"
    assert unit_forms().names.get("gigabyte") == "gigabyte"
    assert unit_forms().names.get("kilobit") != "kilometre"


def test_currencies_that_are_called_dollar() -> None:
    assert {"USD", "AUD", "CAD", "SGD"} <= dollars()
    assert dollars().isdisjoint({"EUR", "GBP", "cent"})
    assert dollars() < set(table("units_currencies"))
