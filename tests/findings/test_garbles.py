"""Garble findings: what the other passages show, what is mended, and what stands untouched."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from reconcile.config import Config
from reconcile.extract import marks
from reconcile.findings import garbles
from reconcile.findings.repairs import repairs
from reconcile.model.findings import Finding
from reconcile.model.marks import Mark
from reconcile.model.readings import Reading
from reconcile.model.repairs import Repaired
from reconcile.model.reports import Report
from reconcile.model.spans import Span
from reconcile.text.reading import read

_CASES = tomllib.loads((Path(__file__).parent / "cases" / "garbles.toml").read_text(encoding="utf-8"))["case"]

_FORMS = tomllib.loads((Path(__file__).parents[1] / "extract" / "cases" / "marks.toml").read_text(encoding="utf-8"))[
    "hit"
]


def _readings(*texts: str) -> list[Reading]:
    documents = [read(Report(text, id=f"r{number}"), Config()) for number, text in enumerate(texts)]
    return [Reading(document, marks=marks.find(document)) for document in documents]


def _found(*texts: str) -> tuple[Finding, ...]:
    readings = _readings(*texts)
    return garbles.find(readings, garbles.suspects(readings, ()))


@pytest.mark.parametrize("case", _CASES, ids=lambda c: c["label"])
def test_find(case: dict[str, Any]) -> None:
    found = _found(*case["texts"])
    rows = [[f.kind, f.evidence[0].text, *([] if f.suggestion is None else [f.suggestion])] for f in found]
    assert rows == case["expect"]
    for finding, supported in zip(found, case.get("support", ()), strict=False):
        assert sorted({e.report_id for e in finding.evidence[1:]}) == supported


@pytest.mark.parametrize("case", _CASES, ids=lambda c: c["label"])
def test_evidence_gives_back_its_text(case: dict[str, Any]) -> None:
    for finding in _found(*case["texts"]):
        for evidence in finding.evidence:
            text = case["texts"][int(evidence.report_id[1:])]
            assert text[evidence.start : evidence.end] == evidence.text
            assert len(evidence.text) <= 160
        assert finding.category == "garble"
        assert finding.relation == ""
        assert finding.reasons
        assert finding.summary.endswith((".", "?"))
        assert finding.scope == ("cross" if len(finding.report_ids) > 1 else "within")


@pytest.mark.parametrize("case", _CASES, ids=lambda c: c["label"])
def test_order_of_reports_changes_nothing(case: dict[str, Any]) -> None:
    readings = _readings(*case["texts"])
    there, back = (garbles.find(r, garbles.suspects(r, ())) for r in (readings, readings[::-1]))
    assert {(f.id, f.kind, f.suggestion) for f in there} == {(f.id, f.kind, f.suggestion) for f in back}


def test_frame_names_its_passages() -> None:
    finding = _found(
        "Aid went to the victims of the war in South Ossetia. Georgia.\n\nThe war in Georgia began in August.",
        "The war in Georgia has cost many lives, and the war with Georgia is not over.",
    )[0]
    assert [e.text for e in finding.evidence] == [
        "war in South Ossetia. Georgia",
        "war in Georgia",
        "war in Georgia",
        "war with Georgia",
    ]
    assert "South Ossetia" not in (finding.suggestion or "")
    assert "garble.frame-filled-elsewhere" in {r.code for r in finding.reasons}


def test_shared_slip_is_a_sign_of_one_origin() -> None:
    both = "The goverment fell on Monday."
    found = _found(both, f"It was late. {both}")
    assert [f.kind for f in found] == ["misspelt_word", "misspelt_word"]
    assert all("garble.shared" in {r.code for r in f.reasons} for f in found)
    assert all(f.scope == "cross" for f in found)


def test_leftovers_are_no_sign_of_one_origin() -> None:
    page = "The road was closed on Monday.\n\nLeave a Reply"
    assert all(f.scope == "within" for f in _found(page, f"Nobody was hurt.\n\n{page}"))


def test_marks_of_later_stages_are_told() -> None:
    readings = _readings("The fair began on Monday, 3 March 2020.")
    mark = Mark("weekday_mismatch", Span(18, 38), "Monday, 3 March 2020", "weekdays.mismatch", None, 0.8,
                (("date", "2020-03-03"), ("told", "Monday"), ("weekday", "Tuesday")))  # fmt: skip
    found = garbles.find(readings, garbles.suspects(readings, (), extra_marks={"r0": (mark,)}))
    assert [(f.kind, f.evidence[0].text) for f in found] == [("weekday_mismatch", "Monday, 3 March 2020")]
    assert "Tuesday" in found[0].summary


def test_repairs_mend_what_can_be_argued() -> None:
    text = "Experts belive that that the the talks will fail.. They had no time.Nobody came"
    found = _found(text)
    mended = Repaired.of("r0", text, repairs(found, "r0"))
    assert mended.text == "Experts believe that that the talks will fail. They had no time. Nobody came"
    assert {e.rule for e in mended.edits} <= {f.id for f in found}
    assert repairs(found, "another") == ()
    assert repairs(found, "r0", min_confidence=0.99) == ()


def test_of_two_repairs_that_overlap_the_surer_holds() -> None:
    finding = _found("Experts belive it.")[0]
    wider = evolve(
        finding,
        id="g-other",
        confidence=0.2,
        suggestion="Nobody",
        evidence=(evolve(finding.evidence[0], start=0, text="Experts belive"),),
    )
    assert [e.new for e in repairs([wider, finding], "r0")] == ["believe"]


def test_mojibake_is_told_as_received() -> None:
    finding = _found("The minister\u00e2\u20ac\u2122s car was stolen on Monday.")[0]
    assert finding.evidence[0].text == "\u00e2\u20ac\u2122"
    assert finding.suggestion == "\u2019"


@pytest.mark.parametrize("case", _FORMS, ids=lambda c: c["label"])
def test_every_mark_is_worded(case: dict[str, Any]) -> None:
    found = _found(case["text"])
    assert len(found) >= len(case["expect"])
    for finding in found:
        assert not finding.summary.startswith(f"{finding.kind}:"), finding.reasons[0].code
        assert "{" not in finding.summary


def test_nothing_of_nothing() -> None:
    assert garbles.find([], garbles.suspects([], ())) == ()
    assert _found("", " ") == ()
