"""Do two claims of one statement say that the same happened? Then the reports agree on it."""

from reconcile.compare.deeds import (
    denies,
    happened_once,
    is_other_verb,
    names_other_parts,
    other_mood,
    own_overlap,
    shared_heads,
)
from reconcile.lexicon.load import words
from reconcile.measure.arguments import excluding_state
from reconcile.measure.kin import kin, kin_of
from reconcile.measure.populations import is_person
from reconcile.model.claims import Claim
from reconcile.model.comparisons import Member
from reconcile.model.reasons import Reason
from reconcile.model.times import TimeValue

Verdict = tuple[str, float, tuple[Reason, ...]]

_LEAST_WORDS = 0.3
_ALONE_WORDS = 0.5
_OTHER_WORDS = 0.4
# What is done to people has words of its own: one is arrested and questioned over one fire.
_OTHER_CLASS_WORDS = 0.8
_VERY_LIKE = 0.6
_OPEN = frozenset({"denied", "unknown"})


def compare_happenings(left: Member, right: Member) -> Verdict:
    """SAME where the same is said of the same with the same sign, by neither as an open or denied matter; else UNCLEAR."""
    a, b = left.claim, right.claim
    shared = shared_heads(a, b)
    if a.stance.polarity != b.stance.polarity or not _is_one_mood(a, b, shared):
        return "UNCLEAR", 0.5, (Reason.of("stance.not-firm", left=a.stance.certainty, right=b.stance.certainty),)
    if (
        denies(a) != denies(b)
        or excluding_state(a, b) is not None
        or names_other_parts(a, b)
        or not _is_one_deed(a, b, shared)
    ):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-deed"),)
    if _are_dated_apart(a, b):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-day"),)
    return "SAME", 1.0, ()


def _is_one_deed(left: Claim, right: Claim, shared: frozenset[str]) -> bool:
    """Enough words or arguments in common; an event that a noun names, and that somebody spoke, say little by themselves."""
    if "report" in (left.kind, right.kind):
        return False
    overlap = own_overlap(left, right)
    if left.nominal or right.nominal:
        same = left.predicate == right.predicate or bool(set(left.classes[:1]) & set(right.classes[:1]))
        common = len(kin_of(left.words) & kin_of(right.words))
        if not same and (_is_argument(left, right) or _is_argument(right, left)):
            return False
        return bool(shared) and ((len(shared) >= 2 and overlap >= _ALONE_WORDS) or (same and common >= 2))
    if _common(left, right, shared) < _LEAST_COMMON and not _is_plainly_one(left, right, shared):
        return False
    if _are_idle(left, right) and len(shared) < 2 and overlap < _VERY_LIKE:
        return False
    if left.predicate != right.predicate and not _share_more_than_names(left, right):
        return False
    if is_other_verb(left, right):
        known = left.classes and right.classes and not set(left.classes) & set(right.classes)
        least = _OTHER_CLASS_WORDS if known and all(map(_is_done_to_someone, (left, right))) else _OTHER_WORDS
        return bool(shared) and overlap >= least
    return overlap >= (_LEAST_WORDS if shared else _ALONE_WORDS)


def _share_more_than_names(left: Claim, right: Claim) -> bool:
    """ "The captain, Julio Arce, is in hospital", "Captain Julio Arce died": one and the same man, and two deeds."""
    if set(left.classes) & set(right.classes):
        return True
    named = {
        w for c in (left, right) for part in ("agent", "patient") for s in c.all(part) for w in s.text.lower().split()
    }
    roles = {kin(w.strip(".,'\"")) for w in named} | {
        kin(s.head) for c in (left, right) for s in c.slots if s.name in ("agent", "patient")
    }
    return bool((kin_of(left.words) & kin_of(right.words)) - roles)


def _is_done_to_someone(claim: Claim) -> bool:
    return any(is_person(s.head) or str(s.entity).startswith("person:") for s in claim.all("patient"))


def _is_argument(named: Claim, told: Claim) -> bool:
    """Whether the noun of one stands among the arguments of the other: the fire after which somebody was arrested."""
    return named.nominal and not told.nominal and any(s.head == named.predicate for s in told.slots)


def _are_dated_apart(left: Claim, right: Claim) -> bool:
    """Whether what may happen again is told of days that lie weeks apart; of what happens once that is a contradiction."""
    if happened_once(left, right):
        return False
    days = [
        [v for s in c.all("time") if isinstance(v := s.value, TimeValue) and v.anchored and v.start and v.end]
        for c in (left, right)
    ]
    return bool(days[0] and days[1]) and all(_lie_apart(a, b) for a in days[0] for b in days[1])


def _lie_apart(a: TimeValue, b: TimeValue) -> bool:
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return False
    return max((b.start - a.end).days, (a.start - b.end).days) > _FAR_DAYS


_FAR_DAYS = 14


def _are_idle(left: Claim, right: Claim) -> bool:
    """Verbs that tell nothing by themselves: that somebody argued, confirmed or had something is not yet the same."""
    spoke = all(set(c.classes[:1]) & words("speech", "acts") for c in (left, right))
    return spoke or "have" in (left.predicate, right.predicate)


def _is_plainly_one(left: Claim, right: Claim, shared: frozenset[str]) -> bool:
    """Little is said, but in one sense of the verb, as surely, and of one thing that is no mere country."""
    sense = left.predicate == right.predicate or bool(set(left.classes) & set(right.classes))
    firm = left.stance.certainty == right.stance.certainty or {left.stance.certainty, right.stance.certainty} <= _FIRM
    telling = any(not h.startswith(("country:", "region:")) for h in shared)
    return sense and firm and (telling or (not shared and left.predicate == right.predicate))


_FIRM = frozenset({"asserted", "reported"})
_LEAST_COMMON = 3


def _common(left: Claim, right: Claim, shared: frozenset[str]) -> int:
    """How many words both have, an event told by two verbs of one class and a thing told by name and pronoun among them."""
    common = kin_of(left.words) & kin_of(right.words)
    told = left.predicate != right.predicate and bool(set(left.classes) & set(right.classes))
    named = [h for h in shared if ":" in h and common.isdisjoint(kin(w) for w in h.partition(":")[2].split())]
    return len(common) + told + len(named)


def _is_one_mood(left: Claim, right: Claim, shared: frozenset[str]) -> bool:
    one, other = left.stance.certainty, right.stance.certainty
    if one != other and ({one, other} & _OPEN or not shared):
        return False
    return not other_mood(left, right) or own_overlap(left, right) >= _VERY_LIKE
