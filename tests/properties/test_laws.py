"""The laws of reconciling, on generated news."""

from random import Random

from hypothesis import example, given
from hypothesis import strategies as st

from reconcile import Report, reconcile
from reconcile.config import Config
from reconcile.model.spans import Span
from reconcile.text.cleaning import replay
from reconcile.text.reading import read
from tests.benchmarks.generator import Scene, report, scene
from tests.properties import laws
from tests.properties.strategies import events, noisy, reports, scenes, texts


@given(scenes, st.integers(0, 99))
def test_a_report_agrees_with_its_own_copy(of: Scene, seed: int) -> None:
    laws.agrees_with_its_copy(report(of, seed, 90))


@given(scenes, st.integers(0, 99))
def test_each_figure_of_a_report_meets_its_copy(of: Scene, seed: int) -> None:
    """A sentence that counts something is one fact with the same sentence of the copy."""
    original = report(of, seed, 90)
    twin = laws.copy(original, "Copy")
    result = reconcile([original, twin])
    shared = [f for f in result.facts if set(f.report_ids) == {original.id, twin.id}]
    together = {(c.report_id, c.sentence) for f in shared for c in f.claims}
    counting = [c for c in result.claims if c.slot("quantity") is not None]
    assert counting
    assert [c.text for c in counting if (c.report_id, c.sentence) not in together] == []


@given(events(), st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing_but_order(found: list[Report], chance: Random) -> None:
    laws.order_changes_nothing_but_order(found, chance)


@given(events())
def test_the_findings_come_in_one_order(found: list[Report]) -> None:
    assert reconcile(found).findings == reconcile(found[::-1]).findings


@given(events(1, 3))
def test_one_by_one_gives_the_same_as_all_at_once(found: list[Report]) -> None:
    laws.one_by_one_gives_the_same(found)


@given(events(2, 3))
def test_a_removed_report_leaves_no_trace(found: list[Report]) -> None:
    laws.removed_report_leaves_no_trace(found)


@given(events(2, 2), st.data())
def test_evidence_gives_back_its_own_text(found: list[Report], data: st.DataObject) -> None:
    noised = [
        Report(data.draw(noisy(r.text)), id=r.id, source=r.source, published=r.published, title=r.title) for r in found
    ]
    laws.evidence_holds(reconcile(noised))


@given(texts)
def test_replaying_the_edits_gives_the_clean_text(text: str) -> None:
    document = read(Report(text), Config())
    assert replay(text, document.edits) == document.text
    for sentence in document.sentences:
        assert document.text[sentence.span.start : sentence.span.end].strip() != ""
        for token in sentence.tokens:
            assert document.text[token.span.start : token.span.end] == token.text


@given(st.data())
def test_every_clean_place_leads_back(data: st.DataObject) -> None:
    """Received text between two untouched clean places holds the clean text between them once its own edits are made."""
    text = data.draw(noisy("The ferry sank on Sunday, killing at least 12 people, the coast guard's spokesman said."))
    document = read(Report(text), Config())
    for sentence in document.sentences:
        for token in sentence.tokens:
            raw = document.to_raw(Span(token.span.start, token.span.end))
            assert token.text in replay_part(text, raw.start, raw.end)


def replay_part(text: str, start: int, end: int) -> str:
    return read(Report(text[start:end]), Config()).text


@given(events())
def test_json_comes_back_the_same(found: list[Report]) -> None:
    laws.comes_back_from_json(found)


@given(events(2, 2))
def test_a_result_can_be_pickled(found: list[Report]) -> None:
    laws.comes_back_from_a_pickle(found)


@given(events(2, 2, 90), st.integers(0, 40))
def test_leaving_a_sentence_out_adds_no_contradiction(found: list[Report], number: int) -> None:
    assert laws.added_by_leaving_out(found, number) == []


@example([report(scene(23), 445, 60), report(scene(23), 466, 60)], 2)  # of one country, and in many of the same words
@given(events(2, 2), st.integers(0, 99))
def test_an_unrelated_report_changes_nothing_among_the_others(found: list[Report], seed: int) -> None:
    laws.stranger_changes_nothing(found, report(scene(int(found[0].id[1:6]) + 101), seed, 90))


@example([report(scene(2), 283, 90), report(scene(2), 137, 90)])  # what is said in so many words was grouped anew
@given(events(2, 2))
def test_copies_add_no_votes(found: list[Report]) -> None:
    laws.copies_add_no_votes(found)


@given(reports)
def test_any_report_can_be_reconciled(one: Report) -> None:
    result = reconcile([one])
    laws.evidence_holds(result)
    assert [
        f.category for f in result.findings if f.scope == "cross" and f.category in ("agreement", "contradiction")
    ] == []


@given(texts, texts)
def test_any_two_texts_can_be_reconciled(left: str, right: str) -> None:
    laws.evidence_holds(reconcile([Report(left, id="a"), Report(right, id="b")]))
