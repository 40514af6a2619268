"""What one more report (or one less) changed."""

from collections.abc import Sequence

from attrs import frozen

from reconcile.model.findings import Finding


@frozen
class Changes:
    """Findings that ``appeared``, that ``fell_away``, and that ``changed``: (before, after) of one fact with other evidence."""

    appeared: tuple[Finding, ...] = ()
    changed: tuple[tuple[Finding, Finding], ...] = ()
    fell_away: tuple[Finding, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.appeared or self.changed or self.fell_away)


def changes(before: Sequence[Finding], after: Sequence[Finding]) -> Changes:
    """Compare two sets of findings: by id first, then by category, kind and a shared passage."""
    old, new = {f.id: f for f in before}, {f.id: f for f in after}
    changed = [(old[i], new[i]) for i in old if i in new and old[i] != new[i]]
    gone = [f for f in before if f.id not in new]
    come = [f for f in after if f.id not in old]
    by_passage = {(f.category, f.kind, e.report_id, e.start, e.end): f for f in gone for e in f.evidence}
    revised: set[str] = set()
    for finding in come:
        passages = ((finding.category, finding.kind, e.report_id, e.start, e.end) for e in finding.evidence)
        former = next((by_passage[p] for p in passages if p in by_passage and by_passage[p].id not in revised), None)
        if former is not None:
            revised.update((former.id, finding.id))
            changed.append((former, finding))
    return Changes(
        tuple(f for f in come if f.id not in revised), tuple(changed), tuple(f for f in gone if f.id not in revised)
    )
