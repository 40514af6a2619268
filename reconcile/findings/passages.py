"""Copied passages, as the result tells them."""

from collections.abc import Sequence

from reconcile.findings.desk import Desk
from reconcile.model.findings import Evidence
from reconcile.model.readings import Reading
from reconcile.model.results import Origin


def shared_passages(desk: Desk, readings: Sequence[Reading]) -> tuple[Origin, ...]:
    """Sentences that two reports or more have from one text, joined by the set of reports that share them."""
    by_reports: dict[tuple[str, ...], list[Evidence]] = {}
    documents = {r.report_id: r.document for r in readings}
    for places in desk.origins.copies().values():
        holders = tuple(sorted({report for report, _ in places}))
        for report, sentence in places:
            document = documents[report]
            raw = document.to_raw(document.sentences[sentence].span)
            text = document.report.text[raw.start : raw.end]
            by_reports.setdefault(holders, []).append(Evidence(report, raw.start, raw.end, text))
    return tuple(
        Origin(f"o-{number}", holders, tuple(sorted(evidence)), "copied-sentences")
        for number, (holders, evidence) in enumerate(sorted(by_reports.items()), 1)
    )
