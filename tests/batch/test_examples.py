"""The example that needs no cluster; those of the engines run with the engines' tests."""

import os
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from tests.batch.streams import BAD, GOOD, by_event, plain

ROOT = Path(__file__).resolve().parents[2]


def example(name: str) -> ModuleType:
    """An example as a module."""
    spec = spec_from_file_location(name, ROOT / "examples" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.local_sockets
def test_pandas(tmp_path: Path) -> None:
    pd = pytest.importorskip("pandas", reason="batch needs the extra pandas")
    pytest.importorskip("pyarrow", reason="Parquet needs pyarrow")
    from reconcile.batch import reconcile_frame

    rows = pd.DataFrame([*GOOD, *BAD])
    rows.to_parquet(tmp_path / "in.parquet")
    command = [sys.executable, str(ROOT / "examples" / "batch_pandas.py"), "in.parquet", "out.parquet"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "warning" in ran.stdout
    assert by_event(plain(pd.read_parquet(tmp_path / "out.parquet"))) == by_event(plain(reconcile_frame(rows)))
