"""What one report gives by itself, before it meets the others. A reading depends on its report and the configuration alone."""

from attrs import frozen

from reconcile.model.documents import Document
from reconcile.model.entities import EntityValue
from reconcile.model.marks import Mark
from reconcile.model.mentions import Mention
from reconcile.model.quantities import QuantityValue
from reconcile.model.times import TimeForm, TimeValue, Window


@frozen
class Reading:
    """A document with everything that was found in it."""

    document: Document
    times: tuple[Mention[TimeForm], ...] = ()
    quantities: tuple[Mention[QuantityValue], ...] = ()
    entities: tuple[Mention[EntityValue], ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def report_id(self) -> str:
        """The id of the report that was read."""
        return self.document.report.id


@frozen
class Anchored:
    """A report's times on the calendar: the ``window`` in which it was written, and every time mention resolved in it."""

    report_id: str
    window: Window
    times: tuple[Mention[TimeValue], ...]
