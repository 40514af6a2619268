"""Many events on Spark: reports from Parquet, findings into Parquet; the tables are those of batch_pandas.py.

Submitted to a cluster it runs there, where the Python of every executor has the package installed; by itself it runs on two
cores of this machine. Java must be there, and ``PYSPARK_PYTHON`` names the Python of the executors.

usage: python examples/batch_spark.py reports.parquet findings/      needs: pip install 'reconcile[spark]'
"""

import os
import sys
from pathlib import Path

from pyspark.sql import SparkSession

from reconcile.batch import reconcile_spark


def run(spark: SparkSession, source: Path, target: Path) -> None:
    findings = reconcile_spark(spark.read.parquet(str(source)), "event")
    findings.write.parquet(str(target))


if __name__ == "__main__":
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    session = SparkSession.builder.master("local[2]").appName("reconcile").getOrCreate()
    run(session, Path(sys.argv[1]), Path(sys.argv[2]))
    session.stop()
