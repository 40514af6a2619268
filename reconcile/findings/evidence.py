"""Evidence from claims, slots and spans: offsets as received, the smallest phrase that carries the value."""

from collections.abc import Mapping

from reconcile.model.claims import Claim, Slot
from reconcile.model.comparisons import Member
from reconcile.model.documents import Document
from reconcile.model.findings import Evidence
from reconcile.model.reports import Report
from reconcile.model.spans import Span

MAX_CHARS = 160


def of_member(member: Member, reports: Mapping[str, Report], value: str = "") -> Evidence:
    """The slot's words, or the claim's where it is compared as a whole."""
    if member.slot is not None:
        return of_slot(member.claim, member.slot, reports, value)
    return of_claim(member.claim, reports, value)


def of_slot(claim: Claim, slot: Slot, reports: Mapping[str, Report], value: str = "") -> Evidence:
    """The words of a slot as received."""
    text = reports[claim.report_id].text
    end = min(slot.raw.end, slot.raw.start + MAX_CHARS)
    return Evidence(claim.report_id, slot.raw.start, end, text[slot.raw.start : end], value)


def of_claim(claim: Claim, reports: Mapping[str, Report], value: str = "") -> Evidence:
    """The claim's words as received, cut at a word after 160 characters."""
    text = reports[claim.report_id].text
    end = _cut(text, claim.start, claim.end)
    return Evidence(claim.report_id, claim.start, end, text[claim.start : end], value)


def of_span(document: Document, span: Span, value: str | None = None) -> Evidence:
    """The words of a clean span as received; they are the value themselves where none is given."""
    raw = document.to_raw(span)
    text = document.report.text[raw.start : raw.end]
    return Evidence(document.report.id, raw.start, raw.end, text, text if value is None else value)


def _cut(text: str, start: int, end: int) -> int:
    if end - start <= MAX_CHARS:
        return end
    space = text.rfind(" ", start, start + MAX_CHARS)
    return space if space > start else start + MAX_CHARS
