"""A passage that differs from its near copy: what was read in it, and the words that stand differently."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from attrs import frozen

from reconcile.model.claims import Claim, Slot
from reconcile.model.documents import Document, Token
from reconcile.model.entities import EntityValue
from reconcile.model.mentions import Mention, V
from reconcile.model.quantities import QuantityValue
from reconcile.model.readings import Anchored, Reading
from reconcile.model.reasons import Reason
from reconcile.model.spans import Span
from reconcile.model.times import TimeValue


@frozen
class Side:
    """One report's passage: what was read in its sentence, the changed words at ``span`` and their tokens."""

    document: Document
    tokens: tuple[Token, ...]
    span: Span | None
    changed: tuple[Token, ...]
    at: int
    times: tuple[Mention[TimeValue], ...]
    quantities: tuple[Mention[QuantityValue], ...]
    entities: tuple[Mention[EntityValue], ...]
    roles: tuple[Claim, ...]
    speakers: frozenset[str]


@frozen
class Judged:
    """What a pair of changed words comes to: ``score`` 0 where they are of one kind and fit together or cannot be told apart."""

    kind: str
    left: Span
    right: Span
    score: float
    reason: Reason


Judge = Callable[[Side, Side], Judged | None]


class Sides:
    """Mentions and claims by report and sentence; a report is looked through when a passage of it is first asked for."""

    def __init__(
        self,
        readings: Sequence[Reading],
        anchored: Mapping[str, Anchored],
        claims: Mapping[str, Sequence[Claim]],
    ) -> None:
        self._readings = {r.report_id: r for r in readings}
        self._anchored, self._claims = anchored, claims
        self._read: dict[str, _Read] = {}
        self._places: dict[tuple[str, int], tuple[list[int], list[int]]] = {}

    def of(self, place: tuple[str, int], span: Span | None, at: int) -> Side:
        """The side that a passage is, with the changed words at ``span``."""
        report, sentence = place
        if report not in self._read:
            self._read[report] = self._looked_through(report)
        read, document = self._read[report], self._readings[report].document
        told, tokens = read.claims.get(sentence, ()), document.sentences[sentence].tokens
        return Side(
            document,
            tokens,
            span,
            () if span is None else self._inside(place, tokens, span),
            at,
            tuple(read.times.get(sentence, ())),
            tuple(read.quantities.get(sentence, ())),
            tuple(read.entities.get(sentence, ())),
            tuple(c for c in told if c.kind == "role"),
            frozenset(
                s.entity for c in told if c.kind == "quote" for s in c.all("speaker") if s.entity and _is_named(s)
            ),
        )

    def _looked_through(self, report: str) -> "_Read":
        reading = self._readings[report]
        times = self._anchored[report].times if report in self._anchored else ()
        told = [c for c in self._claims.get(report, ()) if c.kind in ("role", "quote")]
        return _Read(*map(_by_sentence, (times, reading.quantities, reading.entities, told)))

    def _inside(self, place: tuple[str, int], tokens: tuple[Token, ...], span: Span) -> tuple[Token, ...]:
        """The tokens that a span overlaps, found by their places: they stand in order and apart."""
        if place not in self._places:
            self._places[place] = [t.span.start for t in tokens], [t.span.end for t in tokens]
        starts, ends = self._places[place]
        return tokens[bisect_right(ends, span.start) : bisect_left(starts, span.end)]


@frozen
class _Read:
    """What stands in the sentences of one report, by their number."""

    times: Mapping[int, Sequence[Mention[TimeValue]]]
    quantities: Mapping[int, Sequence[Mention[QuantityValue]]]
    entities: Mapping[int, Sequence[Mention[EntityValue]]]
    claims: Mapping[int, Sequence[Claim]]


def _by_sentence(found: Iterable[Any]) -> dict[int, list[Any]]:
    grouped: dict[int, list[Any]] = {}
    for one in found:
        grouped.setdefault(one.sentence, []).append(one)
    return grouped


def touched(mentions: Sequence[Mention[V]], side: Side) -> Mention[V] | None:
    """The one mention that the changed words stand in."""
    found = [m for m in mentions if side.span is not None and m.span.overlaps(side.span)]
    return found[0] if len(found) == 1 else None


def _is_named(speaker: Slot) -> bool:
    """Whether the text names the speaker; whom "the minister" stands for is less sure."""
    return any(word[:1].isupper() for word in speaker.text.split())
