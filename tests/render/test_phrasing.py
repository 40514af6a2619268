import re
from pathlib import Path
from string import Formatter

import pytest

from reconcile.lexicon.load import table
from reconcile.model.findings import CATEGORIES, KINDS, RELATIONS
from reconcile.model.reasons import Reason
from reconcile.render.phrasing import any_of, clipped, counted, headline, label, level, question, reason_in_words, title
from tests.factory import evidence, finding, report, side

PACKAGE = Path(__file__).resolve().parents[2] / "reconcile"


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Reason.of("quantity.disjoint", what="people"), "no number fits both (people)"),
        (Reason.of("marks.any-rule-of-form", word="x"), "the form of the text alone shows it"),
        (Reason.of("quantity.disjoint"), "quantity: disjoint"),
        (Reason.of("some.new-code", left="1", right="2"), "some: new code (left 1, right 2)"),
        (Reason.of("quantity.disjoint", what="{0.__class__} {x}"), "no number fits both ({0.__class__} {x})"),
        (Reason.of("x\x1b", a="\x07"), "x␛ (a ␇)"),
    ],
)
def test_reason_in_words(reason: Reason, words: str) -> None:
    assert reason_in_words(reason) == words


def test_every_code_of_the_package_has_its_words() -> None:
    """A literal code in the source without a sentence would reach a reader as a code."""
    source = "\n".join(f.read_text(encoding="utf-8") for f in sorted(PACKAGE.rglob("*.py")))
    codes = set(re.findall(r"Reason\.of\(\s*\"([a-z_.-]+)\"", source))
    assert codes
    assert {c for c in codes if c not in table("reasons") and f"{c.split('.')[0]}.*" not in table("reasons")} == set()


@pytest.mark.parametrize("code", sorted(table("reasons")))
def test_sentences_parse(code: str) -> None:
    said = table("reasons")[code]["say"]
    assert isinstance(said, str)
    assert all(name is None or re.fullmatch(r"[a-z_]+", name) for _, name, _, _ in Formatter().parse(said))
    assert not said.endswith(".")


@pytest.mark.parametrize(("section", "codes"), [("categories", CATEGORIES), ("kinds", KINDS), ("relations", RELATIONS)])
def test_every_code_has_a_label(section: str, codes: tuple[str, ...]) -> None:
    assert [c for c in codes if c and c not in table("labels")[section]] == []
    assert label(section, "new_one") == "new one"


def test_every_kind_of_contradiction_has_a_question() -> None:
    a, b = report("It is red.", "A"), report("It is blue.", "B")
    for kind in KINDS:
        told = finding("contradiction", kind, side("red", evidence(a, "red")), side("blue", evidence(b, "blue")))
        assert "“red” or “blue”" in question(told)
    assert question(finding("agreement", "event", side("red", evidence(a, "red")))) == ""


@pytest.mark.parametrize(
    ("confidence", "name"), [(0.0, "low"), (0.59, "low"), (0.6, "medium"), (0.8, "high"), (1.0, "high")]
)
def test_level(confidence: float, name: str) -> None:
    assert level(confidence) == name


def test_small_words() -> None:
    assert [any_of(["a", "b", "c"][:n]) for n in range(4)] == ["", "a", "a or b", "a, b or c"]
    assert [counted(n, "report") for n in (0, 1, 2)] == ["0 reports", "1 report", "2 reports"]
    assert clipped("x" * 200, 20) == f"{'x' * 10} … {'x' * 10}"
    assert clipped("short") == "short"


def test_many_values_are_not_all_asked_for() -> None:
    told = report(" ".join(f"{n} people." for n in range(10, 18)), "A")
    sides = [side(str(n), evidence(told, f"{n} people")) for n in range(10, 18)]
    long = finding("contradiction", "quantity", *sides, summary="x " * 200)
    assert question(long).endswith("“12 people”, “13 people” or another of 8?")
    assert headline(long) == title(long) == "Number: “10 people” against “11 people” against “12 people” and 5 more"
    assert headline(finding("contradiction", "quantity", *sides, summary="Short.")) == "Short."


def test_a_title_names_each_wording_once() -> None:
    a, b = report("On Monday a ship sank.", "A"), report("A vessel went down on monday.", "B")
    same = side("Monday", evidence(a, "On Monday"), evidence(b, "on monday"))
    assert title(finding("agreement", "time", same)) == "Time: “On Monday”"
    events = side("sink", evidence(a, "a ship sank"), evidence(b, "A vessel went down"))
    assert title(finding("agreement", "event", events)) == "Event: “a ship sank”"
