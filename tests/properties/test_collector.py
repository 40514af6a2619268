"""Python's garbage collector rests while reports are reconciled, and is as it was before when that is done."""

import gc
from collections.abc import Iterator

import pytest
from attrs import evolve

from reconcile import Config, Reconciler, Report, Stages, group_reports, reconcile
from reconcile.model.documents import Document
from tests.benchmarks.generator import mixed
from tests.factory import AGENCY, HARBOUR, report

REPORTS = (report(HARBOUR, "Harbour News"), report(AGENCY, "Agency"))


@pytest.fixture(params=[True, False], ids=("on", "off"))
def before(request: pytest.FixtureRequest) -> Iterator[bool]:
    (gc.enable if request.param else gc.disable)()
    yield request.param
    gc.enable()


def test_it_is_left_as_it_was(before: bool) -> None:
    reconcile(REPORTS)
    assert gc.isenabled() is before
    Reconciler().add(REPORTS[0])
    assert gc.isenabled() is before
    group_reports(REPORTS)
    assert gc.isenabled() is before


def test_it_is_left_as_it_was_by_an_error(before: bool) -> None:
    def failing(report: Report, config: Config) -> Document:
        assert not gc.isenabled()
        raise RuntimeError("no such thing")

    stages = evolve(Stages(), reader=failing)
    with pytest.raises(RuntimeError):
        reconcile(REPORTS, stages=stages)
    assert gc.isenabled() is before
    with pytest.raises(RuntimeError):
        Reconciler(stages=stages).add(REPORTS[0])
    assert gc.isenabled() is before


def test_what_was_built_is_not_walked_at_once() -> None:
    """The first collection afterwards finds no more young objects than any other."""
    young: list[int] = []

    def watch(phase: str, info: dict[str, int]) -> None:
        if phase == "start" and info["generation"] == 0:
            young.append(len(gc.get_objects(generation=0)))

    gc.callbacks.append(watch)
    try:
        result = reconcile(mixed(16, words=90))
        made = [[n] for n in range(2 * gc.get_threshold()[0])]
    finally:
        gc.callbacks.remove(watch)
    assert result.claims
    assert made
    assert young
    assert max(young) <= 2 * gc.get_threshold()[0]
    assert gc.get_freeze_count() == 0


def test_what_somebody_froze_stays_frozen() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        reconcile(REPORTS)
        assert gc.get_freeze_count() >= frozen > 0
    finally:
        gc.unfreeze()
