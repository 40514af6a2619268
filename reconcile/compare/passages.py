"""A passage that differs from its near copy: what was read in it, and the words that stand differently."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence

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
    """Mentions and claims by report and sentence."""

    def __init__(self, readings: Sequence[Reading], anchored: Mapping[str, Anchored], claims: Sequence[Claim]) -> None:
        self._documents = {r.report_id: r.document for r in readings}
        self._times = _by_sentence([m for a in anchored.values() for m in a.times])
        self._quantities = _by_sentence([m for r in readings for m in r.quantities])
        self._entities = _by_sentence([m for r in readings for m in r.entities])
        self._places: dict[tuple[str, int], tuple[list[int], list[int]]] = {}
        self._claims: dict[tuple[str, int], list[Claim]] = {}
        for claim in claims:
            if claim.kind in ("role", "quote"):
                self._claims.setdefault((claim.report_id, claim.sentence), []).append(claim)

    def of(self, place: tuple[str, int], span: Span | None, at: int) -> Side:
        """The side that a passage is, with the changed words at ``span``."""
        document, told = self._documents[place[0]], self._claims.get(place, [])
        tokens = document.sentences[place[1]].tokens
        return Side(
            document,
            tokens,
            span,
            () if span is None else self._inside(place, tokens, span),
            at,
            tuple(self._times.get(place, ())),
            tuple(self._quantities.get(place, ())),
            tuple(self._entities.get(place, ())),
            tuple(c for c in told if c.kind == "role"),
            frozenset(
                s.entity for c in told if c.kind == "quote" for s in c.all("speaker") if s.entity and _is_named(s)
            ),
        )

    def _inside(self, place: tuple[str, int], tokens: tuple[Token, ...], span: Span) -> tuple[Token, ...]:
        """The tokens that a span overlaps, found by their places: they stand in order and apart."""
        if place not in self._places:
            self._places[place] = [t.span.start for t in tokens], [t.span.end for t in tokens]
        starts, ends = self._places[place]
        return tokens[bisect_right(ends, span.start) : bisect_left(starts, span.end)]


def _by_sentence(mentions: Sequence[Mention[V]]) -> dict[tuple[str, int], list[Mention[V]]]:
    grouped: dict[tuple[str, int], list[Mention[V]]] = {}
    for mention in mentions:
        grouped.setdefault((mention.report_id, mention.sentence), []).append(mention)
    return grouped


def touched(mentions: Sequence[Mention[V]], side: Side) -> Mention[V] | None:
    """The one mention that the changed words stand in."""
    found = [m for m in mentions if side.span is not None and m.span.overlaps(side.span)]
    return found[0] if len(found) == 1 else None


def _is_named(speaker: Slot) -> bool:
    """Whether the text names the speaker; whom "the minister" stands for is less sure."""
    return any(word[:1].isupper() for word in speaker.text.split())
