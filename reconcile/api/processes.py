"""Work on many items, each by itself, in this process or in several.

Where the system can fork and this process has one thread, children are forked for each round of work: they hold what it holds, and only
their answers are sent. A fork of several threads could stop for good at a lock that another one held, and Python 3.12 warns of it; so
where there are more (a notebook has some), and on other systems, processes are started afresh, once, and the items are sent to them.
"""

import gc
import multiprocessing
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextvars import ContextVar
from itertools import chain
from multiprocessing.context import BaseContext
from types import TracebackType
from typing import Any, Self, TypeVar

from reconcile.errors import ReconcileError
from reconcile.lexicon.load import building

T = TypeVar("T")
R = TypeVar("R")

# Set in a forked process alone: the work of its round, and the items.
_ROUND: ContextVar[tuple[Callable[[Any], Any], Sequence[Any]]] = ContextVar("round")


# Of many items the smallest few are done before the children are forked: they inherit the word lists that these have read.
_MANY, _WARMING = 20, 2


class Crew:
    """``workers`` processes to share rounds of work; a context manager, so that none is left behind. One is this process alone.

    A process that may have no children (a daemon of another pool) does all the work itself.
    """

    def __init__(self, workers: int) -> None:
        self._workers = 1 if multiprocessing.current_process().daemon else workers
        self._context = process_context()
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._leave()

    def each(self, work: Callable[[T], R], items: Sequence[T], size: Callable[[T], int]) -> Iterator[tuple[int, R]]:
        """The number of each item with what ``work`` makes of it, as they come; the largest is begun first.

        Other processes begin at once, this one when it is asked for the first. Only one round may be under way. Raises what ``work``
        raises, and :class:`ReconcileError` when a process dies.
        """
        if self._workers == 1 or len(items) < 2:
            return enumerate(map(work, items))
        order = sorted(range(len(items)), key=lambda n: -size(items[n]))
        try:
            if self._context.get_start_method() == "fork":
                self._leave()
                few = _WARMING if len(order) >= _MANY else 0
                first = [(n, work(items[n])) for n in order[len(order) - few :]]
                order = order[: len(order) - few]
                self._pool = ProcessPoolExecutor(
                    self._workers, self._context, initializer=_begin, initargs=(work, items)
                )
                return chain(first, _answers({self._pool.submit(_forked, n): n for n in order}))
            self._pool = self._pool or ProcessPoolExecutor(self._workers, self._context)
            return _answers({self._pool.submit(_sent, work, items[n]): n for n in order})
        except BrokenProcessPool as error:
            raise _died() from error

    def _leave(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def process_context() -> BaseContext:
    """How processes are started from here: forked from a single thread on Linux, else started afresh."""
    may_fork = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if may_fork else "spawn")


def _answers(waiting: dict["Future[R]", int]) -> Iterator[tuple[int, R]]:
    try:
        for future in as_completed(waiting):
            yield waiting.pop(future), future.result()
    except BrokenProcessPool as error:
        raise _died() from error


def _died() -> ReconcileError:
    return ReconcileError(
        "a worker process died: for want of memory, or because it could not be given its work (stages must be importable from a "
        "module, and a script that starts processes needs \"if __name__ == '__main__':\"); workers=1 needs no process"
    )


def _begin(work: Callable[[Any], Any], items: Sequence[Any]) -> None:
    """In a forked process: it lives for one round, and sending an answer builds much too, so the collector stays off."""
    gc.disable()
    _ROUND.set((work, items))


def _forked(number: int) -> Any:
    work, items = _ROUND.get()
    return _sent(work, items[number])


def _sent(work: Callable[[T], R], item: T) -> R:
    with building():
        return work(item)
