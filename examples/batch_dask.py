"""Many events on a Dask cluster: reports from Parquet, findings into Parquet; the tables are those of batch_pandas.py.

Here the cluster is two processes on this machine; with ``Client("tcp://scheduler:8786")`` it is yours, where every worker has
the package installed.

usage: python examples/batch_dask.py reports.parquet findings/      needs: pip install 'reconcile[dask]' distributed
"""

import sys
from pathlib import Path

import dask.dataframe as dd
from distributed import Client, LocalCluster

from reconcile.batch import reconcile_dask


def run(source: Path, target: Path) -> None:
    findings = reconcile_dask(dd.read_parquet(source), "event")
    findings.to_parquet(target, write_index=False)


if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster):
        run(Path(sys.argv[1]), Path(sys.argv[2]))
