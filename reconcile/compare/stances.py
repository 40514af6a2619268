"""Polarity and certainty of two claims that tell the same thing."""

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet

from reconcile.compare.deeds import (
    denies,
    is_same_deed,
    lacks_object,
    names_other_parts,
    other_mood,
)
from reconcile.compare.exclusions import compare_in_group, excluding
from reconcile.lexicon.frequencies import rarity
from reconcile.lexicon.load import words
from reconcile.measure.arguments import words_of
from reconcile.measure.kin import kin
from reconcile.model.claims import Claim
from reconcile.model.comparisons import Member
from reconcile.model.reasons import Reason
from reconcile.model.times import TimeValue

Verdict = tuple[str, float, tuple[Reason, ...]]

_TOLD = frozenset({"asserted", "reported", "denied", "planned"})
_OPEN = frozenset({"suspected"})
_SAME_WORDS = 0.5


def compare_polarity(left: Member, right: Member) -> Verdict:
    """CONFLICT where of one deed one says that it happened and the other that it did not; UNCLEAR where either is not firm."""
    a, b = left.claim.stance, right.claim.stance
    opposed = _sign(left.claim) != _sign(right.claim)
    group = None if opposed else excluding(left.claim, right.claim)
    if not opposed and group is None:
        if denies(left.claim) != denies(right.claim):
            return "UNCLEAR", 0.5, (Reason.of("claim.other-deed"),)
        return "SAME", 1.0, ()
    if not _TOLD.issuperset({a.certainty, b.certainty}):
        return "UNCLEAR", 0.5, (Reason.of("stance.not-firm", left=a.certainty, right=b.certainty),)
    if group is not None:
        return compare_in_group(left.claim, right.claim, group)
    if _are_opposites(left.claim, right.claim):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-deed"),)  # "was called off", "did not take place"
    affirmed, negated = (left.claim, right.claim) if _sign(left.claim) == 1 else (right.claim, left.claim)
    doubt = next((code for code, holds in _DOUBTS if holds(affirmed, negated)), None)
    if doubt is not None:
        return "UNCLEAR", 0.5, (Reason(doubt),)
    return "CONFLICT", 1.0, (Reason.of("stance.polarity", left=a.polarity, right=b.polarity),)


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
    seldom = any(rarity(w) >= _SELDOM for w in told)
    return bool(told) and (len(shared) >= _WORDS_OF_OBJECT or seldom) and not _are_of_a_kind(affirmed, negated, told)


def _are_of_a_kind(affirmed: Claim, negated: Claim, things: AbstractSet[str]) -> bool:
    """Whether things of some kind alone are denied: no physical symptoms leave room for others."""
    those = [s for part in _PARTS for s in negated.all(part) if kin(s.head) in things]
    said = {kin(w) for w in words_of(those)} & {kin(w) for w in negated.words}
    return not said <= {kin(w) for w in affirmed.words}


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


def _denies_the_doer(affirmed: Claim, negated: Claim) -> bool:
    """ "He denied killing his wife", "his wife died": that she died is not denied."""
    causing = words("hypothetical", "causing")
    return negated.predicate in causing and affirmed.predicate not in causing


def _was_done_before(affirmed: Claim, negated: Claim) -> bool:
    """ "It closed 22 stores in 2018", "no stores would close": a promise for the time to come, and what was done in a year or a month before."""
    if negated.stance.certainty != "planned" or affirmed.stance.certainty == "planned":
        return False
    times = (s.value for s in affirmed.all("time"))
    return affirmed.background or any(isinstance(t, TimeValue) and t.granularity in _LONG_PAST for t in times)


_LONG_PAST = frozenset({"month", "season", "quarter", "year", "decade", "century"})


Doubts = tuple[tuple[str, Callable[[Claim, Claim], bool]], ...]

# What keeps a yes and a no of one deed from contradicting each other: the first that holds is told.
_DOUBTS_OF_DENIALS: Doubts = (
    ("claim.hypothetical", _is_hypothetical),
    ("claim.other-day", _was_before),
    ("claim.other-day", _is_yet_to_come),
    ("claim.other-day", _was_done_before),
    ("stance.thwarted", _was_tried),
)
_DOUBTS: Doubts = (
    ("claim.other-deed", _denies_the_doer),
    ("claim.other-deed", _tells_other_things),
    ("claim.other-deed", _is_other_deed),
    ("claim.other-subject", _is_other_subject),
    *_DOUBTS_OF_DENIALS,
    ("stance.negated-argument", _negates_argument),
)


def _are_opposites(left: Claim, right: Claim) -> bool:
    """Whether what one clause says keeps what the other denies from being: a "not" undoes the difference."""
    one, other = ({s.group: s.side for s in c.states} for c in (left, right))
    return excluding(left, right) is not None or any(one[g] != other[g] for g in one.keys() & other.keys())


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
