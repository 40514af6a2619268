"""Results as pandas DataFrames (extra ``pandas``)."""

from typing import TYPE_CHECKING

from reconcile.errors import MissingExtraError
from reconcile.model.results import Result
from reconcile.render.tables import rows_of
from reconcile.render.view import in_order

if TYPE_CHECKING:
    import pandas as pd

_COLUMNS = {
    "findings": "id rank category kind relation scope confidence summary reports sides origins values reasons question ask "
    "suggestion fact verdict note",
    "evidence": "finding category kind side report source start end text value",
    "claims": "id report fact sentence start end predicate agent patient time place quantity role polarity certainty "
    "speakers text",
    "timeline": "start end granularity summary reports text",
}


def _writable(cell: object) -> object:
    """Lone surrogates cannot stand in a column of strings that Arrow holds; they become the replacement character."""
    return cell.encode("utf-8", "replace").decode("utf-8") if isinstance(cell, str) and not cell.isascii() else cell


def to_frame(result: Result, table: str = "findings") -> "pd.DataFrame":
    """One of the tables "findings", "evidence", "claims", "timeline", "matrix"; an empty one keeps its columns.

    Raises :class:`ArgumentError` for another table, :class:`MissingExtraError` without pandas.
    """
    rows = rows_of(result, table)
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtraError("to_frame needs pandas: pip install 'reconcile[pandas]'") from error
    if table == "matrix":
        return pd.DataFrame(list(rows), columns=["finding", "fact", *(r.id for r in in_order(result.reports))])
    frame = pd.DataFrame([{k: _writable(v) for k, v in row.items()} for row in rows], columns=_COLUMNS[table].split())
    if table == "timeline":
        # Seconds reach from year 1 to 9999; nanoseconds, the older default, do not.
        for column in ("start", "end"):
            frame[column] = frame[column].astype("datetime64[s]")
    return frame
