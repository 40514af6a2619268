"""Names that two reports give to one thing: of one entity, or so alike that one may be a slip for the other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from reconcile.align.features import Profile
from reconcile.lexicon.gazetteer import fold
from reconcile.measure.names import SAME, explain
from reconcile.measure.names_sounds import is_same_sound
from reconcile.model.claims import Claim, Link, Slot
from reconcile.model.reasons import Reason

_ONE_ENTITY = 0.9
_MOST_HOLDERS = 60


def name_links(members: Sequence[Profile]) -> Iterator[Link]:
    """Links of names of one entity, of names of several words that share a word and are alike, and of near names of persons.

    All are of one story; near names that one report has both of are of two persons.
    """
    named: dict[str, set[str]] = defaultdict(set)
    for profile in members:
        slot = profile.claim.slot("name")
        if slot is not None:
            named[slot.head].add(profile.claim.report_id)
    buckets: dict[str, list[int]] = defaultdict(list)
    for n, profile in enumerate(members):
        for key in _keys(profile.claim):
            buckets[key].append(n)
    seen: set[tuple[int, int]] = set()
    for key in sorted(buckets):
        if len(buckets[key]) > _MOST_HOLDERS and not key.startswith("entity:"):
            continue
        for a, b in combinations(buckets[key], 2):
            if (a, b) not in seen and members[a].claim.report_id != members[b].claim.report_id:
                seen.add((a, b))
                link = _link(members[a].claim, members[b].claim, named)
                if link is not None:
                    yield link


def _keys(claim: Claim) -> list[str]:
    slot = claim.slot("name")
    if slot is None:
        return []
    words = slot.head.lower().replace("-", " ").split()
    keys = [f"entity:{slot.entity}"] if slot.entity else []
    return keys + ([f"first:{words[0]}", f"last:{words[-1]}"] if len(words) > 1 else [])


def _link(left: Claim, right: Claim, named: Mapping[str, AbstractSet[str]]) -> Link | None:
    a, b = left.slot("name"), right.slot("name")
    if a is None or b is None:
        return None
    if a.entity is not None and a.entity == b.entity:
        return Link(left.id, right.id, _ONE_ENTITY, (Reason.of("align.same-entity", entity=a.entity),))
    score = explain(a.head, b.head).score
    if score >= SAME:
        reason = Reason.of("align.like-name", score=f"{score:.2f}")
        return Link(left.id, right.id, min(_ONE_ENTITY, score), (reason,))
    if _are_persons(a, b) and _are_near(a.head, b.head) and not named[a.head] & named[b.head]:
        return Link(left.id, right.id, _ONE_ENTITY, (Reason.of("align.near-name"),))
    return None


def _are_persons(left: Slot, right: Slot) -> bool:
    return all(s.entity is not None and s.entity.startswith("person:") for s in (left, right))


def _are_near(left: str, right: str) -> bool:
    """ "Rodrigo Alvarado", "Rodrigo Alvarez": one given name, and surnames that begin with the same four letters or sound alike."""
    one, other = (fold(name).split() for name in (left, right))
    if len(one) != len(other) or len(one) < 2 or one[:-1] != other[:-1]:
        return False
    first, second = one[-1], other[-1]
    return is_same_sound(first, second) or (min(len(first), len(second)) > _SAME and first[:_SAME] == second[:_SAME])


_SAME = 4
