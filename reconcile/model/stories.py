"""Which reports tell the same story, and how alike any two of them are."""

from collections.abc import Mapping
from itertools import combinations

from attrs import frozen

from reconcile.model.reasons import Reason


@frozen
class Stories:
    """``groups`` of report ids, every report in exactly one; ``likeness`` in [0, 1] by pair of ids (sorted), 0 where missing.

    Very many reports are held against each other in ``parts``; ``usual`` is then how alike a report is to the others of its group.
    """

    groups: tuple[tuple[str, ...], ...] = ()
    likeness: Mapping[tuple[str, str], float] = {}
    usual: Mapping[str, float] = {}
    parts: int = 1

    def alike(self, left: str, right: str) -> float:
        """How alike two reports are; 1 for a report and itself. Of two reports of different parts what is usual for both."""
        if left == right:
            return 1.0
        found = self.likeness.get((left, right) if left < right else (right, left))
        return min(self.usual.get(left, 0.0), self.usual.get(right, 0.0)) if found is None else found

    def of(self, members: tuple[str, ...]) -> "Stories":
        """The one story of these reports by itself."""
        pairs = combinations(sorted(members), 2)
        alike = {pair: self.likeness[pair] for pair in pairs if pair in self.likeness}
        return Stories((members,), alike, {m: self.usual[m] for m in members if m in self.usual}, self.parts)


@frozen
class Group:
    """Reports of one event: ``id`` is stable for the same reports, ``reasons`` tell for each report what it shares with the others."""

    id: str
    report_ids: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()
