"""Polarity and certainty of clauses and noun phrases of our own texts."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reconcile.claims.attribution import find
from reconcile.claims.stance import of
from reconcile.config import Config
from reconcile.lexicon.load import table
from reconcile.model.claims import Stance
from reconcile.model.documents import Document
from reconcile.model.reports import Report
from reconcile.model.spans import Span
from reconcile.text.reading import read

_CASES = tomllib.loads((Path(__file__).parent / "cases" / "stance.toml").read_text(encoding="utf-8"))["case"]
_RULES = ("occurring", "having")


def _document(text: str) -> Document:
    return read(Report(text), Config())


def _stance(text: str, words: str) -> Stance:
    document = _document(text)
    start = text.index(words)
    span = Span(start, start + len(words))
    sentence = document.sentence_at(start)
    assert sentence is not None
    group = next((p for p in sentence.phrases if p.kind == "VG" and sentence.tokens[p.head].span == span), None)
    return of(sentence, group, span, find(document))


def _row(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=case["xfail"])] if "xfail" in case else []
    return pytest.param(case["text"], case["words"], tuple(case["expect"]), id=case["label"], marks=marks)


@pytest.mark.parametrize(("text", "words", "expect"), [_row(case) for case in _CASES])
def test_of(text: str, words: str, expect: tuple[int, str]) -> None:
    stance = _stance(text, words)
    assert (stance.polarity, stance.certainty) == expect, stance.cues


def test_cues_tell_the_way_inside_out() -> None:
    cues = _stance("The paper said the clerk may have taken the money.", "taken").cues
    assert cues == ("possible:may", "reported:say")


def test_plain_words_have_the_plain_stance() -> None:
    assert _stance("Two men were hurt.", "hurt") == Stance()


def _all(text: str) -> Iterator[Stance]:
    document = _document(text)
    spans = find(document)
    for sentence in document.sentences:
        for phrase in sentence.phrases:
            span = Span(sentence.tokens[phrase.first].span.start, sentence.tokens[phrase.last - 1].span.end)
            yield of(sentence, phrase if phrase.kind == "VG" else None, span, spans)


def _examples(kind: str) -> list[tuple[str, str]]:
    rows = [(name, entry[kind]) for name, entry in table("stance").items() if name not in _RULES]
    return [(name, str(text)) for name, texts in rows for text in (texts if isinstance(texts, list) else [])]


@pytest.mark.parametrize(("section", "text"), _examples("yes"))
def test_lexicon_examples_leave_their_cue(section: str, text: str) -> None:
    assert any(cue.startswith(f"{section}:") for stance in _all(text) for cue in stance.cues)


@pytest.mark.parametrize(("section", "text"), _examples("no"))
def test_lexicon_counter_examples_leave_none(section: str, text: str) -> None:
    assert not any(cue.startswith(f"{section}:") for stance in _all(text) for cue in stance.cues)
    if section == "no_negation":
        assert all(stance.polarity == 1 for stance in _all(text))


@pytest.mark.parametrize("text", ["Not.", "If", "whether?", "No no no.", "Without", "Denied that", "May may.", '"?"'])
def test_scraps_are_judged_without_fault(text: str) -> None:
    assert all(stance.polarity in (1, -1) for stance in _all(text))
