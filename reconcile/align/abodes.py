"""Where somebody lives or was born and where a firm has its seat: one place for each, whatever else is told in the sentence."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reconcile.align.features import Profile
from reconcile.align.holders import holder_of, links_by_holder
from reconcile.lexicon.load import words
from reconcile.model.claims import Claim, Link
from reconcile.model.times import TimeValue

_FIRM = frozenset({"asserted", "reported"})


def abode_links(members: Sequence[Profile]) -> Iterator[tuple[list[Profile], list[Link]]]:
    """For each person and firm the claims that say where it lives or has its seat, linked across reports."""
    told: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    for profile in members:
        claim = profile.claim
        way = _way(claim)
        slot = claim.slot("agent" if way == "home" else "patient")
        if (
            way is None
            or slot is None
            or slot.entity is None
            or claim.slot("place") is None
            or (way != "birth" and _is_dated(claim))
        ):
            continue
        holder = holder_of(profile, slot)
        if holder is not None:
            told[way, holder].append(profile)
    yield from links_by_holder(told)


def _is_dated(claim: Claim) -> bool:
    return any(isinstance(s.value, TimeValue) and s.value.anchored for s in claim.all("time"))


def _way(claim: Claim) -> str | None:
    """ "home" for who lives somewhere now, "seat" for what is based there, "birth"; who lived there once may have moved."""
    if claim.stance.polarity < 0 or claim.stance.certainty not in _FIRM:
        return None
    if claim.predicate == "bear":
        return "birth"
    if claim.predicate in words("once", "seat"):
        return "seat"
    told = set(claim.text.lower().split())
    return "home" if claim.predicate in words("once", "home") and told & words("once", "home", "forms") else None
