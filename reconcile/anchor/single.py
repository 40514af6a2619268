"""One text against a given day of writing, or against what it tells of itself."""

from collections.abc import Sequence
from datetime import date

from reconcile.anchor.passages import resolve_passage
from reconcile.anchor.resolution import Base
from reconcile.model.documents import Document
from reconcile.model.mentions import Mention
from reconcile.model.times import TimeForm, TimeValue


def resolve_all(
    document: Document, forms: Sequence[Mention[TimeForm]], reference: date | None
) -> tuple[Mention[TimeValue], ...]:
    """The times of ``document``, resolved from ``reference``; without one only what dates itself has an interval."""
    return resolve_passage(forms, Base(day=reference))
