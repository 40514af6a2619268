"""Deeds of two verbs that exclude each other: to rise and to fall, to join and to leave."""

from reconcile.compare.deeds import do_other_things, is_same_deed, shared_heads
from reconcile.lexicon.load import words
from reconcile.measure.arguments import meant
from reconcile.measure.events import exclusive, follow_on_each_other
from reconcile.measure.kin import kin
from reconcile.measure.numerals import numeral
from reconcile.model.claims import Claim
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason

Verdict = tuple[str, float, tuple[Reason, ...]]

_SAME_WORDS = 0.5


def compare_in_group(left: Claim, right: Claim, group: str) -> Verdict:
    """Two deeds of a group that exclude each other: CONFLICT where they are told of one thing, and do not follow on each other."""
    reason = Reason.of("stance.exclusive", group=group)
    if follow_on_each_other(group):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-day"), reason)
    if group in words("once", "placed_states") and tell_of_a_way(left, right):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-deed"), reason)
    if group in words("fluctuating", "groups") and _are_other_changes(left, right):
        return "UNCLEAR", 0.5, (Reason.of("claim.fluctuating"), reason)
    alike = is_same_deed(left, right, _SAME_WORDS) or len(shared_heads(left, right)) >= 2
    alike = alike and not (_are_newly_told(left, right) or do_other_things(left, right))
    return ("CONFLICT" if alike else "UNCLEAR"), 0.9, (reason,)


def excluding(left: Claim, right: Claim) -> str | None:
    """The group in which the two verbs, or the classes of event that they mean first, exclude each other."""
    found = exclusive(left.predicate, right.predicate)
    if found is None and left.classes and right.classes:
        found = exclusive(left.classes[0], right.classes[0])
    if found is None or _sets_out(left) or _sets_out(right):
        return None
    if found in words("once", "converses") and not _share_doer(left, right):
        return None
    return found if _shares_part(left, right) else None


def tell_of_a_way(left: Claim, right: Claim) -> bool:
    """Whether one of two tells where somebody went: who went to the shelter stayed there."""
    return any(s.prep in ("to", "into") for c in (left, right) for s in c.all("oblique"))


def _share_doer(left: Claim, right: Claim) -> bool:
    """Of a sale the one sells and the other buys: only of one doer they are two deeds."""
    doers = [{told for s in c.all("agent") if (told := meant(s))} for c in (left, right)]
    return bool(doers[0] & doers[1])


def _sets_out(claim: Claim) -> bool:
    """ "Left for the camp": who sets out leaves nobody for good."""
    return (
        claim.predicate == "leave" and not claim.all("patient") and any(s.prep == "for" for s in claim.all("oblique"))
    )


def _are_other_changes(left: Claim, right: Claim) -> bool:
    """ "Shares rose 2 percent", "fell 11.4 percent"; "the group lost its way", "climbed the peak": of another day, or no change of a number."""
    numbers = [
        {(s.value.low, s.value.unit) for s in c.all("quantity") if isinstance(s.value, QuantityValue)}
        for c in (left, right)
    ]
    if numbers[0] and numbers[1] and not numbers[0] & numbers[1]:
        return True
    objects = [
        {kin(s.head) for s in c.all("patient") if not any(q.span.overlaps(s.span) for q in c.all("quantity"))}
        for c in (left, right)
    ]
    return objects[0] != objects[1] and not objects[0] & objects[1]


def _are_newly_told(left: Claim, right: Claim) -> bool:
    """ "A climber survived", "a climber died"; "two people were killed", "the nine people hurt": each tells of somebody of its own."""
    for part in ("agent", "patient"):
        ones, others = ([s for s in c.all(part) if s.entity is None] for c in (left, right))
        shared = {kin(s.head) for s in ones} & {kin(s.head) for s in others}
        texts = [[s.text.lower() for s in slots if kin(s.head) in shared] for slots in (ones, others)]
        if shared and all(text.startswith(("a ", "an ")) for text in (*texts[0], *texts[1])):
            return True
        counts = [{n for text in of for w in text.split() if (n := numeral(w)) is not None} for of in texts]
        if counts[0] and counts[1] and not counts[0] & counts[1]:
            return True
    return False


def _shares_part(left: Claim, right: Claim) -> bool:
    """Whether one and the same thing plays the same part, and not to two others: who beat whom is not contradicted by who lost to whom."""
    doers = [{s.entity for s in c.all("agent") if s.entity} for c in (left, right)]
    if doers[0] and doers[1] and not doers[0] & doers[1]:
        return False
    for part in ("agent", "patient"):
        a, b = ({s.entity or s.head for s in c.all(part)} for c in (left, right))
        if a & b:
            return True
    return False
