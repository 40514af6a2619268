"""A result as flat rows: the columns of data frames and of the reviewers' CSV file."""

from collections.abc import Callable, Mapping
from datetime import datetime

from reconcile.errors import ArgumentError
from reconcile.model.claims import Claim, Slot
from reconcile.model.findings import Evidence, Finding
from reconcile.model.results import Result
from reconcile.render.passages import Places, name_of
from reconcile.render.view import all_evidence, in_order, view_of, views_by_finding

Row = dict[str, object]
_SLOT_COLUMNS = ("agent", "patient", "time", "place", "quantity", "role")


def findings(result: Result) -> tuple[Row, ...]:
    """One row a finding, most important first, with what a reviewer decided."""
    reviews = {r.finding_id: r for r in result.reviews}
    rows = []
    for rank, (finding, view) in enumerate(zip(result.findings, views_by_finding(result), strict=True), 1):
        review = reviews.get(finding.id)
        rows.append(
            {
                "id": finding.id,
                "rank": rank,
                "category": finding.category,
                "kind": finding.kind,
                "relation": finding.relation,
                "scope": finding.scope,
                "confidence": finding.confidence,
                "summary": finding.summary,
                "reports": " ".join(finding.report_ids),
                "sides": len(finding.sides),
                "origins": sum(s.origins for s in finding.sides),
                "values": " | ".join(s.value for s in finding.sides),
                "reasons": " ".join(r.code for r in finding.reasons),
                "question": view.question,
                "ask": "; ".join(view.ask),
                "suggestion": finding.suggestion,
                "fact": finding.fact_id,
                "verdict": review.verdict if review else "",
                "note": review.note if review else "",
            }
        )
    return tuple(rows)


def evidence(result: Result) -> tuple[Row, ...]:
    """One row a passage of a finding; ``side`` counts from 1 and is 0 where the finding has no sides."""
    places = Places.of(result.reports)
    return tuple(
        {
            "finding": finding.id,
            "category": finding.category,
            "kind": finding.kind,
            "side": _side(finding, place),
            "report": place.report_id,
            "source": name_of(places.report[place.report_id]) if place.report_id in places.report else "",
            "start": place.start,
            "end": place.end,
            "text": place.text,
            "value": place.value,
        }
        for finding in result.findings
        for place in all_evidence(finding)
    )


def _side(finding: Finding, place: Evidence) -> int:
    return next((number for number, s in enumerate(finding.sides, 1) if place in s.evidence), 0)


def claims(result: Result) -> tuple[Row, ...]:
    """One row a claim: who did what to whom, when, where, how many, says whom, how sure."""
    facts = {c.id: f.id for f in result.facts for c in f.claims}
    return tuple(_claim(c, facts.get(c.id)) for c in result.claims)


def _claim(claim: Claim, fact: str | None) -> Row:
    return {
        "id": claim.id,
        "report": claim.report_id,
        "fact": fact,
        "sentence": claim.sentence,
        "start": claim.start,
        "end": claim.end,
        "predicate": claim.predicate,
        **{name: _words(claim.slot(name)) for name in _SLOT_COLUMNS},
        "polarity": claim.stance.polarity,
        "certainty": claim.stance.certainty,
        "speakers": " < ".join(a.speaker or "" for a in claim.attributions),
        "text": claim.text,
    }


def _words(slot: Slot | None) -> str | None:
    return slot.text if slot else None


def timeline(result: Result) -> tuple[Row, ...]:
    """One row an entry; ``start`` and ``end`` are half-open, naive, None where open."""
    return tuple(
        {
            "start": _naive(entry.interval[0]),
            "end": _naive(entry.interval[1]),
            "granularity": entry.granularity,
            "summary": entry.summary,
            "reports": " ".join(sorted({e.report_id for e in entry.evidence})),
            "text": " | ".join(e.text for e in entry.evidence),
        }
        for entry in result.timeline
    )


def _naive(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=None) if moment else None


def matrix(result: Result) -> tuple[Row, ...]:
    """One row a fact and a column for every report id with its stance: agrees, refines, contradicts, updates, alone, silent."""
    view = view_of(result)
    names = {v.number: v.id for v in view.findings}
    ids = {letter: report_id for report_id, letter in Places.of(in_order(result.reports)).letter.items()}
    return tuple(
        {"finding": names[row.number], "fact": row.label, **{ids[c.report]: c.stance for c in row.cells}}
        for row in view.matrix
    )


TABLES: Mapping[str, Callable[[Result], tuple[Row, ...]]] = {
    "findings": findings,
    "evidence": evidence,
    "claims": claims,
    "timeline": timeline,
    "matrix": matrix,
}


def rows_of(result: Result, table: str) -> tuple[Row, ...]:
    """The rows of one of :data:`TABLES`. Raises :class:`ArgumentError` for another name."""
    if table not in TABLES:
        raise ArgumentError(f"table must be one of {', '.join(TABLES)}; got {table!r}")
    return TABLES[table](result)
