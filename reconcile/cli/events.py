"""Tables of many events: one result for each, an error of one as a line or file that says so, nothing lost."""

import hashlib
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from attrs import evolve

from reconcile.api import reconcile
from reconcile.cli.outputs import SUFFIX, Writer
from reconcile.cli.selection import Selection
from reconcile.config import Config
from reconcile.errors import ReconcileError, ReportError
from reconcile.intake.tables import read_events
from reconcile.model.reports import Report
from reconcile.render.interchange import dumps
from reconcile.results import Reconciliation

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 80


def write_events(
    paths: tuple[str, ...],
    by: str,
    meta: Mapping[str, object],
    config: Config | None,
    selection: Selection,
    writer: Writer,
    workers: int,
) -> set[str]:
    """Reconcile every event of the tables and return the categories found.

    With an output folder each event becomes a file in the writer's format; without, a line of JSON with ``event`` and
    ``result``, or ``event`` and ``error`` where its reports cannot be reconciled.
    """
    if not paths:
        raise ReportError("--events needs a table: .csv, .jsonl or .ndjson")
    folder = writer.output
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    found: set[str] = set()
    for event, reports in _events(paths, by, meta).items():
        outcome = _outcome(reports, config, workers)
        if isinstance(outcome, Reconciliation):
            outcome = selection.of(outcome)
            found.update(f.category for f in outcome.findings)
        if folder is None:
            writer.write(_line(event, outcome))
        else:
            _write_file(folder, event, outcome, writer)
    return found


def _events(paths: tuple[str, ...], by: str, meta: Mapping[str, object]) -> dict[str, list[Report]]:
    events: dict[str, list[Report]] = {}
    given = {name: value for name, value in meta.items() if value is not None}
    for path in paths:
        for event, reports in read_events(Path(path), by, given).items():
            events.setdefault(event, []).extend(reports)
    return events


def _outcome(reports: list[Report], config: Config | None, workers: int) -> Reconciliation | str:
    try:
        return reconcile(reports, config=config, workers=workers)
    except ReconcileError as error:
        return str(error)


def _line(event: str, outcome: Reconciliation | str) -> str:
    told: object = {"error": outcome} if isinstance(outcome, str) else {"result": outcome.to_dict()}
    return dumps({"event": event, **told})  # type: ignore[dict-item]


def _write_file(folder: Path, event: str, outcome: Reconciliation | str, writer: Writer) -> None:
    if isinstance(outcome, str):
        sys.stderr.write(f"reconcile: event {event!r}: {outcome}\n")
        evolve(writer, output=folder / f"{file_name(event)}.error.txt").write(outcome)
        return
    suffix = SUFFIX.get(writer.form, f".{writer.form}")
    evolve(writer, output=folder / f"{file_name(event)}{suffix}").write(writer.rendered(outcome))


def file_name(event: str) -> str:
    """A name that stays within its folder; changed ones end with a digest, so that no two events share one."""
    plain = _UNSAFE.sub("_", event).strip("._")[:_LONGEST]
    if plain and plain == event:
        return plain
    digest = hashlib.sha256(event.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{plain or 'event'}-{digest}"
