"""Whether two measures are of the same property of the same thing, as far as the words tell."""

from reconcile.measure.populations import DIFFERENT, PART, SAME, UNKNOWN, comparability, one_event, same_noun
from reconcile.model.quantities import QuantityValue

_COUNTED = frozenset({"count", "share"})


def of_one_thing(left: QuantityValue, right: QuantityValue) -> str:
    """Whether two numbers count the same people or things, or measure one property: same, part, unknown or different."""
    return comparability(left, right) if left.kind in _COUNTED else measured_alike(left, right)


def measured_alike(left: QuantityValue, right: QuantityValue) -> str:
    """Whether two measures are of the same property of the same thing: same, part, unknown or different.

    The property ("depth"), the thing ("well") and the governing verb ("fly") speak for or against it, in this order.
    """
    if left.dimension and right.dimension and left.dimension != right.dimension:
        return DIFFERENT
    if left.of and right.of and left.kind != "age":
        noun = same_noun(left.of, right.of)
        if noun != SAME:
            return noun if noun in (DIFFERENT, PART) else UNKNOWN
    if left.of and right.of and left.kind == "age":
        return SAME if left.of.lower() == right.of.lower() else UNKNOWN
    if (
        not one_event(left.event, right.event)
        and not (left.of and right.of)
        and not (left.dimension and right.dimension)
    ):
        return UNKNOWN
    shared = (left.dimension and right.dimension) or (left.of and right.of) or (left.event and right.event)
    return SAME if shared or (left.kind == right.kind == "score") or left.kind == "magnitude" else UNKNOWN
