"""Numbers that are the only ones of their unit which tell two reports of one event apart: they are of the same thing by elimination."""

from collections.abc import Iterable, Mapping

from reconcile.measure.quantities import relation
from reconcile.measure.units import dimension_of
from reconcile.model.claims import Claim
from reconcile.model.quantities import QuantityValue

Unit = tuple[str, str, str | None]
# For each report the exact numbers that it tells, by unit.
Inventory = Mapping[str, Mapping[Unit, tuple[QuantityValue, ...]]]

# Lengths, spans of time and degrees are told of too many things of one event.
_COMMON = frozenset({"length", "duration", "temperature", "speed", "degree"})
_NEARLY = 1.6


def inventory(claims: Iterable[Claim]) -> dict[str, dict[Unit, tuple[QuantityValue, ...]]]:
    """The sums of money, the measures in seldom units and the counts of each fate that every report tells as right."""
    found: dict[str, dict[Unit, tuple[QuantityValue, ...]]] = {}
    for claim in claims:
        slot = claim.slot("quantity") if claim.kind == "quantity" and not claim.superseded else None
        unit = _unit(slot.value) if slot is not None else None
        if slot is not None and unit is None and not claim.background:
            unit = _fate(slot.value)
        if slot is not None and unit is not None and isinstance(slot.value, QuantityValue):
            own = found.setdefault(claim.report_id, {})
            own[unit] = (*own.get(unit, ()), slot.value)
    return found


def _unit(value: object) -> Unit | None:
    if not isinstance(value, QuantityValue) or value.unit is None or value.low is None or value.low != value.high:
        return None
    if value.kind == "money" or (value.kind == "measure" and dimension_of(value.unit) not in _COMMON):
        return value.kind, value.unit, value.per
    return None


def _fate(value: object) -> Unit | None:
    if not isinstance(value, QuantityValue) or value.population is None or value.kind != "count":
        return None
    return value.kind, value.population, None


def standing(values: Iterable[object], told: Inventory) -> tuple[object, ...]:
    """All that :func:`are_lone` and :func:`is_only_one` take from ``told`` for pairs of these values; equal where it is the same."""
    asked = {unit for v in values for unit in (_unit(v), _fate(v)) if unit is not None}
    return tuple(
        (unit, report, told[report][unit])
        for unit in sorted(asked, key=str)
        for report in sorted(told)
        if unit in told[report]
    )


def is_only_one(report: str, value: QuantityValue, told: Inventory) -> bool:
    """Whether the report tells no other number of that fate: it means all, whatever it calls them."""
    unit = _fate(value)
    own = told.get(report, {}).get(unit, ()) if unit is not None else ()
    return len({(v.low, v.high) for v in own} | {(value.low, value.high)}) == 1


def are_lone(left: str, a: QuantityValue, right: str, b: QuantityValue, told: Inventory) -> bool:
    """Whether ``a`` of report ``left`` and ``b`` of report ``right`` are the only numbers of their unit that the two do not share.

    It is enough that a third report tells one of the two numbers, and stands so to the report of the other.
    """
    unit = _unit(a)
    if unit is None or unit != _unit(b) or left == right or not _are_near(a, b):
        return False
    firsts = [left, *(r for r in told if r not in (left, right) and _tells(r, unit, a, told))]
    seconds = [right, *(r for r in told if r not in (left, right) and _tells(r, unit, b, told))]
    return any(_by_elimination(r, a, right, b, unit, told) for r in firsts) or any(
        _by_elimination(left, a, r, b, unit, told) for r in seconds
    )


def _are_near(a: QuantityValue, b: QuantityValue) -> bool:
    low, high = sorted((a.low or 0.0, b.low or 0.0))
    return low > 0 and high <= _NEARLY * low


def _tells(report: str, unit: Unit, value: QuantityValue, told: Inventory) -> bool:
    return any(v.low == value.low for v in told[report].get(unit, ()))


def _by_elimination(left: str, a: QuantityValue, right: str, b: QuantityValue, unit: Unit, told: Inventory) -> bool:
    ours, theirs = told.get(left, {}).get(unit, ()), told.get(right, {}).get(unit, ())
    own = {v.low for v in ours if all(relation(v, o) == "disjoint" for o in theirs)}
    other = {v.low for v in theirs if all(relation(v, o) == "disjoint" for o in ours)}
    return own == {a.low} and other == {b.low}
