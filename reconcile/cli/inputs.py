"""What the command reads: reports, a saved result, settings, reviews."""

import json
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

from reconcile.api import reconcile
from reconcile.config import Config
from reconcile.errors import ConfigError, ReportError
from reconcile.intake.files import read_lines, read_reports, read_text
from reconcile.model.reports import Report
from reconcile.render.interchange import FORMAT
from reconcile.results import Reconciliation

STDIN = "-"


def result_of(
    paths: tuple[str, ...], meta: Mapping[str, object], config: Config | None, *, workers: int, progress: bool
) -> Reconciliation:
    """The result of the reports at ``paths``; a saved result is read instead of made."""
    if len(paths) == 1 and (saved := _saved(paths[0])) is not None:
        return saved
    reports = reports_of(paths, meta)
    return reconcile(reports, config=config, workers=workers, progress=progress or None)


def reports_of(paths: tuple[str, ...], meta: Mapping[str, object]) -> tuple[Report, ...]:
    """Reports of files, folders and patterns; "-", or nothing where standard input is no terminal, reads JSON lines."""
    if not paths and sys.stdin.isatty():
        raise ReportError("no reports given: name files, folders or patterns, or - for JSON lines on standard input")
    found: list[Report] = []
    for path in paths or (STDIN,):
        found.extend(_standard_input(meta) if path == STDIN else read_reports(path, **meta))
    return tuple(found)


def _standard_input(meta: Mapping[str, object]) -> tuple[Report, ...]:
    data = sys.stdin.buffer.read()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReportError(f"standard input: not UTF-8 at byte {error.start}: {error.reason}") from error
    told = {name: value for name, value in meta.items() if value is not None}
    return read_lines(text.split("\n"), "standard input", "standard input", told)


def _saved(path: str) -> Reconciliation | None:
    """The result that the file holds, None where it holds anything else."""
    file = Path(path)
    if file.suffix.lower() != ".json" or not file.is_file():
        return None
    text = read_text(file)
    try:
        data = json.loads(text)
    except ValueError:
        return None
    return Reconciliation.from_dict(data) if isinstance(data, dict) and data.get("format") == FORMAT else None


def load_config(file: Path | None) -> Config | None:
    """Settings from a TOML or JSON file: the names of :class:`reconcile.Config`, or a table ``reconcile`` of them."""
    if file is None:
        return None
    text = read_text(file)
    try:
        data = json.loads(text) if file.suffix.lower() == ".json" else tomllib.loads(text)
    except ValueError as error:
        raise ConfigError(f"{file}: {error}") from error
    if not isinstance(data, dict) or not isinstance(data.get("reconcile", {}), dict):
        raise ConfigError(f"{file}: expected a table of settings")
    try:
        return Config.from_dict(data.get("reconcile", data))
    except ConfigError as error:
        raise ConfigError(f"{file}: {error}") from error


def load_reviews(file: Path) -> str:
    """The text of a reviewed CSV file."""
    return read_text(file)
