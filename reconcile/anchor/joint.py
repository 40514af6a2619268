"""All reports of one event together: the window in which each was written, and their times resolved in it."""

from collections.abc import Sequence

from reconcile.anchor.evidence import evidence_of
from reconcile.anchor.passages import resolve_in_window
from reconcile.anchor.windows import firm_days, from_others, met, own_window
from reconcile.config import Config
from reconcile.model.readings import Anchored, Reading
from reconcile.model.times import Window


def anchor(readings: Sequence[Reading], config: Config) -> dict[str, Anchored]:
    """Every report's window and resolved times by report id; independent of the order of ``readings``."""
    ordered = sorted(readings, key=lambda reading: reading.report_id)
    windows = publication_windows(ordered)
    return {r.report_id: _anchored(r, windows[r.report_id], config) for r in ordered}


def publication_windows(readings: Sequence[Reading]) -> dict[str, Window]:
    """The window of every report by id: its own where it tells one, narrowed by the others', else the weeks round theirs."""
    told = {r.report_id: evidence_of(r) for r in readings}
    firm = {key: firm_days(evidence) for key, evidence in told.items()}
    event_days = sorted({day for days in firm.values() for day in days})
    own = {key: own_window(evidence, event_days) for key, evidence in told.items()}
    windows = {}
    for key, evidence in told.items():
        others = from_others(evidence, list(own.values()), list(firm.values()))
        windows[key] = others if own[key].start is None else own[key] if firm[key] else met(own[key], others)
    return windows


def _anchored(reading: Reading, window: Window, config: Config) -> Anchored:
    return Anchored(reading.report_id, window, resolve_in_window(reading.times, window, config.date_order))
