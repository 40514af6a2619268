"""Who did what to whom, when, where, how many, who says so, and how sure."""

from attrs import frozen

from reconcile.model.display import one_line
from reconcile.model.entities import EntityValue
from reconcile.model.mentions import Mention
from reconcile.model.pickled import by_fields
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason
from reconcile.model.spans import RawSpan, Span
from reconcile.model.times import TimeValue


@by_fields
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
class AttributedSpan:
    """One stretch of a text that somebody else than the report's own voice answers for.

    ``content`` is what is told, ``cue`` the words that tell so ("had been told", "according to"), ``cue_lemma`` their lemma
    ("tell", "according to"), ``speaker`` the noun phrase of who says it or None for an unnamed one. ``mode`` is "direct" (a quote),
    "indirect", "according" or "mixed" (indirect speech that holds quoted words). ``carried`` is True where the cue stands in an
    earlier sentence and the quote merely goes on, so that the speaker is likely but not certain. All spans are of the clean text.
    """

    content: Span
    cue: Span
    cue_lemma: str
    speaker: Span | None
    mode: str
    carried: bool = False


@by_fields
@frozen
class Stance:
    """``polarity`` +1 or -1; ``certainty`` asserted, reported, alleged, suspected, possible, planned, conditional, denied or unknown."""

    polarity: int = 1
    certainty: str = "asserted"
    cues: tuple[str, ...] = ()


@by_fields
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
class State:
    """A state of which one thing has but one at a time: ``side`` of the ``group`` of states, held by the slot named ``holder``."""

    group: str
    side: int
    holder: str


@by_fields
@frozen
class Claim:
    """One assertion. ``id`` is ``report:sentence:n``; ``start``/``end`` are offsets into the report's text as received.

    ``kind``: "event" (a clause or an event noun), "state" (a copula), "report" (the words that say who says so), "quantity" or "role"
    (one value and what it is of), "quote" (quoted words and their speaker), "question" (an attribute that is called unknown).
    ``predicate`` is the lemma of the verb or event noun, the attribute of a quantity, the role's head. ``classes`` are event
    classes, ``words`` the content lemmas of the claim itself, ``context`` those of the rest of its sentence and the report's
    topic words, ``entities`` the ids of the entities named or meant in the claim, ``around`` those of its sentence.
    ``superseded``: the text itself says that this is what was told before ("earlier reports had put the toll at 12").
    ``nominal``: an event named by a noun phrase, not told by a clause. ``states`` are those that the clause puts its agent or
    patient in. ``embedded``: told by the way, in a relative or temporal clause or a participle.
    ``background``: of a time long before the report was written.
    """

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
    kind: str = "event"
    classes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    superseded: bool = False
    nominal: bool = False
    states: tuple[State, ...] = ()
    embedded: bool = False
    background: bool = False

    def __repr__(self) -> str:
        stance = f"{self.stance.certainty}{', denied' if self.stance.polarity < 0 else ''}"
        return f"<Claim {self.id} {self.kind} {self.predicate} ({stance}): {one_line(self.text)!r}>"

    def all(self, name: str) -> tuple[Slot, ...]:
        """All slots of that name."""
        return tuple(s for s in self.slots if s.name == name)

    def slot(self, name: str) -> Slot | None:
        """The first slot of that name."""
        for slot in self.slots:  # asked for more often than anything else
            if slot.name == name:
                return slot
        return None


@by_fields
@frozen
class Link:
    """Two claims held to tell the same thing, with a ``score`` in [0, 1] and the features they share."""

    left: str
    right: str
    score: float
    reasons: tuple[Reason, ...] = ()

    @property
    def is_substantial(self) -> bool:
        """Whether more than the class of the verb is shared: an argument, or two content words."""
        for reason in self.reasons:
            if reason.code == "align.shared-arguments":
                return True
            if reason.code == "align.shared-words" and len(dict(reason.params).get("words", "").split()) >= 2:
                return True
        return False


def _first(claims: tuple[Claim, ...]) -> str:
    return repr(one_line(claims[0].text)) if claims else "nothing"


@by_fields
@frozen
class Fact:
    """Claims of one or several reports that tell the same thing; ``links`` say why they were joined.

    ``kind`` is that of its claims; "statement" for what is said in so many words, "moment" for one time of day or day, "state" for the
    states of one thing, "denial" for what one report denies and others tell, "occasion" for when the news that reports begin with
    took place, "weighed" for numbers that the evidence taken together, rather than a rule, holds to be of one thing.
    """

    id: str
    claims: tuple[Claim, ...]
    links: tuple[Link, ...] = ()
    kind: str = "event"

    def __repr__(self) -> str:
        return f"<Fact {self.id} {self.kind}, {len(self.claims)} claims of {len(self.report_ids)} reports: {_first(self.claims)}>"

    @property
    def report_ids(self) -> tuple[str, ...]:
        """The reports that state it, in order, each once."""
        return tuple(sorted({c.report_id for c in self.claims}))


@by_fields
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
