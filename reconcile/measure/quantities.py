"""How two numbers relate as journalists write them: after conversion, with rounding, bounds and vague counts as intervals."""

import math
from decimal import Decimal

from attrs import frozen

from reconcile.measure.units import convert, currency_forms, dimension_of, units
from reconcile.model.quantities import QuantityValue

RELATIONS = ("equal", "refines", "coarser", "approximate", "disjoint", "incomparable")
_ABOUT = 0.1  # "about 300" and "nearly 80" stand for anything within a tenth
_EPSILON = 1e-9


@frozen
class Interval:
    """Base-unit numbers: what was said (``low``..``high``) and, by rounding and hedges, what it may mean (``least``..``most``)."""

    low: float
    high: float
    least: float
    most: float

    @property
    def width(self) -> float:
        """How much was left open by what was said."""
        return self.high - self.low


def relation(left: QuantityValue, right: QuantityValue) -> str:
    """One of :data:`RELATIONS`, read from left to right: "refines" says that the left is the narrower.

    "approximate" holds where only rounding or a hedge lets both be right: 298 and "about 300", 40 m and 131 feet.
    "incomparable" is left for units that do not convert (metres and kilograms, dollars and euros, a rate and a total).
    """
    if left.kind == "score" or right.kind == "score":
        return _scores(left, right)
    to = _shared_unit(left, right)
    if to is None or not _same_divisor(left, right):
        return "incomparable"
    a, b = _interval(left, to), _interval(right, to)
    if a is None or b is None:
        return "incomparable"
    return _ladder(a, b, left, right)


def _ladder(a: Interval, b: Interval, left: QuantityValue, right: QuantityValue) -> str:
    if _same(a.low, b.low) and _same(a.high, b.high):
        return "equal" if left.approximate == right.approximate else ("refines" if right.approximate else "coarser")
    if _within(a, b):
        return "refines"
    if _within(b, a):
        return "coarser"
    if max(a.low, b.low) <= min(a.high, b.high):
        return "approximate"
    if _rounds_to(a, b) or _rounds_to(b, a):
        return "approximate"
    return "disjoint"


def _within(inner: Interval, outer: Interval) -> bool:
    lower = outer.low <= inner.low or _same(outer.low, inner.low)
    upper = inner.high <= outer.high or _same(outer.high, inner.high)
    return lower and upper


def _rounds_to(precise: Interval, coarse: Interval) -> bool:
    """Whether ``coarse`` may be a rounded way to say ``precise``: the said values of the one lie in the leeway of the other."""
    return coarse.least <= precise.high and precise.low <= coarse.most


def _same(a: float, b: float) -> bool:
    return a == b or math.isclose(a, b, rel_tol=1e-9, abs_tol=_EPSILON)


def _scores(left: QuantityValue, right: QuantityValue) -> str:
    if left.kind != right.kind or None in (left.low, right.low, left.high, right.high):
        return "incomparable"
    return "equal" if (left.low, left.high) == (right.low, right.high) else "disjoint"


def _same_divisor(left: QuantityValue, right: QuantityValue) -> bool:
    if left.per == right.per:
        return True
    if left.per is None or right.per is None:
        return False
    return dimension_of(left.per) is not None and dimension_of(left.per) == dimension_of(right.per)


def _shared_unit(left: QuantityValue, right: QuantityValue) -> str | None:
    """The unit in which both can be told; an empty string for two bare counts; None where there is none."""
    if left.unit is None or right.unit is None:
        return "" if left.unit == right.unit else None
    forms = currency_forms()
    code = forms.minor.get(right.unit, (right.unit, 1))[0]
    target = code if code in forms.codes else right.unit
    found = units().get(right.unit)
    if found is not None:
        target = min((u.name for u in units().values() if u.dimension == found.dimension), key=lambda n: (abs(math.log(units()[n].factor)), n))
    return target if convert(1.0, left.unit, target) is not None and convert(1.0, right.unit, target) is not None else None


def _interval(value: QuantityValue, to: str) -> Interval | None:
    if value.low is None and value.high is None:
        return None
    slack = _leeway(value)
    low = -math.inf if value.low is None else _converted(value, value.low, to)
    high = math.inf if value.high is None else _converted(value, value.high, to)
    least = -math.inf if value.low is None else _converted(value, value.low - slack[0], to)
    most = math.inf if value.high is None else _converted(value, value.high + slack[1], to)
    doubt = units()[value.unit].tolerance if value.unit in units() else 0.0
    return Interval(low, high, least - doubt * abs(least) if math.isfinite(least) else least, most + doubt * abs(most) if math.isfinite(most) else most)


def _converted(value: QuantityValue, number: float, to: str) -> float:
    found = convert(number, value.unit, to) if value.unit else number
    found = number if found is None else found
    if value.per is None:
        return found
    divisor = units().get(value.per)
    return found / divisor.factor if divisor is not None else found


def _leeway(value: QuantityValue) -> tuple[float, float]:
    """How far below and above the said number the truth may lie: half the last digit written, a tenth where hedged."""
    low, high = _half_step(value.low), _half_step(value.high)
    if value.approximate:
        low = max(low, _ABOUT * abs(value.low or 0.0))
        high = max(high, _ABOUT * abs(value.high or 0.0))
    return low, high


def _half_step(number: float | None) -> float:
    """Half of the unit of the last significant digit: 19,000 gives 500, 8.5 gives 0.05, 12 gives 0.5; zero has none."""
    if number is None or number == 0 or not math.isfinite(number):
        return 0.0
    exponent = Decimal(repr(number)).normalize().as_tuple().exponent
    return 0.5 * 10.0 ** int(exponent) if isinstance(exponent, int) else 0.0
