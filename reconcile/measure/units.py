"""Units and currencies: their names, and the conversion between units of one dimension.

The table is our own (``units.toml``): a hundred rows and two numbers each. A units library would parse expressions that news
never writes and costs a third of a second to import; none knows journalists' spellings ("sq. ft.", "kmph", "Rs").
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import cast

from attrs import frozen

from reconcile.lexicon.load import table, words

_PREFIXES: Mapping[str, tuple[str, float]] = MappingProxyType(
    {
        "zetta": ("Z", 1e21), "exa": ("E", 1e18), "peta": ("P", 1e15), "tera": ("T", 1e12), "giga": ("G", 1e9),
        "mega": ("M", 1e6), "kilo": ("k", 1e3), "hecto": ("h", 1e2), "deca": ("da", 1e1), "deci": ("d", 1e-1),
        "centi": ("c", 1e-2), "milli": ("m", 1e-3), "micro": ("\u00b5", 1e-6), "nano": ("n", 1e-9), "pico": ("p", 1e-12),
    }
)  # fmt: skip


@frozen
class Unit:
    """``factor`` (and ``offset``) lead a value in this unit to the base unit of its ``dimension``.

    ``tolerance`` is the relative doubt about the unit itself: a bare "ton" may be short, long or metric.
    """

    name: str
    dimension: str
    factor: float
    offset: float = 0.0
    tolerance: float = 0.0

    def to_base(self, value: float) -> float:
        """``value`` in the base unit of the dimension."""
        return value * self.factor + self.offset


@frozen
class UnitForms:
    """How units are written: ``names`` (lower case, words separated by one space), ``symbols`` (case kept), ``glued`` (case kept,
    only directly after a digit), ``before`` (words in front of the number), ``loose`` units that need a digit or a hyphen.
    """

    names: Mapping[str, str]
    symbols: Mapping[str, str]
    glued: Mapping[str, str]
    before: Mapping[str, str]


@frozen
class CurrencyForms:
    """How money is written: ``names`` (lower case) and ``symbols`` (case kept) to the unit, an ISO code or a minor unit ("cent").

    ``minor`` leads a minor unit to its code and how many make one; ``before``, ``after`` are the letters that may stand in front of
    and behind a number, ``wordlike`` the codes that are words as well.
    """

    names: Mapping[str, str]
    symbols: Mapping[str, str]
    codes: frozenset[str]
    minor: Mapping[str, tuple[str, int]]
    before: frozenset[str]
    after: frozenset[str]
    wordlike: frozenset[str]


@cache
def units() -> Mapping[str, Unit]:
    """Every unit by its canonical name, prefixed ones ("kilometre") included."""
    return MappingProxyType({unit.name: unit for unit, _, _ in _rows()})


@cache
def unit_forms() -> UnitForms:
    """The written forms of all units."""
    names: dict[str, str] = {}
    symbols: dict[str, str] = {}
    glued: dict[str, str] = {}
    before: dict[str, str] = {}
    for unit, entry, prefix in _rows():
        for target, field in ((names, "names"), (symbols, "symbols"), (glued, "glued")):
            for form in _forms(entry, field, prefix):
                target.setdefault(form, unit.name)
        if not prefix:
            before.update((word, unit.name) for word in _strings(entry, "before"))
    return UnitForms(*(MappingProxyType(m) for m in (names, symbols, glued, before)))


def _rows() -> Iterator[tuple[Unit, Mapping[str, object], str]]:
    for key, entry in table("units").items():
        name = key.replace("_", " ")
        dimension, factor = str(entry["dimension"]), cast(float, entry["factor"])
        offset, tolerance = cast(float, entry.get("offset", 0.0)), cast(float, entry.get("tolerance", 0.0))
        yield Unit(name, dimension, factor, offset, tolerance), entry, ""
        for prefix in _strings(entry, "prefixes"):
            yield Unit(prefix + name, dimension, factor * _PREFIXES[prefix][1]), entry, prefix


def _forms(entry: Mapping[str, object], field: str, prefix: str) -> Iterator[str]:
    if not prefix:
        if not (field == "symbols" and entry.get("only_prefixed_symbol")):
            yield from _strings(entry, field)
        return
    if field == "names":
        yield from (prefix + name for name in _strings(entry, "names") if len(name) > 3 and "." not in name)
        yield from cast(Mapping[str, list[str]], entry.get("more_names", {})).get(prefix, [])
    elif field == "symbols":
        sign = _PREFIXES[prefix][0]
        for symbol in (*_strings(entry, "symbols"), *_strings(entry, "glued")):
            yield from (
                p + symbol
                for p in ((sign, "\u03bc", "u") if prefix == "micro" else (sign, "K") if prefix == "kilo" else (sign,))
            )


def _strings(entry: Mapping[str, object], field: str) -> tuple[str, ...]:
    return tuple(cast(list[str], entry.get(field, [])))


@cache
def currency_forms() -> CurrencyForms:
    """The written forms of all currencies."""
    names: dict[str, str] = {}
    symbols: dict[str, str] = {}
    minor: dict[str, tuple[str, int]] = {}
    rows = {k: v for k, v in table("units_currencies").items() if "names" in v}
    for key, entry in rows.items():
        _add_currency(names, symbols, entry, "money" if key == "unspecified" else key)
        for part in (cast(Mapping[str, object], entry[f]) for f in ("minor", "minor_2") if f in entry):
            minor[str(part["sense"])] = (key, cast(int, part["fraction"]))
            _add_currency(names, symbols, part, str(part["sense"]))
    letters = (words("units_currencies", section) for section in ("letters", "letters_after", "wordlike"))
    maps = (MappingProxyType(names), MappingProxyType(symbols))
    return CurrencyForms(*maps, frozenset(rows) - {"unspecified"}, MappingProxyType(minor), *letters)


def _add_currency(names: dict[str, str], symbols: dict[str, str], entry: Mapping[str, object], unit: str) -> None:
    for name in _strings(entry, "names"):
        names.setdefault(name, unit)
        names.setdefault(name + "s", unit)
    for symbol in _strings(entry, "symbols"):
        symbols.setdefault(symbol, unit)


@cache
def dollars() -> frozenset[str]:
    """The currencies that are called dollar."""
    return frozenset(k for k, e in table("units_currencies").items() if "dollar" in str(e.get("sense", "")).lower())


def dimension_of(unit: str | None) -> str | None:
    """The dimension of a unit: "length", "money" for a currency, None for a bare count or an unknown unit."""
    if unit is None:
        return None
    found = units().get(unit)
    if found is not None:
        return found.dimension
    forms = currency_forms()
    return "money" if unit == "money" or unit in forms.codes or unit in forms.minor else None


def convert(value: float, unit: str, to: str) -> float | None:
    """``value`` of ``unit`` in ``to``; None where the two do not convert. Minor units of money do, currencies do not."""
    if unit == to:
        return value
    source, target = units().get(unit), units().get(to)
    if source is not None and target is not None and source.dimension == target.dimension:
        return (source.to_base(value) - target.offset) / target.factor
    minor = currency_forms().minor
    (code, part), (other, whole) = minor.get(unit, (unit, 1)), minor.get(to, (to, 1))
    return value / part * whole if code == other else None
