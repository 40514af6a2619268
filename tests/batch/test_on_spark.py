"""On a real Spark of two cores on this machine."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pandas", reason="batch needs the extra pandas")
pytest.importorskip(
    "pyspark", reason="needs the extra spark, which the checks do not install: it is some hundred megabytes"
)
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Spark needs Java", allow_module_level=True)

import pandas as pd
from pyspark.sql import SparkSession

from reconcile import ArgumentError
from reconcile.batch import reconcile_frame, reconcile_spark
from tests.batch.streams import BAD, EVENTS, GOOD, DieOnce, by_event, is_told, plain
from tests.batch.test_examples import example

pytestmark = [pytest.mark.local_sockets, pytest.mark.filterwarnings("default")]
SCHEMA = "event string, id string, source string, text string, published string"
ROWS = [tuple(row[name.split()[0]] for name in SCHEMA.split(", ")) for row in (*GOOD, *BAD)]
ROOT = Path(__file__).resolve().parents[2]
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "2",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.memory": "1g",
    "spark.executorEnv.PYTHONPATH": str(ROOT),
}


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("PYTHONPATH", str(ROOT), prepend=os.pathsep)
        builder = SparkSession.builder.master("local[2,4]")  # four attempts for a task
        for name, value in SETTINGS.items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
        yield session
        session.stop()


def rows_of(found: Any) -> list[dict[str, object]]:
    return [row.asDict() for row in found.collect()]


def stream(spark: Any) -> Any:
    return spark.createDataFrame(ROWS, SCHEMA)


def test_equals_one_machine(spark: Any) -> None:
    found = rows_of(reconcile_spark(stream(spark)))
    assert is_told(found)
    assert {str(event) for event in by_event(found)} == EVENTS
    assert by_event(found) == by_event(plain(reconcile_frame(pd.DataFrame([*GOOD, *BAD]))))


def test_schema_is_declared(spark: Any) -> None:
    numbered = stream(spark).selectExpr("cast(null as bigint) as event", "id", "text")
    lazy = reconcile_spark(numbered)
    assert dict(lazy.dtypes) == {
        name: {"string": "string", "Int64": "bigint", "Float64": "double"}[str(dtype)]
        for name, dtype in reconcile_frame(numbered.limit(0).toPandas().astype({"event": "Int64"})).dtypes.items()
    }
    assert {row["message"] for row in rows_of(lazy)} >= {"report 'lost': the event is null"}


@pytest.mark.parametrize("within", [None, "source"])
def test_groups_come_first(spark: Any, within: str | None) -> None:
    found = rows_of(reconcile_spark(stream(spark).drop("event"), None, within=within))
    expected = plain(reconcile_frame(pd.DataFrame([*GOOD, *BAD]).drop(columns="event"), None, within=within))
    assert sorted(map(str, found)) == sorted(map(str, expected))


def test_a_worker_that_dies_costs_nothing(spark: Any, tmp_path: Path) -> None:
    dying = DieOnce(tmp_path / "died")
    rows = stream(spark).repartition(1).mapInPandas(lambda parts: map(dying, parts), SCHEMA)
    found = rows_of(reconcile_spark(rows))
    assert dying.flag.exists()
    assert by_event(found) == by_event(plain(reconcile_frame(pd.DataFrame([*GOOD, *BAD]))))


def test_example(spark: Any, tmp_path: Path) -> None:
    pd.DataFrame(GOOD).to_parquet(tmp_path / "in.parquet")
    example("batch_spark").run(spark, tmp_path / "in.parquet", tmp_path / "out")
    written = pd.read_parquet(tmp_path / "out")
    assert by_event(plain(written)) == by_event(plain(reconcile_frame(pd.DataFrame(GOOD))))


def test_wrong_arguments_before_anything_is_computed(spark: Any) -> None:
    rows = stream(spark)
    for frame, arguments, message in (
        (pd.DataFrame(GOOD), {}, "sdf must be a Spark DataFrame, got DataFrame"),
        (rows.drop("text"), {}, "lacks the column 'text'"),
        (rows, {"by": "topic"}, "lacks the column 'topic'"),
        (rows, {"table": "matrix"}, "table must be one of"),
        (rows, {"by": None}, "has a column 'event' already"),
        (rows, {"within": "source"}, "within is for by=None"),
    ):
        with pytest.raises(ArgumentError, match=message):
            reconcile_spark(frame, **arguments)
