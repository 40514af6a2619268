"""The result with its renderings: what :func:`reconcile.reconcile` gives back."""

from typing import TYPE_CHECKING

from attrs import define, evolve

from reconcile.errors import ArgumentError
from reconcile.findings.repairs import repairs
from reconcile.model.findings import Finding
from reconcile.model.repairs import Repaired
from reconcile.model.results import Result

if TYPE_CHECKING:
    import pandas as pd

    from reconcile.render.views import FindingView


@define(frozen=True, slots=False, repr=False)
class Reconciliation(Result):
    """Everything that a reconciliation found, and every way to show it.

    The fields are those of :class:`reconcile.model.results.Result`. Every rendering gives the same bytes for the same
    result and sees nothing else: no clock, no network, no environment.
    """

    def to_dict(self) -> dict[str, object]:
        """Plain data: dicts, lists and primitives, as :meth:`to_json` writes them."""
        from reconcile.render import interchange

        return interchange.to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """JSON of the published schema (``reconcile/render/schema``); :meth:`from_json` gives back an equal result.

        Without ``indent`` every item has a line of its own.
        """
        from reconcile.render import interchange

        return interchange.to_json(self, indent=indent)

    def to_json_lines(self) -> str:
        """One line of JSON a finding, with its question, for pipelines."""
        from reconcile.render import interchange

        return interchange.finding_lines(self)

    @classmethod
    def from_json(cls, document: str | bytes) -> "Reconciliation":
        """Read what :meth:`to_json` wrote. Raises :class:`FormatError` with the path to the first fault."""
        from reconcile.render import interchange

        return interchange.from_json(document, cls)

    @classmethod
    def from_dict(cls, data: object) -> "Reconciliation":
        """Read what :meth:`to_dict` gave. Raises :class:`FormatError` with the path to the first fault."""
        from reconcile.render import interchange

        return interchange.from_dict(data, cls)

    def to_text(self, *, width: int = 80, color: bool = False) -> str:
        """The report for a terminal. Raises :class:`ArgumentError` for a width under 40."""
        from reconcile.render import text

        return text.to_text(self, width=width, color=color)

    def to_markdown(self) -> str:
        """The report as Markdown, for an issue or a note."""
        from reconcile.render import notes

        return notes.to_markdown(self)

    def to_html(self) -> str:
        """One self-contained page that asks for nothing from anywhere."""
        from reconcile.render import pages

        return pages.to_html(self)

    def to_csv(self) -> str:
        """One row a finding, with empty columns ``verdict`` and ``note`` for a reviewer; see :meth:`with_reviews`."""
        from reconcile.render import sheets

        return sheets.to_csv(self)

    def to_frame(self, table: str = "findings") -> "pd.DataFrame":
        """A DataFrame of "findings", "evidence", "claims", "timeline" or "matrix" (extra ``pandas``).

        Raises :class:`ArgumentError` for another name, :class:`MissingExtraError` without pandas.
        """
        from reconcile.render import frames

        return frames.to_frame(self, table)

    def to_rows(self, table: str = "findings") -> tuple[dict[str, object], ...]:
        """The rows of :meth:`to_frame` as plain dicts, without pandas."""
        from reconcile.render import tables

        return tables.rows_of(self, table)

    def to_annotations(self) -> dict[str, object]:
        """W3C Web Annotations (JSON-LD): the findings on their articles, by position and by quotation."""
        from reconcile.render import annotations

        return annotations.to_annotations(self)

    def with_reviews(self, reviewed: str) -> "Reconciliation":
        """The same result with the verdicts and notes of a filled-in :meth:`to_csv`; they are shown in every rendering.

        They replace what was decided before on the same findings. Raises :class:`FormatError` for text that is no such file.
        """
        from reconcile.render import sheets

        if not isinstance(reviewed, str):
            raise ArgumentError(f"with_reviews takes the text of a CSV file, got {type(reviewed).__name__}")
        found = {r.finding_id: r for r in (*self.reviews, *sheets.read_reviews(reviewed, self))}
        return evolve(self, reviews=tuple(found[f.id] for f in self.findings if f.id in found))

    def repaired(self, report_id: str, *, min_confidence: float = 0.0) -> Repaired:
        """The report's text with the suggestions of its garble findings applied, and the edits that did it.

        Findings below ``min_confidence`` and those that a reviewer dismissed change nothing; of two suggestions that overlap
        the surer one holds. Raises :class:`ArgumentError` for an unknown report.
        """
        report = next((r for r in self.reports if r.id == report_id), None)
        if report is None:
            raise ArgumentError(f"no report of id {report_id!r}; there are {', '.join(r.id for r in self.reports)}")
        dismissed = {r.finding_id for r in self.reviews if r.verdict == "dismissed"}
        open_findings = [f for f in self.garbles if f.id not in dismissed]
        return Repaired.of(report_id, report.text, repairs(open_findings, report_id, min_confidence))

    def finding(self, finding_id: str) -> Finding:
        """The finding of that id. Raises :class:`ArgumentError` when there is none."""
        for found in self.findings:
            if found.id == finding_id:
                return found
        raise ArgumentError(f"no finding of id {finding_id!r}; there are {len(self.findings)}")

    def explain(self, finding_id: str, *, width: int = 80, color: bool = False) -> str:
        """One finding with all its passages, reasons and comparisons, as text. Raises :class:`ArgumentError`."""
        from reconcile.render import text

        return text.explanation(self, self._view(finding_id), width=width, color=color)

    def _view(self, finding_id: str) -> "FindingView":
        from reconcile.render.view import views_by_finding

        return views_by_finding(self)[self.findings.index(self.finding(finding_id))]

    def _repr_html_(self) -> str:
        from reconcile.render import pages

        return pages.to_notebook(self)

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        from reconcile.render.view import verdict

        told = ", ".join(
            f"{name}={len(getattr(self, name))}"
            for name in ("reports", "contradictions", "agreements", "garbles", "single_source")
        )
        return f"<Reconciliation {told}: {verdict(self)}>"
