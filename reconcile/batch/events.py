"""One event after another: rows in, rows of the declared table out, an event that fails as a row that says so."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial

from attrs import frozen

from reconcile.api import process_context, reconcile
from reconcile.batch.rows import Remark, Row, intake
from reconcile.batch.schema import EMPTY, ERROR, OK, columns_of
from reconcile.config import Config

Told = dict[str, object]


@frozen
class Event:
    """The rows of one event; ``name`` is the value in the column of events, None where that is null."""

    name: object
    rows: tuple[Row, ...]


def rows_of_event(event: Event, table: str, config: Config | None) -> list[Told]:
    """The table's rows for one event, then its warnings and errors; at least one row whatever the event holds."""
    if event.name is None:
        return _nameless(event.rows)
    read = intake(event.rows)
    told = [_remark(r) for r in read.remarks]
    limit = (config or Config()).max_reports
    if len(read.reports) > limit:
        return [_remark(Remark(ERROR, f"{len(read.reports)} reports; Config.max_reports is {limit}")), *told]
    try:
        found = reconcile(read.reports, config=config).to_rows(table) if read.reports else ()
    except Exception as error:  # noqa: BLE001 - one event must not end the job of a million; its row tells the error
        return [_remark(Remark(ERROR, f"{type(error).__name__}: {error}")), *told]
    columns = columns_of(table)
    rows = [{k: v for k, v in {**row, "status": OK, "message": None}.items() if k in columns} for row in found]
    if not rows and read.reports:
        rows = [_remark(Remark(EMPTY, f"nothing found in {len(read.reports)} report(s)"))]
    return rows + told


def _nameless(rows: Sequence[Row]) -> list[Told]:
    """An error for every row: those that could be read lack nothing but their event."""
    told = []
    for number, row in enumerate(rows, 1):
        read = intake([row])
        unread = next((r.message for r in read.remarks if r.status == ERROR), None)
        named = f"report {str(row['id'])!r}" if row.get("id") is not None else f"row {number} of those without an event"
        told.append(_remark(Remark(ERROR, unread or f"{named}: the event is null")))
    return told


def _remark(remark: Remark) -> Told:
    return {"status": remark.status, "message": remark.message}


def all_rows(events: Sequence[Event], table: str, config: Config | None, workers: int) -> Iterator[list[Told]]:
    """The rows of each event, in the order of ``events``; in ``workers`` processes when there are more than one.

    A process that dies takes its pool with it: the events without an answer are then tried one by one in processes of their
    own, so that only the event that kills its process becomes an error.
    """
    work = partial(rows_of_event, table=table, config=config)
    if workers == 1 or len(events) < 2:
        yield from map(work, events)
        return
    with ProcessPoolExecutor(workers, process_context()) as pool:
        waiting = _submitted(pool, work, events)
        answers = [_answer(future) for future in waiting]
    for event, answer in zip(events, answers, strict=True):
        yield answer if answer is not None else _alone(work, event)


def _submitted(
    pool: ProcessPoolExecutor, work: "partial[list[Told]]", events: Iterable[Event]
) -> list["Future[list[Told]] | None"]:
    waiting: list[Future[list[Told]] | None] = []
    for event in events:
        try:
            waiting.append(pool.submit(work, event))
        except BrokenProcessPool:
            waiting.append(None)
    return waiting


def _answer(future: "Future[list[Told]] | None") -> list[Told] | None:
    try:
        return None if future is None else future.result()
    except BrokenProcessPool:
        return None


def _alone(work: "partial[list[Told]]", event: Event) -> list[Told]:
    with ProcessPoolExecutor(1, process_context()) as pool:
        answer = _answer(pool.submit(work, event))
    return answer or [_remark(Remark(ERROR, f"the process that read this event of {len(event.rows)} row(s) died"))]
