"""Near copies: which passages of two reports are the same but for a few words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.align.copies import near_copies
from reconcile.model.copies import NearCopy
from reconcile.model.stories import Stories
from tests.compare.copying import copied, one_story, readings
from tests.compare.telling import Row, rows

HOUSES = "The storm tore the roofs off 40 houses in the old quarter."
OTHER = "The storm tore the roofs off 60 barns in the old quarter."


def changed(texts: list[str], copy: NearCopy) -> list[list[str]]:
    """The changed words on both sides."""
    sides = [[c.left for c in copy.changes], [c.right for c in copy.changes]]
    told = [
        ["" if s is None else text[s.start : s.end] for s in spans] for text, spans in zip(texts, sides, strict=True)
    ]
    return [list(pair) for pair in zip(*told, strict=True)]


@pytest.mark.parametrize("row", rows("copies", stage="align"))
def test_near_copies(row: Row) -> None:
    texts = [row["left"], row["right"]]
    found = [[c.shared, changed(texts, c)] for c in copied(*texts) if c.quoted is row.get("quoted", False)]
    assert found == ([[row["shared"], row["expect"]]] if "shared" in row else [])


def test_reports_of_two_stories_are_not_compared() -> None:
    found = readings(HOUSES, OTHER)
    assert len(near_copies(found, one_story(found))) == 1
    assert near_copies(found, Stories((("a",), ("b",)))) == ()


def test_each_passage_has_its_nearest_of_each_report() -> None:
    near = HOUSES.replace("40", "50")
    found = copied(HOUSES, f"{OTHER} {near}")
    assert [(c.left, c.right) for c in found] == [(("a", 0), ("b", 1))]


def test_an_omission_tells_where_the_words_would_stand() -> None:
    (copy,) = copied(HOUSES, HOUSES.replace("old ", ""))
    (change,) = copy.changes
    assert (change.right, HOUSES[change.at[0] :].startswith("old"), change.at[1]) == (None, True, HOUSES.index("old"))


WORDS = st.sampled_from(("40", "60", "roofs", "old", "north", "not", "storm", "quarter", "Lund", "July", "two", ","))


@given(st.lists(WORDS, min_size=6, max_size=12), st.data())
def test_the_order_of_reports_only_turns_the_sides(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    altered = [*words[:at], data.draw(WORDS), *words[at + 1 :]]
    left, right = (f"The mayor saw {' '.join(w)} in the end." for w in (words, altered))
    turned = [(c.shared, [(x.right, x.left) for x in c.changes]) for c in copied(right, left)]
    assert [(c.shared, [(x.left, x.right) for x in c.changes]) for c in copied(left, right)] == turned


@given(st.lists(WORDS, min_size=1, max_size=30))
def test_a_copy_is_no_near_copy(words: list[str]) -> None:
    text = f"The mayor saw {' '.join(words)} in the end."
    assert copied(text, text) == ()
