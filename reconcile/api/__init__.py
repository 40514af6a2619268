"""What the package offers, and how the stages are put together: ``stages`` lists them, ``combining`` shows the whole way."""

from reconcile.api.combining import combine
from reconcile.api.finders import explain_names, find_entities, find_quantities, find_times, name_similarity
from reconcile.api.processes import Crew, process_context
from reconcile.api.reconciler import Reconciler
from reconcile.api.reconciling import checked_reports, group_reports, read_all, reconcile, settled
from reconcile.api.stages import Stages, read_report

__all__ = [
    "Crew",
    "Reconciler",
    "Stages",
    "checked_reports",
    "combine",
    "explain_names",
    "find_entities",
    "find_quantities",
    "find_times",
    "group_reports",
    "name_similarity",
    "process_context",
    "read_all",
    "read_report",
    "reconcile",
    "settled",
]
