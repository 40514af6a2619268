"""Findings as W3C Web Annotations (JSON-LD), so that annotation tools can show them on the articles.

Source: https://www.w3.org/TR/annotation-model/ (TextPositionSelector counts characters as offsets do here: half-open,
from 0; TextQuoteSelector holds the words with what stands before and after).
"""

from urllib.parse import quote

from reconcile.model.findings import Evidence, Finding
from reconcile.model.reports import Report
from reconcile.model.results import Result
from reconcile.render.phrasing import question, reason_in_words
from reconcile.render.view import all_evidence, safe_url

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_QUOTE_CHARS = 32


def to_annotations(result: Result) -> dict[str, object]:
    """An annotation page with one annotation a finding; its targets are all its passages.

    A report's source is its web address, else ``urn:reconcile:report:<id>``.
    """
    reports = {r.id: r for r in result.reports}
    return {
        "@context": CONTEXT,
        "id": "urn:reconcile:findings",
        "type": "AnnotationPage",
        "items": [_annotation(f, reports) for f in result.findings],
    }


def _annotation(finding: Finding, reports: dict[str, Report]) -> dict[str, object]:
    return {
        "@context": CONTEXT,
        "id": f"urn:reconcile:finding:{_quoted(finding.id)}",
        "type": "Annotation",
        "motivation": "editing" if finding.category == "garble" else "assessing",
        "body": _bodies(finding),
        "target": [_target(e, reports[e.report_id]) for e in all_evidence(finding) if e.report_id in reports],
    }


def _bodies(finding: Finding) -> list[dict[str, str]]:
    words = [finding.summary, *(reason_in_words(r) for r in finding.reasons), question(finding)]
    told = [_text(" ".join(w for w in words if w), "commenting")]
    if finding.suggestion is not None:
        told.append(_text(finding.suggestion, "editing"))
    return [
        *told,
        _text(finding.category, "classifying"),
        _text(finding.kind, "tagging"),
        _text(f"confidence {finding.confidence:.2f}", "tagging"),
    ]


def _text(value: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _target(place: Evidence, report: Report) -> dict[str, object]:
    text = report.text
    return {
        "source": safe_url(report.url) or f"urn:reconcile:report:{_quoted(report.id)}",
        "selector": [
            {"type": "TextPositionSelector", "start": place.start, "end": place.end},
            {
                "type": "TextQuoteSelector",
                "exact": text[place.start : place.end],
                "prefix": text[max(0, place.start - _QUOTE_CHARS) : place.start],
                "suffix": text[place.end : place.end + _QUOTE_CHARS],
            },
        ],
    }


def _quoted(identifier: str) -> str:
    return quote(identifier.encode("utf-8", "surrogatepass"), safe="")
