"""The verdict on two quantities: first whether they tell of the same thing, then whether the numbers can both be right."""

from reconcile.measure.quantities import relation
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason

_VERDICTS = {"equal": ("SAME", 1.0), "refines": ("EQUIVALENT", 0.9), "coarser": ("COARSER", 0.9), "approximate": ("APPROXIMATE", 0.8)}


def compare(left: QuantityValue, right: QuantityValue) -> tuple[str, float, tuple[Reason, ...]]:
    """(verdict, score, reasons). CONFLICT only where both count or measure the same thing and the numbers exclude each other."""
    found = relation(left, right)
    if found == "incomparable":
        return "UNCLEAR", 0.0, (Reason.of("quantity.incomparable", left=left.unit, right=right.unit),)
    if found in _VERDICTS:
        verdict, score = _VERDICTS[found]
        return verdict, score, (Reason.of(f"quantity.{found}"),)
    if left.of is not None and left.of == right.of:
        return "CONFLICT", 0.9, (Reason.of("quantity.disjoint", of=left.of),)
    return "UNCLEAR", 0.0, (Reason.of("quantity.other-thing"),)
