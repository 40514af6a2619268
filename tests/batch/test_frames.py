import os
from collections.abc import Callable
from datetime import date, datetime

import pytest

from reconcile import ArgumentError, Config, Report, group_reports, reconcile
from reconcile.batch import events, group_frame, reconcile_frame
from tests import factory
from tests.batch.streams import BAD, EVENTS, FERRY, GOOD, QUAKE, is_told, plain

pytest.importorskip("pandas", reason="batch needs the extra pandas")
import pandas as pd


def good() -> pd.DataFrame:
    return pd.DataFrame(GOOD)


def told(frame: pd.DataFrame) -> list[tuple[object, ...]]:
    return [(row["event"], row["status"], row["message"]) for row in plain(frame)]


def test_rows_are_the_findings_of_every_event() -> None:
    found = reconcile_frame(good())
    assert list(dict.fromkeys(found["event"])) == [FERRY, "quake", "alone"]
    for event in (FERRY, "quake"):
        reports = [Report.from_dict({k: v for k, v in r.items() if k != "event"}) for r in GOOD if r["event"] == event]
        result = reconcile(reports)
        rows = found[(found["event"] == event) & (found["status"] == "ok")]
        assert rows["id"].tolist() == [f.id for f in result.findings]
        assert rows["summary"].tolist() == [f.summary for f in result.findings]
    assert "contradiction" in set(found[found["event"] == "quake"]["category"])


@pytest.mark.parametrize("table", ["findings", "evidence", "claims"])
def test_columns_are_those_of_a_single_result(table: str) -> None:
    single = reconcile([Report(t, id=t[:5]) for t in QUAKE]).to_frame(table)
    many = reconcile_frame(good(), table=table)
    assert list(many.columns) == ["event", "status", "message", *(c for c in single if c not in ("verdict", "note"))]
    assert many.drop(columns="event").dtypes.astype(str).isin({"string", "Int64", "Float64"}).all()
    assert reconcile_frame(good().iloc[:0], table=table).dtypes.equals(many.dtypes)
    shown = many[many["event"] == "quake"]
    assert len(shown) == len(reconcile([_report(r) for r in GOOD if r["event"] == "quake"]).to_frame(table))


def _report(row: dict[str, object]) -> Report:
    return Report.from_dict({k: v for k, v in row.items() if k != "event"})


def test_bad_rows_are_told_and_nothing_is_lost() -> None:
    found = reconcile_frame(pd.DataFrame([*GOOD, *BAD]))
    assert is_told(plain(found))
    assert {str(e) for e, _, _ in told(found)} == EVENTS
    ferry = found[(found["event"] == FERRY) & (found["status"] == "ok")]
    alone = reconcile_frame(good())
    assert ferry["id"].tolist() == alone[alone["event"] == FERRY]["id"].tolist()


def test_order_of_rows_decides_nothing_but_the_order_of_events() -> None:
    rows = pd.DataFrame([*GOOD, *BAD])
    one, other = reconcile_frame(rows), reconcile_frame(rows.iloc[::-1])
    for event in EVENTS - {"None"}:
        left, right = (f[f["event"] == event].reset_index(drop=True) for f in (one, other))
        pd.testing.assert_frame_equal(left, right)


def test_workers_change_nothing() -> None:
    rows = pd.DataFrame([*GOOD, *BAD])
    pd.testing.assert_frame_equal(reconcile_frame(rows, workers=2), reconcile_frame(rows))


class Deadly:
    """A value that ends the process which receives it."""

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (1,)


def test_a_worker_that_dies_costs_only_its_event() -> None:
    rows = good().assign(url=pd.Series([None, None, None, None, Deadly()], dtype=object))
    found = reconcile_frame(rows, workers=2)
    lost = found[found["event"] == "alone"]
    assert lost["message"].tolist() == ["the process that read this event of 1 row(s) died"]
    expected = reconcile_frame(good().iloc[:4])
    pd.testing.assert_frame_equal(found[found["event"] != "alone"], expected)


def test_an_event_that_fails_is_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(reports: tuple[Report, ...], **_: object) -> object:
        if any(r.id == "q1" for r in reports):
            raise RuntimeError("no such thing")
        return reconcile(reports)

    monkeypatch.setattr(events, "reconcile", failing)
    found = reconcile_frame(pd.DataFrame([*GOOD, *BAD]))
    assert ("quake", "error", "RuntimeError: no such thing") in told(found)
    assert is_told(plain(found))
    assert (found["event"] == FERRY).sum() > 3


def test_an_event_over_the_limit_is_a_row() -> None:
    rows = [{"event": "crowd", "id": str(n), "text": f"Hall {n} burned."} for n in range(5_000)]
    found = reconcile_frame(pd.DataFrame([*rows, *GOOD, *BAD]), config=Config(max_reports=4_999))
    assert [r for r in told(found) if r[0] == "crowd"] == [
        ("crowd", "error", "5000 reports; Config.max_reports is 4999")
    ]
    assert is_told(plain(found))


def test_settings_hold_for_every_event() -> None:
    sure = reconcile_frame(good(), config=Config(min_confidence=0.99))
    assert len(sure) < len(reconcile_frame(good()))
    assert (sure["confidence"].dropna() >= 0.99).all()


def test_types_of_cells() -> None:
    """Numbers name events and reports; moments, days and strings date them."""
    days = [pd.Timestamp("2023-03-06"), date(2023, 3, 6), "2023-03-06", datetime(2023, 3, 6, 9, 30), pd.NaT]
    frame = pd.DataFrame(
        {"event": 7, "id": range(5), "text": factory.HARBOUR, "published": pd.Series(days, dtype=object)}
    )
    found = reconcile_frame(frame)
    assert found["event"].dtype == frame["event"].dtype
    assert set(found["event"]) == {7}
    assert not set(found["status"]) - {"ok"}
    assert {i for reports in found["reports"] for i in reports.split()} == set("01234")


def test_many_rows_of_one_event() -> None:
    rows = [{"event": 1, "id": str(n), "text": f"Police said {n} people were in hall {n}."} for n in range(300)]
    found = reconcile_frame(pd.DataFrame(rows), table="claims")
    assert set(found["report"]) == {r["id"] for r in rows}


def test_groups_come_first_when_no_event_is_given() -> None:
    mixed = good().drop(columns="event")
    grouped = group_frame(mixed)
    expected = {i: g.id for g in group_reports([_report(r) for r in GOOD]) for i in g.report_ids}
    assert dict(zip(grouped["id"], grouped["event"], strict=True)) == expected
    assert grouped["event"][0] == grouped["event"][2] != grouped["event"][1]
    pd.testing.assert_frame_equal(reconcile_frame(mixed, by=None), reconcile_frame(grouped))


def test_groups_within_a_column() -> None:
    text = {"text": factory.HARBOUR}
    rows = pd.DataFrame(
        [{"id": "a", "day": "1 March", **text}, {"id": "b", "day": "1 March", **text}, {"id": "c", "day": None, **text}]
    )
    events_of = group_frame(rows, within="day")["event"]
    assert events_of[0] == events_of[1] != events_of[2]
    assert events_of[0].startswith("1 March:e-")
    found = reconcile_frame(rows, by=None, within="day")
    assert set(found["event"]) == set(events_of)


def test_rows_that_cannot_be_read_have_no_group() -> None:
    mixed = pd.DataFrame([*GOOD, *BAD]).drop(columns="event")
    grouped = group_frame(mixed)
    assert grouped["id"][grouped["event"].isna()].tolist() == ["null"]
    found = reconcile_frame(mixed, by=None)
    assert ("error", "report 'null': text is null") in [row[1:] for row in told(found)]


@pytest.mark.parametrize(
    ("change", "arguments", "message"),
    [
        (lambda f: f.drop(columns="text"), {}, "lacks the column 'text'; it has event, id"),
        (lambda f: f.drop(columns="event"), {}, "lacks the column 'event'"),
        (lambda f: f, {"by": "topic"}, "lacks the column 'topic'"),
        (lambda f: f, {"by": "id"}, "also a column of the table 'findings'"),
        (lambda f: f, {"by": 3}, "by must be the name of a column"),
        (lambda f: f, {"table": "matrix"}, "table must be one of findings, evidence, claims"),
        (lambda f: f, {"workers": 0}, "workers must be a whole number"),
        (lambda f: f, {"config": {}}, "config must be a Config"),
        (lambda f: f, {"within": "id"}, "within is for by=None"),
        (lambda f: f, {"by": None}, "has a column 'event' already"),
        (lambda f: f.drop(columns="event"), {"by": None, "within": "day"}, "lacks the column 'day'"),
        (lambda f: pd.concat([f, f[["text"]]], axis=1), {}, "more than one column 'text'"),
        (lambda f: f.assign(event=[[1]] * len(f)), {}, "holds list values, which name no event"),
        (lambda f: f.to_dict("records"), {}, "df must be a data frame, got list"),
    ],
)  # fmt: skip
def test_wrong_arguments(change: Callable[[object], pd.DataFrame], arguments: dict[str, object], message: str) -> None:
    with pytest.raises(ArgumentError, match=message):
        reconcile_frame(change(good()), **arguments)  # type: ignore[arg-type]
