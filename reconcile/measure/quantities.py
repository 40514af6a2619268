"""How two numbers relate as journalists write them: after conversion, with rounding, bounds and vague counts as intervals."""

import math
from decimal import Decimal
from functools import cache, lru_cache

from attrs import frozen

from reconcile.measure.units import convert, currency_forms, dimension_of, units
from reconcile.model.quantities import QuantityValue

RELATIONS = ("equal", "refines", "coarser", "approximate", "disjoint", "incomparable")

# How far a number may stand from the truth, as shares of it.
_CUT = 0.17  # 2.1 percent told as two, 2.8 as three, and not 1.4 as one
_HEDGED = 0.1  # "about 300", "nearly 80"
_VAGUE = 0.25  # "dozens", "several hundred"
_CONVERTED = 0.05  # a figure that was converted and rounded again: 8.5 tonnes, 19,000 pounds
_ROUNDED = 0.025  # a round figure in the same unit: 2,700 km for 2,680 km
_SMALL_COUNT = 1000  # below it an unhedged count of people or things is meant exactly


@frozen
class Interval:
    """Numbers in one shared unit: as said (``low``..``high``) and as they may be meant (``least``..``most``)."""

    low: float
    high: float
    least: float
    most: float


def relation(left: QuantityValue, right: QuantityValue) -> str:
    """One of :data:`RELATIONS`, read from left to right: "refines" says that the left is the narrower of the two.

    "approximate" holds where only rounding, a hedge or an overlap lets both be right: 298 and "about 300", 40 m and 131 feet.
    "incomparable" is left for units that do not convert (metres and kilograms, dollars and euros, a rate and a total).
    The law: ``relation(b, a)`` is ``relation(a, b)`` with refines and coarser exchanged, and ``relation(a, a)`` is "equal".
    """
    if "score" in (left.kind, right.kind):
        return _scores(left, right)
    if (left.low, left.high, left.unit, left.per) == (right.low, right.high, right.unit, right.per):
        return "equal"  # most pairs of a crowd
    to = _shared_unit(left.unit, right.unit)
    if to is None or not _same_divisor(left.per, right.per):
        return "incomparable"
    a, b = _interval(left, right, to), _interval(right, left, to)
    if _same(a.low, b.low) and _same(a.high, b.high):
        return "equal"
    if _within(a, b):
        return "refines"
    if _within(b, a):
        return "coarser"
    if max(a.low, b.low) <= min(a.high, b.high) or _may_mean(a, b) or _may_mean(b, a) or _rounds(left, right, a, b):
        return "approximate"
    return "disjoint"


def mirrored(found: str) -> str:
    """The relation read from right to left."""
    return {"refines": "coarser", "coarser": "refines"}.get(found, found)


def _within(inner: Interval, outer: Interval) -> bool:
    lower = outer.low <= inner.low or _same(outer.low, inner.low)
    return lower and (inner.high <= outer.high or _same(outer.high, inner.high))


def _may_mean(precise: Interval, coarse: Interval) -> bool:
    """Whether what ``precise`` says lies within what ``coarse`` may mean."""
    return coarse.least <= precise.high and precise.low <= coarse.most


def _same(a: float, b: float) -> bool:
    return a == b or math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-12)


def _scores(left: QuantityValue, right: QuantityValue) -> str:
    if left.kind != right.kind or left.unit != right.unit:
        return "incomparable"
    return "equal" if (left.low, left.high) == (right.low, right.high) else "disjoint"


def _same_divisor(left: str | None, right: str | None) -> bool:
    if left is None or right is None:
        return left == right
    return left == right or (dimension_of(left) is not None and dimension_of(left) == dimension_of(right))


def _shared_unit(left: str | None, right: str | None) -> str | None:
    """The unit in which both can be told, the same for both orders; "" for two bare counts; None where there is none."""
    if left is None or right is None:
        return "" if left == right else None
    if left == right:
        return left
    forms = currency_forms()
    minor = (forms.minor.get(left, (left, 1))[0], forms.minor.get(right, (right, 1))[0])
    if minor[0] == minor[1]:
        return minor[0]
    dimension = dimension_of(left)
    return _base(dimension) if dimension == dimension_of(right) and dimension not in (None, "money") else None


@cache
def _base(dimension: str) -> str:
    rows = [u for u in units().values() if u.dimension == dimension]
    return min(rows, key=lambda u: (abs(math.log(u.factor)), u.offset, u.name)).name


def _interval(value: QuantityValue, other: QuantityValue, to: str) -> Interval:
    below, above = _leeway(value, other)
    low = -math.inf if value.low is None else _converted(value, value.low, to)
    high = math.inf if value.high is None else _converted(value, value.high, to)
    least = -math.inf if value.low is None else _converted(value, value.low - below, to)
    most = math.inf if value.high is None else _converted(value, value.high + above, to)
    return Interval(min(low, high), max(low, high), min(least, most), max(least, most))


def _converted(value: QuantityValue, number: float, to: str) -> float:
    found = convert(number, value.unit, to) if value.unit else number
    divisor = units().get(value.per or "")
    return (number if found is None else found) / (divisor.factor if divisor is not None else 1.0)


def _leeway(value: QuantityValue, other: QuantityValue) -> tuple[float, float]:
    """How far below and above the said number the truth may lie."""
    share = _hedge_share(value)
    unit = units().get(value.unit or "") if value.unit != other.unit else None
    doubt = unit.tolerance if unit is not None else 0.0
    low = max(_hedged(value.low, share), abs(value.low or 0.0) * doubt, _rounding(value.low, value, other))
    high = max(_hedged(value.high, share), abs(value.high or 0.0) * doubt, _rounding(value.high, value, other))
    if value.hedge == "nearly":
        high = min(high, abs(value.high or 0.0) * 0.01)
    if value.hedge == "just_over":
        low = min(low, abs(value.low or 0.0) * 0.01)
    return low, high


def _hedged(number: float | None, share: float) -> float:
    """A share of the number, but no more than one and a half of its last digit: "some 146" is no 149."""
    if number is None or share == 0.0:
        return 0.0
    wide = abs(number) * share
    return wide if share == _VAGUE else min(wide, 1.5 * _step(number))


def _hedge_share(value: QuantityValue) -> float:
    if value.hedge == "vague":
        return _VAGUE
    return _HEDGED if value.approximate else 0.0


def _rounding(number: float | None, value: QuantityValue, other: QuantityValue) -> float:
    """Half of the last significant digit, within the share that readers take for the same figure."""
    if number is None or number == 0:
        return 0.0
    half = _step(number) / 2
    if value.unit != other.unit:
        return half if dimension_of(value.unit) == "duration" else min(half, abs(number) * _CONVERTED)
    if (value.unit is None and abs(number) < _SMALL_COUNT) or value.kind in ("age", "magnitude", "share"):
        return 0.0
    return min(half, abs(number) * _ROUNDED) if half > 0.5 else 0.0


@lru_cache(maxsize=4096)
def _step(number: float) -> float:
    """The unit of the last significant digit: 19,000 gives 1,000, 8.5 gives 0.1."""
    if not math.isfinite(number):
        return 0.0
    exponent = Decimal(repr(number)).normalize().as_tuple().exponent
    return 10.0 ** int(exponent) if isinstance(exponent, int) else 0.0


def _rounds(left: QuantityValue, right: QuantityValue, a: Interval, b: Interval) -> bool:
    """Decimals cut off in the same unit: 2.8 and 3 percent, 12.8 and 13 metres."""
    if (
        left.unit != right.unit
        or left.unit is None
        or not (a.low == a.high and b.low == b.high)
        or left.low is None
        or right.low is None
    ):
        return False
    fine, coarse = sorted((left.low, right.low), key=_step)
    step = _step(coarse)
    return _step(fine) < step <= 1.0 and abs(fine - coarse) <= step / 2 and abs(fine - coarse) <= _CUT * abs(coarse)
