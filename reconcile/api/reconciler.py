"""A growing set of reports."""

from reconcile.api.combining import combine
from reconcile.api.memory import Memory
from reconcile.api.processes import Crew
from reconcile.api.reconciling import checked_reports, settled
from reconcile.api.stages import Stages, read_report
from reconcile.config import Config
from reconcile.errors import ArgumentError
from reconcile.lexicon.load import building
from reconcile.model.changes import Changes, changes
from reconcile.model.readings import Reading
from reconcile.model.reports import Report
from reconcile.results import Reconciliation


class Reconciler:
    """Reconciles a growing set of reports; each report is read once, and the result equals the batch result.

    One more report costs what it changes: its story is aligned and compared anew, the other stories are kept as they are.

    Raises :class:`ArgumentError` for a report whose id is there already, and for removing one that is not.
    """

    def __init__(self, config: Config | None = None, stages: Stages | None = None) -> None:
        self._config, self._stages = settled(config, stages)
        self._readings: dict[str, Reading] = {}
        self._memory = Memory(remembers=True)
        self._result: Reconciliation | None = None

    def add(self, report: Report) -> Changes:
        """Read one more report; tells which findings appeared, changed or fell away."""
        (checked,) = checked_reports([report])
        if checked.id in self._readings:
            raise ArgumentError(f"a report of id {checked.id!r} is there already; remove it first")
        before = self.result()
        with building():
            self._readings[checked.id] = read_report(checked, self._config, self._stages)
        self._result = None
        return changes(before.findings, self.result().findings)

    def remove(self, report_id: str) -> Changes:
        """Forget a report by its id."""
        if report_id not in self._readings:
            raise ArgumentError(
                f"no report of id {report_id!r}; there are: {', '.join(sorted(self._readings)) or 'none'}"
            )
        before = self.result()
        del self._readings[report_id]
        self._result = None
        return changes(before.findings, self.result().findings)

    def result(self) -> Reconciliation:
        """The reconciliation of all reports added so far."""
        if self._result is None:
            with building():
                readings = tuple(self._readings.values())
                self._result = combine(readings, self._config, self._stages, self._memory, Crew(1))
        return self._result
