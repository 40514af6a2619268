"""Without an extra the functions say which to install; importing them loads none."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("library", "function", "extra"),
    [
        ("pandas", "reconcile_frame", "pandas"),
        ("pandas", "group_frame", "pandas"),
        ("dask", "reconcile_dask", "dask"),
        ("pyspark", "reconcile_spark", "spark"),
    ],
)
def test_without_the_library(library: str, function: str, extra: str) -> None:
    code = (
        f"import sys; sys.modules['{library}'] = None\n"
        f"from reconcile import MissingExtraError\nfrom reconcile.batch import {function}\n"
        f"try: {function}(None)\nexcept MissingExtraError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert f"pip install 'reconcile[{extra}]'" in done.stdout


@pytest.mark.parametrize("library", ["pandas", "dask", "distributed", "pyspark", "pyarrow"])
def test_importing_loads_no_engine(library: str) -> None:
    code = f"import sys, reconcile.batch; print('{library}' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
