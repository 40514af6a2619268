"""Near copies: which of their changed words cannot both be right."""

import pytest
from attrs import evolve

from reconcile.compare.passages import Judged
from reconcile.compare.rewordings import _is_of_other_words
from reconcile.model.copies import Change, NearCopy
from reconcile.model.reasons import Reason
from reconcile.model.spans import Span
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


TWICE = "The storm tore the roofs off {} houses in the old quarter of the town and drove {} fishing boats ashore on the lake."


def test_each_change_needs_seven_words_in_common() -> None:
    texts = TWICE.format(40, 14), TWICE.format(60, 19)
    assert len(reworded(*texts, shared=14)) == 2
    assert reworded(*texts, shared=13) == ()


def test_one_change_needs_none() -> None:
    (found,) = reworded(HOUSES.format(40, ""), HOUSES.format(60, ""), shared=1)
    assert found.score == 0.62


def test_no_number_of_words_makes_it_certain() -> None:
    (found,) = reworded(HOUSES.format(40, ""), HOUSES.format(60, ""), shared=40)
    assert found.score == 0.9


def test_a_not_by_words_that_are_changed_too() -> None:
    span, away = Span(10, 20), Span(30, 40)
    told_so = Judged("polarity", span, span, 1.0, Reason.of("stance.polarity"))
    change, other = Change(None, Span(12, 14), (12, 12)), Change(Span(18, 22), None, (18, 18))
    copy = NearCopy(("a", 0), ("b", 0), 9, (change, other))
    assert _is_of_other_words(copy, change, told_so) is True
    assert _is_of_other_words(evolve(copy, changes=(change,)), change, told_so) is False
    assert _is_of_other_words(copy, change, evolve(told_so, left=away, right=away)) is False
    assert _is_of_other_words(copy, change, evolve(told_so, left=away)) is False
    assert _is_of_other_words(copy, change, evolve(told_so, reason=Reason.of("time.relation"))) is False
    turned = evolve(copy, changes=(change, evolve(other, left=None, right=Span(18, 22))))
    assert _is_of_other_words(turned, change, evolve(told_so, left=away)) is True
