"""reconcile: where several reports of one event agree, contradict each other, stand alone, or are garbled."""

from reconcile.api import (
    find_entities,
    find_quantities,
    find_times,
    name_similarity,
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
from reconcile.model.reports import Report

__version__ = "0.1.0"

__all__ = [
    "ArgumentError",
    "Config",
    "ConfigError",
    "FormatError",
    "MissingExtraError",
    "ReconcileError",
    "Report",
    "ReportError",
    "find_entities",
    "find_quantities",
    "find_times",
    "name_similarity",
]
