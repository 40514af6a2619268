"""``python -m tests.fuzzing [TARGET...] [--seconds 60]``: look for inputs that break a promise, guided by the lines they reach.

Needs ``atheris`` (group ``fuzz``), and the extra ``html`` for pages. Each target runs in a process of its own for its part of the time; what it finds is kept in a folder
that is named, to be made smaller by hand and put into ``tests/fuzzing/found/<target>/``.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fuzzing.targets import TARGETS, starts

_MOST_BYTES = 4_096
_MOST_SECONDS = 60  # for one input


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__)
    parser.add_argument("targets", nargs="*", choices=[[], *TARGETS], help="all of them unless given")
    parser.add_argument("--seconds", type=int, default=60, help="for all targets together")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.inside:
        search(given.targets[0], given.seconds, Path(given.inside))
        return 0
    chosen = given.targets or list(TARGETS)
    kept = Path(tempfile.mkdtemp(prefix="fuzzing-"))
    failed = []
    for target in chosen:
        folder = kept / target
        (folder / "corpus").mkdir(parents=True)
        for number, data in enumerate(starts(target)):
            (folder / "corpus" / f"start-{number}").write_bytes(data)
        each = max(1, given.seconds // len(chosen))
        command = [sys.executable, "-m", "tests.fuzzing", target, "--seconds", str(each), "--inside", str(folder)]
        done = subprocess.run(command, check=False, capture_output=True, text=True, errors="replace")
        tail = [line for line in done.stderr.splitlines() if line.startswith(("Done", "#", "stat::"))][-1:]
        print(f"{target}: {'; '.join(tail) or done.stderr[-500:]}", flush=True)
        if done.returncode:
            failed.append(target)
            print(done.stdout[-3000:], done.stderr[-3000:], f"kept in {folder}", sep="\n", flush=True)
    return int(bool(failed))


def search(target: str, seconds: int, folder: Path) -> None:
    """The search itself; ends the process."""
    import atheris

    with atheris.instrument_imports(include=["reconcile"]):
        import reconcile.api
        import reconcile.render.interchange
        import reconcile.render.sheets  # noqa: F401
    options = [
        f"-max_total_time={seconds}",
        f"-timeout={_MOST_SECONDS}",
        f"-max_len={_MOST_BYTES}",
        f"-artifact_prefix={folder}/",
    ]
    atheris.Setup([sys.argv[0], *options, "-rss_limit_mb=4096", str(folder / "corpus")], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
