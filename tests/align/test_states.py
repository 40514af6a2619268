"""Claims that put one thing in two states, brought together across reports."""

import pytest

from reconcile import Report, reconcile
from tests.compare.telling import Row, rows


def groups(*texts: str) -> set[str]:
    """The groups of states in which the texts contradict each other."""
    found = reconcile([Report(text, id=f"r{n}", source=f"Paper {n}") for n, text in enumerate(texts)])
    return {
        dict(reason.params)["group"]
        for f in found.contradictions
        for reason in f.reasons
        if reason.code == "stance.exclusive"
    }


@pytest.mark.parametrize("row", rows("states", stage="align"))
def test_states(row: Row) -> None:
    expect = {row["expect"]} - {""}
    assert groups(row["left"], row["right"]) == groups(row["right"], row["left"]) == expect
