"""A name that one report writes in two ways: the slip stands against the name as the report has it elsewhere."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reconcile.findings.clashes import clash
from reconcile.findings.desk import Desk
from reconcile.findings.evidence import of_span
from reconcile.findings.suspects import Suspect
from reconcile.model.findings import Finding, Side
from reconcile.model.readings import Reading
from reconcile.model.spans import Span

_KINDS = frozenset({"person", "place"})
_MOST_PLACES = 12


def misspellings(readings: Sequence[Reading], suspected: Sequence[Suspect], desk: Desk) -> Iterator[Finding]:
    """One contradiction within a report for each name of a person or a place that it misspells beside the right form.

    Names that only another report has otherwise are compared as names.
    """
    by_id = {reading.report_id: reading for reading in readings}
    slips: dict[tuple[str, str, str], list[Suspect]] = defaultdict(list)
    for suspect in suspected:
        if suspect.mark.kind == "misspelt_name":
            slips[suspect.report_id, suspect.mark.text, dict(suspect.mark.params).get("twin", "")].append(suspect)
    for (report_id, _, twin), found in sorted(slips.items()):
        elsewhere = [span for name, span in found[0].support if name == report_id]
        if any(_is_named(by_id[report_id], span) for span in elsewhere):
            yield _finding(by_id[report_id], found, twin, elsewhere[:_MOST_PLACES], desk)


def _is_named(reading: Reading, span: Span) -> bool:
    """Whether a word is of the name of a person or a place."""
    return any(m.value.kind in _KINDS and m.span.overlaps(span) for m in reading.entities)


def _finding(reading: Reading, slips: Sequence[Suspect], twin: str, elsewhere: Sequence[Span], desk: Desk) -> Finding:
    word = slips[0].mark.text
    told = ((word, [s.mark.span for s in slips]), (twin, elsewhere))
    two = [Side(value, tuple(of_span(reading.document, span) for span in spans)) for value, spans in told]
    return clash("lexical", two, slips[0].reasons, slips[0].mark.confidence, desk)
