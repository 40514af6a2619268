"""One kind of thing in one text: times, quantities, entities; and how alike two names are."""

from collections.abc import Callable
from datetime import date, datetime

from reconcile.anchor.single import resolve_all
from reconcile.config import Config
from reconcile.errors import ArgumentError
from reconcile.extract import entities as entity_rules
from reconcile.extract import quantities as quantity_rules
from reconcile.extract import times as time_rules
from reconcile.measure.names import NameMatch, explain, similarity
from reconcile.model.documents import Document
from reconcile.model.entities import EntityMention
from reconcile.model.quantities import Quantity
from reconcile.model.reports import Report
from reconcile.model.times import TimeExpression
from reconcile.text.reading import read


def find_times(text: str, *, reference: date | None = None) -> tuple[TimeExpression, ...]:
    """Times in ``text``, with TIMEX3 values and half-open calendar intervals, resolved against ``reference``.

    ``reference`` is the day (or moment) on which the text was written; without it only what the text itself dates has an
    interval. Raises :class:`ArgumentError` for arguments of the wrong type.
    """
    if reference is not None and not isinstance(reference, date):
        raise ArgumentError(f"reference must be datetime.date, datetime.datetime or None, got {reference!r}")
    day = reference.date() if isinstance(reference, datetime) else reference
    document = _document(text, time_rules.needs_tags if day is not None else None)
    found = []
    for mention in resolve_all(document, time_rules.find(document), day):
        raw, v = document.to_raw(mention.span), mention.value
        place = text[raw.start : raw.end]
        found.append(
            TimeExpression(raw.start, raw.end, place, v.type, v.timex, v.interval, v.granularity, v.mod, v.assumptions)
        )
    return tuple(found)


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Numbers in ``text`` as intervals with unit, counted noun and hedge. Raises :class:`ArgumentError` for a non-string."""
    document = _document(text)
    found = []
    for mention in quantity_rules.find(document):
        raw, v = document.to_raw(mention.span), mention.value
        place = text[raw.start : raw.end]
        found.append(
            Quantity(raw.start, raw.end, place, v.low, v.high, v.unit, v.per, v.of, v.approximate, v.kind, v.modifiers)
        )
    return tuple(found)


def find_entities(text: str) -> tuple[EntityMention, ...]:
    """Persons, organizations, places, vehicles, works and events named in ``text``. Raises :class:`ArgumentError` for a non-string."""
    document = _document(text)
    found = []
    for mention in entity_rules.find(document):
        raw, v = document.to_raw(mention.span), mention.value
        found.append(EntityMention(raw.start, raw.end, text[raw.start : raw.end], v.kind, v.name, v.key, v.role))
    return tuple(found)


def name_similarity(left: str, right: str, *, kind: str | None = None) -> float:
    """How likely two names name the same: in [0, 1], 0.7 and above means "the same name"."""
    for side in (left, right):
        if not isinstance(side, str):
            raise ArgumentError(f"a name must be str, got {type(side).__name__}")
    return similarity(left, right, kind=kind)


def explain_names(left: str, right: str, *, kind: str | None = None) -> NameMatch:
    """The score of :func:`name_similarity` with the reasons for it."""
    for side in (left, right):
        if not isinstance(side, str):
            raise ArgumentError(f"a name must be str, got {type(side).__name__}")
    return explain(left, right, kind=kind)


def _document(text: str, needs_tags: Callable[[str], bool] | None = None) -> Document:
    if not isinstance(text, str):
        raise ArgumentError(f"text must be str, got {type(text).__name__}")
    return read(Report(text), Config(), needs_tags=needs_tags)
