"""Lexicon files: every entry says what it means and where it comes from, and its example sentences are run."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from reconcile.config import Config
from reconcile.model.reports import Report
from reconcile.text.reading import read

FOLDER = Path(__file__).resolve().parents[2] / "reconcile" / "lexicon" / "en"
TABLES = sorted(FOLDER.glob("*.toml"))
LISTS = sorted(FOLDER.glob("*.txt"))
Entry = Mapping[str, object]


def entries() -> list[tuple[str, str, Entry]]:
    """(file, section, entry) of every table."""
    return [
        (path.stem, section, entry)
        for path in TABLES
        for section, entry in tomllib.loads(path.read_text(encoding="utf-8")).items()
    ]


def _strings(value: object) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list) else []


def in_zone(section: str, sentence: str) -> bool:
    """Whether a paragraph of its own would be set apart as that kind of page leftover."""
    document = read(Report(f"The council met on Monday.\n\n{sentence}"), Config())
    return any(zone.kind == section and zone.span.end == len(document.text) for zone in document.zones)


# file -> does this sentence show what this section is about?
RUNNERS: dict[str, Callable[[str, str], bool]] = {"zones": in_zone}


def examples(answer: str) -> list[tuple[str, str, str]]:
    return [
        (file, section, sentence)
        for file, section, entry in entries()
        if file in RUNNERS
        for sentence in _strings(entry.get(answer))
    ]


@pytest.mark.parametrize("path", TABLES, ids=lambda p: p.stem)
def test_table_parses_and_is_not_empty(path: Path) -> None:
    assert tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TABLES, ids=lambda p: p.stem)
def test_table_says_what_and_whence(path: Path) -> None:
    """Every entry by itself; a table of reference data or wording, where no entry does, by the comment that opens it."""
    text = path.read_text(encoding="utf-8")
    table = tomllib.loads(text)
    assert [name for name, entry in table.items() if not isinstance(entry, dict)] == [], "stands outside a section"
    if any("sense" in entry for entry in table.values()):
        lacking = [name for name, e in table.items() if not (str(e.get("sense", "")) and str(e.get("source", "")))]
        assert lacking == [], "no sense or no source"
    else:
        comment = "".join(line for line in text.splitlines()[:6] if line.startswith("#"))
        assert len(comment) > 60, "neither entries nor the file say what this is and where it comes from"


@pytest.mark.parametrize("path", LISTS, ids=lambda p: p.stem)
def test_list_says_whence_and_repeats_nothing(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("#"), f"{path.name} does not begin with a comment that says what it is"
    words = [line.split("#", 1)[0].strip() for line in lines]
    words = [word for word in words if word]
    assert sorted({w for w in words if words.count(w) > 1}) == []


@pytest.mark.parametrize(("file", "section", "sentence"), examples("yes"))
def test_yes_example_is_one(file: str, section: str, sentence: str) -> None:
    assert RUNNERS[file](section, sentence)


@pytest.mark.parametrize(("file", "section", "sentence"), examples("no"))
def test_no_example_is_none(file: str, section: str, sentence: str) -> None:
    assert not RUNNERS[file](section, sentence)
