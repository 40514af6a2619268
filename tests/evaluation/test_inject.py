"""Injection on the stories: nothing is flagged where nothing is wrong, and known errors are found at least as often as before.

The floors (``floors.toml``) only ever rise.
"""

from functools import cache

import pytest

from tests.evaluation.inject import Trial, lines, own_reports, trials
from tests.evaluation.swapping import FINDERS
from tests.evaluation.test_floors import floors


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
    assert sum(found) >= floors()["injected"][kind] * len(found)


def test_lines_sum_up() -> None:
    assert len(list(lines(done()))) == len(FINDERS) + 1
