"""What was not understood: every stretch that stands in no claim, no mark and no zone."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reconcile.measure.remembered import for_one
from reconcile.model.claims import Claim
from reconcile.model.findings import Evidence, Finding
from reconcile.model.readings import Reading


def unchecked(
    readings: Sequence[Reading], claims: Sequence[Claim], findings: Sequence[Finding]
) -> tuple[Evidence, ...]:
    """Stretches of each report, as received, between what was understood; those without a letter or digit are left out.

    Together with claims, garble findings and zones they cover every letter of every report.
    """
    covered: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for claim in claims:
        covered[claim.report_id].append((claim.start, claim.end))
    for finding in findings:
        if finding.category == "garble":
            for e in finding.evidence:
                covered[e.report_id].append((e.start, e.end))
    for reading in readings:
        for zone in reading.document.zones:
            raw = reading.document.to_raw(zone.span)
            covered[reading.report_id].append((raw.start, raw.end))
    return tuple(e for r in sorted(readings, key=lambda r: r.report_id) for e in _gaps_of(r, covered))


def _gaps_of(reading: Reading, covered: Mapping[str, Sequence[tuple[int, int]]]) -> tuple[Evidence, ...]:
    known = tuple(sorted(covered.get(reading.report_id, ())))
    return for_one("gaps", reading, lambda reading: tuple(_gaps(reading, known)), known)


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
