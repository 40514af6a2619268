"""Facts by reports: who agrees, refines, contradicts, is alone or silent."""

from collections.abc import Sequence

from reconcile.render.views import Cell, FindingView, Row

_STANCE = {"exact": "agrees", "approximate": "refines", "compatible": "refines", "conflict": "contradicts"}
_RANK = ("contradicts", "updates", "refines", "agrees", "alone", "silent")
CATEGORIES = ("contradiction", "agreement", "single_source")


def rows(findings: Sequence[FindingView], letters: Sequence[str]) -> tuple[Row, ...]:
    """One row for every side of a fact that has findings (when it was, how many...), in the order of findings.

    A report that two findings of one kind and fact speak of gets the graver stance; a finding without a fact is a row of
    its own.
    """
    facts: dict[tuple[str, str], list[FindingView]] = {}
    for finding in findings:
        if finding.category in CATEGORIES:
            facts.setdefault((finding.fact_id or f"\0{finding.number}", finding.kind), []).append(finding)
    return tuple(_row(group, letters) for group in facts.values())


def _row(group: Sequence[FindingView], letters: Sequence[str]) -> Row:
    cells = {letter: Cell(letter, "silent") for letter in letters}
    for finding in group:
        for cell in _cells(finding):
            if cell.report in cells and _RANK.index(cell.stance) < _RANK.index(cells[cell.report].stance):
                cells[cell.report] = cell
    first = group[0]
    return Row(first.title, first.number, first.anchor, first.category, tuple(cells.values()))


def _cells(finding: FindingView) -> tuple[Cell, ...]:
    stance = _STANCE.get(finding.relation, "alone")
    if finding.relation == "update":
        stance = "updates"
    sides = [(number, s.passages) for number, s in enumerate(finding.sides, 1)] or [(0, finding.passages)]
    return tuple(Cell(p.report, stance, p.words, p.anchor, number) for number, passages in sides for p in passages)
