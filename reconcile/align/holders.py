"""Whom or what a slot speaks of, so that another report's slot can be known to speak of the same; and the claims of one holder, linked."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from reconcile.align.features import Profile
from reconcile.lexicon.load import words
from reconcile.measure.agents import agent
from reconcile.measure.kin import kin
from reconcile.model.claims import Link, Slot
from reconcile.model.reasons import Reason

_STRENGTH = 0.75
_MOST = 12  # claims of one holder
_DEFINITE = ("the ", "all ", "no ", "its ", "their ", "his ", "her ")


def holder_of(profile: Profile, slot: Slot) -> str | None:
    """The entity named or meant; or "noun:..." for a noun that the report speaks of again and again, or as the one known; else None."""
    if slot.head in words("pronouns", "all") and slot.entity is None:
        return None
    if slot.entity is not None:
        return agent(slot.entity)
    told = slot.text.lower()
    known = kin(slot.head) in profile.prominent or _is_definite(told) or told in words("pronouns", "all")
    return f"noun:{kin(slot.head)}" if known else None


def _is_definite(text: str) -> bool:
    """ "The match", "all campuses", "its plant", "Friday's show"."""
    return text.startswith(_DEFINITE) or "'s " in text.replace("\u2019", "'")


def links_by_holder(
    told: Mapping[tuple[str, str], Sequence[Profile]],
) -> Iterator[tuple[list[Profile], list[Link]]]:
    """The claims under each key (what is told, its holder), linked across reports."""
    for what, holder in sorted(told):
        found = list(told[what, holder][:_MOST])
        reason = Reason.of("align.same-holder", holder=holder.removeprefix("noun:"))
        pairs = [(a.claim, b.claim) for a, b in combinations(found, 2) if a.claim.report_id != b.claim.report_id]
        if pairs:
            yield found, [Link(a.id, b.id, _STRENGTH, (reason,)) for a, b in pairs]
