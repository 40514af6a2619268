"""Defects of form, found within one report."""

from attrs import frozen

from reconcile.model.spans import Span


@frozen
class Mark:
    """A garble mark: ``kind`` of :data:`reconcile.model.findings.GARBLE_KINDS` at ``span`` of the clean text.

    ``suggestion`` replaces exactly the text of ``span`` and is None where no repair can be argued. ``params`` feed the wording.
    """

    kind: str
    span: Span
    text: str
    rule: str
    suggestion: str | None = None
    confidence: float = 0.8
    params: tuple[tuple[str, str], ...] = ()
