"""A defect with the passages that speak against it, before it is worded."""

from attrs import frozen

from reconcile.model.marks import Mark
from reconcile.model.reasons import Reason
from reconcile.model.spans import Span


@frozen
class Suspect:
    """``mark`` in the report ``report_id``; ``support`` are (report id, clean span) of other passages, best first."""

    report_id: str
    mark: Mark
    support: tuple[tuple[str, Span], ...] = ()
    reasons: tuple[Reason, ...] = ()
