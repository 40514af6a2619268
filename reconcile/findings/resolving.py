"""One value for a fact with several: by range, majority of origins, minimum, or the first source. The others are always kept."""

from collections.abc import Callable, Sequence

from reconcile.model.comparisons import ValueGroup
from reconcile.model.findings import Side
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason

Sides = Sequence[tuple[Side, ValueGroup]]


def resolved(sides: Sides, how: str) -> Reason | None:
    """The reason that tells the summed-up value of numbers that disagree; None where the sides are no numbers."""
    if not sides or any(_number(group) is None for _, group in sides):
        return None
    return Reason.of(f"resolution.{how.replace('_', '-')}", value=_RULES[how](sides))


def _number(group: ValueGroup) -> float | None:
    for member in group.members:
        value = member.value
        if isinstance(value, QuantityValue):
            return value.low if value.low is not None else value.high
    return None


def _range(sides: Sides) -> str:
    ordered = sorted(sides, key=lambda s: _number(s[1]) or 0.0)
    return f"{ordered[0][0].value} to {ordered[-1][0].value}"


def _majority(sides: Sides) -> str:
    """The value with the most independent origins; none where two have as many."""
    most = max(side.origins for side, _ in sides)
    leading = [side.value for side, _ in sides if side.origins == most]
    return leading[0] if len(leading) == 1 else "none"


def _minimum(sides: Sides) -> str:
    return min(sides, key=lambda s: _number(s[1]) or 0.0)[0].value


def _first_source(sides: Sides) -> str:
    """The value of the report whose id comes first."""
    return min(sides, key=lambda s: min(e.report_id for e in s[0].evidence))[0].value


_RULES: dict[str, Callable[[Sides], str]] = {
    "range": _range, "majority": _majority, "minimum": _minimum, "source_order": _first_source,
}  # fmt: skip
