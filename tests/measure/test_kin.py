"""Near synonyms, and who acts for whom."""

import pytest

from reconcile.lexicon.load import table
from reconcile.measure.agents import agent
from reconcile.measure.kin import kin


@pytest.mark.parametrize(
    ("word", "expected"), [("digger", "excavator"), ("excavator", "excavator"), ("lamp", "lamp"), ("", "")]
)
def test_kin(word: str, expected: str) -> None:
    assert kin(word) == expected


def test_every_word_has_one_kin_which_is_its_own() -> None:
    rows = table("kin_nouns")["kin"]["sets"]
    assert isinstance(rows, list)
    assert [word for row in rows for word in row if kin(word) != row[0]] == []


@pytest.mark.parametrize(
    ("entity", "expected"),
    [("government:RU", "country:RU"), ("country:RU", "country:RU"), ("person:ana", "person:ana"), ("", "")],
)
def test_who_acts(entity: str, expected: str) -> None:
    assert agent(entity) == expected
