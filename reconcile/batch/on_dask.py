"""Many events in a Dask DataFrame (extra ``dask``)."""

from typing import TYPE_CHECKING

from reconcile.batch.frames import reconcile_frame, used_columns
from reconcile.config import Config
from reconcile.errors import ArgumentError, MissingExtraError

if TYPE_CHECKING:
    import dask.dataframe as dd


def reconcile_dask(
    ddf: "dd.DataFrame",
    by: str | None = "event",
    *,
    within: str | None = None,
    table: str = "findings",
    config: Config | None = None,
) -> "dd.DataFrame":
    """The same as :func:`reconcile_frame`, lazily and in parallel: one task a partition.

    The rows are shuffled so that an event lies in one partition, then every partition is reconciled by itself
    (``map_partitions``); as many partitions come out as went in: repartition first where that is too few. With ``by=None`` the
    reports are shuffled by the column ``within`` (a day, a desk) and brought together into events inside its values; without
    ``within`` every report can be of every other's event, which takes one partition for them all.

    The order of events is the shuffle's. A worker that dies is Dask's to replace: it runs the lost tasks again elsewhere, as
    often as ``distributed.scheduler.allowed-failures`` says, and then tells the partition. Raises as :func:`reconcile_frame` does, before anything is computed.
    """
    try:
        import dask.dataframe as dd
    except ImportError as error:
        raise MissingExtraError("Dask frames need dask: pip install 'reconcile[dask]'") from error
    if not isinstance(ddf, dd.DataFrame):
        raise ArgumentError(f"ddf must be a Dask DataFrame, got {type(ddf).__name__}")
    meta = ddf._meta  # noqa: SLF001 - the documented way to a Dask frame's empty pandas frame
    # On no rows all arguments are checked and the declared columns come out.
    declared = reconcile_frame(meta, by, within=within, table=table, config=config)
    key = by or within
    used = ddf[used_columns(meta, *([key] if key else []))]
    parted = used.shuffle(on=key) if key else used.repartition(npartitions=1)
    found: dd.DataFrame = parted.map_partitions(
        reconcile_frame, by, within=within, table=table, config=config, meta=declared, enforce_metadata=True
    )
    return found
