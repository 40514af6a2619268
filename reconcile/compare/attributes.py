"""Which one was it? The words before one noun in two claims of one deed: the left leg, the right leg."""

from reconcile.compare.deeds import counts_others, is_another_time, is_same_deed, other_mood
from reconcile.measure.attributes import attributes, excluding
from reconcile.measure.kin import kin
from reconcile.model.claims import Claim, Slot
from reconcile.model.comparisons import Member
from reconcile.model.reasons import Reason

Verdict = tuple[str, float, tuple[Reason, ...]]

_PARTS = ("agent", "patient", "oblique", "complement", "goal", "origin", "place")
_SAME_WORDS = 0.5
_SURE = 0.85


def attributed(claim: Claim) -> list[Slot]:
    """The arguments of a claim whose nouns are told apart by a word before them."""
    return [s for s in claim.slots if s.name in _PARTS and s.head and attributes(s.text.lower(), s.head)]


def compare_attributes(left: Member, right: Member) -> Verdict:
    """CONFLICT where two claims of one deed tell another kind of one noun; what is of two nouns, or of two deeds, is UNCLEAR."""
    a, b = left.slot, right.slot
    if a is None or b is None:
        return "MISSING", 0.0, ()
    if kin(a.head) != kin(b.head):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-part"),)
    sort = excluding(attributes(a.text.lower(), a.head), attributes(b.text.lower(), b.head))
    if sort is None:
        return "SAME", 1.0, ()
    pair = left.claim, right.claim
    named_alone = all(c.nominal for c in pair)  # "two tests of a missile", "a test of a missile"
    other = named_alone or is_another_time(*pair) or other_mood(*pair) or counts_others(*pair)
    if other or not is_same_deed(*pair, _SAME_WORDS):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-deed"),)
    return "CONFLICT", _SURE, (Reason.of("attribute.other", sort=sort, left=a.text, right=b.text),)
