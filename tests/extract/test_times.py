"""Times by form: the case table, offsets, tense, impossible dates, linear time, and the examples of the lexicon's cue tables."""

import time
import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile import find_times
from reconcile.config import Config
from reconcile.extract.times import RULES, find, impossible, needs_tags
from reconcile.extract.times_lexer import lex
from reconcile.extract.times_numbers import classes, merge
from reconcile.lexicon.load import table
from reconcile.model.documents import Document
from reconcile.model.reports import Report
from reconcile.text.reading import read

CASES = tomllib.loads((Path(__file__).parent / "cases" / "times.toml").read_text(encoding="utf-8"))["case"]


def document(text: str) -> Document:
    return read(Report(text), Config())


@pytest.mark.parametrize(
    "case",
    [pytest.param(c, id=c["label"], marks=pytest.mark.xfail(reason=c["known"]) if "known" in c else ()) for c in CASES],
)
def test_case(case: dict[str, object]) -> None:
    found = [[mention.text, mention.value.type] for mention in find(document(str(case["text"])))]
    assert found == case["expect"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: str(c["label"]))
def test_mentions_are_in_order_and_give_back_their_words(case: dict[str, object]) -> None:
    read_text = document(str(case["text"]))
    mentions = find(read_text)
    assert [read_text.text[m.span.start : m.span.end] for m in mentions] == [m.text for m in mentions]
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("He will visit on Wednesday.", "future"),
        ("He visited on Wednesday.", "past"),
        ("He had been due to leave on Wednesday.", "past"),
        ("He plans to leave on Wednesday.", "future"),
        ("The offer was extended to Wednesday.", "future"),
        ("The dividend is payable Wednesday.", "future"),
        ("He has been ill since Wednesday.", "past"),
        ("Will he be back on Wednesday?", "future"),
    ],
)
def test_tense_of_the_governing_verb(text: str, tense: str) -> None:
    (mention,) = find(document(text))
    assert mention.value.tense == tense


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met on 31 February.", ["31 February"]),
        ("Filed on 32/13/2023 and 31/02/2023.", ["32/13/2023", "31/02/2023"]),
        ("On February 29, 2023, it closed.", ["February 29, 2023"]),
        ("On February 29, 2024, it closed.", []),
        ("They met on 30 April and won 31 games.", []),
    ],
)
def test_impossible_dates_are_marked(text: str, words: list[str]) -> None:
    marks = impossible(document(text))
    assert [mark.text for mark in marks] == words
    assert {mark.kind for mark in marks} <= {"number_mangled"}


def test_only_directed_times_need_tags() -> None:
    assert needs_tags("They will meet on Friday.")
    assert not needs_tags("They met on 25 July 2023 and again two weeks ago.")
    assert not needs_tags("They sang and danced.")


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    for mention in find(document(text)):
        assert mention.text


@pytest.mark.benchmark  # a clock decides: only by hand, on a quiet machine
@pytest.mark.parametrize(
    "unit",
    [
        "1 ",
        "one hundred ",
        "May ",
        "10-",
        "2/",
        "and ",
        "last ",
        "12:",
        "Monday, ",
        "two weeks before ",
        "the past ",
        "1990s",
        "'",
        "5 May to ",
    ],
)
def test_no_text_hangs_the_rules(unit: str) -> None:
    small, large = unit * (2_000 // len(unit)), unit * (16_000 // len(unit))
    needs_tags(small)
    began = time.process_time()
    needs_tags(small)
    middle = time.process_time()
    needs_tags(large)
    # Eight times the text may take a little more than eight times as long; a backtracking rule takes sixty times.
    assert time.process_time() - middle < 24 * (middle - began) + 0.2


@pytest.mark.benchmark  # a clock decides: only by hand, on a quiet machine
@pytest.mark.parametrize(
    "unit", ["2 hours ", "14 juillet 2017 ", "July 3 to ", "a day earlier ", "Monday, ", "1999-2001 "]
)
def test_no_number_of_times_takes_longer_than_its_share(unit: str) -> None:
    small, large = unit * (2_000 // len(unit)), unit * (16_000 // len(unit))
    find_times(small, reference=date(2023, 8, 4))
    began = time.process_time()
    find_times(f"{small} again", reference=date(2023, 8, 4))
    middle = time.process_time()
    find_times(large, reference=date(2023, 8, 4))
    assert time.process_time() - middle < 24 * (middle - began) + 0.3


@pytest.mark.parametrize("case", CASES, ids=lambda c: str(c["label"]))
def test_no_match_lacks_what_its_rule_needs(case: dict[str, object]) -> None:
    chars = classes(merge(lex(str(case["text"]))))
    for rule in RULES:
        for match in rule.pattern.finditer(chars):
            assert not match.group() or not rule.needs or rule.needs & set(match.group()), rule.name


CUES = [
    (name, section, sentence, answer == "yes")
    for name in ("times_cues", "times_cues_lengths", "times_foreign")
    for section, entry in table(name).items()
    for answer in ("yes", "no")
    for sentence in cast(list[str], entry[answer])
]


@pytest.mark.parametrize(("name", "section", "sentence", "is_time"), CUES)
def test_example_of_a_cue_table(name: str, section: str, sentence: str, is_time: bool) -> None:
    assert bool(find_times(sentence)) is is_time
