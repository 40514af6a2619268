"""Many events on one machine: reports from a Parquet file, findings into another.

The table in has a column ``event`` and a column ``text``, and whichever of ``id``, ``source``, ``title``, ``published`` and
``url`` are known. Without a column ``event`` the reports are brought together into events first. The table out has one row a
finding, and a row with ``status`` "warning" or "error" for what could not be read.

usage: python examples/batch_pandas.py reports.parquet findings.parquet      needs: pip install 'reconcile[pandas]' pyarrow
"""

import os
import sys
from pathlib import Path

import pandas as pd

from reconcile.batch import reconcile_frame


def run(source: Path, target: Path) -> None:
    reports = pd.read_parquet(source)
    by = "event" if "event" in reports.columns else None
    findings = reconcile_frame(reports, by, workers=os.cpu_count() or 1)
    findings.to_parquet(target, index=False)
    print(findings["status"].value_counts().to_string())


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]))
