"""CSV for a desk: one row a finding, with empty columns for the reviewer; and the reviewed file read back."""

import csv
from collections.abc import Iterable
from io import StringIO

from reconcile.errors import FormatError
from reconcile.model.results import Result
from reconcile.model.reviews import VERDICTS, Review
from reconcile.render.escaping import cell, one_line, uncelled
from reconcile.render.view import view_of
from reconcile.render.views import FindingView

COLUMNS = (
    "id", "number", "category", "kind", "relation", "confidence", "summary", "passages", "suggestion", "question", "ask",
    "reports", "verdict", "note",
)  # fmt: skip
_NEEDED = ("id", "verdict")


def to_csv(result: Result) -> str:
    """All findings, contradictions first; ``verdict`` takes "confirmed", "dismissed" or nothing, ``note`` any words.

    No cell begins with a character that a spreadsheet would calculate.
    """
    sink = StringIO()
    writer = csv.writer(sink, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([cell(value) for value in _row(f)] for f in view_of(result).findings)
    return sink.getvalue()


def _row(finding: FindingView) -> tuple[str, ...]:
    review = finding.review
    return (
        finding.id,
        str(finding.number),
        finding.category,
        finding.kind,
        finding.relation,
        f"{finding.confidence:.2f}",
        finding.summary,
        " | ".join(f"{p.report}: {one_line(p.words)}" for p in finding.passages),
        finding.suggestion or "",
        finding.question,
        "; ".join(finding.ask),
        " ".join(finding.reports),
        review.verdict if review and review.verdict != "open" else "",
        review.note if review else "",
    )


def read_reviews(text: str, result: Result) -> tuple[Review, ...]:
    """The reviews of a CSV file that :func:`to_csv` wrote and a person filled in; rows left empty are no reviews.

    Columns may be in any order and others may have been added; a semicolon or tab may separate them. Raises
    :class:`FormatError` with the row and column of the first fault.
    """
    rows = _rows(text)
    known = {one_line(f.id): f.id for f in result.findings}
    found: dict[str, Review] = {}
    for number, row in enumerate(rows, 2):
        review = _review(row, f"row {number}", known)
        if review is None:
            continue
        if review.finding_id in found:
            raise FormatError(f"row {number}, column id: finding {review.finding_id!r} was reviewed above")
        found[review.finding_id] = review
    return tuple(found[f.id] for f in result.findings if f.id in found)


def _rows(text: str) -> Iterable[dict[str | None, str]]:
    plain = text.removeprefix("\ufeff")
    head = plain.splitlines()[0] if plain.strip() else ""
    separator = max(",;\t", key=head.count)
    try:
        reader = csv.DictReader(StringIO(plain, newline=""), delimiter=separator, strict=True)
        rows = list(reader)
    except csv.Error as error:
        raise FormatError(f"not a CSV file: {error}") from error
    missing = [name for name in _NEEDED if name not in (reader.fieldnames or ())]
    if missing:
        raise FormatError(f"row 1: column {', '.join(missing)} is missing; needed: {', '.join(_NEEDED)}")
    return rows


def _review(row: dict[str | None, str], where: str, known: dict[str, str]) -> Review | None:
    identifier = uncelled((row["id"] or "").strip())
    verdict = (row["verdict"] or "").strip().lower()
    note = uncelled((row.get("note") or "").strip())
    if not verdict and not note:
        return None
    if identifier not in known:
        raise FormatError(f"{where}, column id: no finding of id {identifier!r:.60}")
    if verdict and verdict not in VERDICTS:
        raise FormatError(f"{where}, column verdict: expected {', '.join(VERDICTS)} or nothing, got {verdict!r:.60}")
    return Review(known[identifier], verdict or "open", note)
