import json
from datetime import date
from pathlib import Path

import pytest

from reconcile.errors import ArgumentError, ReportError
from reconcile.intake import read_reports


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text("Second.", encoding="utf-8")
    (tmp_path / "a.md").write_text("# First\n\nText.", encoding="utf-8")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "c.json").write_text(
        json.dumps({"text": "Third.", "published": "2024-03-05"}), encoding="utf-8"
    )
    lines = [{"text": "Fourth.", "source": "Wire"}, None, {"text": "Fifth."}]
    text = "\n".join("" if line is None else json.dumps(line) for line in lines)
    (tmp_path / "below" / "d.jsonl").write_text(text, encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text("Never.", encoding="utf-8")
    (tmp_path / "notes.log").write_text("Never.", encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_in_the_order_of_names(folder: Path) -> None:
    reports = read_reports(folder)
    assert [r.text for r in reports] == ["# First\n\nText.", "Second.", "Third.", "Fourth.", "Fifth."]
    assert [r.source for r in reports] == ["a.md", "b.txt", "c.json", "Wire", "d.jsonl"]
    assert reports[2].published == date(2024, 3, 5)


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        ("*.txt", ["Second."]),
        ("**/*.json*", ["Third.", "Fourth.", "Fifth."]),
        ("below", ["Third.", "Fourth.", "Fifth."]),
    ],
)
def test_patterns(folder: Path, pattern: str, texts: list[str]) -> None:
    assert [r.text for r in read_reports(str(folder / pattern))] == texts


def test_each_file_once(folder: Path) -> None:
    assert len(read_reports(folder / "b.txt", folder / "*.txt", str(folder / "b.txt"))) == 1


def test_meta_fills_what_is_open(folder: Path) -> None:
    reports = read_reports(folder / "below", published="2024-01-01", source="Desk")
    assert [str(r.published) for r in reports] == ["2024-03-05", "2024-01-01", "2024-01-01"]
    assert [r.source for r in reports] == ["Desk", "Wire", "Desk"]


def test_a_page_gives_its_article(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="trafilatura is an extra")
    body = "".join(
        f"<p>The harbour of Port Ellan was closed for day {n} after the storm, officials said.</p>" for n in range(9)
    )
    page = f"<html><head><title>Harbour closed</title></head><body><article><h1>Harbour closed</h1>{body}</article></body></html>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (report,) = read_reports(tmp_path / "page.html")
    assert "closed for day 3" in report.text
    assert report.source == "page.html"


FAULTS = [
    ("missing.txt", None, "missing.txt: no such file or folder"),
    ("*.nothing", None, "no file matches the pattern"),
    ("a.pdf", b"x", "a.pdf: unknown kind of file '.pdf'; read are .txt"),
    ("noending", b"x", "noending: unknown kind of file '(no ending)'"),
    ("a.txt", b"caf\xe9", "a.txt: not UTF-8 at byte 3"),
    ("a.json", b"{", "a.json: not JSON"),
    ("a.json", b"5", "a.json: expected an object"),
    ("a.json", b'[{"text": "x"}, {"txt": "y"}]', "a.json[1]: unknown field txt"),
    ("a.json", b'{"text": 5}', "a.json: Report.text must be str"),
    ("a.jsonl", b'{"text": "x"}\n{"published": "2024-01-01"}', "a.jsonl:2: field 'text' is missing"),
    ("a.jsonl", b'{"text": "x"}\n\nnope', "a.jsonl:3: not JSON"),
    ("a.jsonl", b'{"text": "x", "published": "tomorrow"}', "a.jsonl:1: published must be an ISO 8601 date"),
]


@pytest.mark.parametrize(("name", "content", "message"), FAULTS, ids=[m for _, _, m in FAULTS])
def test_errors_name_the_file(tmp_path: Path, name: str, content: bytes | None, message: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(ReportError) as caught:
        read_reports(tmp_path / name)
    assert message in str(caught.value)


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="holds no report"):
        read_reports(tmp_path)


@pytest.mark.parametrize("path", [5, None, b"a.txt"])
def test_what_is_no_path_is_refused(path: object) -> None:
    with pytest.raises(ArgumentError, match="a path must be str"):
        read_reports(path)  # type: ignore[arg-type]


def test_a_line_separator_within_json_is_no_new_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "one\u2028two"}\n', encoding="utf-8")
    assert [r.text for r in read_reports(tmp_path / "a.jsonl")] == ["one\u2028two"]


def test_no_paths_are_no_reports() -> None:
    assert read_reports() == ()
