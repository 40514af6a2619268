import sys

import pytest
from attrs import evolve

from reconcile.errors import ArgumentError, MissingExtraError
from reconcile.render.tables import TABLES
from reconcile.results import Reconciliation

pd = pytest.importorskip("pandas", reason="pandas is an extra")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("name", ["ferry", "hostile", "empty", "large"])
def test_frames_hold_the_rows(name: str, table: str, request: pytest.FixtureRequest) -> None:
    result = request.getfixturevalue(name)
    frame, rows = result.to_frame(table), result.to_rows(table)
    assert len(frame) == len(rows)
    if rows:
        assert list(frame.columns) == list(rows[0])
    assert len(frame.columns) > 1


def test_evidence_gives_back_its_words(ferry: Reconciliation) -> None:
    texts = {r.id: r.text for r in ferry.reports}
    for row in ferry.to_frame("evidence").to_dict("records"):
        assert texts[row["report"]][row["start"] : row["end"]] == row["text"]
    assert list(ferry.to_frame("evidence")["side"]) == [1, 2, 1, 2, 1, 1, 0, 0, 0]


def test_matrix_has_a_column_for_every_report(ferry: Reconciliation) -> None:
    frame = ferry.to_frame("matrix").set_index("finding")
    assert frame.loc["c1", "agency"] == "contradicts"
    assert frame.loc["s1", "harbour news"] == "silent"


def test_the_order_of_reports_changes_nothing(ferry: Reconciliation) -> None:
    turned = evolve(ferry, reports=ferry.reports[::-1])
    for table in ("findings", "evidence", "matrix"):
        assert turned.to_rows(table) == ferry.to_rows(table)
        assert list(turned.to_frame(table).columns) == list(ferry.to_frame(table).columns)
    assert turned.to_text() == ferry.to_text()
    assert turned.to_csv() == ferry.to_csv()


def test_timeline_is_made_of_times(ferry: Reconciliation) -> None:
    frame = ferry.to_frame("timeline")
    assert str(frame["start"].dtype) == "datetime64[s]"
    assert (frame["end"] - frame["start"]).dt.days.tolist() == [1, 1]


def test_claims_name_their_slots(ferry: Reconciliation) -> None:
    frame = ferry.to_frame("claims")
    assert frame["time"].tolist()[0] == "Sunday"
    assert frame["speakers"].tolist() == ["the coast guard", "police"]


@pytest.mark.parametrize("table", ["", "gossip", None])
def test_an_unknown_table_is_refused(ferry: Reconciliation, table: str) -> None:
    with pytest.raises(ArgumentError, match="findings, evidence, claims, timeline, matrix"):
        ferry.to_frame(table)


def test_without_pandas_the_extra_is_named(ferry: Reconciliation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r"reconcile\[pandas\]"):
        ferry.to_frame()
    assert ferry.to_rows("findings")
