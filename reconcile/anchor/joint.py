"""All reports of one event together: the window in which each was written, and their times resolved in it."""

from collections.abc import Sequence
from datetime import timedelta

from reconcile.anchor.passages import resolve_in_window
from reconcile.anchor.windows import window_of
from reconcile.config import Config
from reconcile.model.readings import Anchored, Reading
from reconcile.model.times import Window

# Reports of one event are written within some weeks of each other.
_SPREAD = timedelta(31)


def anchor(readings: Sequence[Reading], config: Config) -> dict[str, Anchored]:
    """Every report's window and resolved times by report id; independent of the order of ``readings``."""
    ordered = sorted(readings, key=lambda reading: reading.report_id)
    alone = {r.report_id: window_of(r) for r in ordered}
    return {r.report_id: _anchored(r, _joined(r.report_id, alone), config) for r in ordered}


def _joined(report_id: str, alone: dict[str, Window]) -> Window:
    """The report's own window, or, where it tells none, the weeks round the others'."""
    own = alone[report_id]
    if own.start is not None and own.end is not None:
        return own
    known = [w for w in alone.values() if w.start is not None and w.end is not None]
    if not known:
        return own
    start = min(w.start for w in known if w.start) - _SPREAD
    end = max(w.end for w in known if w.end) + _SPREAD
    if own.start is not None and start < own.start < end:
        start = own.start
    return Window(start, end, (*own.reasons, "window.others"))


def _anchored(reading: Reading, window: Window, config: Config) -> Anchored:
    return Anchored(reading.report_id, window, resolve_in_window(reading.times, window, config.date_order))
