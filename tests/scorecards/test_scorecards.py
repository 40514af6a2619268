"""The written card: it knows each feature, and no feature speaks against its sense."""

from itertools import pairwise

import pytest

from reconcile.measure.scorecards import scorecard
from tests.evaluation.gold import Contradiction, Event, Place, Trap
from tests.factory import report
from tests.scorecards.pairs import SENSE, rows


def test_the_card_has_the_features_of_the_engine() -> None:
    assert set(scorecard("quantities").steps) == set(SENSE)


@pytest.mark.parametrize("feature", SENSE)
def test_points_go_one_way(feature: str) -> None:
    steps = scorecard("quantities").steps[feature]
    assert len(steps.points) == len(steps.at) + 1
    assert all(a < b for a, b in pairwise(steps.at))
    assert all(SENSE[feature] * (b - a) >= 0 for a, b in pairwise(steps.points))


LEFT = "The clinic in Halden is treating 14 patients with poisoning, the clinic in Halden said."
RIGHT = "Seventeen patients with poisoning lie in the clinic in Halden. The clinic in Halden has 300 beds."


def test_rows_are_pairs_that_exclude_each_other_with_what_is_annotated_of_them() -> None:
    told = Contradiction(
        "patients", ("quantity",), ((_place("a", LEFT, "14 patients"),), (_place("b", RIGHT, "Seventeen"),))
    )
    trap = Trap("beds", (_place("a", LEFT, "14"), _place("b", RIGHT, "300 beds")))
    event = Event("clinic", (report(LEFT, id="a"), report(RIGHT, id="b")), (told,), traps=(trap,))
    found = {(row.told, row.traps) for row in rows(event)}
    assert (frozenset({0}), frozenset()) in found
    assert all(set(row.features) == set(SENSE) for row in rows(event))


def _place(name: str, text: str, words: str) -> Place:
    return Place(name, text.index(words), text.index(words) + len(words))
