"""What happened when: dated claims in the order of their dates."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from typing import cast

from reconcile.findings.evidence import of_claim, of_slot
from reconcile.findings.wording import name_of
from reconcile.measure.remembered import for_all
from reconcile.model.claims import Claim, Slot
from reconcile.model.findings import Evidence
from reconcile.model.reports import Report
from reconcile.model.times import Interval, TimelineEntry, TimeValue

_FINE = ("minute", "hour", "daypart", "day", "weekend", "week", "month", "season", "quarter", "half", "year")


def timeline(claims: Sequence[Claim], reports: Mapping[str, Report]) -> tuple[TimelineEntry, ...]:
    """One entry for each interval and event class that some claim is dated with, earliest first, then the finer one."""
    entries: dict[tuple[Interval, str, str], list[tuple[Claim, Slot]]] = defaultdict(list)
    for claim in claims:
        if claim.kind not in ("event", "state", "report"):
            continue
        for slot in claim.all("time"):
            value = slot.value
            if isinstance(value, TimeValue) and value.start is not None and value.granularity in _FINE:
                entries[(value.start, value.end), value.granularity, _topic(claim)].append((claim, slot))
    found = []
    for (interval, granularity, _), members in entries.items():
        told = tuple(part for member in members for part in member)
        found.append(for_all("entry of time", told, partial(_entry, interval, granularity, reports)))
    return tuple(sorted(found, key=lambda e: (str(e.interval[0]), str(e.interval[1]), e.summary)))


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
