"""Do two claims of two reports tell the same? A score in [0, 1] with the features that made it."""

from attrs import frozen

from reconcile.align.features import Profile, cosine, overlap
from reconcile.lexicon.load import words
from reconcile.measure.agents import agent
from reconcile.measure.kin import kin
from reconcile.model.claims import Claim, Slot
from reconcile.model.reasons import Reason
from reconcile.model.times import TimeValue

_SAME_CLASS = 0.30
_WORDS = 0.55
_ENTITIES = 0.15
_ARGUMENTS = 0.20
_OTHER_PERSON = 0.35
_ALIKE = 0.5
_FULL = 1.15  # two claims alike in every respect
_USUAL = 0.3


@frozen
class Score:
    """How alike two claims are, and why."""

    value: float
    reasons: tuple[Reason, ...]


def score(left: Profile, right: Profile, alike: float) -> Score:
    """Event class, words, entities and arguments speak for it; other persons in the same part speak against it."""
    same_class = left.classes & right.classes
    weight = 1.0 if same_class - words("fluctuating", "events") else 0.5 if same_class else 0.0
    likeness = min(1.0, 1.4 * cosine(left, right))
    entities = overlap(left.entities, right.entities)
    shared = shared_arguments(left.claim, right.claim)
    other = other_persons(left.claim, right.claim)
    value = (
        _SAME_CLASS * weight
        + _WORDS * likeness
        + _ENTITIES * entities
        + _ARGUMENTS * min(1.0, 0.5 * len(shared))
        + _ALIKE * (alike - _USUAL)
        - _OTHER_PERSON * other
    )
    reasons = [
        Reason.of("align.same-event", classes=" ".join(sorted(left.classes & right.classes))) if same_class else None,
        Reason.of("align.shared-words", words=" ".join(sorted(set(left.claim.words) & set(right.claim.words)))),
        Reason.of("align.shared-arguments", heads=" ".join(shared)) if shared else None,
    ]
    return Score(max(0.0, min(1.0, value / _FULL)), tuple(r for r in reasons if r is not None))


_PARTS = ("agent", "patient", "oblique", "place", "goal", "origin", "complement", "modifier")


def shared_arguments(left: Claim, right: Claim) -> tuple[str, ...]:
    """Heads or entities that both claims have among their arguments."""
    return tuple(sorted(_heads(left) & _heads(right)))


def _heads(claim: Claim) -> set[str]:
    pronouns = words("pronouns", "all")
    return _dates(claim) | {
        agent(s.entity) if s.entity else kin(s.head)
        for s in claim.slots
        if s.name in _PARTS and (s.entity or s.head) and s.head not in pronouns
    }


def _dates(claim: Claim) -> set[str]:
    """Days and months that the claim is dated with."""
    values = [s.value for s in claim.all("time")]
    return {v.timex for v in values if isinstance(v, TimeValue) and v.anchored and v.granularity in ("day", "month")}


def other_persons(left: Claim, right: Claim) -> bool:
    """Whether the same part is played by two different named persons."""
    return any(
        _is_person(a) and _is_person(b) and a.entity != b.entity
        for name in ("agent", "patient")
        for a in left.all(name)
        for b in right.all(name)
    )


def _is_person(slot: Slot) -> bool:
    return slot.entity is not None and getattr(slot.value, "kind", None) == "person"
