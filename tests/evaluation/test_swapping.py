"""Injected errors: each changes one thing, which a reader would call an error, and nothing else."""

import pytest

from tests.evaluation.swapping import FINDERS, swaps

CASES = [
    ("number", "The crash killed 12 people.", "The crash killed 27 people."),
    ("number", "Nine sailors died.", "Twelve sailors died."),
    ("number", "About 45% voted.", "About 93% voted."),
    ("date", "It happened on Monday in Lima.", "It happened on Thursday in Lima."),
    ("date", "It closed on 3 March.", "It closed on 12 March."),
    ("date", "It closed on March 20, 2024.", "It closed on March 11, 2024."),
    ("place", "The ship sank near Bergen on Monday.", "The ship sank near Warsaw on Monday."),
    ("name", "Police chief Anna Holt said so.", "Police chief Nora Holt said so."),
    ("negation", "The bridge was closed.", "The bridge was not closed."),
    ("role", "Interior Minister Anna Holt resigned.", "Finance Minister Anna Holt resigned."),
]
NONE = [
    ("number", "It opened in 2019 and again in 2023."),
    ("number", "Flight 12 left at 10:30."),
    ("date", "The Sunday Times wrote so."),
    ("place", "It happened in March, police said."),
    ("name", "The Security Council said so."),
    ("negation", "The bridge was not closed."),
    ("role", "The minister of the church spoke."),
]


@pytest.mark.parametrize(("kind", "before", "after"), CASES)
def test_one_thing_is_changed(kind: str, before: str, after: str) -> None:
    assert after in [swap.apply(before) for swap in FINDERS[kind](before)]


@pytest.mark.parametrize(("kind", "text"), NONE)
def test_what_is_no_such_thing_stays(kind: str, text: str) -> None:
    assert [swap.apply(text) for swap in FINDERS[kind](text)] == []


@pytest.mark.parametrize("kind", FINDERS)
def test_a_swap_changes_its_place_alone(kind: str) -> None:
    text = "Interior Minister Anna Holt said 12 people were rescued in Bergen on Monday."
    for swap in swaps(text, kind, 5):
        changed = swap.apply(text)
        assert changed != text
        assert changed[: swap.start] == text[: swap.start]
        assert changed[swap.start + len(swap.new) :] == text[swap.end :]
        assert swap.kind == kind


def test_errors_are_spread_over_the_text() -> None:
    text = " ".join(f"Then {n} people came." for n in range(10, 40))
    found = swaps(text, "number", 3)
    assert len(found) == 3
    assert found[-1].start - found[0].start > len(text) / 2
