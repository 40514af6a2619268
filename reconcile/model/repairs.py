"""A report's text with its garbled passages mended, and the list of what was changed."""

from attrs import frozen

from reconcile.model.spans import Edit


@frozen
class Repaired:
    """``text`` is the report as received with ``edits`` applied; each edit names the finding it comes from as its rule."""

    report_id: str
    text: str
    edits: tuple[Edit, ...]

    @classmethod
    def of(cls, report_id: str, received: str, edits: tuple[Edit, ...]) -> "Repaired":
        """Apply ``edits``, which are in order and do not overlap."""
        parts, reached = [], 0
        for edit in edits:
            parts += [received[reached : edit.raw.start], edit.new]
            reached = edit.raw.end
        return cls(report_id, "".join((*parts, received[reached:])), edits)

    def __str__(self) -> str:
        return self.text
