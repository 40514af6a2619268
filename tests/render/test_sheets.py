import csv
from io import StringIO

import pytest

from reconcile.errors import ArgumentError, FormatError
from reconcile.model.reviews import Review
from reconcile.results import Reconciliation


def _filled(result: Reconciliation, **decisions: tuple[str, str]) -> str:
    rows = list(csv.DictReader(StringIO(result.to_csv(), newline="")))
    sink = StringIO()
    writer = csv.DictWriter(sink, rows[0].keys())
    writer.writeheader()
    for row in rows:
        row["verdict"], row["note"] = decisions.get(row["id"], (row["verdict"], row["note"]))
        writer.writerow(row)
    return sink.getvalue()


def test_columns_and_order(ferry: Reconciliation) -> None:
    rows = list(csv.DictReader(StringIO(ferry.to_csv(), newline="")))
    assert [r["id"] for r in rows] == ["c1", "c2", "g1", "a1", "s1", "g2"]
    assert rows[0]["passages"] == "A: at least 12 people | B: Fifteen people"
    assert [r["verdict"] for r in rows] == ["confirmed", "", "", "", "", ""]


def test_no_cell_is_calculated(hostile: Reconciliation) -> None:
    for row in csv.reader(StringIO(hostile.to_csv(), newline="")):
        assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r")) for value in row)


def test_reviews_come_back_and_are_shown(ferry: Reconciliation) -> None:
    reviewed = ferry.with_reviews(
        _filled(ferry, c2=("Dismissed", "=both titles"), g1=("", "ask the desk"), c1=("", ""))
    )
    assert reviewed.reviews == (
        Review("c1", "confirmed", "police called at noon"),
        Review("c2", "dismissed", "=both titles"),
        Review("g1", "open", "ask the desk"),
    )
    for shown in (reviewed.to_text(), reviewed.to_markdown(), reviewed.to_html(), reviewed._repr_html_()):
        assert "dismissed" in shown
    for shown in (reviewed.to_text(), reviewed.to_markdown(), reviewed.to_html(), reviewed.to_csv()):
        assert "both titles" in shown
        assert "ask the desk" in shown
    assert Reconciliation.from_json(reviewed.to_json()) == reviewed
    assert reviewed.findings == ferry.findings
    assert reviewed.with_reviews(reviewed.to_csv()) == reviewed


@pytest.mark.parametrize("separator", [";", "\t"])
def test_what_a_spreadsheet_saves_is_read(ferry: Reconciliation, separator: str) -> None:
    saved = (
        "\ufeff"
        + separator.join(("verdict", "id", "own column"))
        + "\r\n"
        + separator.join(("dismissed", "c2", "x"))
        + "\r\n"
    )
    assert ferry.with_reviews(saved).reviews[-1] == Review("c2", "dismissed", "")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "row 1: column id, verdict is missing"),
        ("id,note\nc1,x\n", "row 1: column verdict is missing"),
        ("id,verdict\nzz,confirmed\n", "row 2, column id: no finding of id 'zz'"),
        (
            "id,verdict\nc1,perhaps\n",
            "row 2, column verdict: expected confirmed, dismissed, open or nothing, got 'perhaps'",
        ),
        ("id,verdict\nc1,confirmed\nc1,dismissed\n", "row 3, column id: finding 'c1' was reviewed above"),
        ('id,verdict\nc1,"confirmed\n', "not a CSV file"),
    ],
)
def test_a_foreign_file_is_refused(ferry: Reconciliation, text: str, message: str) -> None:
    with pytest.raises(FormatError) as caught:
        ferry.with_reviews(text)
    assert str(caught.value).startswith(message)


def test_bytes_are_refused(ferry: Reconciliation) -> None:
    with pytest.raises(ArgumentError):
        ferry.with_reviews(b"id,verdict")  # type: ignore[arg-type]


def test_hostile_ids_come_back(hostile: Reconciliation) -> None:
    assert hostile.with_reviews(hostile.to_csv()).reviews[0].finding_id == hostile.findings[0].id
