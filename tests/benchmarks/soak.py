"""``python -m tests.benchmarks.soak [--reports 5000] [--kept 12] [--words 60]``: many reports through one reconciler, and what it keeps.

Reports of many events come one by one; past ``--kept`` the oldest goes. After each tenth the memory in use is told, and the objects that
live once functions have forgotten the words of earlier texts (they remember a bounded number of them). Exit 1 when the second half
holds two hundredths more objects, or a tenth more memory, than when a fifth was through.
"""

import argparse
import gc
import sys
import time
from collections import deque
from collections.abc import Sequence
from functools import lru_cache

from reconcile import Reconciler
from tests.benchmarks.generator import report, scene

_MOST_OBJECTS = 0.02
_MOST_MEMORY = 0.10


def megabytes() -> float:
    """The memory of this process that is in use, after a collection."""
    gc.collect()
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
        return int(file.read().split()[1]) * 4096 / 1e6


def objects() -> int:
    """What lives once functions have forgotten what they remember of texts; the tables of the lexicon stay."""
    for name, module in list(sys.modules.items()):
        if name.startswith("reconcile."):
            for value in list(vars(module).values()):
                if isinstance(value, type(lru_cache(str))) and value.cache_info().maxsize is not None:
                    value.cache_clear()
    gc.collect()
    return len(gc.get_objects())


def growth(taken: Sequence[float]) -> float:
    """How much more the second half holds than was held when a fifth was through."""
    return max(taken[len(taken) // 2 :]) / taken[1] - 1


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.soak", description=__doc__)
    parser.add_argument("--reports", type=int, default=5_000)
    parser.add_argument("--kept", type=int, default=12)
    parser.add_argument("--words", type=int, default=60)
    given = parser.parse_args()
    reconciler, kept = Reconciler(), deque[str]()
    memory: list[float] = []
    living: list[float] = []
    began = time.perf_counter()
    for number in range(given.reports):
        # four reports of an event behind one another, the events of all kinds
        new = report(scene(number // 4), number, given.words)
        reconciler.add(new)
        kept.append(new.id)
        if len(kept) > given.kept:
            reconciler.remove(kept.popleft())
        if (number + 1) % max(1, given.reports // 10) == 0:
            memory.append(megabytes())
            living.append(objects())
            spent = time.perf_counter() - began
            print(f"{number + 1} reports, {spent:.0f} s, {memory[-1]:.1f} MB, {living[-1]:.0f} objects", flush=True)
    print(f"since {given.reports // 5} reports: memory {growth(memory):+.1%}, objects {growth(living):+.1%}")
    return int(growth(memory) > _MOST_MEMORY or growth(living) > _MOST_OBJECTS)


if __name__ == "__main__":
    sys.exit(main())
