import pytest
from attrs import evolve

from reconcile.model.findings import Finding
from reconcile.model.results import Result
from reconcile.model.reviews import Review
from reconcile.render.passages import letters
from reconcile.render.view import safe_url, verdict, view_of
from reconcile.results import Reconciliation
from tests.factory import evidence, finding, report, side

A, B = report("Ten people died. Ten ships left.", "A"), report("Nine people died. Ten ships left.", "B")
CONFLICT = finding(
    "contradiction", "quantity", side("10", evidence(A, "Ten people")), side("9", evidence(B, "Nine people"))
)
UPDATE = evolve(CONFLICT, id="u", relation="update")
WITHIN = evolve(CONFLICT, id="w", scope="within")
AGREED = finding("agreement", "quantity", side("10", evidence(A, "Ten ships"), evidence(B, "Ten ships")))
BROKEN = finding("garble", "other", evidence=(evidence(A, "Ten"),))
LEFTOVER = evolve(BROKEN, id="l", kind="boilerplate")
ALONE = finding("single_source", "event", evidence=(evidence(A, "died"),))


@pytest.mark.parametrize(
    ("reports", "findings", "said"),
    [
        (0, (), "There was no report to reconcile."),
        (1, (), "There is one report and nothing to compare it with; it does not contradict itself."),
        (1, (WITHIN,), "There is one report and nothing to compare it with; it contradicts itself on one point."),
        (2, (), "The two reports share nothing that could be compared."),
        (2, (BROKEN,), "The two reports share nothing that could be compared; one passage is garbled."),
        (2, (LEFTOVER,), "The two reports share nothing that could be compared."),
        (2, (CONFLICT,), "The two reports contradict each other on one point."),
        (2, (CONFLICT, AGREED), "The two reports contradict each other on one point and agree on one point."),
        (
            2,
            (UPDATE, AGREED),
            "The two reports do not contradict each other, revise one another on one point and agree on one point.",
        ),
        (
            2,
            (AGREED, BROKEN),
            "The two reports do not contradict each other and agree on one point; one passage is garbled.",
        ),
    ],
)
def test_verdict(reports: int, findings: tuple[Finding, ...], said: str) -> None:
    assert verdict(Result(reports=(A, B)[:reports], findings=findings)) == said


def test_contradictions_come_first_and_numbers_run_through() -> None:
    view = view_of(Result(reports=(A, B), findings=(ALONE, AGREED, BROKEN, CONFLICT)))
    assert [(f.number, f.category) for f in view.findings] == [
        (1, "contradiction"),
        (2, "garble"),
        (3, "agreement"),
        (4, "single_source"),
    ]


def test_leftovers_of_the_page_come_last() -> None:
    view = view_of(Result(reports=(A, B), findings=(LEFTOVER, ALONE, BROKEN)))
    assert [f.id for f in view.findings] == [BROKEN.id, ALONE.id, LEFTOVER.id]


def test_reports_are_lettered_by_date_and_name() -> None:
    dated = report("x", "Z", published="2024-03-05")
    assert [r.name for r in view_of(Result(reports=(B, A, dated))).reports] == ["Z", "A", "B"]


@pytest.mark.parametrize(
    ("number", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
)
def test_letters(number: int, letter: str) -> None:
    assert letters(number) == letter


@pytest.mark.parametrize(
    ("relation", "stances"),
    [("conflict", ["contradicts"] * 2 + ["silent"]), ("update", ["updates"] * 2 + ["silent"])],
)
def test_matrix_of_contradictions(relation: str, stances: list[str]) -> None:
    silent = report("Nothing.", "C")
    view = view_of(Result(reports=(A, B, silent), findings=(evolve(CONFLICT, relation=relation),)))
    assert [c.stance for c in view.matrix[0].cells] == stances
    assert [c.side for c in view.matrix[0].cells] == [1, 2, 0]


def test_matrix_takes_the_graver_stance_of_one_fact() -> None:
    both = (evolve(AGREED, fact_id="f"), evolve(CONFLICT, fact_id="f"), evolve(ALONE, fact_id="g"))
    rows = view_of(Result(reports=(A, B), findings=both)).matrix
    assert [[c.stance for c in row.cells] for row in rows] == [["contradicts", "contradicts"], ["alone", "silent"]]


def test_matrix_keeps_the_kinds_of_one_fact_apart() -> None:
    both = (evolve(AGREED, fact_id="f"), evolve(ALONE, fact_id="f"))
    rows = view_of(Result(reports=(A, B), findings=both)).matrix
    assert [[c.stance for c in row.cells] for row in rows] == [["agrees", "agrees"], ["alone", "silent"]]


def test_every_passage_has_a_place_in_the_text(ferry: Reconciliation) -> None:
    view = view_of(ferry)
    opened = [name for r in view.reports for line in r.paragraphs for piece in line for name in piece.opens]
    assert len(opened) == len(set(opened))
    assert {p.anchor for f in view.findings for p in f.passages} == set(opened)
    assert {target for r in view.reports for line in r.paragraphs for p in line for _, target in p.notes} == {
        f.anchor for f in view.findings
    }


def test_pieces_hold_the_whole_text(ferry: Reconciliation) -> None:
    for report_view, received in zip(view_of(ferry).reports, ferry.reports, strict=True):
        lines = ["".join(p.text for p in line) for line in report_view.paragraphs]
        assert lines == [line for line in received.text.split("\n") if line.strip()]


def test_garbled_passage_comes_before_those_that_argue() -> None:
    argued = finding("garble", "wrong_entity", evidence=(evidence(B, "Nine"), evidence(A, "Ten")), suggestion="Ten")
    assert [p.report for p in view_of(Result(reports=(A, B), findings=(argued,))).findings[0].passages] == ["B", "A"]


def test_sources_are_called_by_their_letters() -> None:
    told = evolve(CONFLICT, summary="They differ: “Ten people” (A) against “Nine (B) people” (B and A) or “x” (C).")
    view = view_of(Result(reports=(A, B, report("x", "Desk")), findings=(told,)))
    assert view.findings[0].headline == "They differ: “Ten people” (A) against “Nine (B) people” (B, A) or “x” (C)."
    named = evolve(told, summary="“x” (Desk) against “y” (Desk and A)")
    assert (
        view_of(Result(reports=(A, B, report("x", "Desk")), findings=(named,))).findings[0].headline
        == "“x” (C) against “y” (C, A)"
    )


def test_reviews_are_shown_with_their_finding(ferry: Reconciliation) -> None:
    assert [f.review for f in view_of(ferry).findings if f.review] == [
        Review("c1", "confirmed", "police called at noon")
    ]


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://x.example/a?b=1", "https://x.example/a?b=1"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//x.example", ""),
        ("https://x.example/\u202e", ""),
        (None, ""),
    ],
)
def test_safe_url(url: str | None, shown: str) -> None:
    assert safe_url(url) == shown
