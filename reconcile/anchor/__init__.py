"""When each report was written, and where on the calendar the times in it lie."""

from reconcile.anchor.joint import anchor

__all__ = ["anchor"]
