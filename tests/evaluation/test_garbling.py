"""The harness itself, and floors for what it measures on articles written for it."""

import random
from pathlib import Path

import pytest

from tests.evaluation.garbling import articles, evaluate, repaired
from tests.evaluation.injections import INJECTORS, Injector

FOLDER = Path(__file__).parent / "articles"
TEXTS = articles(FOLDER)


@pytest.mark.parametrize("injector", INJECTORS, ids=lambda i: i.__name__)
def test_injection_damages_one_place(injector: Injector) -> None:
    made = [i for text in TEXTS for i in [injector(text, random.Random(1))] if i is not None]
    assert made, "no article has a place for this defect"
    for injection, text in ((i, t) for t in TEXTS for i in [injector(t, random.Random(1))] if i is not None):
        assert injection.text != text
        assert 0 <= injection.start < injection.end <= len(injection.text)
        if injection.clean is not None and injection.kind != "mojibake":
            assert injection.text[: injection.start] + injection.clean + injection.text[injection.end :] == text


def test_same_chance_same_injection() -> None:
    for injector in INJECTORS:
        assert injector(TEXTS[0], random.Random(7)) == injector(TEXTS[0], random.Random(7))


def test_floors() -> None:
    """Found, mended and falsely flagged; the floors are only ever raised."""
    score = evaluate(TEXTS)
    assert score.found.total() >= 0.93 * score.total.total(), score.misses
    assert all(score.found[kind] >= 0.7 * total for kind, total in score.total.items()), score.misses
    assert score.exact.total() >= 0.9 * score.suggested.total(), score.misses
    assert score.alarms == []


def test_articles_come_in_order_of_name() -> None:
    assert [t.split("\n", 1)[0] for t in TEXTS] == [
        p.read_text(encoding="utf-8").split("\n", 1)[0] for p in sorted(FOLDER.glob("*.txt"))
    ]
    assert repaired.__doc__
