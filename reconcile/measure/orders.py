"""Numbers of one order of magnitude: those that lie further apart are rather of two things than two values of one."""

from reconcile.lexicon.load import words
from reconcile.measure.units import convert
from reconcile.model.quantities import QuantityValue

# How many times the smaller the larger may be, by kind. A toll grows faster than a price.
_ORDER = {"count": 8.0, "money": 3.0, "percent": 4.0, "measure": 4.0}
_TOLL = 30.0
_SETTLED = 3.0
_OTHER = 10.0


def is_toll(value: QuantityValue) -> bool:
    """Whether people are counted by what befell them as a whole, so that every report of an event has its own number of them."""
    return str(value.population).removeprefix("people_") in words("fluctuating", "tolls")


def is_one_order(left: QuantityValue, right: QuantityValue) -> bool:
    """Whether the nearest ends of two numbers lie within the factor that their kind allows; True where a unit does not convert."""
    toll = left.kind == "count" and left.population is not None and left.population == right.population
    is_growing = str(left.population).removeprefix("people_") in words("fluctuating", "growing")
    most = (_TOLL if is_growing else _SETTLED) if toll else _ORDER.get(left.kind, _OTHER)
    low, high = sorted((_ends(left, left.unit), _ends(right, left.unit)))
    return low[1] <= 0 or high[0] <= most * low[1]


def _ends(value: QuantityValue, unit: str | None) -> tuple[float, float]:
    """The ends as positive numbers in ``unit``; an open end is the other one."""
    low = value.low if value.low is not None else value.high
    high = value.high if value.high is not None else value.low
    first, second = (abs(_converted(n or 0.0, value.unit, unit)) for n in (low, high))
    return min(first, second), max(first, second)


def _converted(number: float, unit: str | None, to: str | None) -> float:
    if unit is None or to is None or unit == to:
        return number
    found = convert(number, unit, to)
    return number if found is None else found
