"""Many events at once: data frames in, data frames out, on one machine (pandas) or on many (Dask, Spark)."""

from reconcile.batch.frames import group_frame, reconcile_frame

__all__ = ["group_frame", "reconcile_frame"]
