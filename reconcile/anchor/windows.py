"""The window in which one report was written, from its own metadata and text."""

import re
from datetime import date, datetime, timedelta

from reconcile.anchor.calendar import at_midnight, is_date
from reconcile.anchor.passages import resolve_passage
from reconcile.anchor.base import Base
from reconcile.model.readings import Reading
from reconcile.model.times import Window

_URL_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sep>[/-]?)(?P<month>0[1-9]|1[0-2])(?P=sep)(?P<day>[0-2]\d|3[01])(?!\d)"
)
# News of a day is written within some weeks of it.
LAG = timedelta(28)


def window_of(reading: Reading) -> Window:
    """Half-open, with the reasons; open at both ends when the report tells nothing."""
    report = reading.document.report
    if report.published is not None:
        day = report.published.date() if isinstance(report.published, datetime) else report.published
        return _day(day, "window.published")
    told = _url_day(report.url or "")
    if told is not None:
        return _day(told, "window.url")
    return _from_text(reading)


def _day(day: date, reason: str) -> Window:
    return Window(at_midnight(day), at_midnight(day + timedelta(1)), (reason,))


def _url_day(url: str) -> date | None:
    match = _URL_DATE.search(url)
    if match is None:
        return None
    parts = int(match["year"]), int(match["month"]), int(match["day"])
    return date(*parts) if is_date(*parts) else None


def _from_text(reading: Reading) -> Window:
    """From the newest time that has its year: what is told as past lies before the writing."""
    years = [
        int(m.value.get("year"))
        for m in reading.times
        if m.value.form in ("year", "month", "date") and m.value.get("year") and m.value.tense != "future"
    ]
    newest = max(years, default=None)
    if newest is None or not 1 <= newest <= 9998:
        return Window(None, None)
    base = Base(day=date(newest, 12, 31))
    days = [
        m.value
        for m in resolve_passage(reading.times, base)
        if m.value.granularity == "day" and m.value.start and m.value.start.year == newest
    ]
    told = max((v.start for v in days if v.start), default=None)
    if told is None:
        return Window(datetime(newest, 1, 1), datetime(newest + 1, 1, 1), ("window.year",))
    return Window(told, told + LAG, ("window.newest-date",))
