"""Polarity and certainty of two claims that tell the same thing."""

from reconcile.measure.events import exclusive
from reconcile.model.claims import Claim
from reconcile.model.comparisons import Member
from reconcile.model.reasons import Reason

Verdict = tuple[str, float, tuple[Reason, ...]]

_FIRM = frozenset({"asserted", "reported"})
_OPEN = frozenset({"unknown", "suspected", "possible", "alleged"})


def compare_polarity(left: Member, right: Member) -> Verdict:
    """CONFLICT where one says that it happened and the other that it did not; UNCLEAR where either is not firm."""
    a, b = left.claim.stance, right.claim.stance
    if not {a.certainty, b.certainty} <= _FIRM | {"denied"}:
        return "UNCLEAR", 0.5, (Reason.of("stance.not-firm", left=a.certainty, right=b.certainty),)
    if _sign(left.claim) != _sign(right.claim):
        return "CONFLICT", 1.0, (Reason.of("stance.polarity", left=a.polarity, right=b.polarity),)
    group = exclusive(left.claim.predicate, right.claim.predicate)
    if group is not None:
        return "CONFLICT", 0.9, (Reason.of("stance.exclusive", group=group),)
    return "SAME", 1.0, ()


def _sign(claim: Claim) -> int:
    return -claim.stance.polarity if claim.stance.certainty == "denied" else claim.stance.polarity


def compare_certainty(left: Member, right: Member) -> Verdict:
    """CONFLICT where one asserts what the other calls unknown, denied or merely suspected."""
    a, b = left.claim.stance.certainty, right.claim.stance.certainty
    if a == b:
        return "SAME", 1.0, ()
    if (a == "asserted" and b in _OPEN) or (b == "asserted" and a in _OPEN):
        return "CONFLICT", 0.9 if "unknown" in (a, b) else 0.7, (Reason.of("stance.certainty", left=a, right=b),)
    return "UNCLEAR", 0.5, (Reason.of("stance.not-firm", left=a, right=b),)
