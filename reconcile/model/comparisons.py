"""What comparing the values of one fact gave: groups of values that fit together, and which groups cannot both be right."""

from attrs import frozen

from reconcile.model.claims import Claim, Comparison, Slot
from reconcile.model.entities import EntityValue
from reconcile.model.pickled import by_fields
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason
from reconcile.model.times import TimeValue


@by_fields
@frozen
class Member:
    """A claim with the slot whose value is compared; ``slot`` None compares the claim as a whole."""

    claim: Claim
    slot: Slot | None

    @property
    def value(self) -> TimeValue | QuantityValue | EntityValue | None:
        """The value of the slot, None where there is none."""
        return None if self.slot is None else self.slot.value


@by_fields
@frozen
class ValueGroup:
    """Members whose values fit together. ``relation``: "exact", "compatible" or "approximate", as loose as the loosest pair."""

    members: tuple[Member, ...]
    relation: str = "exact"

    @property
    def report_ids(self) -> tuple[str, ...]:
        """The reports that state a value of the group, sorted."""
        return tuple(sorted({m.claim.report_id for m in self.members}))

    @property
    def number(self) -> float | None:
        """The least that the first of its numbers allows, None where it has none."""
        values = (m.value for m in self.members)
        return next((v.low for v in values if isinstance(v, QuantityValue) and v.low is not None), None)


@frozen
class Conflict:
    """Two groups (by number) that cannot both be right. ``score`` in [0, 1]: how surely they speak of the same thing.

    ``relation`` is "conflict" or "update", ``scope`` "cross" or "within". ``reports`` are those of the two claims that show it best.
    """

    left: int
    right: int
    score: float
    relation: str = "conflict"
    scope: str = "cross"
    reasons: tuple[Reason, ...] = ()
    reports: tuple[str, ...] = ()


@frozen
class Compared:
    """One slot of one fact after comparison. ``score`` is the strength of the links that hold the fact together."""

    fact_id: str
    kind: str
    groups: tuple[ValueGroup, ...]
    conflicts: tuple[Conflict, ...]
    comparisons: tuple[Comparison, ...] = ()
    score: float = 0.5
