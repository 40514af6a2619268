"""One text against a given day of writing, or against what it tells of itself."""

from collections.abc import Sequence
from datetime import date, timedelta

from attrs import evolve

from reconcile.anchor.base import Base
from reconcile.anchor.calendar import unit_stretch
from reconcile.anchor.joint import publication_windows
from reconcile.anchor.passages import Forms, Values, resolve_in_window, resolve_passage
from reconcile.model.documents import Document
from reconcile.model.mentions import Mention
from reconcile.model.readings import Reading
from reconcile.model.times import TimeForm, TimeValue

_UNITS = frozenset({"day", "week", "month", "quarter", "year", "decade"})


def resolve_all(
    document: Document, forms: Sequence[Mention[TimeForm]], reference: date | None
) -> tuple[Mention[TimeValue], ...]:
    """The times of ``document``, resolved from ``reference``; without one from the window that the text itself tells, if any.

    A range ("from March to May") is told by two expressions, which leave open whether its last unit is meant to be in it:
    the first carries the stretch up to the beginning of May, the second the stretch with May.
    """
    if reference is not None:
        return _up_to(forms, resolve_passage(forms, Base(day=reference)))
    reading = Reading(document, tuple(forms))
    return _up_to(forms, resolve_in_window(forms, publication_windows([reading])[reading.report_id]))


def _up_to(forms: Forms, values: Values) -> Values:
    result = list(values)
    for at in range(len(values) - 1):
        left, right = values[at].value, values[at + 1].value
        is_range = forms[at].value.get("range") == "start" and forms[at + 1].value.get("range") == "end"
        if (
            not is_range
            or left.interval != right.interval
            or not left.start
            or not right.end
            or right.granularity not in _UNITS
        ):
            continue
        last_unit = unit_stretch(right.granularity, (right.end - timedelta(microseconds=1)).date())
        if left.start < last_unit.start:
            result[at] = evolve(values[at], value=evolve(left, end=last_unit.start))
    return tuple(result)
