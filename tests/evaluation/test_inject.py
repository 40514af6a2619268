"""Injection on the stories: nothing is flagged where nothing is wrong, and known errors are found at least as often as before.

The floors are the figures of this engine on the first reports of the stories; they only ever rise.
"""

from functools import cache

import pytest

from tests.evaluation.inject import Trial, lines, own_reports, trials
from tests.evaluation.swapping import FINDERS

# kind -> share of the injected errors that must be found.
FLOORS = {"number": 0.0, "date": 0.0, "place": 0.0, "name": 0.0, "negation": 0.0, "role": 0.0}


@cache
def done() -> tuple[Trial, ...]:
    """One error of each kind in six reports of the stories."""
    return tuple(trial for report in own_reports()[:12:2] for trial in trials(report, most=1))


def test_nothing_was_flagged_before() -> None:
    assert [t.shown for t in done() if t.before] == []


@pytest.mark.parametrize("kind", FINDERS)
def test_there_is_something_to_find(kind: str) -> None:
    assert [t for t in done() if t.kind == kind]


@pytest.mark.parametrize("kind", FINDERS)
def test_recall_does_not_fall(kind: str) -> None:
    found = [t.found for t in done() if t.kind == kind]
    assert sum(found) >= FLOORS[kind] * len(found)


def test_lines_sum_up() -> None:
    assert len(list(lines(done()))) == len(FINDERS) + 1
