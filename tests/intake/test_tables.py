from datetime import date
from pathlib import Path

import pytest

from reconcile.errors import ReportError
from reconcile.intake.tables import read_events


def _file(folder: Path, name: str, content: str) -> Path:
    file = folder / name
    file.write_text(content, encoding="utf-8")
    return file


def test_csv_rows_become_reports_of_their_events(tmp_path: Path) -> None:
    file = _file(
        tmp_path,
        "e.csv",
        'event,text,source,published,views\nx,"One, two.",A,2024-03-05,9\ny,Three.,,,\nx,Four.,B,,1\n',
    )
    events = read_events(file, "event", {})
    assert [(name, [r.text for r in reports]) for name, reports in events.items()] == [
        ("x", ["One, two.", "Four."]),
        ("y", ["Three."]),
    ]
    assert events["x"][0].published == date(2024, 3, 5)
    assert events["y"][0].source == "e.csv"


def test_json_lines_and_numbers_as_events(tmp_path: Path) -> None:
    file = _file(
        tmp_path,
        "e.jsonl",
        '{"id": "r1", "cluster": 7, "text": "One."}\n\n{"cluster": 7, "text": "Two.", "extra": []}\n',
    )
    (reports,) = read_events(file, "cluster", {"source": "Wire"}).values()
    assert (reports[0].id, reports[0].source) == ("r1", "Wire")


def test_a_long_article_fits_a_cell(tmp_path: Path) -> None:
    text = "word " * 60_000
    assert read_events(_file(tmp_path, "e.csv", f"event,text\nx,{text}\n"), "event", {})["x"][0].text == text


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("e.csv", "text\nx\n", "e.csv: row 2: column 'event' is missing; there are text"),
        ("e.csv", "event,text\n,x\n", "e.csv: row 2: column 'event' is empty"),
        ("e.csv", "event,text\na,x,y\n", "e.csv: row 2 has more cells than the header"),
        ("e.csv", 'event,text\na,"x\n', "e.csv: not a CSV file"),
        ("e.csv", "event,title\na,x\n", "e.csv: row 2: field 'text' is missing"),
        ("e.jsonl", "[1]\n", "e.jsonl:1: expected an object"),
        ("e.xlsx", "x", "e.xlsx: unknown kind of table"),
    ],
)
def test_errors_name_file_and_row(tmp_path: Path, name: str, content: str, message: str) -> None:
    with pytest.raises(ReportError) as caught:
        read_events(_file(tmp_path, name, content), "event", {})
    assert message in str(caught.value)
