"""Contradictions that no fact tells: numbers that do not add up, names spelt in two ways, sentences copied with a change."""

from collections.abc import Iterable

from reconcile.findings import wording
from reconcile.findings.desk import Desk
from reconcile.findings.identity import finding_id
from reconcile.model.findings import Finding, Side
from reconcile.model.reasons import Reason


def clash(
    kind: str,
    found: Iterable[Side],
    reason: tuple[Reason, ...],
    confidence: float,
    desk: Desk,
    relation: str = "conflict",
) -> Finding:
    """One contradiction, its sides in the order of the desk; within a report where all its passages stand in one."""
    sides = tuple(sorted(found, key=lambda side: desk.order(side, relation)))
    evidence = tuple(e for side in sides for e in side.evidence)
    return Finding(
        id=finding_id("contradiction", kind, evidence),
        category="contradiction",
        kind=kind,
        relation=relation,
        confidence=confidence,
        summary=wording.contradiction(kind, relation, "", sides, desk.reports),
        reasons=reason,
        evidence=evidence,
        sides=sides,
        scope="within" if len({e.report_id for e in evidence}) == 1 else "cross",
    )
