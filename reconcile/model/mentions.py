"""A value at a place in a report."""

from typing import Generic, TypeVar

from attrs import frozen

from reconcile.model.pickled import by_fields
from reconcile.model.spans import Span

V = TypeVar("V", covariant=True)


@by_fields
@frozen
class Mention(Generic[V]):
    """``value`` as read at ``span`` (clean text) of sentence number ``sentence`` by ``rule`` ("file.kebab-name")."""

    report_id: str
    sentence: int
    span: Span
    text: str
    value: V
    rule: str
