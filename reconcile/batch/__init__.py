"""Many events at once: data frames in, data frames out, on one machine (pandas) or on many (Dask, Spark)."""

from reconcile.batch.frames import group_frame, reconcile_frame
from reconcile.batch.on_dask import reconcile_dask
from reconcile.batch.on_spark import reconcile_spark

__all__ = ["group_frame", "reconcile_dask", "reconcile_frame", "reconcile_spark"]
