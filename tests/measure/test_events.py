"""Event classes and excluding descriptions: a table, the lexicon's own examples, and the laws of both."""

import tomllib
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from reconcile.config import Config
from reconcile.lexicon.load import table
from reconcile.measure.events import (
    deed_classes,
    event_class,
    event_classes,
    exclusive,
    follow_on_each_other,
    names_deed,
    negated_verb,
    other_side,
    states,
)
from reconcile.model.reports import Report
from reconcile.text.reading import read

_TABLE = tomllib.loads((Path(__file__).parent / "cases" / "events.toml").read_text(encoding="utf-8"))
_LONGEST_PHRASE = 4
_MIN_CLASSES, _MIN_WORDS = 150, 1500


@pytest.mark.parametrize("row", [pytest.param(row, id=row["label"]) for row in _TABLE["class"]])
def test_event_class(row: dict[str, str]) -> None:
    assert (event_class(row["lemma"], row["pos"]) or "") == row["class"]


def test_a_word_of_several_classes_tells_all_of_them() -> None:
    assert event_classes("collapse", "VERB")[0] == "collapse"
    assert {"fall", "owe"} <= set(event_classes("collapse", "VERB"))


def test_the_thesaurus_is_broad() -> None:
    entries = table("event_classes")
    words = {str(w) for e in entries.values() for f in ("verbs", "nouns", "adjectives") for w in _list(e[f])}
    assert len(entries) >= _MIN_CLASSES
    assert len(words) >= _MIN_WORDS


def _list(value: object) -> list[Any]:
    assert isinstance(value, list)
    return value


@cache
def _listed() -> frozenset[str]:
    return frozenset(str(w) for e in table("event_classes").values() for f in ("verbs", "nouns") for w in _list(e[f]))


def _classes(text: str) -> set[str]:
    """Every class of every word and phrase of a text, phrases by their exact words."""
    found: set[str] = set()
    for sentence in read(Report(text), Config()).sentences:
        for at, token in enumerate(sentence.tokens):
            for length in range(1, _LONGEST_PHRASE + 1):
                following = [t.lower for t in sentence.tokens[at + 1 : at + length]]
                phrase = " ".join([token.lemma.lower(), *following])
                readings = (token.pos, "VERB") if token.pos == "ADJ" else (token.pos,)
                if token.pos in ("VERB", "NOUN", "ADJ", "AUX") and (length == 1 or phrase in _listed()):
                    for pos in readings:
                        found.update(event_classes(phrase, "VERB" if pos == "AUX" else pos))
    return found


def _sentences(kind: str) -> list[tuple[str, str]]:
    return [(name, str(text)) for name, entry in table("event_classes").items() for text in _list(entry[kind])]


@pytest.mark.parametrize(("name", "text"), _sentences("yes"))
def test_lexicon_examples(name: str, text: str) -> None:
    assert name in _classes(text)


@pytest.mark.parametrize(("name", "text"), _sentences("no"))
def test_lexicon_counter_examples(name: str, text: str) -> None:
    assert name not in _classes(text)


@pytest.mark.parametrize("row", [pytest.param(row, id=row["label"]) for row in _TABLE["exclusive"]])
def test_exclusive(row: dict[str, str]) -> None:
    assert (exclusive(row["left"], row["right"]) or "") == row["group"]
    assert exclusive(row["left"], row["right"]) == exclusive(row["right"], row["left"])


def _pairs(kind: str) -> list[tuple[str, str, str]]:
    return [
        (name, str(pair[0]), str(pair[1])) for name, entry in table("exclusive").items() for pair in _list(entry[kind])
    ]


@pytest.mark.parametrize(("name", "left", "right"), _pairs("yes"))
def test_exclusive_examples(name: str, left: str, right: str) -> None:
    assert exclusive(left, right) is not None, name


@pytest.mark.parametrize(("name", "left", "right"), _pairs("no"))
def test_exclusive_counter_examples(name: str, left: str, right: str) -> None:
    assert exclusive(left, right) is None, name


@pytest.mark.parametrize("name", sorted(table("exclusive")))
def test_words_of_one_side_never_exclude_each_other_in_their_group(name: str) -> None:
    for side in _list(table("exclusive")[name]["sides"]):
        assert all(exclusive(a, b) != name for a, b in product(side, side))


@pytest.mark.parametrize("word", ["my", "your", "his", "her", "its", "our", "their"])
def test_whose_life_it_is_does_not_matter(word: str) -> None:
    assert event_class(f"lose {word} life", "VERB") == "die"


@pytest.mark.parametrize("word", ["myself", "yourself", "himself", "herself", "itself", "ourselves", "themselves"])
def test_who_gives_himself_up_does_not_matter(word: str) -> None:
    assert event_class(f"turn {word} in", "VERB") == event_class("turn oneself in", "VERB") == "surrender"


@pytest.mark.parametrize(
    ("phrase", "pos", "expected"),
    [
        ("car bomb", "", "bomb"), ("step down from office", "", "resign"), ("xyz step down", "VERB", None), ("step down xyz", "NOUN", None),
        ("cease-fire", "NOUN", "ceasefire"), ("shoot-out", "NOUN", "shoot"), ("hospitalisation", "NOUN", "treat"), ("xyz", "", None),
    ],
)  # fmt: skip
def test_phrases_by_their_parts(phrase: str, pos: str, expected: str | None) -> None:
    assert event_class(phrase, pos) == expected


def test_the_order_of_classes_follows_the_place_in_the_lists() -> None:
    assert event_classes("fire", "VERB")[0] != event_classes("fire", "NOUN")[0]
    assert set(event_classes("fire")) >= {event_classes("fire", "VERB")[0], event_classes("fire", "NOUN")[0]}


def test_states_of_which_a_thing_can_have_but_one() -> None:
    rows = {name: entry for name, entry in table("exclusive").items() if "holders" in entry}
    assert rows
    for name, entry in rows.items():
        sides, holders = entry["sides"], entry["holders"]
        assert isinstance(sides, list)
        assert isinstance(holders, list)
        for number, side in enumerate(sides):
            assert all((name, number, holders[number]) in states(word) for word in side)
    assert states("table") == ()


def test_the_deed_that_a_noun_stands_for() -> None:
    assert deed_classes("sale") == event_classes("sale", "NOUN") != ()
    assert deed_classes("talk") == event_classes("talks", "NOUN") != ()
    assert deed_classes("table") == ()
    assert deed_classes("seize") == ()
    assert names_deed("talk", event_classes("talks", "NOUN"))
    assert not names_deed("table", event_classes("talks", "NOUN"))
    assert not names_deed(None, event_classes("talks", "NOUN"))


def test_what_began_may_have_ended_too() -> None:
    assert follow_on_each_other("beginning or end") is True
    assert follow_on_each_other("life") is False


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("unharm", "harm"), ("uninjure", "injure"), ("unveil", None), ("undo", None), ("harm", None), ("unxyz", None), ("unload", None),
    ],
)  # fmt: skip
def test_verbs_that_deny_a_verb(lemma: str, expected: str | None) -> None:
    assert negated_verb(lemma) == expected


def test_the_other_one_of_two_states() -> None:
    assert (other_side("life", 0), other_side("life", 1)) == (1, 0)
    assert (other_side("custody", 0), other_side("custody", 1)) == (1, 0)
    assert other_side("plea", 0) is None
    assert other_side("no such group", 0) is None
