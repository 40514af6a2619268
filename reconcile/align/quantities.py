"""Quantities of the same thing into facts, whatever their values: the same unit, the same counted noun, the same sub-event."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from attrs import frozen

from reconcile.align.features import Profile, cosine, overlap
from reconcile.measure.events import event_classes
from reconcile.measure.quantities import relation
from reconcile.model.claims import Claim, Link
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason

JOIN = 0.5


def value_of(claim: Claim) -> QuantityValue | None:
    """The quantity that a quantity claim is about."""
    slot = claim.slot("quantity")
    return slot.value if slot is not None and isinstance(slot.value, QuantityValue) else None


def quantity_links(members: Sequence[Profile]) -> Iterator[Link]:
    """Links of all pairs that count or measure the same thing surely enough; within one report too."""
    by_key: dict[str, list[Profile]] = defaultdict(list)
    for profile in members:
        value = value_of(profile.claim)
        if value is not None:
            by_key[f"{value.kind}:{value.unit if value.kind in ('money', 'score') else ''}"].append(profile)
    for group in by_key.values():
        for a, b in combinations(group, 2):
            link = _link(a, b)
            if link is not None:
                yield link


@frozen
class _Frame:
    """How far two quantities are of the same thing, without regard to their values."""

    value: float
    reasons: tuple[Reason, ...]


def _link(left: Profile, right: Profile) -> Link | None:
    a, b = value_of(left.claim), value_of(right.claim)
    if a is None or b is None:
        return None
    frame = _frame(a, b)
    if frame is None:
        return None
    words = cosine(left, right)
    same_event = bool(left.classes & right.classes) and not any(c.startswith("word:") for c in left.classes & right.classes)
    entities = overlap(left.entities | left.around, right.entities | right.around)
    same_value = relation(a, b) in ("equal", "refines", "coarser", "approximate")
    rare = same_value and _is_telling(a)
    total = 0.40 * frame.value + 0.40 * min(1.0, 1.5 * words) + 0.10 * same_event + 0.10 * entities + 0.20 * rare
    if total < JOIN:
        return None
    reasons = (*frame.reasons, Reason.of("align.context", likeness=f"{words:.2f}"))
    return Link(left.claim.id, right.claim.id, min(1.0, total), reasons)


def _frame(a: QuantityValue, b: QuantityValue) -> _Frame | None:
    if relation(a, b) == "incomparable" or (a.dimension and b.dimension and a.dimension != b.dimension):
        return None
    noun = _same_noun(a, b)
    if noun == 0.0:
        return None
    if _apart(a.modifiers, b.modifiers):
        return None
    same = Reason.of("align.same-counted", of=a.of or a.unit or "")
    return _Frame(noun + (0.2 if a.dimension and a.dimension == b.dimension else 0.0), (same,))


def _same_noun(a: QuantityValue, b: QuantityValue) -> float:
    if a.of and b.of:
        if a.of == b.of:
            return 1.0
        if a.population and a.population == b.population:
            return 0.9
        return 0.8 if set(event_classes(a.of)) & set(event_classes(b.of)) else 0.0
    if a.population and a.population == b.population:
        return 0.9
    if a.kind == "count":
        return 0.0
    return 0.4


_VERSIONS = {"new": "late", "revised": "late", "improved": "late", "raised": "late", "latest": "late", "final": "late"} | {
    w: "early" for w in ("original", "initial", "previous", "first", "earlier", "old", "former", "preliminary")
}


def _apart(left: Sequence[str], right: Sequence[str]) -> bool:
    """Modifiers that keep two nouns apart: the new offer is not the original one."""
    versions = [{_VERSIONS[w.lower()] for w in side if w.lower() in _VERSIONS} for side in (left, right)]
    return bool(versions[0] and versions[1] and versions[0] != versions[1])


def _is_telling(value: QuantityValue) -> bool:
    """Numbers that two passages share by chance only seldom."""
    number = value.low if value.low is not None else value.high
    return number is not None and (abs(number) >= 10 or number != int(number)) and value.hedge != "vague"
