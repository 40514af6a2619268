"""The laws of reconciling, on generated news: what must hold whatever the reports say."""

import pickle
from collections import Counter
from random import Random

from hypothesis import example, given
from hypothesis import strategies as st

from reconcile import Reconciler, Reconciliation, Report, Side, reconcile
from reconcile.config import Config
from reconcile.model.spans import Span
from reconcile.text.cleaning import replay
from reconcile.text.reading import read
from tests.benchmarks.generator import Scene, report, scene
from tests.properties.comparing import keys, passages, plain
from tests.properties.strategies import events, noisy, reports, scenes, texts


def copy(of: Report, source: str) -> Report:
    """The same text from somebody else."""
    return Report(of.text, source=source, id=f"{of.id}-{source.lower()}", published=of.published)


@given(scenes, st.integers(0, 99))
def test_a_report_agrees_with_its_own_copy(of: Scene, seed: int) -> None:
    original = report(of, seed, 90)
    result = reconcile([original, copy(original, "Copy")])
    assert [f.summary for f in result.contradictions if f.scope == "cross"] == []
    assert result.agreements


@given(scenes, st.integers(0, 99))
def test_each_figure_of_a_report_meets_its_copy(of: Scene, seed: int) -> None:
    """A sentence that counts something is one fact with the same sentence of the copy."""
    original = report(of, seed, 90)
    twin = copy(original, "Copy")
    result = reconcile([original, twin])
    shared = [f for f in result.facts if set(f.report_ids) == {original.id, twin.id}]
    together = {(c.report_id, c.sentence) for f in shared for c in f.claims}
    counting = [c for c in result.claims if c.slot("quantity") is not None]
    assert counting
    assert [c.text for c in counting if (c.report_id, c.sentence) not in together] == []


@given(events(), st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing_but_order(found: list[Report], chance: Random) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert plain(reconcile(shuffled)) == plain(reconcile(found))


@given(events())
def test_the_findings_come_in_one_order(found: list[Report]) -> None:
    assert reconcile(found).findings == reconcile(found[::-1]).findings


@given(events(1, 3))
def test_one_by_one_gives_the_same_as_all_at_once(found: list[Report]) -> None:
    reconciler = Reconciler()
    for one in found:
        reconciler.add(one)
    assert reconciler.result().to_json() == reconcile(found).to_json()


@given(events(2, 3))
def test_a_removed_report_leaves_no_trace(found: list[Report]) -> None:
    reconciler = Reconciler()
    for one in found:
        reconciler.add(one)
    reconciler.remove(found[-1].id)
    assert plain(reconciler.result()) == plain(reconcile(found[:-1]))


def evidence_holds(result: Reconciliation) -> None:
    received = {r.id: r.text for r in result.reports}
    quoted = [e for f in result.findings for e in (*f.evidence, *(e for s in f.sides for e in s.evidence))]
    quoted += [e for entry in result.timeline for e in entry.evidence]
    quoted += [e for origin in result.origins for e in origin.evidence]
    quoted += result.unchecked
    assert [e for e in quoted if received[e.report_id][e.start : e.end] != e.text] == []
    assert [c for c in result.claims if received[c.report_id][c.start : c.end] != c.text] == []


@given(events(2, 2), st.data())
def test_evidence_gives_back_its_own_text(found: list[Report], data: st.DataObject) -> None:
    noised = [
        Report(data.draw(noisy(r.text)), id=r.id, source=r.source, published=r.published, title=r.title) for r in found
    ]
    evidence_holds(reconcile(noised))


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
    result = reconcile(found)
    again = Reconciliation.from_json(result.to_json())
    assert again == result
    assert again.to_json() == result.to_json()


@given(events(2, 2))
def test_a_result_can_be_pickled(found: list[Report]) -> None:
    result = reconcile(found)
    assert pickle.loads(pickle.dumps(result)).to_json() == result.to_json()  # noqa: S301


@given(events(2, 2, 90), st.data())
def test_leaving_a_sentence_out_adds_no_contradiction(found: list[Report], data: st.DataObject) -> None:
    first, second = found
    sentences = read(first, Config()).sentences
    cut = data.draw(st.sampled_from(sentences)).span
    shorter = Report(
        first.text[: cut.start] + first.text[cut.end :], id=first.id, source=first.source, published=first.published
    )
    before = [passages(f) for f in reconcile([first, second]).contradictions]
    for finding in reconcile([shorter, second]).contradictions:
        assert any(len(passages(finding) & known) >= 2 for known in before), finding.summary


@given(events(2, 2), st.integers(0, 99))
def test_an_unrelated_report_changes_nothing_among_the_others(found: list[Report], seed: int) -> None:
    number = int(found[0].id[1:6]) + 101
    stranger = report(scene(number), seed, 90)
    before, after = reconcile(found), reconcile([*found, stranger])
    told = (*after.agreements, *after.contradictions)
    assert [f.summary for f in told if stranger.id in f.report_ids and len(f.report_ids) > 1] == []
    assert keys((*before.agreements, *before.contradictions)) == keys(
        tuple(f for f in told if stranger.id not in f.report_ids)
    )


@example([report(scene(2), 283, 90), report(scene(2), 137, 90)])  # what is said in so many words was grouped anew
@given(events(2, 2))
def test_copies_add_no_votes(found: list[Report]) -> None:
    votes: Counter[tuple[str, str, str]] = Counter()
    for name, side in _sides(reconcile(found)):
        votes[name] = max(votes[name], side.origins)
    for name, side in _sides(reconcile([*found, copy(found[0], "Copy")])):
        assert side.origins <= min(votes.get(name, len(found)), len(found)), name


def _sides(result: Reconciliation) -> list[tuple[tuple[str, str, str], Side]]:
    return [((f.category, f.kind, s.value), s) for f in result.findings for s in f.sides]


@given(reports)
def test_any_report_can_be_reconciled(one: Report) -> None:
    result = reconcile([one])
    evidence_holds(result)
    assert [
        f.category for f in result.findings if f.scope == "cross" and f.category in ("agreement", "contradiction")
    ] == []


@given(texts, texts)
def test_any_two_texts_can_be_reconciled(left: str, right: str) -> None:
    evidence_holds(reconcile([Report(left, id="a"), Report(right, id="b")]))
