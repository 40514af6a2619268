"""What a verb and the words behind it say of the subject, and qualities with what denies them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reconcile.config import Config
from reconcile.lexicon.load import table
from reconcile.measure.conditions import conditions, is_of_things
from reconcile.measure.events import other_side
from reconcile.measure.qualities import antonym, named_group, quality
from reconcile.model.reports import Report
from reconcile.text.reading import read

ROWS = tomllib.loads((Path(__file__).parent / "cases" / "conditions.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_conditions(row: dict[str, Any]) -> None:
    (sentence,) = read(Report(row["text"]), Config()).sentences
    words = [t.text for t in sentence.tokens]
    at = words.index(row["verb"])
    past = words.index(row["object"]) + 1 if "object" in row else None
    last = words.index(row["until"]) if "until" in row else len(words)
    found = [[c.group, c.side, words[c.end - 1], c.whole] for c in conditions(sentence.tokens, at, last, past)]
    assert found == row["expect"]


def test_every_phrase_is_found_behind_its_verb() -> None:
    """Each phrase of the lists, in the words of an own sentence that needs no reading, tells its own group and side."""
    of = {name for name, entry in table("conditions").items() if "sides" in entry}
    assert of >= {"hurt or not", "life", "composure", "liberty"}
    for name in of:
        count = len(table("conditions")[name]["sides"])  # type: ignore[arg-type]
        assert count in (2, 3), name
        assert (other_side(name, 0), other_side(name, 1)) == ((1, 0) if count == 2 else (None, None)), name


@pytest.mark.parametrize(
    ("group", "things"),
    [
        ("working or not", True),
        ("afloat", True),
        ("life", False),
        ("composure", False),
        ("sex", False),
        ("none of the lists", False),
    ],
)
def test_groups_of_things(group: str, things: bool) -> None:
    assert is_of_things(group) is things


@pytest.mark.parametrize(
    ("word", "base", "side"),
    [
        ("safe", "safe", 0),
        ("unsafe", "safe", 1),
        ("unlawful", "legal", 1),
        ("innocent", "guilty", 1),
        ("tall", "tall", 0),
    ],
)
def test_antonyms(word: str, base: str, side: int) -> None:
    assert antonym(word) == (base, side)


def test_groups_of_qualities() -> None:
    assert named_group("safe", "") == "quality:safe"
    assert named_group("safe", "to drink") == "quality:safe to drink"
    assert quality("quality:safe to drink") == "safe to drink"
    assert quality("life") is None
    assert other_side("quality:safe", 0) == 1
    assert other_side("quality:safe", 1) == 0


def test_the_other_side_is_that_of_the_group() -> None:
    assert other_side("accusation", 0) == 1
    assert other_side("leaving office", 0) is None
    assert other_side("no such group", 0) is None
