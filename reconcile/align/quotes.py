"""Quoted words that two reports share, whoever is given as their speaker."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.align.features import Profile
from reconcile.model.claims import Claim, Link
from reconcile.model.reasons import Reason

_SHARED = 0.7
_LEAST_WORDS = 2


def quote_links(members: Sequence[Profile]) -> Iterator[Link]:
    """Links of quotes of two reports that have most words of the shorter one in common, in pairs of neighbours."""
    postings: dict[tuple[str, str], list[int]] = defaultdict(list)
    runs = [_pairs(p.claim) for p in members]
    for n, own in enumerate(runs):
        for pair in sorted(own):
            postings[pair].append(n)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for places in postings.values():
        for i, a in enumerate(places):
            for b in places[i + 1 :]:
                if members[a].claim.report_id != members[b].claim.report_id or True:
                    shared[a, b] += 1
    for (a, b), n in sorted(shared.items()):
        share = n / min(len(runs[a]), len(runs[b]))
        if share >= _SHARED:
            reason = Reason.of("align.same-quote", shared=f"{share:.2f}")
            yield Link(members[a].claim.id, members[b].claim.id, min(1.0, share), (reason,))


def _pairs(claim: Claim) -> frozenset[tuple[str, str]]:
    """Neighbouring words of a quote."""
    slot = claim.slot("words")
    words = slot.head.split() if slot is not None else []
    return frozenset(pairwise(words)) if len(words) >= _LEAST_WORDS else frozenset()
