"""Many events in a pandas DataFrame (extra ``pandas``)."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

from reconcile.api import group_reports
from reconcile.batch.events import Event, all_rows
from reconcile.batch.rows import FIELDS, Row, intake
from reconcile.batch.schema import Kind, check_event_column, columns_of
from reconcile.config import Config
from reconcile.errors import ArgumentError, MissingExtraError

if TYPE_CHECKING:
    import pandas as pd

_DTYPES = {Kind.TEXT: "string", Kind.WHOLE: "Int64", Kind.REAL: "Float64"}


Columns = Mapping[str, tuple[Sequence[object], object]]


@cache
def _pandas() -> ModuleType:
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtraError("data frames need pandas: pip install 'reconcile[pandas]'") from error
    return pd


def reconcile_frame(
    df: "pd.DataFrame",
    by: str | None = "event",
    *,
    within: str | None = None,
    table: str = "findings",
    config: Config | None = None,
    workers: int = 1,
) -> "pd.DataFrame":
    """Reconcile every event of a frame: one row a report in, one row a finding out.

    ``df`` has a column ``text``, a column ``by`` that names the event, and whichever of ``id``, ``source``, ``title``,
    ``published``, ``url`` and ``language`` are known; further columns are passed over. With ``by=None`` the reports are brought
    together into events first, as :func:`group_frame` does (``within`` is its argument). ``table`` is "findings", "evidence" or
    "claims"; ``workers`` takes that many processes for the events, with the same result.

    The result has the column of events with its own type, then ``status``, ``message`` and the columns of
    :meth:`reconcile.Reconciliation.to_frame`, all of declared nullable types. Every event has at least one row, events in the
    order of their first rows: "ok" rows are the table; "empty", "warning" and "error" rows tell what could not be found or
    read, so a bad report or event never ends the job. Reports that all state the same fact are compared pair by pair: an event
    of thousands of them is better cut up, and one of more than ``Config.max_reports`` is an "error" row.

    Raises :class:`ArgumentError` for a frame without these columns and for bad arguments, :class:`MissingExtraError` without
    pandas.
    """
    _pandas()
    if isinstance(workers, bool) or not isinstance(workers, int) or workers < 1:
        raise ArgumentError(f"workers must be a whole number of at least 1, got {workers!r}")
    if config is not None and not isinstance(config, Config):
        raise ArgumentError(f"config must be a Config or None, got {type(config).__name__}")
    if by is None:
        df, by = group_frame(df, within=within, config=config), "event"
    elif within is not None:
        raise ArgumentError("within is for by=None: where events are given, they are not looked for")
    check_event_column(by, table)
    check_columns(df, "text", by)
    events = _events(df, by)
    told = list(all_rows(events, table, config, workers))
    return _frame([e.name for e in events], told, _empty(df, by, table))


def group_frame(
    df: "pd.DataFrame", *, within: str | None = None, column: str = "event", config: Config | None = None
) -> "pd.DataFrame":
    """The same frame with one column more: the event of each report, as :func:`reconcile.group_reports` finds it.

    With ``within``, the name of a column such as the day or the desk, only reports of equal value there can be one event, and
    its name begins with that value: so a large stream is cut into parts that do not need each other. Rows that cannot be read
    have a null event. Raises :class:`ArgumentError` for a frame without ``text`` and ``within`` or with ``column`` already.
    """
    _pandas()
    check_columns(df, "text", *([within] if within else []))
    if column in df.columns:
        raise ArgumentError(f"the frame has a column {column!r} already; group it by that, or name another")
    rows = _rows(df)
    parts: dict[object, list[int]] = {None: list(range(len(rows)))}
    if within:
        parts = _positions(_values(df, within), within)
    names: list[str | None] = [None] * len(rows)
    for value, places in parts.items():
        read = intake([rows[place] for place in places])
        event_of = {i: group.id for group in group_reports(read.reports, config=config) for i in group.report_ids}
        for place, report in zip(places, read.ids, strict=True):
            if report is not None:
                names[place] = event_of[report] if value is None else f"{value}:{event_of[report]}"
    return df.assign(**{column: _pandas().Series(names, index=df.index, dtype="string")})


def check_columns(df: object, *wanted: str) -> None:
    """Raise :class:`ArgumentError` for what is no frame, lacks a column, or has one of the columns used twice."""
    columns = getattr(df, "columns", None)
    if columns is None:
        raise ArgumentError(f"df must be a data frame, got {type(df).__name__}")
    names = list(columns)
    missing = [name for name in wanted if name not in names]
    if missing:
        raise ArgumentError(
            f"the frame lacks the column {', '.join(map(repr, missing))}; it has {', '.join(map(str, names))}"
        )
    twice = sorted({str(n) for n in names if names.count(n) > 1 and n in {*wanted, *FIELDS}})
    if twice:
        raise ArgumentError(f"the frame has more than one column {', '.join(map(repr, twice))}")


def used_columns(df: object, *wanted: str) -> list[str]:
    """The columns that are looked at: ``wanted`` and the fields of a report, in the order of the frame."""
    return [name for name in getattr(df, "columns", ()) if name in {*wanted, *FIELDS}]


def headings(columns: Sequence[str]) -> "pd.DataFrame":
    """A frame of these columns without rows."""
    frame: pd.DataFrame = _pandas().DataFrame([], columns=list(columns))
    return frame


def _empty(df: "pd.DataFrame", by: str, table: str) -> "pd.DataFrame":
    """The declared result without rows: the column of events as in ``df``, the others of nullable types."""
    events: tuple[Sequence[object], object] = ((), df[by].dtype if by in df.columns else "string")
    return _made({by: events, **{name: ((), _DTYPES[kind]) for name, kind in columns_of(table).items()}})


def _frame(names: Sequence[object], told: Sequence[Sequence[Row]], empty: "pd.DataFrame") -> "pd.DataFrame":
    by, *columns = empty.columns
    events = [name for name, rows in zip(names, told, strict=True) for _ in rows]
    rows = [row for part in told for row in part]
    values = {name: ([row.get(name) for row in rows], empty[name].dtype) for name in columns}
    return _made({by: (events, empty[by].dtype), **values})


def _made(columns: Columns) -> "pd.DataFrame":
    pandas = _pandas()
    frame: pd.DataFrame = pandas.DataFrame({n: pandas.Series(list(v), dtype=t) for n, (v, t) in columns.items()})
    return frame


def _events(df: "pd.DataFrame", by: str) -> list[Event]:
    rows = _rows(df)
    places = _positions(_values(df, by), by)
    return [Event(name, tuple(rows[place] for place in found)) for name, found in places.items()]


def _positions(values: Sequence[object], column: str) -> dict[object, list[int]]:
    places: dict[object, list[int]] = {}
    for place, value in enumerate(values):
        try:
            places.setdefault(value, []).append(place)
        except TypeError as error:
            raise ArgumentError(
                f"column {column!r} holds {type(value).__name__} values, which name no event"
            ) from error
    return places


def _rows(df: "pd.DataFrame") -> list[Row]:
    columns = {name: _values(df, name) for name in used_columns(df)}
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def _values(df: "pd.DataFrame", column: str) -> list[object]:
    """Plain values, None for every kind of null."""
    series = df[column]
    return [None if null else value for value, null in zip(series.tolist(), series.isna().tolist(), strict=True)]
