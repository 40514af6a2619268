"""Do two claims of two reports tell the same? A score in [0, 1] with the features that made it."""

from functools import lru_cache

from attrs import frozen

from reconcile.align.features import Profile, cosine, overlap
from reconcile.lexicon.load import words
from reconcile.model.reasons import Reason

_SAME_CLASS = 0.30
_WORDS = 0.55
_ENTITIES = 0.15
_ARGUMENTS = 0.20
_OTHER_PERSON = 0.35
_ALIKE = 0.5
_ONCE = 0.08  # what befalls one named person once
_FULL = 1.15  # two claims alike in every respect
_USUAL = 0.3


@frozen
class Score:
    """How alike two claims are, and why."""

    value: float
    reasons: tuple[Reason, ...]


def score(left: Profile, right: Profile, alike: float, least: float = 0.0) -> Score:
    """Event class, words, entities and arguments speak for it; other persons in the same part speak against it.

    Below ``least`` no reasons are worked out.
    """
    same_class = left.classes & right.classes
    weight = 0.0 if not same_class else 1.0 if not same_class <= words("fluctuating", "events") else 0.5
    shared = left.arguments.shared(right.arguments)
    value = (
        _SAME_CLASS * weight
        + _WORDS * min(1.0, 1.4 * cosine(left, right))
        + _ENTITIES * overlap(left.entities, right.entities)
        + _ARGUMENTS * min(1.25, 0.5 * len(shared))
        + _ALIKE * (alike - _USUAL)
        - _OTHER_PERSON * other_persons(left, right)
        + _ONCE * bool(same_class & words("once", "events") and left.persons & right.persons)
    )
    value = max(0.0, min(1.0, value / _FULL))
    return Score(value, _reasons(left, right, same_class, shared) if value >= least else ())


def _reasons(left: Profile, right: Profile, same_class: frozenset[str], shared: frozenset[str]) -> tuple[Reason, ...]:
    same_words = _listed("align.shared-words", "words", left.own_words & right.own_words)
    told = (_listed("align.same-event", "classes", same_class),) if same_class else ()
    return (*told, same_words, _listed("align.shared-arguments", "heads", shared)) if shared else (*told, same_words)


@lru_cache(maxsize=16_384)
def _listed(code: str, name: str, members: frozenset[str]) -> Reason:
    return Reason.of(code, **{name: " ".join(sorted(members))})


def other_persons(left: Profile, right: Profile) -> bool:
    """Whether the same part is played by two different named persons."""
    if not left.persons or not right.persons:
        return False
    return any(part == other and person != another for part, person in left.persons for other, another in right.persons)
