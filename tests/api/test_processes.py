"""Work shared by processes, forked or started afresh: the same answers, and an error where a process is lost."""

import multiprocessing
import os
import subprocess
import sys
import threading
import time

import pytest
from attrs import evolve

from reconcile import Config, ReconcileError, Report, Stages, reconcile
from reconcile.api import processes
from reconcile.api.processes import Crew, process_context
from reconcile.model.documents import Document
from reconcile.text.reading import read
from tests.benchmarks.generator import mixed

_MAY_FORK = sys.platform == "linux" and threading.active_count() == 1


@pytest.fixture(
    params=[
        pytest.param("fork", marks=pytest.mark.skipif(not _MAY_FORK, reason="several threads, or not Linux")),
        "spawn",
    ]
)
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "process_context", lambda: multiprocessing.get_context(request.param))


def where(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def dying(number: int) -> int:
    if number == 2:
        os._exit(1)
    return number


def failing(number: int) -> int:
    raise KeyError(number)


def dying_reader(report: Report, config: Config) -> Document:
    if report.id == "deadly":
        os._exit(1)
    return read(report, config)


@pytest.mark.usefixtures("_way")
def test_every_item_is_answered_once_elsewhere() -> None:
    with Crew(2) as crew:
        for items in (list(range(9)), [5, 3]):
            found = dict(crew.each(where, items, lambda n: n))
            assert {n: square for n, (square, _) in found.items()} == {n: i * i for n, i in enumerate(items)}
            assert os.getpid() not in {process for _, process in found.values()}


def test_one_worker_or_one_item_needs_no_process() -> None:
    with Crew(1) as one, Crew(2) as two:
        assert [process for _, (_, process) in one.each(where, [1, 2], abs)] == [os.getpid()] * 2
        assert [process for _, (_, process) in two.each(where, [1], abs)] == [os.getpid()]
        assert list(two.each(where, [], abs)) == []


@pytest.mark.usefixtures("_way")
def test_a_process_that_dies_is_an_error() -> None:
    with Crew(2) as crew, pytest.raises(ReconcileError, match="a worker process died"):
        list(crew.each(dying, range(6), abs))


@pytest.mark.usefixtures("_way")
def test_an_error_of_the_work_is_passed_on() -> None:
    with Crew(2) as crew, pytest.raises(KeyError):
        list(crew.each(failing, range(6), abs))


@pytest.mark.usefixtures("_way")
def test_a_reader_that_dies() -> None:
    reports = [*mixed(3, words=30), Report("Two men died.", id="deadly")]
    with pytest.raises(ReconcileError, match="a worker process died"):
        reconcile(reports, stages=evolve(Stages(), reader=dying_reader), workers=2)


@pytest.mark.usefixtures("_way")
def test_work_under_way_is_left_when_nobody_waits_for_it() -> None:
    start = time.monotonic()
    with Crew(2) as crew:
        assert next(crew.each(time.sleep, [0.1] * 2 + [0.2] * 400, int)) is not None
    assert time.monotonic() - start < 30


def test_several_threads_are_not_forked() -> None:
    done = threading.Event()
    waiting = threading.Thread(target=done.wait)
    waiting.start()
    try:
        assert process_context().get_start_method() == "spawn"
    finally:
        done.set()
        waiting.join()


ALONE = """
import sys
from multiprocessing import get_context
from attrs import evolve
from reconcile import Stages, reconcile
from reconcile.api.processes import process_context
from tests.benchmarks.generator import mixed

found = mixed(12, per_event=4, words=80)

def told(queue):
    queue.put(reconcile(found, workers=2).to_json())

if __name__ == "__main__":
    assert process_context().get_start_method() == ("fork" if sys.platform == "linux" else "spawn")
    expected = reconcile(found).to_json()
    assert reconcile(found, workers=2).to_json() == expected
    assert reconcile(found, workers=3).to_json() == expected
    if sys.platform == "linux":
        usual = Stages()
        own = evolve(usual, mark_extractors=(lambda document: usual.mark_extractors[0](document),))
        assert reconcile(found, stages=own, workers=2).to_json() == reconcile(found, stages=own).to_json()
        context = get_context("fork")
        queue = context.Queue()
        daemon = context.Process(target=told, args=(queue,), daemon=True)
        daemon.start()
        assert queue.get(timeout=60) == expected
        daemon.join()
"""


def test_a_process_of_one_thread() -> None:
    """Whole reconciliations in two and three processes, with a stage that cannot be pickled, and in a daemon."""
    done = subprocess.run([sys.executable, "-W", "error", "-c", ALONE], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
