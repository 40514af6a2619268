"""Reports in, every text rendering out. ``pytest --rewrite-golden tests/golden`` writes the files anew; review the diff."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from reconcile import Reconciliation, read_reports, reconcile
from reconcile.render.interchange import dumps
from tests import factory

FOLDER = Path(__file__).resolve().parent
SEEDS = FOLDER.parents[1] / "seeds"
RENDERINGS: dict[str, Callable[[Reconciliation], str]] = {
    "txt": lambda r: r.to_text(),
    "md": lambda r: r.to_markdown(),
    "html": lambda r: r.to_html(),
    "notebook.html": lambda r: r._repr_html_(),
    "json": lambda r: r.to_json(),
    "jsonl": lambda r: r.to_json_lines(),
    "csv": lambda r: r.to_csv(),
    "jsonld": lambda r: dumps(r.to_annotations(), indent=2) + "\n",
}
RESULTS: dict[str, Callable[[], Reconciliation]] = {
    "ferry": lambda: factory.reconciliation(factory.ferry()),
    "hostile": lambda: factory.reconciliation(factory.hostile()),
    "seeds": lambda: reconcile(read_reports(SEEDS)),
}
# Of the seeds only what people read is kept: their data changes with every rule, and these two show it.
KEPT = [(name, ending) for name in RESULTS for ending in RENDERINGS if name != "seeds" or ending in ("txt", "md")]


@cache
def result_of(name: str) -> Reconciliation:
    return RESULTS[name]()


@pytest.mark.parametrize(("name", "ending"), KEPT)
def test_rendering_is_as_reviewed(name: str, ending: str, pytestconfig: pytest.Config) -> None:
    file = FOLDER / f"{name}.{ending}"
    made = RENDERINGS[ending](result_of(name)).encode("utf-8")
    if pytestconfig.getoption("rewrite_golden"):
        file.write_bytes(made)
    assert file.is_file(), "no golden file: run pytest --rewrite-golden tests/golden and look at what it wrote"
    assert made.decode() == file.read_bytes().decode()


def test_no_golden_file_is_left_over() -> None:
    held = {f.name for f in FOLDER.iterdir() if f.is_file() and f.suffix != ".py"}
    assert held == {f"{name}.{ending}" for name, ending in KEPT}
