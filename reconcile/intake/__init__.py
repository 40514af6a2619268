"""Files and tables to reports."""

from reconcile.intake.files import read_reports

__all__ = ["read_reports"]
