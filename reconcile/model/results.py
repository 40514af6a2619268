"""The whole outcome of a reconciliation, as data."""

from functools import cached_property

from attrs import define

from reconcile.config import Config
from reconcile.model.claims import Claim, Comparison, Fact
from reconcile.model.entities import Entity
from reconcile.model.findings import Evidence, Finding
from reconcile.model.reports import Report
from reconcile.model.reviews import Review
from reconcile.model.times import TimelineEntry, Window


@define(frozen=True, slots=False)
class Origin:
    """Passages that were copied from one text: reports in ``report_ids`` share ``evidence`` and count as one voice there."""

    id: str
    report_ids: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    reason: str


@define(frozen=True, slots=False)
class Dated:
    """When a report was written, as told or inferred."""

    report_id: str
    window: Window


@define(frozen=True, slots=False)
class Result:
    """Everything that a reconciliation found; :class:`reconcile.Reconciliation` adds the renderings.

    ``findings`` are ranked, most important first. ``unchecked`` are passages that no extractor understood. ``reviews`` are
    what people decided about findings; they change no finding.
    """

    reports: tuple[Report, ...] = ()
    claims: tuple[Claim, ...] = ()
    facts: tuple[Fact, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    findings: tuple[Finding, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    entities: tuple[Entity, ...] = ()
    origins: tuple[Origin, ...] = ()
    unchecked: tuple[Evidence, ...] = ()
    windows: tuple[Dated, ...] = ()
    config: Config = Config()
    version: str = ""
    reviews: tuple[Review, ...] = ()

    def _of(self, category: str) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.category == category)

    @cached_property
    def agreements(self) -> tuple[Finding, ...]:
        """Findings on which reports agree."""
        return self._of("agreement")

    @cached_property
    def contradictions(self) -> tuple[Finding, ...]:
        """Findings on which reports, or one report with itself, cannot both be right."""
        return self._of("contradiction")

    @cached_property
    def garbles(self) -> tuple[Finding, ...]:
        """Defects of the texts."""
        return self._of("garble")

    @cached_property
    def single_source(self) -> tuple[Finding, ...]:
        """What only one origin says."""
        return self._of("single_source")
