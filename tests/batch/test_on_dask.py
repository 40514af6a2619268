"""On a real cluster of two worker processes on this machine."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pandas", reason="batch needs the extra pandas")
pytest.importorskip("dask.dataframe", reason="needs the extra dask")
pytest.importorskip("distributed", reason="a local cluster needs distributed")

import dask.dataframe as dd
import distributed
import pandas as pd

from reconcile import ArgumentError
from reconcile.batch import reconcile_dask, reconcile_frame
from tests.batch.streams import BAD, EVENTS, GOOD, DieOnce, by_event, is_told, plain
from tests.batch.test_examples import example

pytestmark = [pytest.mark.local_sockets, pytest.mark.filterwarnings("default")]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as local,
        distributed.Client(local) as client,
    ):
        yield client


def stream(npartitions: int = 3) -> Any:
    return dd.from_pandas(pd.DataFrame([*GOOD, *BAD]), npartitions=npartitions)


def test_is_lazy_and_declared() -> None:
    lazy = reconcile_dask(stream())
    assert isinstance(lazy, dd.DataFrame)
    expected = reconcile_frame(stream()._meta)
    assert lazy.dtypes.equals(expected.dtypes)


def test_equals_one_machine(cluster: Any) -> None:
    found = reconcile_dask(stream()).compute()
    assert is_told(plain(found))
    assert {str(event) for event in by_event(plain(found))} == EVENTS
    assert by_event(plain(found)) == by_event(plain(reconcile_frame(pd.DataFrame([*GOOD, *BAD]))))
    assert found.dtypes.equals(reconcile_dask(stream()).dtypes)


@pytest.mark.parametrize("within", [None, "source"])
def test_groups_come_first(cluster: Any, within: str | None) -> None:
    mixed = stream().drop(columns="event")
    found = reconcile_dask(mixed, None, within=within).compute()
    expected = reconcile_frame(pd.DataFrame([*GOOD, *BAD]).drop(columns="event"), None, within=within)
    assert by_event(plain(found)).keys() == by_event(plain(expected)).keys()
    assert sorted(map(str, plain(found))) == sorted(map(str, plain(expected)))


def test_a_worker_that_dies_costs_nothing(cluster: Any, tmp_path: Path) -> None:
    dying = DieOnce(tmp_path / "died")
    rows = stream()
    found = reconcile_dask(rows.map_partitions(dying, meta=rows._meta)).compute()
    assert dying.flag.exists()
    assert by_event(plain(found)) == by_event(plain(reconcile_frame(pd.DataFrame([*GOOD, *BAD]))))


def test_example(cluster: Any, tmp_path: Path) -> None:
    pd.DataFrame(GOOD).to_parquet(tmp_path / "in.parquet")
    example("batch_dask").run(tmp_path / "in.parquet", tmp_path / "out")
    written = pd.read_parquet(tmp_path / "out")
    assert by_event(plain(written)) == by_event(plain(reconcile_frame(pd.DataFrame(GOOD))))


@pytest.mark.parametrize(
    ("frame", "arguments", "message"),
    [
        (pd.DataFrame(GOOD), {}, "ddf must be a Dask DataFrame, got DataFrame"),
        (stream().drop(columns="text"), {}, "lacks the column 'text'"),
        (stream(), {"by": "topic"}, "lacks the column 'topic'"),
        (stream(), {"table": "matrix"}, "table must be one of"),
        (stream(), {"by": None}, "has a column 'event' already"),
        (stream(), {"within": "source"}, "within is for by=None"),
    ],
)
def test_wrong_arguments_before_anything_is_computed(frame: Any, arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(ArgumentError, match=message):
        reconcile_dask(frame, **arguments)
