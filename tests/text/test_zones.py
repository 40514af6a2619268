"""Zones: what of a page is no prose, where it begins and ends, and what only looks like a leftover."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reconcile.config import Config
from reconcile.model.documents import Document
from reconcile.model.reports import Report
from reconcile.text.reading import read

_CASES = tomllib.loads((Path(__file__).parent / "cases" / "zones.toml").read_text(encoding="utf-8"))


def _document(text: str) -> Document:
    return read(Report(text), Config())


@pytest.mark.parametrize("case", _CASES["zone"], ids=lambda c: c["label"])
def test_zone(case: dict[str, Any]) -> None:
    document = _document(case["text"])
    assert [[z.kind, document.text[z.span.start : z.span.end]] for z in document.zones] == case["expect"]


@pytest.mark.parametrize("case", _CASES["prose"], ids=lambda c: c["label"])
def test_prose_is_no_zone(case: dict[str, Any]) -> None:
    document = _document(case["text"])
    assert [document.text[z.span.start : z.span.end] for z in document.zones] == []
    assert "boilerplate" not in {s.kind for s in document.sentences}


@pytest.mark.parametrize("case", _CASES["zone"], ids=lambda c: c["label"])
def test_no_sentence_is_half_a_zone(case: dict[str, Any]) -> None:
    document = _document(case["text"])
    for sentence in document.sentences:
        for zone in document.zones:
            assert not zone.span.overlaps(sentence.span) or zone.span.contains(sentence.span)
    covered = {s.index for s in document.sentences if document.zone_at(s.span)}
    assert covered == {s.index for s in document.sentences if s.kind == "boilerplate"}


def test_headline_is_the_first_block_that_is_no_zone() -> None:
    document = _document("Photo\n\nStorm closes three roads\n\nThree roads were closed on Monday.")
    assert [s.kind for s in document.sentences] == ["boilerplate", "headline", "prose"]


def test_only_block_is_no_headline() -> None:
    assert [s.kind for s in _document("Storm closes three roads").sentences] == ["prose"]
