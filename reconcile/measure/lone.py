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
_COMMON = frozenset({"length", "duration", "temperature", "speed", "angle"})
_NEARLY = 1.6


def inventory(claims: Iterable[Claim]) -> dict[str, dict[Unit, tuple[QuantityValue, ...]]]:
    """The sums of money and the measures in seldom units that each report tells as right."""
    found: dict[str, dict[Unit, tuple[QuantityValue, ...]]] = {}
    for claim in claims:
        slot = claim.slot("quantity") if claim.kind == "quantity" and not claim.superseded else None
        unit = _unit(slot.value) if slot is not None else None
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


def are_lone_by_any(left: str, a: QuantityValue, right: str, b: QuantityValue, told: Inventory) -> bool:
    """Whether the two numbers are lone, or one of them is with a third report's number that equals the other."""
    if are_lone(left, a, right, b, told):
        return True
    unit = _unit(a)
    if unit is None or unit != _unit(b) or left == right:
        return False
    for report, units in told.items():
        equal = {v.low for v in units.get(unit, ())} & {a.low, b.low} if report not in (left, right) else set()
        if a.low in equal and are_lone(report, a, right, b, told):
            return True
        if b.low in equal and are_lone(left, a, report, b, told):
            return True
    return False


def are_lone(left: str, a: QuantityValue, right: str, b: QuantityValue, told: Inventory) -> bool:
    """Whether of that unit report ``left`` tells ``a`` alone that ``right`` does not tell, and ``right`` only ``b``; both nearly as great."""
    unit = _unit(a)
    if unit is None or unit != _unit(b) or left == right or not a.low or not b.low:
        return False
    low, high = sorted((a.low, b.low))
    if low <= 0 or high > _NEARLY * low:
        return False
    ours, theirs = told.get(left, {}).get(unit, ()), told.get(right, {}).get(unit, ())
    own = {v.low for v in ours if all(relation(v, o) == "disjoint" for o in theirs)}
    other = {v.low for v in theirs if all(relation(v, o) == "disjoint" for o in ours)}
    return own == {a.low} and other == {b.low}
