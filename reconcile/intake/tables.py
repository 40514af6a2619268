"""Tables of many events: rows grouped by the column that names their event."""

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path

from attrs import fields

from reconcile.errors import ReportError
from reconcile.intake.files import parsed, read_text, report_of
from reconcile.model.reports import Report

_FIELDS = frozenset(a.name for a in fields(Report))
_FIELD_LIMIT = 10_000_000


def read_events(file: Path, by: str, meta: Mapping[str, object]) -> dict[str, list[Report]]:
    """The reports of each event, events in the order of their first row.

    ``.csv`` (with a header row) and ``.jsonl``/``.ndjson``; the column ``by`` names the event, ``text`` holds the report, the
    other fields of :class:`reconcile.Report` are taken where there are columns of their names, further columns are passed
    over. Raises :class:`ReportError` with file and row.
    """
    events: dict[str, list[Report]] = {}
    for where, row in _rows(file):
        if by not in row:
            raise ReportError(f"{where}: column {by!r} is missing; there are {', '.join(sorted(map(str, row)))}")
        event = row[by]
        if event is None or event == "":
            raise ReportError(f"{where}: column {by!r} is empty")
        told = {name: value for name, value in row.items() if name in _FIELDS and value != ""}
        events.setdefault(str(event), []).append(report_of(told, where, file.name, meta))
    return events


def _rows(file: Path) -> Iterator[tuple[str, Mapping[str, object]]]:
    suffix = file.suffix.lower()
    if suffix == ".csv":
        yield from _csv_rows(file)
    elif suffix in (".jsonl", ".ndjson"):
        yield from _json_rows(file)
    else:
        raise ReportError(f"{file}: unknown kind of table {suffix!r}; read are .csv, .jsonl, .ndjson")


def _json_rows(file: Path) -> Iterator[tuple[str, Mapping[str, object]]]:
    for number, line in enumerate(read_text(file).split("\n"), 1):
        if not line.strip():
            continue
        where = f"{file}:{number}"
        row = parsed(line, where)
        if not isinstance(row, Mapping):
            raise ReportError(f"{where}: expected an object, got {type(row).__name__}")
        yield where, row


def _csv_rows(file: Path) -> Iterator[tuple[str, Mapping[str, object]]]:
    text = read_text(file)
    limit = csv.field_size_limit(_FIELD_LIMIT)  # an article may be longer than the default of 128 KiB
    try:
        rows = list(csv.DictReader(StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise ReportError(f"{file}: not a CSV file: {error}") from error
    finally:
        csv.field_size_limit(limit)
    for number, row in enumerate(rows, 2):
        if None in row:
            raise ReportError(f"{file}: row {number} has more cells than the header")
        yield f"{file}: row {number}", row
