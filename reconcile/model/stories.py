"""Which reports tell the same story, and how alike any two of them are."""

from collections.abc import Mapping

from attrs import frozen

from reconcile.model.reasons import Reason


@frozen
class Stories:
    """``groups`` of report ids, every report in exactly one; ``likeness`` in [0, 1] by pair of ids (sorted), 0 where missing."""

    groups: tuple[tuple[str, ...], ...] = ()
    likeness: Mapping[tuple[str, str], float] = {}

    def alike(self, left: str, right: str) -> float:
        """How alike two reports are; 1 for a report and itself."""
        return 1.0 if left == right else self.likeness.get((left, right) if left < right else (right, left), 0.0)


@frozen
class Group:
    """Reports of one event: ``id`` is stable for the same reports, ``reasons`` tell for each report what it shares with the others."""

    id: str
    report_ids: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()
