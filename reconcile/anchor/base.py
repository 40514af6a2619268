"""What a time form is resolved from, and the choice between the last and the next of its kind."""

from collections.abc import Sequence
from datetime import date, timedelta

from attrs import frozen

from reconcile.anchor.calendar import Stretch
from reconcile.model.times import TimeForm, TimeValue


@frozen
class Base:
    """The ``day`` of writing (None unknown), the last time told (``context``), the quarter spoken of (``topic``), the date order."""

    day: date | None = None
    context: TimeValue | None = None
    topic: TimeValue | None = None
    order: str = "auto"


def is_ahead(form: TimeForm) -> bool:
    """Whether tense or cue put a form after the writing: "will meet Monday", "by Friday"."""
    return form.tense == "future" or (form.get("bound") in ("by", "until") and form.tense != "past")


def chosen(form: TimeForm, behind: Stretch, ahead: Stretch, day: date) -> Stretch:
    """Of the last and the next of its kind, the one that tense and cue point to; behind when nothing does.

    "Until November" and "by November" beside a past tense ("was given until November") are of the nearer one.
    """
    if form.tense == "past" and form.get("bound") in ("by", "until"):
        return ahead if ahead.start.date() - day < day - behind.end.date() else behind
    return ahead if is_ahead(form) else behind


def year_of(form: TimeForm, base: Base) -> int | None:
    """The year that a form states, or tells from the writing ("July last year"); None for neither."""
    if form.get("year"):
        return int(form.get("year"))
    if form.get("year_offset") and base.day is not None:
        return base.day.year + int(form.get("year_offset"))
    return None


def nearest(days: Sequence[date], day: date) -> date:
    """The one of ``days`` nearest to ``day``, the earlier of two."""
    return min(days, key=lambda d: (abs(d - day), d))


ONE_DAY = timedelta(1)
