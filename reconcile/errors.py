"""Every error that this library raises on purpose.

Bad input text never raises; bad arguments always do, with a subclass of :class:`ReconcileError`
that says what was got, what is allowed, and where.
"""


class ReconcileError(Exception):
    """Base of every error raised by reconcile."""


class ArgumentError(ReconcileError, ValueError):
    """An argument of the public interface is of the wrong type or outside its range."""


class ReportError(ReconcileError, ValueError):
    """A report cannot be built: missing file, not text, wrong field; the message names the file or field."""


class ConfigError(ReconcileError, ValueError):
    """A configuration value is unknown or outside its range."""


class FormatError(ReconcileError, ValueError):
    """A serialised result is not one of ours; the message holds the path to the fault."""


class MissingExtraError(ReconcileError, ImportError):
    """An optional dependency is not installed; the message names the extra to install."""
