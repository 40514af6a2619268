"""Changed words that turn what is said."""

from typing import Any

import pytest

from reconcile.compare.changed_words import _is_idle, drift, negation, opposite
from reconcile.compare.passages import Side
from tests.compare.copying import both, passage

WITH = "pilot had/AUX [not/NEG] been/AUX told/VERB/tell about/PREP fog/NOUN"
WITHOUT = "pilot had/AUX [] been/AUX told/VERB/tell about/PREP fog/NOUN"


def words(side: Side, span: Any) -> str:
    return side.document.text[span.start : span.end]


def test_a_not_more() -> None:
    left, right = passage(WITH), passage(WITHOUT)
    found = both(negation, left, right)
    assert found is not None
    assert (found.kind, found.score) == ("polarity", 1.0)
    assert (words(left, found.left), words(right, found.right)) == ("had not been told", "had been told about")
    assert tuple(found.reason) == ("stance.polarity", {"left": "-1", "right": "1"})
    turned = negation(right, left)
    assert turned is not None
    assert dict(turned.reason.params) == {"left": "1", "right": "-1"}


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("crew [did/AUX not/NEG sail/VERB/sail]", "crew [sailed/VERB/sail]", True),
        ("crew [never] sailed", "crew [] sailed", True),
        ("crew [hardly] sailed", "crew [] sailed", True),
        ("crew [nowise/NEG] sailed", "crew [] sailed", True),
        ("crew [did/AUX not/NEG sail/VERB/sail]", "crew [swam/VERB/swim]", False),
        ("crew [never] sailed", "crew [not/NEG] sailed", False),
        ("crew [slowly] sailed", "crew [] sailed", False),
        ("crew [not/NEG only] sailed home", "crew [only] sailed home", False),
        ("crew [not/NEG] only sailed home", "crew [] only sailed home", False),
        ("crew [not/NEG] only", "crew [] only", False),
        ("crew [not/NEG] once sailed", "crew [] once sailed", True),
        ("not/NEG only crew [not/NEG] sailed", "not/NEG only crew [] sailed", True),
    ],
)
def test_negations(left: str, right: str, apart: bool) -> None:
    assert (both(negation, passage(left), passage(right)) is not None) is apart


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ("[not/NEG] one two three four", "[] one two three four", ("not one two", "one two three")),
        ("one two [not/NEG]", "one two []", ("two not", "one two")),
        ("zero one two [not/NEG]", "zero one two []", ("two not", "one two")),
        ("one two [not/NEG] three", "one two [] three", ("two not three", "two three")),
        (
            "zero one [not/NEG] two three four",
            "zero one [] two three four",
            ("one not two three", "one two three four"),
        ),
    ],
)
def test_what_is_shown_of_it(left: str, right: str, shown: tuple[str, str]) -> None:
    one, other = passage(left), passage(right)
    found = both(negation, one, other)
    assert found is not None
    assert (words(one, found.left), words(other, found.right)) == shown


def test_a_not_that_denies_nothing() -> None:
    assert _is_idle(passage("crew [not/NEG] only sailed")) is True
    assert _is_idle(passage("crew [not/NEG] once sailed")) is False
    assert _is_idle(passage("crew [] once sailed")) is False


@pytest.mark.parametrize(
    ("left", "right", "group"),
    [
        ("rose/VERB/rise", "fell/VERB/fall", True),
        ("Rose/VERB/RISE", "FELL/VERB/FALL", True),
        ("rose/VERB/rise", "climbed/VERB/climb", False),
        ("rose/VERB/rise sharply", "fell/VERB/fall", False),
        ("rose/VERB/rise", "fell/VERB/fall sharply", False),
        ("dead/ADJ/die", "alive/ADJ/live", True),
    ],
)
def test_opposites(left: str, right: str, group: bool) -> None:
    one, other = passage(f"sales [{left}] again"), passage(f"sales [{right}] again")
    found = both(opposite, one, other)
    assert (found is not None) is group
    if found is not None:
        assert (found.kind, found.score, found.reason.code) == ("polarity", 1.0, "stance.exclusive")
        assert words(one, found.left) == left.split("/", maxsplit=1)[0]


def quoted(changed: str, rest: str = "mend/VERB broken/ADJ before/PREP", *, by: str = "") -> Side:
    return passage(f"{rest} [{changed}] now/ADV", speakers=[by] if by else [])


def test_another_word_within_a_quote() -> None:
    left, right = quoted("the/DET tall/ADJ wall"), quoted("the/DET red/ADJ gate")
    found = both(drift, left, right)
    assert found is not None
    assert (found.kind, found.score) == ("lexical", 0.9)
    assert (words(left, found.left), words(right, found.right)) == ("tall wall", "red gate")
    assert tuple(found.reason) == ("quote.drift", {"left": "tall wall", "right": "red gate"})


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("wall", "gate", True),
        ("tall/ADJ wall", "red/ADJ gate", True),
        ("tall/ADJ steep/ADJ wall", "gate", False),
        ("the/DET", "gate", False),
        ("thing", "gate", False),
        ("wall", "run/VERB", False),
        ("mend/VERB", "break/VERB", True),
        ("tall/ADJ", "red/ADJ", True),
        ("Ruiz/PROPN", "Holt/PROPN", True),
        ("slowly/ADV", "swiftly/ADV", False),
        ("organise/VERB", "organize/VERB", False),
        ("U.S./PROPN", "US/PROPN", False),
        ("long-term/ADJ", "longterm/ADJ", False),
        ("per cent/NOUN", "percent/NOUN", False),
        ("walls/NOUN/wall", "wall", False),
    ],
)
def test_words_within_a_quote(left: str, right: str, apart: bool) -> None:
    assert (both(drift, quoted(left), quoted(right)) is not None) is apart


@pytest.mark.parametrize(
    ("rest", "left", "right", "apart"),
    [
        ("mend/VERB broken/ADJ", "", "", True),
        ("mend/VERB", "", "", False),
        ("mend/VERB", "ana", "", False),
        ("mend/VERB", "ana", "tom", False),
        ("mend/VERB", "ana", "ana", True),
        ("the/DET", "ana", "ana", False),
    ],
)
def test_how_many_words_two_versions_share(rest: str, left: str, right: str, apart: bool) -> None:
    """Fewer where one speaker is named in both."""
    assert (both(drift, quoted("wall", rest, by=left), quoted("gate", rest, by=right)) is not None) is apart
