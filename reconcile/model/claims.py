"""Who did what to whom, when, where, how many, who says so, and how sure."""

from attrs import frozen

from reconcile.model.entities import EntityValue
from reconcile.model.mentions import Mention
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason
from reconcile.model.spans import RawSpan, Span
from reconcile.model.times import TimeValue


@frozen
class Attribution:
    """Who is made responsible for a claim: ``cue`` ("said"), ``speaker`` as written (None for an unnamed one).

    ``mode`` is "direct", "indirect" or "according"; ``entity`` the id of the speaker once entities are aligned.
    """

    cue: str
    speaker: str | None
    speaker_span: Span | None
    mode: str
    entity: str | None = None


@frozen
class Stance:
    """``polarity`` +1 or -1; ``certainty`` asserted, reported, alleged, suspected, possible, planned, conditional, denied or unknown."""

    polarity: int = 1
    certainty: str = "asserted"
    cues: tuple[str, ...] = ()


@frozen
class Slot:
    """One argument of a claim: ``name`` (agent, patient, time, place, quantity, role, topic...), its words and its value."""

    name: str
    span: Span
    raw: RawSpan
    text: str
    head: str
    value: TimeValue | QuantityValue | EntityValue | None = None
    entity: str | None = None
    prep: str | None = None


@frozen
class Claim:
    """One assertion. ``id`` is ``report:sentence:n``; ``start``/``end`` are offsets into the report's text as received."""

    id: str
    report_id: str
    sentence: int
    span: Span
    start: int
    end: int
    text: str
    predicate: str
    slots: tuple[Slot, ...] = ()
    stance: Stance = Stance()
    attributions: tuple[Attribution, ...] = ()

    def slot(self, name: str) -> Slot | None:
        """The first slot of that name."""
        return next((s for s in self.slots if s.name == name), None)


@frozen
class Fact:
    """Claims of one or several reports that tell the same thing; ``links`` say why they were joined."""

    id: str
    claims: tuple[Claim, ...]
    links: tuple[Reason, ...] = ()

    @property
    def report_ids(self) -> tuple[str, ...]:
        """The reports that state it, in order, each once."""
        return tuple(sorted({c.report_id for c in self.claims}))


@frozen
class Comparison:
    """The verdict on one slot of two claims of one fact."""

    fact_id: str
    slot: str
    left: str
    right: str
    verdict: str
    score: float
    reasons: tuple[Reason, ...] = ()


Times = tuple[Mention[TimeValue], ...]
Quantities = tuple[Mention[QuantityValue], ...]
Entities = tuple[Mention[EntityValue], ...]
