"""The command ``reconcile``: files in, a report out."""

from reconcile.cli.command import main

__all__ = ["main"]
