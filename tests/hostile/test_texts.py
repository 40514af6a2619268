"""Hostile texts: each as a whole report, inside a real sentence, in every other field, and against an ordinary report."""

import tomllib
from pathlib import Path

import pytest

from reconcile import Reconciliation, Report, find_entities, find_quantities, find_times, name_similarity, reconcile
from tests.stories.loading import story

CASES: dict[str, str] = {
    **tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["text"],
    "lone-surrogate": "Twelve \ud800 people died \udfff on Sunday.",
    "surrogates-swapped": "\ude00\ud83d people",
}
SHORT = {name: text for name, text in CASES.items() if text.strip()}


def holds(result: Reconciliation) -> None:
    """All evidence gives back its text, and every rendering can be made and encoded."""
    received = {r.id: r.text for r in result.reports}
    for finding in result.findings:
        for e in finding.evidence:
            assert received[e.report_id][e.start : e.end] == e.text
    for shown in (result.to_json(), result.to_markdown(), result.to_html(), result.to_text(), str(result)):
        assert shown
        shown.encode("utf-8")


def ordinary() -> Report:
    return story("accident").event.reports[0]


@pytest.mark.parametrize("name", CASES)
def test_as_a_whole_report(name: str) -> None:
    holds(reconcile([Report(CASES[name], id="odd")]))


@pytest.mark.parametrize("name", CASES)
def test_beside_an_ordinary_report(name: str) -> None:
    """It neither agrees with nor contradicts an article that it does not speak of."""
    told = reconcile(
        [ordinary(), Report(CASES[name], id="odd", source=CASES[name], title=CASES[name], url=CASES[name])]
    )
    holds(told)
    if name not in ("capitals", "no-capitals"):
        assert [f.summary for f in told.contradictions if "odd" in f.report_ids and len(f.report_ids) > 1] == []


@pytest.mark.parametrize("name", SHORT)
def test_inside_a_real_article(name: str) -> None:
    text = ordinary().text
    at = text.index("The coach had left")
    holds(reconcile([ordinary(), Report(f"{text[:at]}{CASES[name]} {text[at:]}", id="odd")]))


@pytest.mark.parametrize("name", CASES)
def test_finders_take_it(name: str) -> None:
    text = CASES[name]
    found = [(f.start, f.end, f.text) for f in find_times(text)]
    found += [(f.start, f.end, f.text) for f in find_quantities(text)]
    found += [(f.start, f.end, f.text) for f in find_entities(text)]
    assert [shown for start, end, shown in found if text[start:end] != shown] == []
    assert 0.0 <= name_similarity(text, "Anna Holt") <= 1.0


@pytest.mark.parametrize("name", SHORT)
def test_a_hostile_id_and_source_survive_json(name: str) -> None:
    result = reconcile([Report("Two people died on Monday.", id=CASES[name], source=CASES[name])])
    assert Reconciliation.from_json(result.to_json()) == result
