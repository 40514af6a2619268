"""Seconds, bytes and exponents."""

import gc
import math
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from reconcile import Report
from tests.benchmarks.generator import mixed
from tests.evaluation.gold import as_report, read_articles

ROOT = Path(__file__).resolve().parents[2]


def seconds(work: Callable[[], object], rounds: int = 3) -> float:
    """The shortest of several runs, in seconds of this process alone: what else the machine does is not counted."""
    taken = []
    for _ in range(rounds):
        gc.collect()
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def exponent(sizes: Sequence[int], taken: Sequence[float]) -> float:
    """How the time grows with the size: 1 for linear, 2 for quadratic; between the first and the last size."""
    return math.log(taken[-1] / taken[0]) / math.log(sizes[-1] / sizes[0])


def word_count(reports: Sequence[Report]) -> int:
    """Words between blanks."""
    return sum(len(r.text.split()) for r in reports)


def articles(most: int, words: int = 350) -> list[Report]:
    """Articles of the folder named by RECONCILE_ARTICLES (form: :mod:`tests.evaluation`), else generated ones of so many words."""
    folder = os.environ.get("RECONCILE_ARTICLES")
    if folder:
        return [as_report(a) for a in read_articles(Path(folder)).values()][:most]
    return mixed(most, words=words)


def in_new_process(code: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout
