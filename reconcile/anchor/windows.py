"""The window in which one report was written, from its own evidence and from the days on which its event is told."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from statistics import median_low

from reconcile.anchor.calendar import at_midnight, moved
from reconcile.anchor.evidence import Evidence, Point
from reconcile.model.times import Window

# News of a day is written within four weeks of it.
LAG = timedelta(28)
# A picture or post may be dated in a time zone ahead, and a page told of "tomorrow".
SLACK = timedelta(2)
# Two reports of one event are written within a month of each other.
SPREAD = timedelta(31)
OPEN = Window(None, None)


def own_window(evidence: Evidence, event_days: Sequence[date]) -> Window:
    """The window that a report's own dates give, their missing year read from ``event_days``, the firm days of all reports."""
    if evidence.told is not None:
        return _window(evidence.told, moved(evidence.told, timedelta(1)), evidence.told_by)
    stamps = [p.in_year(p.year) for p in evidence.points if p.kind == "stamp" and p.year]
    days = [day for day in stamps if day is not None]
    if days:
        return _trimmed(_window(moved(min(days), -SLACK), moved(max(days), SLACK), "window.stamp"), evidence)
    firm, loose = firm_days(evidence), _loose_days(evidence, event_days)
    newest = max([*firm, *loose], default=None)
    if newest is None or _is_contradicted(evidence, newest):
        return OPEN
    is_told_past = newest not in firm and any(
        p.is_past and not p.kind for p in evidence.points if p.in_year(newest.year) == newest
    )
    start = newest if is_told_past else moved(newest, -SLACK)
    return _trimmed(
        _window(start, moved(start, LAG), "window.dated-picture" if newest in firm else "window.newest-date"), evidence
    )


def firm_days(evidence: Evidence) -> tuple[date, ...]:
    """The days that surely lie within weeks of the writing: of the metadata, the page, its pictures and posts."""
    if evidence.told is not None:
        return (evidence.told,)
    days = {p.in_year(p.year) for p in evidence.points if p.kind and p.year is not None}
    newest = max((day for day in days if day is not None), default=None)
    if newest is None or _is_contradicted(evidence, newest):
        return ()
    return tuple(sorted(day for day in days if day is not None and newest - day <= SPREAD))


def _loose_days(evidence: Evidence, event_days: Sequence[date]) -> tuple[date, ...]:
    """Days told in prose: with a year in progress, or near to the firm days of the event."""
    days = set()
    for point in evidence.points:
        for year in _years(point, evidence, event_days):
            day = point.in_year(year)
            if day is not None and _is_supported(day, point, evidence, event_days):
                days.add(day)
    return tuple(sorted(days))


def _years(point: Point, evidence: Evidence, event_days: Sequence[date]) -> set[int]:
    if point.year is not None:
        return {point.year}
    return {*evidence.current_years[-1:], *(day.year for day in event_days)}


def _is_supported(day: date, point: Point, evidence: Evidence, event_days: Sequence[date]) -> bool:
    if day.year in evidence.current_years[-1:]:
        return True
    reach = 2 * SPREAD if point.kind == "dateline" or point.year is None else SPREAD
    return any(abs(day - firm) <= reach for firm in event_days)


def _is_contradicted(evidence: Evidence, newest: date) -> bool:
    """A later year told as past, one far ahead, or the month of that day told as over: the day is not near to the writing."""
    if evidence.newest_year is not None and evidence.newest_year > newest.year:
        return True
    if evidence.furthest_year is not None and evidence.furthest_year > newest.year + 1:
        return True
    return newest.month in evidence.over_months and not any(p.kind == "stamp" for p in evidence.points)


def _window(start: date, end: date, reason: str) -> Window:
    return Window(at_midnight(start), at_midnight(end), (reason,))


def _trimmed(window: Window, evidence: Evidence) -> Window:
    """Without the days at both ends that fall into a month told as "last July": that is not said in July."""
    if window.start is None or window.end is None:
        return window
    first, last = window.start.date(), window.end.date() - timedelta(1)
    start, end = first, last
    while start <= last and start.month in evidence.last_months:
        start += timedelta(1)
    while end >= start and end.month in evidence.last_months:
        end -= timedelta(1)
    if start > end or (start, end) == (first, last):
        return window
    return Window(at_midnight(start), at_midnight(end + timedelta(1)), (*window.reasons, "window.last-month"))


def agreed_days(firm: Sequence[tuple[date, ...]]) -> tuple[date, date] | None:
    """The first and last of the newest firm days of the reports, where a fifth of them have some, all within a month."""
    newest = sorted(max(days) for days in firm if days)
    if not newest or 5 * len(newest) < len(firm):
        return None
    middle = median_low(newest)
    near = [day for day in newest if abs(day - middle) <= SPREAD]
    return (near[0], near[-1]) if near[-1] - near[0] + SLACK < SPREAD else None


def _is_outside(evidence: Evidence, agreed: tuple[date, date]) -> bool:
    """Whether a report cannot have been written with the others: their month is over for it, or what is over is still to come."""
    months = {*evidence.over_months, *evidence.last_months}
    is_ahead = evidence.ahead is not None and evidence.ahead < (agreed[0].year, agreed[0].month)
    is_far = evidence.furthest_year is not None and evidence.furthest_year > agreed[1].year + 1
    return is_ahead or is_far or bool({day.month for day in agreed} & months)


def known_days(windows: Iterable[Window]) -> tuple[date, date] | None:
    """The first and the last day of the windows that are not open."""
    known = [(w.start.date(), w.end.date()) for w in windows if w.start is not None and w.end is not None]
    return (min(start for start, _ in known), max(end for _, end in known)) if known else None


def from_others(evidence: Evidence, known: tuple[date, date] | None, agreed: tuple[date, date] | None) -> Window:
    """The window of a report that tells nothing of itself: the weeks round the firm days of the others.

    It is narrow when a fifth of the reports have firm days and those agree within a month (``agreed_days``); else a month wider
    than what is known of the others (``known_days``).
    """
    if agreed is not None and not _is_outside(evidence, agreed):
        start = moved(agreed[0], -SLACK)
        return _trimmed(_window(start, moved(start, SPREAD), "window.others-agree"), evidence)
    if known is None:
        return OPEN
    return _trimmed(_window(moved(known[0], -SPREAD), moved(known[1], SPREAD), "window.others"), evidence)


def met(own: Window, others: Window) -> Window:
    """A window from dates in prose, which only tell what had happened by then, cut or moved to the one that the others agree on."""
    if (
        "window.others-agree" not in others.reasons
        or own.start is None
        or own.end is None
        or others.start is None
        or others.end is None
    ):
        return own
    start = max(own.start, others.start)
    is_near = others.start - own.start <= SPREAD
    return Window(start, others.end, (*own.reasons, "window.others-agree")) if is_near and start < others.end else own
