"""Many events in a Spark DataFrame (extra ``spark``; Spark itself needs Java)."""

from typing import TYPE_CHECKING

from reconcile.batch.frames import headings, reconcile_frame, used_columns
from reconcile.batch.schema import Kind, columns_of
from reconcile.config import Config
from reconcile.errors import ArgumentError, MissingExtraError

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import DataFrame

_TYPES = {Kind.TEXT: "StringType", Kind.WHOLE: "LongType", Kind.REAL: "DoubleType"}


def reconcile_spark(
    sdf: "DataFrame",
    by: str | None = "event",
    *,
    within: str | None = None,
    table: str = "findings",
    config: Config | None = None,
) -> "DataFrame":
    """The same as :func:`reconcile_frame`, lazily and in parallel: one task a group (``applyInPandas``).

    Groups are the events, or with ``by=None`` the values of the column ``within`` (a day, a desk), inside which reports are
    brought together into events first; without ``within`` all reports are one group, on one executor. The executors' Python
    (``PYSPARK_PYTHON``) needs this package and its extra, and the memory for one group at a time.

    Nulls are SQL nulls. A worker that dies is Spark's to replace: it runs the task again, as often as ``spark.task.maxFailures``
    says. Raises as :func:`reconcile_frame` does, before anything is computed.
    """
    try:
        from pyspark.sql import DataFrame, types
    except ImportError as error:
        raise MissingExtraError("Spark frames need pyspark: pip install 'reconcile[spark]'") from error
    if not isinstance(sdf, DataFrame):
        raise ArgumentError(f"sdf must be a Spark DataFrame, got {type(sdf).__name__}")
    # On no rows all arguments are checked; the types of the columns do not matter for that.
    reconcile_frame(headings(sdf.columns), by, within=within, table=table, config=config)
    key = by or within

    def reconciled(part: "pd.DataFrame") -> "pd.DataFrame":
        return reconcile_frame(part, by, within=within, table=table, config=config)

    event = types.StructField(by, sdf.schema[by].dataType) if by else types.StructField("event", types.StringType())
    found = [types.StructField(name, getattr(types, _TYPES[kind])()) for name, kind in columns_of(table).items()]
    used = sdf.select(*used_columns(sdf, *([key] if key else [])))
    return used.groupBy(*([key] if key else [])).applyInPandas(reconciled, types.StructType([event, *found]))
