"""Contradictions between near copies: one finding for all passages that stand against each other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reconcile.findings.clashes import clash
from reconcile.findings.desk import Desk
from reconcile.findings.evidence import of_span
from reconcile.findings.updates import relation
from reconcile.measure.roots import connect, root
from reconcile.model.copies import Rewording
from reconcile.model.documents import Document
from reconcile.model.findings import Finding, Side
from reconcile.model.readings import Reading
from reconcile.model.spans import Span

Place = tuple[str, Span]


def reworded(found: Sequence[Rewording], readings: Sequence[Reading], desk: Desk) -> Iterator[Finding]:
    """One finding for each set of connected passages, its sides by the words that they have in common."""
    documents = {r.report_id: r.document for r in readings}
    numbers = {(m.report_id, m.span): m.value.low for r in readings for m in r.quantities}
    for kind in sorted({r.kind for r in found}):
        for joined in _connected([r for r in found if r.kind == kind]):
            finding = _finding(kind, joined, documents, numbers, desk)
            if finding is not None:
                yield finding


def _connected(found: Sequence[Rewording]) -> list[list[Rewording]]:
    """Rewordings that share a passage, in order of place."""
    ordered = sorted(found, key=lambda r: (r.left, r.right))
    parent = list(range(len(ordered)))
    number_of: dict[Place, int] = {}
    for number, rewording in enumerate(ordered):
        for place in (rewording.left, rewording.right):
            connect(parent, number_of.setdefault(place, number), number)
    groups: dict[int, list[Rewording]] = defaultdict(list)
    for number, rewording in enumerate(ordered):
        groups[root(parent, number)].append(rewording)
    return list(groups.values())


def _finding(
    kind: str,
    joined: Sequence[Rewording],
    documents: Mapping[str, Document],
    numbers: Mapping[Place, float | None],
    desk: Desk,
) -> Finding | None:
    found = _sides(sorted({p for r in joined for p in (r.left, r.right)}), documents, desk)
    if len(found) < 2:
        return None
    best = max(joined, key=lambda r: r.score)
    left, right = (((place[0],), numbers.get(place)) for place in (best.left, best.right))
    told_as = relation(kind, left, right, desk.reports)
    return clash(kind, found, (best.reason,), best.score, desk, told_as)


def _sides(places: Sequence[Place], documents: Mapping[str, Document], desk: Desk) -> list[Side]:
    by_value: dict[str, list[Place]] = defaultdict(list)
    for report, span in places:
        by_value[" ".join(documents[report].text[span.start : span.end].lower().split())].append((report, span))
    return [
        Side(
            value,
            tuple(of_span(documents[report], span) for report, span in held),
            desk.origins.voices(_sentences(held, documents)),
        )
        for value, held in by_value.items()
    ]


def _sentences(places: Sequence[Place], documents: Mapping[str, Document]) -> Iterator[tuple[str, int]]:
    for report, span in places:
        sentence = documents[report].sentence_at(span.start)
        yield report, sentence.index if sentence is not None else 0
