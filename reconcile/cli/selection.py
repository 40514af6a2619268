"""Which findings are shown."""

from attrs import evolve, frozen

from reconcile.results import Reconciliation


@frozen
class Selection:
    """Findings of the categories in ``only`` (all where empty) with at least ``min_confidence``."""

    only: tuple[str, ...] = ()
    min_confidence: float | None = None

    def of(self, result: Reconciliation) -> Reconciliation:
        """The result with these findings alone."""
        least = self.min_confidence or 0.0
        kept = tuple(f for f in result.findings if f.confidence >= least and (not self.only or f.category in self.only))
        return evolve(result, findings=kept)
