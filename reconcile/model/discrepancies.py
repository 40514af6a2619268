"""Numbers of one report that cannot both be right."""

from attrs import frozen

from reconcile.model.mentions import Mention
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason


@frozen
class Discrepancy:
    """Two passages of one report whose numbers cannot both be right, and why.

    The reason's code is arithmetic.conversion, words-digits, part-exceeds-total, sum or percent, with the numbers as parameters.
    """

    left: Mention[QuantityValue]
    right: Mention[QuantityValue]
    reason: Reason
