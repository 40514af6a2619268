"""reconcile: where several reports of one event agree, contradict each other, stand alone, or are garbled.

The engine is loaded when one of its names is first used, so that importing the package costs little.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from reconcile.config import Config
from reconcile.errors import (
    ArgumentError,
    ConfigError,
    FormatError,
    MissingExtraError,
    ReconcileError,
    ReportError,
)
from reconcile.model.changes import Changes
from reconcile.model.claims import Claim, Fact
from reconcile.model.entities import EntityMention
from reconcile.model.findings import Evidence, Finding, Side
from reconcile.model.quantities import Quantity
from reconcile.model.reports import Report
from reconcile.model.stories import Group
from reconcile.model.times import TimeExpression, TimelineEntry
from reconcile.version import VERSION as __version__

if TYPE_CHECKING:
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
    from reconcile.intake.files import read_reports
    from reconcile.results import Reconciliation

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

_LOADED_ON_USE = {
    "Reconciler": "reconcile.api",
    "Stages": "reconcile.api",
    "explain_names": "reconcile.api",
    "find_entities": "reconcile.api",
    "find_quantities": "reconcile.api",
    "find_times": "reconcile.api",
    "group_reports": "reconcile.api",
    "name_similarity": "reconcile.api",
    "reconcile": "reconcile.api",
    "read_reports": "reconcile.intake.files",
    "Reconciliation": "reconcile.results",
}


def __getattr__(name: str) -> object:
    """Load the part of the engine that ``name`` stands in."""
    if name not in _LOADED_ON_USE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_LOADED_ON_USE[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
