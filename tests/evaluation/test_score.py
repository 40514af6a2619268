"""Scoring on made-up findings, whose counts are known, and on the stories."""

import json
from pathlib import Path

import pytest

from reconcile import Evidence, Finding, Reconciliation, Report
from tests.evaluation.gold import Agreement, Contradiction, Event, Garble, Place, Trap, read_events
from tests.evaluation.matching import falls_into, tells_agreement, tells_contradiction
from tests.evaluation.score import Counts, lines, reliability, score, sum_of

A = Report("Nine people died on Sunday, police said.", id="a")
B = Report("Ten people died on Sunday, the the mayor said.", id="b")
NINE, TEN = Place("a", 0, 11), Place("b", 0, 10)
SUNDAYS = (Place("a", 17, 26), Place("b", 16, 25))
EVENT = Event(
    "crash",
    (A, B),
    (Contradiction("dead", ("quantity",), ((NINE,), (TEN,))),),
    (Agreement("day", ("time",), SUNDAYS),),
    (Garble("the the", ("duplicated_word",), Place("b", 27, 34)),),
    (Trap("speakers", (Place("a", 28, 34), Place("b", 31, 40))),),
)


def finding(category: str, kind: str, *places: Place, confidence: float = 0.8) -> Finding:
    texts = {"a": A.text, "b": B.text}
    evidence = tuple(Evidence(p.report, p.start, p.end, texts[p.report][p.start : p.end]) for p in places)
    relation = {"agreement": "exact", "contradiction": "conflict"}.get(category, "")
    return Finding(f"{category}-{places[0].start}", category, kind, relation, confidence, "", (), evidence)


def of(*findings: Finding) -> Reconciliation:
    return Reconciliation(reports=(A, B), findings=findings)


def test_nothing_told_finds_nothing() -> None:
    found = score(EVENT, of())
    assert found.total("contradictions") == Counts(1, 0, 0, 0)
    assert found.total("agreements").recall == 0
    assert len(found.misses) == 2


def test_everything_told_is_found() -> None:
    found = score(
        EVENT,
        of(
            finding("contradiction", "quantity", NINE, TEN),
            finding("agreement", "time", *SUNDAYS),
            finding("garble", "duplicated_word", Place("b", 27, 34)),
        ),
    )
    assert [found.total(t) for t in ("contradictions", "agreements", "garbles")] == [Counts(1, 1, 1, 1)] * 3
    assert (found.trap_hits, found.misses, found.alarms) == (0, (), ())


def test_one_side_is_no_contradiction() -> None:
    assert not tells_contradiction(finding("contradiction", "quantity", NINE), EVENT.contradictions[0])
    assert not tells_agreement(finding("agreement", "time", SUNDAYS[0]), EVENT.agreements[0])


def test_long_evidence_counts_for_nothing() -> None:
    long = Report("x " * 200 + "Nine people died", id="a")
    place = Evidence("a", 0, len(long.text), long.text)
    wide = Finding(
        "c", "contradiction", "quantity", "conflict", 0.9, "", (), (place, Evidence("b", 0, 10, B.text[:10]))
    )
    assert not tells_contradiction(wide, EVENT.contradictions[0])


def test_a_trap_and_a_false_alarm_are_counted() -> None:
    told = finding("contradiction", "attribution", Place("a", 28, 34), Place("b", 31, 40), confidence=0.95)
    assert falls_into(told, EVENT.traps[0])
    found = score(EVENT, of(told))
    assert (found.trap_hits, found.total("contradictions").precision) == (1, 0.0)
    assert list(reliability(found.reliability)) == [("0.9-1.0", 1, 0.95, 0.0)]


def test_sums_add_up() -> None:
    one = score(EVENT, of(finding("contradiction", "quantity", NINE, TEN)))
    both = sum_of([one, score(EVENT, of())])
    assert both.total("contradictions") == Counts(2, 1, 1, 1)
    assert any("recall    1 of    2" in line for line in lines(both))


def test_a_folder_is_read(tmp_path: Path) -> None:
    for folder in ("articles", "gold"):
        (tmp_path / folder).mkdir()
    for report in (A, B):
        article = {
            "id": report.id,
            "text": report.text,
            "title": None,
            "source": "x",
            "published": "2024-03-05",
            "event": 1,
        }
        (tmp_path / "articles" / f"{report.id}.json").write_text(json.dumps(article), encoding="utf-8")
    gold = {
        "event": 1, "name": "crash", "reports": ["a", "b"], "garbles": [], "agreements": [],
        "contradictions": [{
            "id": "c1", "kind": "quantity", "topic": "dead, update", "strength": "arguable", "scope": "cross",
            "sides": [{"value": "9", "evidence": [{"report": "a", "start": 0, "end": 11}]},
                      {"value": "10", "evidence": [{"report": "b", "start": 0, "end": 10}]}],
        }],
        "traps": [{"id": "t1", "why": "speakers", "evidence": [{"report": "a", "start": 28, "end": 34}]}],
    }  # fmt: skip
    (tmp_path / "gold" / "event-1.json").write_text(json.dumps(gold), encoding="utf-8")
    (event,) = read_events(tmp_path)
    assert [r.id for r in event.reports] == ["a", "b"]
    assert event.contradictions[0].sides == ((NINE,), (TEN,))
    assert event.contradictions[0].relation == "update"


@pytest.mark.parametrize("counts", [Counts(), Counts(3, 2, 5, 1)])
def test_shares_lie_between_nothing_and_all(counts: Counts) -> None:
    assert 0 <= counts.recall <= 1
    assert 0 <= counts.precision <= 1
