"""The accepted repairs of one report as edits of its received text."""

from collections.abc import Iterable

from reconcile.model.findings import Finding
from reconcile.model.spans import Edit, RawSpan


def repairs(findings: Iterable[Finding], report_id: str, min_confidence: float = 0.0) -> tuple[Edit, ...]:
    """One edit for every garble finding of ``report_id`` with a suggestion, in order of place; of two that overlap the surer."""
    wanted = [
        (f.confidence, Edit(RawSpan(f.evidence[0].start, f.evidence[0].end), f.suggestion, f.id))
        for f in findings
        if f.category == "garble" and f.suggestion is not None and f.confidence >= min_confidence
        and f.evidence and f.evidence[0].report_id == report_id
    ]  # fmt: skip
    kept: list[Edit] = []
    for _, edit in sorted(wanted, key=lambda pair: (-pair[0], pair[1])):
        if not any(edit.raw.overlaps(other.raw) for other in kept):
            kept.append(edit)
    return tuple(sorted(kept))
