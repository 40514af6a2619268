"""Threads that switch at every moment give the same bytes as one after another."""

import sys
import threading
from collections.abc import Iterator
from functools import lru_cache

import pytest

from reconcile import Reconciler, Report, find_entities, find_quantities, find_times, name_similarity, reconcile
from tests.benchmarks.generator import one_event

_THREADS = 4


@pytest.fixture
def hasty() -> Iterator[None]:
    """Threads change places as often as the interpreter can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def empty_caches() -> None:
    """What functions remember is forgotten, so that the threads fill it together."""
    for name, module in list(sys.modules.items()):
        if name.startswith(
            ("reconcile.measure", "reconcile.claims", "reconcile.align", "reconcile.extract", "reconcile.text")
        ):
            for value in list(vars(module).values()):
                if isinstance(value, type(lru_cache(str))):
                    value.cache_clear()


def together(work: list[list[Report]], *, cold: bool) -> list[str]:
    """The JSON of each event, worked out at the same time, all threads let go at once."""
    found: list[str] = [""] * len(work)
    start = threading.Barrier(len(work))

    def run(number: int) -> None:
        start.wait()
        found[number] = reconcile(work[number]).to_json()

    if cold:
        empty_caches()
    threads = [threading.Thread(target=run, args=(n,)) for n in range(len(work))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("cold", [True, False])
def test_events_side_by_side(cold: bool) -> None:
    work = [one_event(2, n, 60) for n in range(_THREADS)]
    alone = [reconcile(reports).to_json() for reports in work]
    assert together(work, cold=cold) == alone


@pytest.mark.usefixtures("hasty")
def test_one_event_in_all_threads() -> None:
    work = [one_event(2, 3, 60)] * _THREADS
    assert set(together(work, cold=True)) == {reconcile(work[0]).to_json()}


@pytest.mark.usefixtures("hasty")
def test_reconcilers_and_finders_side_by_side() -> None:
    reports = one_event(2, 5, 60)
    text = reports[0].text
    expected = reconcile(reports).to_json()
    finders = (find_times(text), find_quantities(text), find_entities(text), name_similarity("Ana Ruiz", "A. Ruiz"))
    faults: list[object] = []

    def add_one_by_one() -> None:
        reconciler = Reconciler()
        for report in reports:
            reconciler.add(report)
        faults.extend([] if reconciler.result().to_json() == expected else ["reconciler"])

    def find() -> None:
        for _ in range(3):
            now = (find_times(text), find_quantities(text), find_entities(text), name_similarity("Ana Ruiz", "A. Ruiz"))
            faults.extend([] if now == finders else ["finders"])

    empty_caches()
    threads = [threading.Thread(target=target) for target in (add_one_by_one, find, add_one_by_one, find)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
