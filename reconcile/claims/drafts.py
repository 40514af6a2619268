"""What the claim builders share: the mentions of one sentence with what they stand for, and claims before they are numbered."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from attrs import frozen

from reconcile.claims.coreference import Referents, referents
from reconcile.model.claims import Slot, State
from reconcile.model.documents import Document, Phrase
from reconcile.model.entities import EntityValue
from reconcile.model.mentions import Mention, V
from reconcile.model.quantities import QuantityValue
from reconcile.model.readings import Anchored, Reading
from reconcile.model.spans import Span
from reconcile.model.times import TimeValue


@frozen
class Materials:
    """The mentions of one sentence; ``names`` and ``meant`` give entity ids of names and of pronouns by span.

    ``nouns`` gives the noun that a pronoun stands for where it names nothing, ``owners`` whose a noun phrase with "its" is.
    """

    entities: tuple[Mention[EntityValue], ...] = ()
    times: tuple[Mention[TimeValue], ...] = ()
    quantities: tuple[Mention[QuantityValue], ...] = ()
    names: Mapping[Span, str] = {}
    meant: Mapping[Span, str] = {}
    nouns: Mapping[Span, str] = {}
    owners: Mapping[Span, str] = {}

    def entity_in(self, span: Span) -> str | None:
        """The last entity named or meant inside ``span``."""
        found = [(m.span, self.names[m.span]) for m in self.entities if span.contains(m.span) and m.span in self.names]
        found += [(place, entity) for place, entity in self.meant.items() if span.overlaps(place)]
        return max(found)[1] if found else None


@frozen
class Draft:
    """A claim without its number, stance and attributions. ``verb`` is the verb group of a clause."""

    kind: str
    predicate: str
    span: Span
    slots: tuple[Slot, ...]
    classes: tuple[str, ...] = ()
    verb: Phrase | None = None
    extent: Span | None = None
    states: tuple[State, ...] = ()
    embedded: bool = False


def materials(reading: Reading, anchored: Anchored, names: Mapping[Span, str]) -> dict[int, Materials]:
    """The materials of every sentence that has any mention or referent, by sentence index."""
    entities, times = _by_sentence(reading.entities), _by_sentence(anchored.times)
    quantities = _by_sentence(reading.quantities)
    meant = referents(reading, names)
    return {
        s.index: Materials(
            tuple(entities[s.index]),
            tuple(times[s.index]),
            tuple(quantities[s.index]),
            names,
            meant.get(s.index, _NONE).entities,
            meant.get(s.index, _NONE).nouns,
            meant.get(s.index, _NONE).owners,
        )
        for s in reading.document.sentences
    }


_NONE = Referents()


def _by_sentence(mentions: Sequence[Mention[V]]) -> dict[int, list[Mention[V]]]:
    grouped: dict[int, list[Mention[V]]] = defaultdict(list)
    for mention in mentions:
        grouped[mention.sentence].append(mention)
    return grouped


def slot(
    document: Document,
    name: str,
    span: Span,
    head: str,
    *,
    value: TimeValue | QuantityValue | EntityValue | None = None,
    entity: str | None = None,
    prep: str | None = None,
) -> Slot:
    """A slot with its words as received."""
    raw = document.to_raw(span)
    return Slot(name, span, raw, document.report.text[raw.start : raw.end], head, value, entity, prep)
