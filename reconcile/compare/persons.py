"""Who was it? The persons that two like claims put into one part, and the holders that two reports give one office."""

from collections.abc import Mapping

from reconcile.compare.deeds import is_same_deed, own_overlap
from reconcile.model.claims import Claim, Slot
from reconcile.model.comparisons import Member
from reconcile.model.entities import EntityValue
from reconcile.model.reasons import Reason

Verdict = tuple[str, float, tuple[Reason, ...]]
Known = Mapping[str, frozenset[str]]

PARTS = ("agent", "patient")
_SAME_WORDS = 0.6


def compare_persons(left: Member, right: Member, known: Known) -> Verdict:
    """CONFLICT where of one deed two persons play one part and neither report knows the other's person at all.

    ``known`` gives the entities that each report names anywhere.
    """
    a, b = left.slot, right.slot
    if a is None or b is None or a.entity is None or b.entity is None:
        return "MISSING", 0.0, ()
    if a.entity == b.entity:
        return "SAME", 1.0, ()
    if a.name != b.name or not (is_person(a) and is_person(b)):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-part"),)
    if b.entity in known[left.claim.report_id] or a.entity in known[right.claim.report_id]:
        return "UNCLEAR", 0.5, (Reason.of("person.both-known", left=a.text, right=b.text),)
    if _words_apart_from_names(left.claim, right.claim) < _SAME_WORDS or not is_same_deed(left.claim, right.claim, 0.3):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-deed"),)
    return "CONFLICT", 0.85, (Reason.of("person.other", left=a.text, right=b.text),)


def is_person(slot: Slot) -> bool:
    """Whether the slot names a person."""
    return isinstance(slot.value, EntityValue) and slot.value.kind == "person"


def _words_apart_from_names(left: Claim, right: Claim) -> float:
    """Overlap of the claims' words without the words of the two names."""
    names = {w.lower() for c in (left, right) for s in c.slots if is_person(s) for w in s.text.split()}
    a, b = set(left.words) - names, set(right.words) - names
    return len(a & b) / min(len(a), len(b)) if a and b else own_overlap(left, right)
