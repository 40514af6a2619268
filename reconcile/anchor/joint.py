"""All reports of one event together: the window in which each was written, and their times resolved in it."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from attrs import evolve

from reconcile.anchor.calendar import moved
from reconcile.anchor.evidence import evidence_of
from reconcile.anchor.passages import Values, resolve_in_window
from reconcile.anchor.windows import agreed_days, firm_days, from_others, known_days, met, own_window
from reconcile.config import Config
from reconcile.measure.remembered import for_one
from reconcile.model.readings import Anchored, Reading
from reconcile.model.times import TimeForm, TimeValue, Window


def anchor(readings: Sequence[Reading], config: Config) -> dict[str, Anchored]:
    """Every report's window and resolved times by report id; independent of the order of ``readings``."""
    ordered = sorted(readings, key=lambda reading: reading.report_id)
    windows = publication_windows(ordered)
    times = {r.report_id: _resolved(r, windows[r.report_id], config.date_order) for r in ordered}
    told = _told_days(ordered, times)
    return {
        r.report_id: Anchored(
            r.report_id, windows[r.report_id], _across_zones(r, windows[r.report_id], times[r.report_id], told)
        )
        for r in ordered
    }


def _resolved(reading: Reading, window: Window, order: str) -> Values:
    return for_one("times", reading, lambda r: resolve_in_window(r.times, window, order), window, order)


def _told_days(readings: Sequence[Reading], times: Mapping[str, Values]) -> frozenset[str]:
    """The days that some report tells by month and day, as TIMEX3."""
    return frozenset(
        time.value.timex[:10]
        for reading in readings
        for form, time in zip(reading.times, times[reading.report_id], strict=True)
        if form.value.form in ("date", "iso", "numeric") and time.value.anchored
    )


def _across_zones(reading: Reading, window: Window, times: Values, told: frozenset[str]) -> Values:
    """ "Launched Tuesday", written on Monday: not of six days before but of tomorrow, when the event is told of that date.

    Where it happened the day had begun already.
    """
    if window.start is None or window.end is None or window.end - window.start > timedelta(1):
        return times
    before, after = (moved(window.start.date(), timedelta(days)).isoformat() for days in (-6, 1))
    if after not in told or before in told:
        return times
    return tuple(
        evolve(time, value=_next_day(time.value, before, after)) if _is_plain_weekday(form.value) else time
        for form, time in zip(reading.times, times, strict=True)
    )


def _is_plain_weekday(form: TimeForm) -> bool:
    return form.form == "weekday" and not (form.get("rel") or form.get("week_offset") or form.get("range"))


def _next_day(value: TimeValue, before: str, after: str) -> TimeValue:
    if value.timex[:10] != before:
        return value
    week = timedelta(7)
    start, end = value.start + week if value.start else None, value.end + week if value.end else None
    return evolve(
        value, timex=after + value.timex[10:], start=start, end=end, assumptions=(*value.assumptions, "anchor.zone")
    )


def publication_windows(readings: Sequence[Reading]) -> dict[str, Window]:
    """The window of every report by id: its own where it tells one, narrowed by the others', else the weeks round theirs."""
    told = {r.report_id: for_one("day of writing", r, evidence_of) for r in readings}
    firm = {key: firm_days(evidence) for key, evidence in told.items()}
    event_days = sorted({day for days in firm.values() for day in days})
    own = {key: own_window(evidence, event_days) for key, evidence in told.items()}
    known, agreed = known_days(own.values()), agreed_days(list(firm.values()))
    windows = {}
    for key, evidence in told.items():
        others = from_others(evidence, known, agreed)
        windows[key] = others if own[key].start is None else own[key] if firm[key] else met(own[key], others)
    return windows
