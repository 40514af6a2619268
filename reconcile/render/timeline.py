"""Dated events drawn to scale: points for days, bars for what is only known to lie within an interval."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from reconcile.model.times import Interval, TimelineEntry, iso_interval
from reconcile.render.escaping import one_line
from reconcile.render.passages import Places
from reconcile.render.views import Bar, Panel, Passage, Tick

_BREAK_SHARE, _BREAK_MIN, _MAX_PANELS, _MAX_TICKS = 0.45, timedelta(days=60), 4, 6
_LONG = timedelta(days=100)
_DAY = timedelta(days=1)
Entries = Sequence[TimelineEntry]
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def panels(entries: Entries, places: Places) -> tuple[Panel, ...]:
    """Panels of one scale each: the axis is broken where a gap would press everything else into a corner.

    Whole years and the like, which would press the days together as well, have a panel of their own at the end.
    """
    dated = sorted((e for e in entries if e.interval != (None, None)), key=_order)
    long = [e for e in dated if _is_long(e)]
    short = [e for e in dated if not _is_long(e)]
    parts = [part for part in (*_split(short, _MAX_PANELS), long) if part]
    return tuple(_panel(part, places, number) for number, part in enumerate(parts))


def _is_long(entry: TimelineEntry) -> bool:
    start, end = _bounds(entry.interval)
    return end - start > _LONG


def _order(entry: TimelineEntry) -> tuple[datetime, datetime, str]:
    return (*_bounds(entry.interval), entry.summary)


def _bounds(interval: Interval) -> tuple[datetime, datetime]:
    """The interval with an open end drawn as a point at its known end."""
    start, end = interval
    first = start or end or datetime.min
    return _naive(first), _naive(end or first)


def _naive(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


def _split(entries: Entries, most: int) -> list[Entries]:
    """Break at the widest gaps while one takes up more than its share of the whole."""
    parts: list[Entries] = [entries]
    while len(parts) < most:
        cuts = [(*cut, number) for number, part in enumerate(parts) if (cut := _widest_gap(part))]
        if not cuts:
            break
        _, place, number = max(cuts)
        parts[number : number + 1] = [parts[number][:place], parts[number][place:]]
    return parts


def _widest_gap(entries: Entries) -> tuple[timedelta, int] | None:
    if len(entries) < 2:
        return None
    reach, widest, place = _bounds(entries[0].interval)[1], timedelta(0), 0
    for number, entry in enumerate(entries[1:], 1):
        start, end = _bounds(entry.interval)
        if start - reach > widest:
            widest, place = start - reach, number
        reach = max(reach, end)
    whole = reach - _bounds(entries[0].interval)[0]
    return (widest, place) if widest > _BREAK_MIN and widest > whole * _BREAK_SHARE else None


def _panel(entries: Entries, places: Places, number: int) -> Panel:
    bounds = [_bounds(e.interval) for e in entries]
    first, last = min(b[0] for b in bounds), max(b[1] for b in bounds)
    width = max(last - first, _DAY)

    def share(moment: datetime) -> float:
        return round((moment - first) / width * 100, 2)

    bars = tuple(_bar(e, places, share, f"t{number}-{place}") for place, e in enumerate(entries))
    return Panel(_label(first, last), _ticks(first, first + width, share), bars)


def _bar(entry: TimelineEntry, places: Places, share: Callable[[datetime], float], owner: str) -> Bar:
    start, end = _bounds(entry.interval)
    passages = places.passages(entry.evidence, owner)
    left = 0.0 if entry.interval[0] is None else share(start)
    return Bar(
        when=iso_interval(entry.interval, entry.granularity),
        summary=_without_sources(one_line(entry.summary), passages),
        left=left,
        width=round((100.0 if entry.interval[1] is None else share(end)) - left, 2),
        exact=end - start <= _DAY and None not in entry.interval,
        open_start=entry.interval[0] is None,
        open_end=entry.interval[1] is None,
        reports=tuple(dict.fromkeys(p.report for p in passages)),
        passages=passages,
    )


def _without_sources(summary: str, passages: tuple[Passage, ...]) -> str:
    """The summary without the names of its reports in brackets at the end: their letters stand beside it."""
    names = ", ".join(sorted({p.source for p in passages}))
    return summary.removesuffix(f" ({names})") if names else summary


def _label(first: datetime, last: datetime) -> str:
    final = last - timedelta(microseconds=1) if last > first else last
    ends = (
        f"{first.day} {_MONTHS[first.month - 1]} {first.year}",
        f"{final.day} {_MONTHS[final.month - 1]} {final.year}",
    )
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} – {ends[1]}"


def _ticks(first: datetime, last: datetime, share: Callable[[datetime], float]) -> tuple[Tick, ...]:
    """Round calendar marks, at most six: hours, days, weeks, months or years, whichever fits."""
    for step in _STEPS:
        marks = step(first, last)
        if len(marks) <= _MAX_TICKS:
            return tuple(Tick(share(moment), text) for moment, text in marks)
    return ()


Marks = list[tuple[datetime, str]]


def _by_days(days: int) -> Callable[[datetime, datetime], Marks]:
    def marks(first: datetime, last: datetime) -> Marks:
        if last - first > _DAY * days * (_MAX_TICKS + 1):
            return [(first, "")] * (_MAX_TICKS + 1)
        day = datetime(first.year, first.month, first.day)
        found: Marks = []
        while day <= last:
            if day >= first:
                found.append((day, f"{day.day} {_MONTHS[day.month - 1]}"))
            if day > datetime.max - _DAY * days:
                break
            day += _DAY * days
        return found

    return marks


def _by_months(months: int) -> Callable[[datetime, datetime], Marks]:
    def marks(first: datetime, last: datetime) -> Marks:
        span = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        grid = [n for n in span if n % months == 0]
        if len(grid) > _MAX_TICKS + 1:
            return [(first, "")] * (_MAX_TICKS + 1)
        found = [(datetime(n // 12, n % 12 + 1, 1), n) for n in grid]
        return [
            (day, f"{_MONTHS[day.month - 1]} {day.year}" if months < 12 else str(day.year))
            for day, _ in found
            if first <= day <= last
        ]

    return marks


_STEPS = (
    *(_by_days(days) for days in (1, 2, 7, 14)),
    *(_by_months(months) for months in (1, 3, 12, 60, 120, 600, 1200)),
)
