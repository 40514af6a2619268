"""Tests run against faults: once to see which test reaches which line, then, for each fault, those that reach it.

Everything is imported once; each fault lives in a forked process of its own, where the code of one function is exchanged.
"""

import contextlib
import functools
import os
import signal
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from coverage import Coverage

from tests.mutation.mentions import definitions, users
from tests.mutation.mutants import Mutant, code_of

ROOT = Path(__file__).resolve().parents[2]
_MOST_SECONDS = 30.0  # of processor time, for all tests of one fault; past it a fault counts as noticed: it hangs


class Mutating:
    """A pytest plugin that replaces the run of the collected tests; :attr:`survivors` and :attr:`unreached` tell what came out."""

    def __init__(self, mutants: Sequence[Mutant]) -> None:
        self.mutants = mutants
        self.survivors: list[Mutant] = []
        self.unreached: list[Mutant] = []
        self.failing: list[str] = []
        folders = {m.path.parent for m in mutants}
        self._defined = tuple(d for f in sorted(folders) for path in sorted(f.glob("*.py")) for d in definitions(path))
        self._reached: dict[str, dict[int, list[str]]] = {}
        self._items: list[pytest.Item] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Instead of one run: one with a record of the lines, then one for each fault."""
        self._record(session.items)
        if self.failing:
            return True
        for number, mutant in enumerate(self.mutants):
            known = self._tests(mutant)
            items = [item for item in session.items if item.nodeid in known]
            if not items:
                self.unreached.append(mutant)
            elif self._survives(mutant, items):
                self.survivors.append(mutant)
            self._tell(number + 1)
        return True

    def _tell(self, done: int) -> None:
        if sys.__stderr__ is not None and sys.__stderr__.isatty():
            gone = len(self.survivors) + len(self.unreached)
            sys.__stderr__.write(f"\r{done}/{len(self.mutants)}, {gone} unnoticed ")

    def _record(self, items: list[pytest.Item]) -> None:
        """File to line to the tests that run it; the tests are sorted by their time. What takes arguments forgets before each test."""
        files = sorted({str(d.path) for d in self._defined})
        coverage = Coverage(data_file=None, include=files, config_file=False)
        taken: dict[str, float] = {}
        coverage.start()
        for item in items:
            empty_caches()
            coverage.switch_context(item.nodeid)
            reports = runtestprotocol(item, nextitem=None, log=False)
            taken[item.nodeid] = sum(r.duration for r in reports)
            self.failing += [r.nodeid for r in reports if r.failed]
        coverage.stop()
        items.sort(key=lambda item: taken[item.nodeid])
        self._items = items
        data = coverage.get_data()
        self._reached = {file: data.contexts_by_lineno(file) for file in files}

    def _tests(self, mutant: Mutant) -> set[str]:
        """The tests that run its line, and those that use a constant or table that it changes."""
        names = self._changed(mutant)
        own = [d for d in self._defined if d.path == mutant.path and d.name in names]
        # the parts of a statement of several lines have no line of their own
        first = min(d.first for d in own)
        known = self._reached[str(mutant.path)]
        lines = [(mutant.path, next((n for n in range(mutant.line, first, -1) if known.get(n)), first))]
        # what is worked out once is run by one test and used by many
        changed = [*own, *(d for name in names for d in users(name, self._defined, only_through_tables=False))]
        tables = {d.name for d in changed if d.is_table}
        places = {
            d for name in tables for d in users(name, self._defined, only_through_tables=True) if not d.is_constant
        }
        lines += [(d.path, n) for d in places for n in range(d.first, d.last + 1)]
        direct = {item.nodeid for item in self._items if _mentions(item, tables)}
        return direct | {test for path, line in lines for test in self._reached[str(path)].get(line, ()) if test}

    def _changed(self, mutant: Mutant) -> list[str]:
        """The function in which the fault lies, or the constants that its statement sets."""
        if mutant.where:
            return [mutant.where.split(".")[0]]
        return [d.name for d in self._defined if d.path == mutant.path and d.first <= mutant.line <= d.last]

    def _survives(self, mutant: Mutant, items: list[pytest.Item]) -> bool:
        """Whether all tests pass with the fault in place, in a process of its own."""
        names = self._changed(mutant)
        stale = {d.name for name in names for d in users(name, self._defined, only_through_tables=False)} | {*names}
        child = os.fork()
        if child == 0:
            status = 1
            with contextlib.suppress(BaseException):
                status = _run_with(mutant, items, stale)
            os._exit(status)
        _, ended = os.waitpid(child, 0)
        return ended == 0


def _mentions(item: pytest.Item, names: Collection[str]) -> bool:
    module = getattr(item, "module", None)
    return any(name in vars(module) for name in names) if module is not None else False


def empty_caches(tables: Collection[str] = ()) -> None:
    """Forget what functions remember, but for the lexicon, which no fault can reach; of functions without arguments only ``tables``."""
    for name, module in list(sys.modules.items()):
        if name.startswith("reconcile.") and not name.startswith("reconcile.lexicon"):
            for known, value in vars(module).items():
                if isinstance(value, functools._lru_cache_wrapper) and (
                    known in tables or value.__wrapped__.__code__.co_argcount
                ):
                    value.cache_clear()


def _run_with(mutant: Mutant, items: list[pytest.Item], stale: Collection[str]) -> int:
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, _MOST_SECONDS)
    put_in(mutant)
    empty_caches(stale)
    for item in items:
        if any(report.failed for report in runtestprotocol(item, nextitem=None, log=False)):
            return 1
    return 0


def put_in(mutant: Mutant) -> None:
    """Exchange the code of the live function, or set the constant of the live module anew."""
    name = ".".join(mutant.path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    module = sys.modules[name]
    code = code_of(mutant)
    if mutant.where == "":
        _set_anew(module, code)
    else:
        _function(module, mutant.where).__code__ = code


def _set_anew(module: ModuleType, code: CodeType) -> None:
    """Run the statement of the module, and exchange what it sets wherever else it was imported."""
    before = dict(vars(module))
    exec(code, vars(module))  # noqa: S102
    changed = {name: value for name, value in vars(module).items() if before.get(name) is not value}
    for name, value in changed.items():
        for other in list(sys.modules.values()):
            if other.__name__.startswith(("reconcile.", "tests.")) and vars(other).get(name) is before.get(name, other):
                setattr(other, name, value)


def _function(module: ModuleType, where: str) -> FunctionType:
    """The function behind a name, out of its wrappers: caches, properties, class methods."""
    found: Any = module
    for part in where.split("."):
        found = vars(found)[part]
    while not isinstance(found, FunctionType):
        found = next(w for a in ("__wrapped__", "__func__", "fget") if (w := getattr(found, a, None)) is not None)
    while hasattr(found, "__wrapped__"):
        found = found.__wrapped__
    assert isinstance(found, FunctionType)
    return found
