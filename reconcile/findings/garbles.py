"""Garble findings: marks of form, with the evidence of the other reports, and defects that only the evidence shows."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reconcile.findings.evidence import of_span
from reconcile.findings.near_names import misspelt_names
from reconcile.findings.near_words import misplaced_words
from reconcile.findings.splits import split_sentences
from reconcile.findings.suspects import Suspect
from reconcile.findings.wording_garbles import summary
from reconcile.model.entities import Entity
from reconcile.model.findings import Evidence, Finding
from reconcile.model.marks import Mark
from reconcile.model.readings import Reading
from reconcile.model.reasons import Reason
from reconcile.model.spans import Span

_MAX_SUPPORT = 12
_UNSHARED = ("boilerplate",)


def suspects(
    readings: Sequence[Reading],
    entities: Sequence[Entity],
    extra_marks: Mapping[str, tuple[Mark, ...]] | None = None,
) -> list[Suspect]:
    """All that may be garbled, what the evidence shows before what the form shows; ``extra_marks`` are marks of later stages by report id."""
    found = [*split_sentences(readings, entities), *misspelt_names(readings), *misplaced_words(readings)]
    return found + [
        Suspect(reading.report_id, mark)
        for reading in readings
        for mark in (*reading.marks, *(extra_marks or {}).get(reading.report_id, ()))
    ]


def find(readings: Sequence[Reading], suspected: Sequence[Suspect]) -> tuple[Finding, ...]:
    """All garble findings, by report and place.

    ``evidence[0]`` is the defect itself, what follows supports it. A suspect of the evidence takes the place of the marks
    of form that it overlaps. ``suggestion`` replaces exactly the text of ``evidence[0]``.
    """
    by_id = {reading.report_id: reading for reading in readings}
    shared = _shared(suspected)
    kept = _apart(suspected)
    findings = [_finding(by_id, suspect, shared.get(_form(suspect), ())) for suspect in kept]
    return tuple(sorted(findings, key=lambda f: (f.evidence[0].report_id, f.evidence[0].start, f.kind)))


def _apart(suspects: Iterable[Suspect]) -> list[Suspect]:
    """Of two that overlap in one report the earlier in the list stays."""
    kept: list[Suspect] = []
    taken: dict[str, list[Span]] = defaultdict(list)
    for suspect in suspects:
        spans = taken[suspect.report_id]
        first_of_evidence = bool(suspect.support)
        if first_of_evidence or not any(span.overlaps(suspect.mark.span) for span in spans):
            kept.append(suspect)
            if first_of_evidence:
                spans.append(suspect.mark.span)
    return kept


def _form(suspect: Suspect) -> tuple[str, str]:
    return suspect.mark.rule, suspect.mark.text


def _shared(suspects: Iterable[Suspect]) -> dict[tuple[str, str], tuple[Suspect, ...]]:
    """Defects of one form in several reports: a slip that two writers do not make alike tells of one origin."""
    places: dict[tuple[str, str], list[Suspect]] = defaultdict(list)
    for suspect in suspects:
        if suspect.mark.kind not in _UNSHARED and len(suspect.mark.text) > 3:
            places[_form(suspect)].append(suspect)
    return {form: tuple(found) for form, found in places.items() if len({s.report_id for s in found}) > 1}


def _finding(by_id: Mapping[str, Reading], suspect: Suspect, twins: Sequence[Suspect]) -> Finding:
    mark = suspect.mark
    defect = of_span(by_id[suspect.report_id].document, mark.span, mark.suggestion or "")
    support = [of_span(by_id[report_id].document, span, "") for report_id, span in suspect.support[:_MAX_SUPPORT]]
    reasons = [Reason(mark.rule, mark.params), *suspect.reasons]
    others = [t for t in twins if t.report_id != suspect.report_id]
    if others:
        support += [of_span(by_id[t.report_id].document, t.mark.span, "") for t in others[:_MAX_SUPPORT]]
        reasons.append(Reason.of("garble.shared", reports=", ".join(sorted({t.report_id for t in others}))))
    params = {"kind": mark.kind, "text": mark.text, "raw": defect.text, **dict(mark.params)}
    return Finding(
        id=_id(suspect.report_id, defect, mark),
        category="garble",
        kind=mark.kind,
        relation="",
        confidence=mark.confidence,
        summary=summary(mark.rule, params, mark.suggestion),
        reasons=tuple(reasons),
        evidence=(defect, *support),
        suggestion=mark.suggestion,
        scope="cross" if {e.report_id for e in support} - {suspect.report_id} else "within",
    )


def _id(report_id: str, defect: Evidence, mark: Mark) -> str:
    key = f"{report_id}\0{defect.start}\0{defect.end}\0{mark.kind}\0{mark.rule}"
    return "g-" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]
