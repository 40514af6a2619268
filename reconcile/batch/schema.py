"""The declared columns of batch tables: the same names, order and kinds on every engine."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from reconcile.errors import ArgumentError


class Kind(Enum):
    """What a column holds; every column may hold nulls."""

    TEXT = "text"
    WHOLE = "whole number"
    REAL = "real number"


# What became of the event or report that a row tells of.
OK, EMPTY, WARNING, ERROR = "ok", "empty", "warning", "error"

_WHOLE = frozenset({"rank", "sides", "origins", "side", "start", "end", "sentence"})
_REAL = frozenset({"confidence"})
_STATUS = ("status", "message")
# Reviews are made on single results, so their columns are not here; the columns of "matrix" are the reports themselves and
# cannot be declared; "timeline" holds moments from year 1 to 9999, for which the engines have no common type.
_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "findings": tuple(
            "id rank category kind relation scope confidence summary reports sides origins values reasons question ask "
            "suggestion fact".split()
        ),
        "evidence": tuple("finding category kind side report source start end text value".split()),
        "claims": tuple(
            "id report fact sentence start end predicate agent patient time place quantity role polarity certainty "
            "speakers text".split()
        ),
    }
)


def columns_of(table: str) -> dict[str, Kind]:
    """Columns after the event's own, with their kinds; ``status`` and ``message`` come first.

    ``status`` is "ok" for a row of the table, "empty" for an event in which nothing was found, "warning" for a report that was
    read otherwise than it was given, "error" for a report or event that could not be read; ``message`` tells which and why.
    Raises :class:`ArgumentError` for another table than "findings", "evidence" and "claims".
    """
    if table not in _COLUMNS:
        raise ArgumentError(f"table must be one of {', '.join(_COLUMNS)}; got {table!r}")
    return {name: _kind(name) for name in (*_STATUS, *_COLUMNS[table])}


def _kind(name: str) -> Kind:
    if name in _WHOLE:
        return Kind.WHOLE
    return Kind.REAL if name in _REAL else Kind.TEXT


def check_event_column(by: str, table: str) -> None:
    """Refuse a name for the event's column that the table has already, or that is no name."""
    if not isinstance(by, str) or not by:
        raise ArgumentError(f"by must be the name of a column, got {by!r}")
    taken = columns_of(table)
    if by in taken:
        raise ArgumentError(f"by={by!r} is also a column of the table {table!r}: rename the column of events first")
