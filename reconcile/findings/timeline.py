"""What happened when: dated claims in the order of their dates."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import cast

from reconcile.findings.evidence import of_claim, of_slot
from reconcile.findings.wording import name_of
from reconcile.measure.remembered import for_all, for_one
from reconcile.model.claims import Claim, Slot
from reconcile.model.findings import Evidence
from reconcile.model.reports import Report
from reconcile.model.times import Interval, TimelineEntry, TimeValue

Dated = tuple[Interval, str, str]  # the interval, how fine it is, what happened then

_FINE = ("minute", "hour", "daypart", "day", "weekend", "week", "month", "season", "quarter", "half", "year")


def timeline(claims: Iterable[tuple[Claim, ...]], reports: Mapping[str, Report]) -> tuple[TimelineEntry, ...]:
    """One entry for each interval and event class that some claim is dated with, earliest first, then the finer one.

    ``claims`` are those of each report, by itself.
    """
    entries: dict[Dated, list[Claim | Slot]] = defaultdict(list)
    for of_report in claims:
        for dated, claim, slot in for_one("dated", of_report, _dated):
            entries[dated] += (claim, slot)
    found = []
    for (interval, granularity, _), told in entries.items():
        found.append(for_all("entry of time", tuple(told), partial(_entry, interval, granularity, reports)))
    return tuple(sorted(found, key=lambda e: (str(e.interval[0]), str(e.interval[1]), e.summary)))


def _dated(claims: Sequence[Claim]) -> tuple[tuple[Dated, Claim, Slot], ...]:
    """The claims of a report that tell when something was, with the time that they tell."""
    return tuple(
        (((value.start, value.end), value.granularity, _topic(claim)), claim, slot)
        for claim in claims
        if claim.kind in ("event", "state", "report")
        for slot in claim.all("time")
        if isinstance(value := slot.value, TimeValue) and value.start is not None and value.granularity in _FINE
    )


def _topic(claim: Claim) -> str:
    return claim.classes[0] if claim.classes else claim.predicate


def _entry(
    interval: Interval, granularity: str, reports: Mapping[str, Report], told: Sequence[Claim | Slot]
) -> TimelineEntry:
    members = cast("list[tuple[Claim, Slot]]", list(zip(told[::2], told[1::2], strict=True)))
    ordered = sorted(members, key=lambda m: (m[0].report_id, m[0].start, m[0].end))
    evidence: list[Evidence] = []
    for claim, slot in ordered:
        evidence += [of_claim(claim, reports), of_slot(claim, slot, reports)]
    fullest = max((c for c, _ in ordered), key=lambda c: (len(c.slots), -c.start))
    names = sorted({name_of(reports[c.report_id]) for c, _ in ordered})
    words = " ".join(of_claim(fullest, reports).text.split())
    return TimelineEntry(interval, granularity, f"{words} ({', '.join(names)})", tuple(dict.fromkeys(evidence)))
