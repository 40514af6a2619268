"""Names that two reports give to one thing: of one entity, or so alike that one may be a slip for the other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from reconcile.align.features import Profile
from reconcile.measure.names import SAME, explain
from reconcile.model.claims import Claim, Link
from reconcile.model.reasons import Reason

_ONE_ENTITY = 0.9
_MOST_HOLDERS = 60


def name_links(members: Sequence[Profile]) -> Iterator[Link]:
    """Links of names of one entity, and of names of several words that share a word and are alike."""
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
                link = _link(members[a].claim, members[b].claim)
                if link is not None:
                    yield link


def _keys(claim: Claim) -> list[str]:
    slot = claim.slot("name")
    if slot is None:
        return []
    words = slot.head.lower().replace("-", " ").split()
    keys = [f"entity:{slot.entity}"] if slot.entity else []
    return keys + ([f"first:{words[0]}", f"last:{words[-1]}"] if len(words) > 1 else [])


def _link(left: Claim, right: Claim) -> Link | None:
    a, b = left.slot("name"), right.slot("name")
    if a is None or b is None:
        return None
    if a.entity is not None and a.entity == b.entity:
        return Link(left.id, right.id, _ONE_ENTITY, (Reason.of("align.same-entity", entity=a.entity),))
    found = explain(a.head, b.head)
    if found.score < SAME:
        return None
    return Link(
        left.id, right.id, min(_ONE_ENTITY, found.score), (Reason.of("align.like-name", score=f"{found.score:.2f}"),)
    )
