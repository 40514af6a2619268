"""Files, folders and patterns to reports; every error names the file and what is wrong with it."""

import json
from collections.abc import Callable, Iterable, Mapping
from glob import glob, has_magic
from os import PathLike
from pathlib import Path

from reconcile.errors import ArgumentError, ReportError
from reconcile.model.reports import Report

Reader = Callable[[Path, Mapping[str, object]], tuple[Report, ...]]


def read_reports(*paths: str | PathLike[str], **meta: object) -> tuple[Report, ...]:
    """Read reports from files, folders (with all below) and patterns ("news/*.txt", "**" for any depth).

    ``.txt`` and ``.md`` are one report each, ``.html`` and ``.htm`` one article (extra ``html``), ``.json`` holds one report
    object or a list of them, ``.jsonl`` and ``.ndjson`` one object a line, with the fields of :class:`reconcile.Report`.
    ``meta`` fills the fields that a file leaves open (``published``, ``source``, ``url``...). Files come in the order given,
    those of a folder or pattern sorted by name, each once. Raises :class:`ReportError` that names the file (and line) for
    what is missing, unreadable, of an unknown kind or not a report; a folder or pattern without any report is such a case.
    """
    files = dict.fromkeys(file for path in paths for file in _expanded(path))
    return tuple(report for file in files for report in read_file(file, meta))


def read_file(file: Path, meta: Mapping[str, object]) -> tuple[Report, ...]:
    """The reports of one file."""
    reader = _READERS.get(file.suffix.lower())
    if reader is None:
        raise ReportError(
            f"{file}: unknown kind of file {file.suffix or '(no ending)'!r}; read are {', '.join(_READERS)}"
        )
    return reader(file, {name: value for name, value in meta.items() if value is not None})


def _expanded(path: str | PathLike[str]) -> list[Path]:
    if not isinstance(path, str | PathLike) or isinstance(path, bytes):
        raise ArgumentError(f"a path must be str or os.PathLike, got {type(path).__name__}")
    place = Path(path)
    if place.is_dir():
        found = sorted(
            f for f in place.rglob("*") if f.suffix.lower() in _READERS and f.is_file() and not _hidden(f, place)
        )
        if not found:
            raise ReportError(f"{place}: the folder holds no report; read are {', '.join(_READERS)}")
        return found
    if not place.exists() and has_magic(str(place)):
        matches = sorted(Path(name) for name in glob(str(place), recursive=True))  # noqa: PTH207 -- Path.glob takes no absolute pattern
        if not matches:
            raise ReportError(f"{place}: no file matches the pattern")
        return [file for match in matches for file in _expanded(match)]
    if not place.exists():
        raise ReportError(f"{place}: no such file or folder")
    return [place]


def _hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def read_bytes(file: Path) -> bytes:
    """The bytes of a file. Raises :class:`ReportError` naming it."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise ReportError(f"{file}: cannot be read: {error.strerror or error}") from error


def read_text(file: Path) -> str:
    """The UTF-8 text of a file, without a byte order mark. Raises :class:`ReportError` naming it."""
    try:
        return read_bytes(file).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReportError(f"{file}: not UTF-8 at byte {error.start}: {error.reason}") from error


def _plain(file: Path, meta: Mapping[str, object]) -> tuple[Report, ...]:
    return (Report.from_file(file, **meta),)


def _html(file: Path, meta: Mapping[str, object]) -> tuple[Report, ...]:
    try:
        report = Report.from_html(read_bytes(file), **meta)
    except ReportError as error:
        raise ReportError(f"{file}: {error}") from error
    return (report if report.source else Report.from_html(read_bytes(file), **{**meta, "source": file.name}),)


def _json(file: Path, meta: Mapping[str, object]) -> tuple[Report, ...]:
    data = parsed(read_text(file), str(file))
    if isinstance(data, list):
        return tuple(report_of(item, f"{file}[{number}]", file.name, meta) for number, item in enumerate(data))
    return (report_of(data, str(file), file.name, meta),)


def _json_lines(file: Path, meta: Mapping[str, object]) -> tuple[Report, ...]:
    return read_lines(read_text(file).split("\n"), str(file), file.name, meta)


def read_lines(lines: Iterable[str], where: str, source: str, meta: Mapping[str, object]) -> tuple[Report, ...]:
    """One report a line of JSON; blank lines are passed over. ``source`` names those that name none themselves."""
    return tuple(
        report_of(parsed(line, f"{where}:{number}"), f"{where}:{number}", source, meta)
        for number, line in enumerate(lines, 1)
        if line.strip()
    )


def parsed(text: str, where: str) -> object:
    """JSON, with its place in the error."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReportError(f"{where}: not JSON: {error}") from error


def report_of(data: object, where: str, source: str, meta: Mapping[str, object]) -> Report:
    """A report from a JSON object; ``meta`` and ``source`` fill what it leaves open."""
    if not isinstance(data, Mapping):
        raise ReportError(f"{where}: expected an object with the fields of a report, got {type(data).__name__}")
    told = {name: value for name, value in data.items() if value is not None}
    return Report.from_dict({"source": source, **meta, **told}, where=where)


_READERS: dict[str, Reader] = {
    ".txt": _plain,
    ".md": _plain,
    ".html": _html,
    ".htm": _html,
    ".json": _json,
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
}
