"""``python -m tests.benchmarks.soak [--reports 5000] [--kept 12] [--words 60]``: many reports through one reconciler, and what it keeps.

Reports of many events come one by one; past ``--kept`` the oldest goes. Memory is measured after each tenth. Exit 1 when the second half
takes more than a twentieth more than it did when a fifth was through, where everything that is read once has been read.
"""

import argparse
import gc
import sys
import time
from collections import deque

from reconcile import Reconciler
from tests.benchmarks.generator import report, scene

_MOST_GROWTH = 0.05


def megabytes() -> float:
    """The memory of this process that is in use, after a collection."""
    gc.collect()
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
        return int(file.read().split()[1]) * 4096 / 1e6


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.soak", description=__doc__)
    parser.add_argument("--reports", type=int, default=5_000)
    parser.add_argument("--kept", type=int, default=12)
    parser.add_argument("--words", type=int, default=60)
    given = parser.parse_args()
    reconciler, kept, taken = Reconciler(), deque[str](), []
    began = time.perf_counter()
    for number in range(given.reports):
        # four reports of an event behind one another, the events of all kinds
        new = report(scene(number // 4), number, given.words)
        reconciler.add(new)
        kept.append(new.id)
        if len(kept) > given.kept:
            reconciler.remove(kept.popleft())
        if (number + 1) % max(1, given.reports // 10) == 0:
            taken.append(megabytes())
            found = len(reconciler.result().findings)
            print(
                f"{number + 1} reports, {time.perf_counter() - began:.0f} s, {taken[-1]:.1f} MB, {found} findings",
                flush=True,
            )
    growth = max(taken[len(taken) // 2 :]) / taken[1] - 1
    print(f"growth since {given.reports // 5} reports: {growth:+.1%}")
    return int(growth > _MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
