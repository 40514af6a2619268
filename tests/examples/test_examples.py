"""The examples run as they are documented, each in a process of its own."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from reconcile import Report, reconcile
from tests import factory

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
PRINTED = {
    "first_reconciliation": "The two reports contradict each other on",
    "working_with_findings": "“3 March” (B, A) against “Saturday” (C)",
}
NOTEBOOKS = sorted(EXAMPLES.glob("*.ipynb"))


def run(name: str, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, str(EXAMPLES / name), *arguments]
    return subprocess.run(
        command, input=stdin, capture_output=True, text=True, encoding="utf-8", env=environment, check=False
    )


def test_seed_articles(tmp_path: Path) -> None:
    ran = run("seed_articles.py", "--html", str(tmp_path / "page.html"))
    assert (ran.returncode, ran.stderr) == (0, "")
    shown = " ".join(ran.stdout.split())
    assert shown.startswith("The two reports")
    assert "[war in North Korea. Ukraine]" in shown
    assert "Repair: “war in Ukraine”" in shown
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_pipeline() -> None:
    reports = [{"id": "a", "text": factory.HARBOUR}, {"id": "b", "text": factory.AGENCY}]
    ran = run("pipeline.py", stdin="\n".join(map(json.dumps, reports)))
    assert (ran.returncode, ran.stderr) == (0, "")
    found = [json.loads(line) for line in ran.stdout.splitlines()]
    assert {f["category"] for f in found} >= {"garble"}
    assert len({f["event"] for f in found}) == 1
    texts = {r["id"]: r["text"] for r in reports}
    assert all(texts[e["report_id"]][e["start"] : e["end"]] == e["text"] for f in found for e in f["evidence"])
    expected = reconcile([Report(r["text"], id=r["id"]) for r in reports])
    assert [f["id"] for f in found] == [f.id for f in expected.findings]


def test_pipeline_tells_faults_and_goes_on() -> None:
    ran = run("pipeline.py", stdin=f'{{"txt": 1}}\nnope\n\n{json.dumps({"text": factory.HARBOUR})}\n')
    assert ran.returncode == 1
    assert [line.split(":")[0] for line in ran.stderr.splitlines()] == ["line 1", "line 2"]
    assert ran.stdout


def test_plugin_extractor() -> None:
    pytest.importorskip("spacy", reason="the example needs spaCy: pip install spacy")
    ran = run("plugin_extractor.py")
    assert ran.returncode == 0, ran.stderr
    without, with_plugin = ran.stdout.splitlines()
    assert "[sea:german-bight]" not in without
    assert "German Bight [sea:german-bight] 2x" in with_plugin


def test_there_are_notebooks() -> None:
    assert [n.stem for n in NOTEBOOKS] == ["first_reconciliation", "working_with_findings"]


@pytest.mark.local_sockets
@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda n: n.stem)
def test_notebooks_run(notebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not find_spec("nbclient") or not find_spec("ipykernel"):
        pytest.skip("running notebooks needs nbclient and ipykernel")
    if notebook.stem == "working_with_findings":
        pytest.importorskip("matplotlib", reason="the notebook draws with matplotlib")
        pytest.importorskip("pandas", reason="the notebook uses pandas")
    import nbformat
    from nbclient import NotebookClient

    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    read = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call]
    done = NotebookClient(
        read, timeout=120, kernel_name="python3", resources={"metadata": {"path": EXAMPLES}}
    ).execute()
    shown = [o for cell in done.cells if cell.cell_type == "code" for o in cell.outputs]
    assert any("text/html" in o.get("data", {}) for o in shown)
    printed = "".join(o["text"] for o in shown if o.output_type == "stream" and o.name == "stdout")
    assert PRINTED[notebook.stem] in " ".join(printed.split())
    if notebook.stem == "working_with_findings":
        assert sum("image/png" in o.get("data", {}) for o in shown) >= 2
