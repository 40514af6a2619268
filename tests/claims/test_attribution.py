"""Attributed stretches of our own texts: who says what, by which cue, in which mode, and how they nest."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reconcile.claims.attribution import covering, find
from reconcile.config import Config
from reconcile.lexicon.load import table
from reconcile.model.documents import Document
from reconcile.model.reports import Report
from reconcile.model.spans import Span
from reconcile.text.reading import read

_CASES = tomllib.loads((Path(__file__).parent / "cases" / "attribution.toml").read_text(encoding="utf-8"))["case"]


def _document(text: str) -> Document:
    return read(Report(text), Config())


def _row(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=case["xfail"])] if "xfail" in case else []
    return pytest.param(case["text"], case["expect"], id=case["label"], marks=marks)


@pytest.mark.parametrize(("text", "expect"), [_row(case) for case in _CASES])
def test_find(text: str, expect: list[list[str]]) -> None:
    document = _document(text)
    found = [
        [
            document.text[a.speaker.start : a.speaker.end] if a.speaker is not None else "",
            a.cue_lemma,
            a.mode + (" carried" if a.carried else ""),
            document.text[a.content.start : a.content.end],
        ]
        for a in find(document)
    ]
    assert found == expect


def _place(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def test_covering_is_outermost_first() -> None:
    document = _document("The paper reported that a guard said the driver had claimed the brakes failed.")
    around = covering(find(document), _place(document, "failed"))
    assert [a.cue_lemma for a in around] == ["report", "say", "claim"]


def test_covering_of_a_trailing_cue_round_a_leading_one() -> None:
    document = _document("The mayor said the bridge was closed, according to the newspaper.")
    around = covering(find(document), _place(document, "closed"))
    assert [a.cue_lemma for a in around] == ["according to", "say"]


def test_a_cue_does_not_cover_itself() -> None:
    document = _document("The ship is thought to have sunk.")
    spans = find(document)
    assert covering(spans, _place(document, "is thought")) == ()
    assert [a.cue_lemma for a in covering(spans, _place(document, "sunk"))] == ["think"]


def test_the_reports_own_voice_is_covered_by_nobody() -> None:
    document = _document("Police closed the road. The mayor said nobody was hurt.")
    assert covering(find(document), _place(document, "closed the road")) == ()


def test_a_quote_over_three_paragraphs_has_one_speaker() -> None:
    text = '"The ship left the harbour at noon.\n\n"It had nine men on board.\n\n"We lost it at dusk," Holm said.'
    document = _document(text)
    speakers = [document.text[a.speaker.start : a.speaker.end] for a in find(document) if a.speaker is not None]
    assert speakers == ["Holm", "Holm", "Holm"]


def test_a_speaker_is_not_carried_over_paragraphs_of_prose() -> None:
    text = '"The ship is lost," Holm said.\n\nThe harbour was closed.\n\nThe ferry went on.\n\n"It never came back to port."'
    last = find(_document(text))[-1]
    assert last.speaker is None


@pytest.mark.parametrize("text", ["", " ", '"', '"""', "“", "said", "said that", "according to", '"," said.', "— — —"])
def test_scraps_find_nothing(text: str) -> None:
    assert find(_document(text)) == ()


def _examples(kind: str) -> list[tuple[str, str]]:
    rows = [(name, entry[kind]) for name, entry in table("reporting").items()]
    return [(name, str(text)) for name, texts in rows for text in (texts if isinstance(texts, list) else [])]


@pytest.mark.parametrize(("section", "text"), _examples("yes"))
def test_lexicon_examples_report(section: str, text: str) -> None:
    assert find(_document(text)), section


@pytest.mark.parametrize(("section", "text"), _examples("no"))
def test_lexicon_counter_examples_report_nothing(section: str, text: str) -> None:
    assert find(_document(text)) == (), section
