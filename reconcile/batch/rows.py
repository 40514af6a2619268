"""Rows of a frame as reports: what cannot be read is told, what can be saved is saved, nothing is lost."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from attrs import evolve, fields, frozen

from reconcile.batch.schema import ERROR, WARNING
from reconcile.errors import ReportError
from reconcile.model.reports import Report, report_id

FIELDS = tuple(a.name for a in fields(Report))
Row = Mapping[str, object]


@frozen
class Remark:
    """What is to be told of a row: ``status`` is "warning" (read, but not as given) or "error" (not read)."""

    status: str
    message: str


@frozen
class Intake:
    """``reports`` with distinct ids; ``ids`` names for each row its report, None where it could not be read."""

    reports: tuple[Report, ...]
    ids: tuple[str | None, ...]
    remarks: tuple[Remark, ...]


def intake(rows: Sequence[Row]) -> Intake:
    """The reports of one event, or of a mixed stream.

    A row without text is an error, a date that cannot be read is left out with a warning. Equal rows are one report. Different
    reports of one id are all kept, each under the id with a digest of its contents, so the order of rows decides nothing.
    """
    remarks: list[Remark] = []
    read = [_report(row, number, remarks) for number, row in enumerate(rows, 1)]
    by_id: dict[str, list[Report]] = defaultdict(list)
    for report in read:
        if report is not None:
            by_id[report.id].append(report)
    names: dict[Report, str] = {}
    for given, reports in sorted(by_id.items()):
        remarks.extend(_named(given, reports, names))
    kept = {name: evolve(report, id=name) for report, name in names.items()}
    return Intake(
        tuple(kept[name] for name in sorted(kept)),
        tuple(None if report is None else names[report] for report in read),
        tuple(sorted(remarks, key=lambda r: (r.status, r.message))),
    )


def _report(row: Row, number: int, remarks: list[Remark]) -> Report | None:
    told = {name: value for name, value in row.items() if name in FIELDS and value is not None}
    for name in ("id", "source"):  # numbers serve as names
        if name in told:
            told[name] = str(told[name])
    where = f"report {told['id']!r}" if told.get("id") else f"row {number} of the event"
    if "text" not in told:
        remarks.append(Remark(ERROR, f"{where}: text is null"))
        return None
    if "published" in told:
        told["published"] = _day(told["published"])
    try:
        return Report.from_dict(told, where=where)
    except ReportError as error:
        problem = error
    told.pop("published", None)
    try:
        report = Report.from_dict(told, where=where)
    except ReportError as error:
        remarks.append(Remark(ERROR, str(error)))
        return None
    remarks.append(Remark(WARNING, f"{problem}; read without a date"))
    return report


def _day(value: object) -> object:
    # Frames have moments where they mean days: midnight without a zone is a day of which the hour is unknown.
    if isinstance(value, datetime) and value.time() == time() and value.tzinfo is None:
        return value.date()
    return value.isoformat() if isinstance(value, date) and type(value) not in (date, datetime) else value


def _named(given: str, reports: Sequence[Report], names: dict[Report, str]) -> list[Remark]:
    different = sorted(set(reports), key=_contents)
    told = []
    if len(reports) > len(different):
        told.append(
            Remark(
                WARNING,
                f"report {given!r}: {len(reports)} rows, {len(different)} of them different; equal ones are one report",
            )
        )
    if len(different) == 1:
        names[different[0]] = given
        return told
    for report in different:
        names[report] = f"{given}~{report_id(None, _contents(report))[:8]}"
    read_as = ", ".join(sorted(names[r] for r in different))
    told.append(Remark(WARNING, f"{len(different)} different reports have the id {given!r}; read as {read_as}"))
    return told


def _contents(report: Report) -> str:
    return repr([getattr(report, name) for name in FIELDS])
