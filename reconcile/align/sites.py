"""Where something happened that happens once to somebody or something: he was arrested in one town, the car was found in one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reconcile.align.features import Profile
from reconcile.align.holders import holder_of, links_by_holder
from reconcile.lexicon.load import words
from reconcile.model.claims import Claim, Link, Slot

_FIRM = frozenset({"asserted", "reported"})
_WHERE = frozenset({"in", "at", "inside", "outside"})
_BESIDE = ("oblique", "complement", "goal", "origin")
_LIKELIEST = 2


def site_links(members: Sequence[Profile]) -> Iterator[tuple[list[Profile], list[Link]]]:
    """For each such deed and each one whom it befell the claims that say where, linked across reports."""
    told: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    for profile in members:
        claim = profile.claim
        deeds = set(claim.classes[:_LIKELIEST]) & words("once", "sited")
        slot = claim.slot("patient") or claim.slot("agent")
        if not deeds or slot is None or claim.nominal or not _is_told_plainly(claim):
            continue
        holder = holder_of(profile, slot)
        if holder is not None:
            told[min(deeds), holder].append(profile)
    yield from links_by_holder(told)


def _is_told_plainly(claim: Claim) -> bool:
    """Whether a fact of the news has one place, and nothing stands before it that it may belong to: "arrested over a fraud in Bonn"."""
    if claim.background or claim.stance.polarity < 0 or claim.stance.certainty not in _FIRM:
        return False
    places = [s for s in claim.all("place") if s.prep in _WHERE]
    if len(places) != 1 or len(claim.all("place")) != 1:
        return False
    known = (*claim.all("place"), *claim.all("time"), *claim.all("patient"), *claim.all("agent"))
    return not any(_stands_between(s, places[0], known) for s in claim.slots if s.name in _BESIDE)


def _stands_between(slot: Slot, place: Slot, known: Sequence[Slot]) -> bool:
    before = slot.span.start < place.span.start and not slot.span.overlaps(place.span)
    return before and not any(slot.span.overlaps(k.span) for k in known) and slot.head not in words("once", "houses")
