"""Polarity and certainty of two claims that tell the same thing."""

import re
from collections.abc import Callable

from reconcile.compare.deeds import (
    denies,
    do_other_things,
    is_same_deed,
    lacks_object,
    names_other_parts,
    other_mood,
    shared_heads,
)
from reconcile.lexicon.frequencies import rarity
from reconcile.lexicon.load import words
from reconcile.measure.arguments import meant, words_of
from reconcile.measure.events import exclusive, follow_on_each_other
from reconcile.measure.kin import kin
from reconcile.model.claims import Claim
from reconcile.model.comparisons import Member
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason

Verdict = tuple[str, float, tuple[Reason, ...]]

_TOLD = frozenset({"asserted", "reported", "denied", "planned"})
_OPEN = frozenset({"suspected"})
_SAME_WORDS = 0.5


def compare_polarity(left: Member, right: Member) -> Verdict:
    """CONFLICT where of one deed one says that it happened and the other that it did not; UNCLEAR where either is not firm."""
    a, b = left.claim.stance, right.claim.stance
    opposed = _sign(left.claim) != _sign(right.claim)
    group = None if opposed else _excluding(left.claim, right.claim)
    if not opposed and group is None:
        if denies(left.claim) != denies(right.claim):
            return "UNCLEAR", 0.5, (Reason.of("claim.other-deed"),)
        return "SAME", 1.0, ()
    if not _TOLD.issuperset({a.certainty, b.certainty}):
        return "UNCLEAR", 0.5, (Reason.of("stance.not-firm", left=a.certainty, right=b.certainty),)
    if group is not None:
        return _in_group(left.claim, right.claim, group)
    if _are_opposites(left.claim, right.claim):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-deed"),)  # "was called off", "did not take place"
    affirmed, negated = (left.claim, right.claim) if _sign(left.claim) == 1 else (right.claim, left.claim)
    doubt = next((code for code, holds in _DOUBTS if holds(affirmed, negated)), None)
    if doubt is not None:
        return "UNCLEAR", 0.5, (Reason(doubt),)
    return "CONFLICT", 1.0, (Reason.of("stance.polarity", left=a.polarity, right=b.polarity),)


def _in_group(left: Claim, right: Claim, group: str) -> Verdict:
    """Two deeds of a group that exclude each other: CONFLICT where they are told of one thing, and do not follow on each other."""
    reason = Reason.of("stance.exclusive", group=group)
    if follow_on_each_other(group):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-day"), reason)
    if group in words("once", "placed_states") and any(
        s.prep in ("to", "into") for c in (left, right) for s in c.all("oblique")
    ):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-deed"), reason)  # who went to the shelter stayed there
    if group in words("fluctuating", "groups") and _are_other_changes(left, right):
        return "UNCLEAR", 0.5, (Reason.of("claim.fluctuating"), reason)
    alike = is_same_deed(left, right, _SAME_WORDS) or len(shared_heads(left, right)) >= 2
    alike = alike and not (_are_newly_told(left, right) or do_other_things(left, right))
    return ("CONFLICT" if alike else "UNCLEAR"), 0.9, (reason,)


def compare_denials(left: Member, right: Member) -> Verdict:
    """CONFLICT between what is denied and what is told, which the link has found to be one thing, but for what keeps a yes from a no."""
    if _sign(left.claim) == _sign(right.claim):
        return "SAME", 1.0, ()
    affirmed, negated = (left.claim, right.claim) if _sign(left.claim) == 1 else (right.claim, left.claim)
    doubt = next((code for code, holds in _DOUBTS_OF_DENIALS if holds(affirmed, negated)), None)
    if doubt is not None:
        return "UNCLEAR", 0.5, (Reason(doubt),)
    a, b = left.claim.stance, right.claim.stance
    return "CONFLICT", 1.0, (Reason.of("stance.polarity", left=a.polarity, right=b.polarity),)


def _is_other_deed(affirmed: Claim, negated: Claim) -> bool:
    if affirmed.nominal or negated.nominal or _is_of_its_subject(affirmed, negated):
        return True
    return not is_same_deed(affirmed, negated, _SAME_WORDS) and not _is_of_one_object(affirmed, negated)


def _is_of_its_subject(affirmed: Claim, negated: Claim) -> bool:
    """ "The prize is worth $100", "the prize will not be awarded": a form of "be" says of an event that its subject names something else."""
    return (affirmed.predicate == "be") != (negated.predicate == "be") and not affirmed.states and not negated.states


def _is_of_one_object(affirmed: Claim, negated: Claim) -> bool:
    """ "Issued a tsunami alert" and "no tsunami alert was given": verbs that say no more than that there was one."""
    if not all(c.predicate in words("hypothetical", "light") for c in (affirmed, negated)):
        return False
    if any(c.predicate == "be" and all(s.head != "there" for s in c.all("agent")) for c in (affirmed, negated)):
        return False  # "is the author of four novels", "the author was not at home"
    objects = [{kin(s.head) for part in _PARTS for s in c.all(part) if s.entity is None} for c in (affirmed, negated)]
    shared = {kin(w) for w in affirmed.words} & {kin(w) for w in negated.words}
    told = objects[0] & objects[1] & shared
    return bool(told) and (len(shared) >= _WORDS_OF_OBJECT or any(rarity(w) >= _SELDOM for w in told))


_PARTS = ("patient", "agent")
_WORDS_OF_OBJECT = 2
_SELDOM = 12.0  # "all of them had crampons", "they had neither crampons nor beacons"


def _is_other_subject(affirmed: Claim, negated: Claim) -> bool:
    distant = _are_distant_verbs(affirmed, negated) and not _is_of_one_object(affirmed, negated)
    return distant or names_other_parts(affirmed, negated) or _is_without_the_denied(affirmed, negated)


def _is_without_the_denied(affirmed: Claim, negated: Claim) -> bool:
    """ "No votes were lost" and "Fricke lost by 212 votes": what there is none of plays no part in the other's deed."""
    none = {kin(s.head) for part in _PARTS for s in negated.all(part) if s.text.lower().startswith("no ")}
    told = {kin(s.head) for part in _PARTS for s in affirmed.all(part)}
    return bool(none and told) and not none & told


def _is_hypothetical(affirmed: Claim, negated: Claim) -> bool:
    return other_mood(affirmed, negated) or _is_negated_above(affirmed) or _is_negated_above(negated)


def _negates_argument(affirmed: Claim, negated: Claim) -> bool:
    return bool(words("negators", "arguments") & set(affirmed.text.lower().split()))


def _are_distant_verbs(left: Claim, right: Claim) -> bool:
    """Two verbs of one sense only in passing: to deny the one ("did not miss the party") is not to deny the other ("collapsed")."""
    if left.predicate == right.predicate or not (left.classes and right.classes):
        return False
    return left.classes[0] != right.classes[0] and len(set(left.classes) & set(right.classes)) < 2


def _was_before(affirmed: Claim, negated: Claim) -> bool:
    """ "No longer employed": once it was so, and only "still employed" denies it."""
    ended = any(phrase in negated.text.lower() for phrase in words("hypothetical", "ended", "phrases"))
    return ended and not set(affirmed.text.lower().split()) & words("hypothetical", "lasting")


def _was_tried(affirmed: Claim, negated: Claim) -> bool:
    """Who was stopped from attacking had attacked, in the words of another."""
    stopped = {cue.rpartition(":")[2] for cue in negated.stance.cues} & words("hypothetical", "thwarting")
    return bool(stopped) and bool(set(affirmed.classes) & set(negated.classes) & words("hypothetical", "tries"))


def _is_yet_to_come(affirmed: Claim, negated: Claim) -> bool:
    """What has yet to be counted will be counted."""
    told = affirmed.text.lower()
    ahead = affirmed.stance.certainty == "planned" or any(p in told for p in ("going to ", "still to ", " to be "))
    return ahead and "yet" in negated.text.lower().split()


def _tells_other_things(affirmed: Claim, negated: Claim) -> bool:
    """Who would not answer a question may have spoken all the same."""
    return all(c.classes[:1] == ("say",) for c in (affirmed, negated)) and affirmed.predicate != negated.predicate


Doubts = tuple[tuple[str, Callable[[Claim, Claim], bool]], ...]

# What keeps a yes and a no of one deed from contradicting each other: the first that holds is told.
_DOUBTS_OF_DENIALS: Doubts = (
    ("claim.hypothetical", _is_hypothetical),
    ("claim.other-day", _was_before),
    ("claim.other-day", _is_yet_to_come),
    ("stance.thwarted", _was_tried),
)
_DOUBTS: Doubts = (
    ("claim.other-deed", _tells_other_things),
    ("claim.other-deed", _is_other_deed),
    ("claim.other-subject", _is_other_subject),
    *_DOUBTS_OF_DENIALS,
    ("stance.negated-argument", _negates_argument),
)


def _are_opposites(left: Claim, right: Claim) -> bool:
    """Whether what one clause says keeps what the other denies from being: a "not" undoes the difference."""
    one, other = ({s.group: s.side for s in c.states} for c in (left, right))
    return _excluding(left, right) is not None or any(one[g] != other[g] for g in one.keys() & other.keys())


def _excluding(left: Claim, right: Claim) -> str | None:
    """The group in which the two verbs, or the classes of event that they mean first, exclude each other."""
    found = exclusive(left.predicate, right.predicate)
    if found is None and left.classes and right.classes:
        found = exclusive(left.classes[0], right.classes[0])
    if found is None or _sets_out(left) or _sets_out(right):
        return None
    if found in words("once", "converses") and not _share_doer(left, right):
        return None
    return found if _shares_part(left, right) else None


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
    """ "A climber survived", "a climber died": each report brings up somebody of its own."""
    for part in ("agent", "patient"):
        ones, others = (c.all(part) for c in (left, right))
        shared = {kin(s.head) for s in ones if s.entity is None} & {kin(s.head) for s in others if s.entity is None}
        if shared and all(s.text.lower().startswith(("a ", "an ")) for s in (*ones, *others) if kin(s.head) in shared):
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


def _sign(claim: Claim) -> int:
    return claim.stance.polarity


def compare_certainty(left: Member, right: Member) -> Verdict:
    """CONFLICT where of one deed one asserts what the other merely suspects, alleges or had planned."""
    a, b = left.claim.stance, right.claim.stance
    if a.certainty == b.certainty:
        return "SAME", 1.0, ()
    firm, loose = (a, b) if a.certainty == "asserted" else (b, a)
    reason = Reason.of("stance.certainty", left=a.certainty, right=b.certainty)
    guess = right.claim if firm is a else left.claim
    guessed = {cue.rpartition(":")[2] for cue in loose.cues if cue.startswith("suspected:")} & words(
        "hypothetical", "hedges"
    )
    if firm.certainty != "asserted" or loose.certainty not in _OPEN or a.polarity != b.polarity or not guessed:
        return "UNCLEAR", 0.5, (reason,)
    known = left.claim if firm is a else right.claim
    if guess.embedded or lacks_object(guess, known) or _tells_more(guess, known) or names_other_parts(guess, known):
        return "UNCLEAR", 0.5, (Reason.of("stance.other-part"), reason)
    if left.claim.nominal or right.claim.nominal or not is_same_deed(left.claim, right.claim, _SAME_WORDS):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-deed"), reason)
    return "CONFLICT", 0.95 if _UNFULFILLED.search(guess.text) else 0.85, (reason,)


# What was supposed to happen mostly did not.
_UNFULFILLED = re.compile(r"\b(?:was|were) (?:once |originally |never )?supposed to\b", re.IGNORECASE)


def _tells_more(guess: Claim, firm: Claim) -> bool:
    """Whether the guess has a number that the firm claim lacks, or says more of what it was done to: it is a guess at that, not at the deed."""
    numbers = [set(_DIGITS.findall(c.text)) for c in (guess, firm)]
    if numbers[0] - numbers[1]:
        return True
    objects = guess.all("patient") if guess.all("agent") else ()
    told = {kin(w) for w in words_of(objects)} & {kin(w) for w in guess.words}
    return bool(told - {kin(s.head) for s in objects} - {kin(w) for w in firm.words})


_DIGITS = re.compile(r"(?<![\w-])\d(?:[\d,.]*\d)?")


def _is_negated_above(claim: Claim) -> bool:
    """Whether a negation comes from above: "no country should have missiles flying over it", "they are banned from flying"."""
    own = set(claim.text.lower().replace("n't", " n't").split())
    negator = words("stance", "negation") | words("stance", "negative_nouns")
    if any(cue.rpartition(":")[2] in words("hypothetical", "forbidding") for cue in claim.stance.cues):
        return True
    return claim.embedded and claim.stance.polarity == -1 and not own & negator
