"""Lexicon files: every entry says what it means and where it comes from, and its example sentences are run."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.architecture.runners import RUNNERS, Example, shows

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


def examples(answer: str) -> list[tuple[str, str, Example]]:
    return [
        (file, section, tuple(example) if isinstance(example, list) else str(example))
        for file, section, entry in entries()
        for example in (entry.get(answer, ()) if isinstance(entry, dict) else ())
        if file in RUNNERS or isinstance(example, list)
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
    comment = "".join(line for line in text.splitlines()[:6] if line.startswith("#"))
    if "Source:" not in comment and any("sense" in entry for entry in table.values()):
        lacking = [name for name, e in table.items() if not (str(e.get("sense", "")) and str(e.get("source", "")))]
        assert lacking == [], "no sense or no source"
    else:
        assert len(comment) > 60, "neither entries nor the file say what this is and where it comes from"


@pytest.mark.parametrize("path", LISTS, ids=lambda p: p.stem)
def test_list_says_whence_and_repeats_nothing(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("#"), f"{path.name} does not begin with a comment that says what it is"
    words = [line.split("#", 1)[0].strip() for line in lines]
    words = [word for word in words if word]
    assert sorted({w for w in words if words.count(w) > 1}) == []


@pytest.mark.parametrize(("file", "section", "example"), examples("yes"))
def test_yes_example_is_one(file: str, section: str, example: Example) -> None:
    assert shows(file, section, example)


@pytest.mark.parametrize(("file", "section", "example"), examples("no"))
def test_no_example_is_none(file: str, section: str, example: Example) -> None:
    assert not shows(file, section, example)
