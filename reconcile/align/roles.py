"""Roles of the same holder, whatever the role is called."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from reconcile.align.features import Profile
from reconcile.model.claims import Link
from reconcile.model.reasons import Reason


def role_links(members: Sequence[Profile]) -> Iterator[Link]:
    """Links of all role claims about one and the same person."""
    by_holder: dict[str, list[Profile]] = defaultdict(list)
    for profile in members:
        holder = profile.claim.slot("holder")
        if holder is not None and holder.entity is not None:
            by_holder[holder.entity].append(profile)
    for holder_id in sorted(by_holder):
        for a, b in combinations(by_holder[holder_id], 2):
            yield Link(a.claim.id, b.claim.id, 0.9, (Reason.of("align.same-holder", holder=holder_id),))
