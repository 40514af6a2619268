"""Near copies: which of their changed words cannot both be right."""

import pytest

from tests.compare.copying import reworded, told
from tests.compare.telling import Row, rows


@pytest.mark.parametrize("row", rows("rewordings"))
def test_changed_words(row: Row) -> None:
    texts = [row["left"], row["right"]]
    found = reworded(*texts)
    assert [told(texts, r) for r in found] == row["expect"]
    assert all(0.6 <= r.score <= 0.9 for r in found)


@pytest.mark.parametrize("row", rows("rewordings"))
def test_the_other_way_round(row: Row) -> None:
    """The reports' order decides which side is left, and nothing else."""
    texts = [row["right"], row["left"]]
    assert [told(texts, r) for r in reworded(*texts)] == [[kind, right, left] for kind, left, right in row["expect"]]


HOUSES = "The storm tore the roofs off {} houses in the old quarter{}."


def test_more_words_in_common_are_surer() -> None:
    (short,), (long,) = (
        reworded(HOUSES.format(40, rest), HOUSES.format(60, rest)) for rest in ("", " of the town by the lake")
    )
    assert short.score < long.score


def test_each_pair_of_three_reports_is_compared() -> None:
    found = reworded(*(HOUSES.format(n, "") for n in (40, 50, 60)))
    assert [(r.left[0], r.right[0]) for r in found] == [("a", "b"), ("a", "c"), ("b", "c")]


def test_when_somebody_spoke_is_less_sure() -> None:
    """One may say the same on two days."""
    deed = "The old bridge was closed to lorries for months, by order of the mayor, on {} May 2023."
    saying = "The old bridge would be closed to lorries for months, the mayor said on {} May 2023."
    (done,), (said,) = (reworded(text.format(3), text.format(5)) for text in (deed, saying))
    assert (done.kind, said.kind) == ("time", "time")
    assert said.score < 0.8 * done.score
