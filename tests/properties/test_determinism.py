"""The same bytes under any hash seed, time zone and locale, with any number of workers, in any thread."""

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest

from reconcile import Report, reconcile
from tests.benchmarks.generator import one_event

ROOT = Path(__file__).resolve().parents[2]
CODE = """
import hashlib, sys
from pathlib import Path
from reconcile import Report, reconcile
from tests.benchmarks.generator import one_event
import locale
locale.setlocale(locale.LC_ALL, "")
seeds = [Report.from_file(p) for p in sorted(Path("seeds").glob("*.txt"))]
for reports in (seeds, one_event(3, 7, 120)):
    result = reconcile(reports)
    shown = "\\0".join((result.to_json(), result.to_markdown(), result.to_html(), result.to_text()))
    sys.stdout.write(hashlib.sha256(shown.encode()).hexdigest() + "\\n")
"""
PLACES = [("0", "UTC", "C"), ("1", "Asia/Pyongyang", "de_DE.UTF-8"), ("4711", "America/St_Johns", "tr_TR.UTF-8")]


@cache
def digests(seed: str, zone: str, locale: str) -> list[str]:
    """Digests of the renderings in a fresh interpreter; a locale that the machine does not have falls back to C."""
    installed = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout.casefold()
    has = locale.casefold().replace("utf-8", "utf8") in installed
    changed = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale if has else "C", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=ROOT,
        env={**os.environ, **changed},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.parametrize("place", PLACES[1:], ids=lambda p: p[1])
def test_bytes_do_not_depend_on_the_machine(place: tuple[str, str, str]) -> None:
    assert digests(*place) == digests(*PLACES[0])
    assert len(digests(*place)) == 2


def test_bytes_do_not_depend_on_the_workers() -> None:
    found = one_event(4, 3, 120)
    assert reconcile(found, workers=2).to_json() == reconcile(found).to_json()


def test_bytes_do_not_depend_on_the_thread() -> None:
    groups = [one_event(2, n, 90) for n in range(4)]
    alone = [digest(g) for g in groups]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(digest, groups)) == alone


def digest(found: list[Report]) -> str:
    return hashlib.sha256(reconcile(found).to_json().encode()).hexdigest()


def test_bytes_do_not_depend_on_earlier_calls() -> None:
    found = one_event(2, 5, 90)
    before = digest(found)
    reconcile(one_event(2, 6, 90))
    assert digest(found) == before
