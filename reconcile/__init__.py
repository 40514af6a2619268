"""reconcile: where several reports of one event agree, contradict each other, stand alone, or are garbled."""

from reconcile.api import (
    Reconciler,
    Stages,
    explain_names,
    find_entities,
    find_quantities,
    find_times,
    group_reports,
    name_similarity,
    reconcile,
)
from reconcile.config import Config
from reconcile.errors import (
    ArgumentError,
    ConfigError,
    FormatError,
    MissingExtraError,
    ReconcileError,
    ReportError,
)
from reconcile.intake.files import read_reports
from reconcile.model.changes import Changes
from reconcile.model.claims import Claim, Fact
from reconcile.model.entities import EntityMention
from reconcile.model.findings import Evidence, Finding, Side
from reconcile.model.quantities import Quantity
from reconcile.model.reports import Report
from reconcile.model.stories import Group
from reconcile.model.times import TimeExpression, TimelineEntry
from reconcile.results import Reconciliation
from reconcile.version import VERSION as __version__

__all__ = [
    "ArgumentError",
    "Changes",
    "Claim",
    "Config",
    "ConfigError",
    "EntityMention",
    "Evidence",
    "Fact",
    "Finding",
    "FormatError",
    "Group",
    "MissingExtraError",
    "Quantity",
    "ReconcileError",
    "Reconciler",
    "Reconciliation",
    "Report",
    "ReportError",
    "Side",
    "Stages",
    "TimeExpression",
    "TimelineEntry",
    "__version__",
    "explain_names",
    "find_entities",
    "find_quantities",
    "find_times",
    "group_reports",
    "name_similarity",
    "read_reports",
    "reconcile",
]
