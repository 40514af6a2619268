"""What befalls people of a crowd: where nobody was hurt or killed, none of them was."""

import re

from reconcile.lexicon.load import words
from reconcile.measure.humans import is_human
from reconcile.measure.kin import kin
from reconcile.model.claims import Claim, Slot, State
from reconcile.model.quantities import QuantityValue

CORE = ("agent", "patient")
NO = re.compile(r"(?:no|any|not an?|not one|(?:not )?a single) ", re.IGNORECASE)


def is_vague(slot: Slot) -> bool:
    """ "Nobody", "anyone": a word that stands for anybody or anything."""
    return slot.head.lower() in words("denials", "vague")


def befallen(claim: Claim) -> frozenset[State]:
    """The states that befall people of a crowd: hurt, dead; as the clause names them, denied or not."""
    found = {State(s.group, s.side, "") for s in claim.states if s.group in words("once", "befallen_states")}
    return frozenset(found) | _harm_denied(claim)


def _harm_denied(claim: Claim) -> frozenset[State]:
    """The states of which a clause says by a noun that nobody is in them: "no deaths", "no injuries"."""
    none = {kin(s.head) for part in CORE for s in claim.all(part) if NO.match(s.text)}
    harms = (("deaths", State("life", 1, "")), ("injuries", State("hurt or not", 1, "")))
    return frozenset(state for nouns, state in harms if none & words("denials", nouns))


def befalls_none(claim: Claim) -> bool:
    """ "No officer was hurt", "there were no deaths": nobody of some kind is in a state that befalls people."""
    if _harm_denied(claim):
        return True
    of_none = [s for s in claim.slots if s.name in {t.holder for t in claim.states} and NO.match(s.text)]
    return bool(befallen(claim)) and any(is_human(s.head) or s.head in words("denials", "members") for s in of_none)


def befell_some(claim: Claim, denied: Claim) -> bool:
    """Whether somebody was hurt of those of whom it is said that none was: anybody, or one of the staff."""
    holders = [s for t in claim.states if t.group in words("once", "befallen_states") for s in claim.all(t.holder)]
    none = [s for t in denied.states if t.group in words("once", "befallen_states") for s in denied.all(t.holder)]
    if words("denials", "members", "degrees") & set(denied.text.lower().split()) or _OF_SOME.match(denied.text):
        return False
    of_all = bool(_harm_denied(denied)) or any(
        is_vague(s) and s.head not in ("none", "neither") for s in none
    )  # none of those just told of
    return any(
        (str(h.entity).startswith("person:") or is_human(h.head))
        and (of_all or any(kin(h.head) == kin(n.head) or _is_member(h.head, n) for n in none))
        for h in holders
        if not is_vague(h) and not _is_counted(h, claim)
    )


# "Nobody in those cabins", "no one else".
_OF_SOME = re.compile(
    r"(?:nobody|no[ -]one|none|not one) (?:in|on|of|from|at|among|inside|aboard|else)\b|no \w+ (?:in|on|from|at|inside|aboard)\b",
    re.IGNORECASE,
)


def _is_counted(slot: Slot, claim: Claim) -> bool:
    """ "Sixty-three people": numbers are held against each other by themselves."""
    counts = (q for q in claim.all("quantity") if isinstance(q.value, QuantityValue) and q.value.kind == "count")
    return any(slot.span.overlaps(q.span) for q in counts)


def _is_member(noun: str, crowd: Slot) -> bool:
    """ "Officer" of "no member of staff", "no staff"."""
    return crowd.head in words("denials", "members") and noun in words("denials", "members", "of_staff")
