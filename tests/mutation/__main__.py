"""``python -m tests.mutation measure [--share 0.25] [--write]``: how many small faults of a stage its tests notice.

Exit 1 when fewer than 85 % are noticed, or one goes unnoticed that ``survivors/<stage>.toml`` does not list with why it may.
"""

import argparse
import hashlib
import importlib
import os
import sys
import tomllib
from pathlib import Path

import pytest

from tests.mutation.mutants import Mutant, mutants
from tests.mutation.running import ROOT, Mutating

LEAST = 0.85
SHARES = {"measure": 0.25, "anchor": 0.3, "compare": 0.4}  # some six hundred faults of each


def sample(stage: str, share: float, only: str = "") -> tuple[Mutant, ...]:
    """Of all faults of a stage those whose digest falls into ``share``: the same ones after edits elsewhere."""
    files = [p for p in sorted((ROOT / "reconcile" / stage).glob("*.py")) if not only or p.stem in only.split(",")]
    return tuple(m for path in files for m in mutants(path) if _place(m.key) < share)


def _place(key: str) -> float:
    return int.from_bytes(hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()[:8]) / 2**64


def excused(stage: str) -> dict[str, str]:
    """The faults that may go unnoticed, with why."""
    path = Path(__file__).parent / "survivors" / f"{stage}.toml"
    return (
        {key: why for why, keys in tomllib.loads(path.read_text(encoding="utf-8")).items() for key in keys}
        if path.exists()
        else {}
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("stage", choices=SHARES)
    parser.add_argument("--share", type=float, help="the part of all faults that is tried")
    parser.add_argument("--only", default="", help="modules of the stage, joined by commas")
    parser.add_argument("--tests", nargs="*", help="where the tests are; those of the stage unless given")
    given = parser.parse_args()
    os.environ.setdefault("HYPOTHESIS_PROFILE", "ci")
    tried = sample(given.stage, given.share if given.share is not None else SHARES[given.stage], given.only)
    for path in {m.path for m in tried}:
        importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
    run = Mutating(tried)
    tests = given.tests or [f"tests/{given.stage}"]
    pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov", *tests], plugins=[run])
    return report(run, excused(given.stage))


def report(run: Mutating, known: dict[str, str]) -> int:
    if run.failing or not run.mutants:
        print("\nthe tests fail without a fault:", *run.failing, sep="\n  ")
        return 2
    gone = {m.key: m for m in (*run.survivors, *run.unreached)}
    noticed = 1 - len(gone) / len(run.mutants)
    print(
        f"\n{len(run.mutants)} faults, {noticed:.1%} noticed, {len(gone)} not, of which {len(run.unreached)} no test reaches"
    )
    unlisted = [m for key, m in gone.items() if key not in known]
    for m in unlisted:
        print(f"{m.path.relative_to(ROOT)}:{m.line} {'(unreached) ' if m in run.unreached else ''}{m.key}")
    tried = {m.key for m in run.mutants}
    for key in known:
        if key in tried and key not in gone:
            print(f"listed, but noticed now: {key}")
    return int(noticed < LEAST or bool(unlisted))


if __name__ == "__main__":
    sys.exit(main())
