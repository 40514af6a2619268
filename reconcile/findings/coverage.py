"""What was not understood: every stretch that stands in no claim, no mark and no zone."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reconcile.measure.remembered import for_all
from reconcile.model.claims import Claim
from reconcile.model.findings import Evidence, Finding
from reconcile.model.readings import Reading


def unchecked(
    readings: Sequence[Reading], claims: Mapping[str, tuple[Claim, ...]], findings: Sequence[Finding]
) -> tuple[Evidence, ...]:
    """Stretches of each report, as received, between what was understood; those without a letter or digit are left out.

    Together with claims, garble findings and zones they cover every letter of every report. ``claims`` are by report.
    """
    garbled: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for finding in findings:
        if finding.category == "garble":
            for e in finding.evidence:
                garbled[e.report_id].append((e.start, e.end))
    ordered = sorted(readings, key=lambda r: r.report_id)
    return tuple(e for r in ordered for e in _gaps_of(r, claims[r.report_id], tuple(garbled[r.report_id])))


def _gaps_of(reading: Reading, claims: tuple[Claim, ...], garbled: tuple[tuple[int, int], ...]) -> tuple[Evidence, ...]:
    def found(_: object) -> tuple[Evidence, ...]:
        told = ((c.start, c.end) for c in claims)
        zones = (reading.document.to_raw(zone.span) for zone in reading.document.zones)
        return tuple(_gaps(reading, sorted((*told, *garbled, *((z.start, z.end) for z in zones)))))

    return for_all("gaps", (reading, claims), found, garbled)


def _gaps(reading: Reading, covered: Sequence[tuple[int, int]]) -> Iterator[Evidence]:
    text = reading.document.report.text
    at = 0
    for start, end in [*covered, (len(text), len(text))]:
        if start > at:
            yield from _pieces(reading.report_id, text, at, start)
        at = max(at, end)


def _pieces(report_id: str, text: str, start: int, end: int) -> Iterator[Evidence]:
    """A gap line by line, trimmed to its letters and digits."""
    for line in re.finditer(r"[^\n]+", text[start:end]):
        inner = re.search(r"\w(?:.*\w)?", line.group(), re.DOTALL)
        if inner is not None:
            a, b = start + line.start() + inner.start(), start + line.start() + inner.end()
            yield Evidence(report_id, a, b, text[a:b])
