"""One report against itself: numbers that do not add up."""

from collections.abc import Iterator, Mapping, Sequence

from reconcile.findings.clashes import clash
from reconcile.findings.desk import Desk
from reconcile.findings.evidence import of_span
from reconcile.model.discrepancies import Discrepancy
from reconcile.model.documents import Document
from reconcile.model.findings import Finding, Side
from reconcile.model.mentions import Mention
from reconcile.model.quantities import QuantityValue
from reconcile.model.readings import Reading

_CONFIDENCE = 0.7


def sums(readings: Sequence[Reading], found: Mapping[str, Sequence[Discrepancy]], desk: Desk) -> Iterator[Finding]:
    """One contradiction within a report for each pair of its numbers that cannot both be right."""
    for reading in readings:
        for discrepancy in found.get(reading.report_id, ()):
            two = (_side(reading.document, m) for m in (discrepancy.left, discrepancy.right))
            yield clash("quantity", two, (discrepancy.reason,), _CONFIDENCE, desk)


def _side(document: Document, mention: Mention[QuantityValue]) -> Side:
    evidence = of_span(document, mention.span)
    return Side(evidence.text, (evidence,))
