"""What one report denies and another tells: "no shots were fired" and "he fired a shot", "she did not sign it" and "she signed it"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from attrs import frozen

from reconcile.align.befallen import CORE, NO, befallen, befalls_none, befell_some, is_vague
from reconcile.align.features import Profile
from reconcile.lexicon.load import words
from reconcile.measure.agents import agent
from reconcile.measure.arguments import meant, words_of
from reconcile.measure.events import event_classes
from reconcile.measure.humans import is_human
from reconcile.measure.kin import kin
from reconcile.measure.pairs import WIDTH
from reconcile.model.claims import Claim, Link, Slot
from reconcile.model.reasons import Reason

_SURE = 0.75
_MOST = 4  # claims on each side
_FIRM, _AHEAD = frozenset({"asserted", "reported"}), frozenset({"planned"})
_ARGUMENTS = (*CORE, "oblique", "complement", "goal", "origin", "place")
_NEGATED = ("negation:", "negative_nouns:", "negative_phrases:")
_DEFINITE = re.compile(r"(?:the|this|that|these|those|his|her|its|their|our|your|my|it|they|them)\b", re.IGNORECASE)
_STEM = 4


@frozen
class _Denial:
    """A claim that denies something: ``thing`` is the noun of which there is none, None where a whole deed is denied.

    ``exists``: the clause says no more of the thing than that there is none.
    """

    claim: Claim
    thing: Slot | None
    exists: bool

    @property
    def of(self) -> str:
        """The noun or verb of what is denied."""
        return self.claim.predicate if self.thing is None else self.thing.head


def denial_links(members: Sequence[Profile]) -> Iterator[tuple[list[Profile], list[Link]]]:
    """For each thing or deed that is denied, the claims that deny it and those of other reports that tell it, with their links.

    A denial contradicts what is told in more detail, not in less: all that it names must stand in the other claim. A report that
    tells itself what it denies speaks of two occasions, and is left out.
    """
    denials = [d for p in members if (d := _denial(p.claim)) is not None]
    if not denials:
        return
    profile_of = {p.claim.id: p for p in members}
    tellers = _index(p.claim for p in members)
    met: dict[tuple[str, ...], list[_Denial]] = defaultdict(list)
    for denial in denials:
        told = _told(denial, tellers)
        if told:
            met[denial.of, *told].append(denial)
    for (of, *told), alike in met.items():
        reason = Reason.of("align.denied", denied=of)
        denied = [c.id for c in _first_of_each(d.claim for d in alike)[:_MOST]]
        links = [Link(min(n, t), max(n, t), _SURE, (reason,)) for n in denied for t in told]
        yield [profile_of[c] for c in (*denied, *told)], links


def _told(denial: _Denial, tellers: Mapping[str, Sequence[Claim]]) -> list[str]:
    """The claims of other reports that tell what is denied, one of each report; none where its own report tells it too."""
    own = denial.claim.report_id
    if any(_tells(c, denial) for c in _candidates(denial, tellers, own)):
        return []
    found = (c for c in _candidates(denial, tellers) if c.report_id != own and _tells(c, denial))
    return [c.id for c in _first_of_each(found)[:_MOST]]


def _first_of_each(claims: Iterable[Claim]) -> list[Claim]:
    """The shortest of the claims that tell it in each report: what is told with the least else."""
    best: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda c: (c.nominal, len(c.words), c.id)):
        best.setdefault(claim.report_id, claim)
    return [best[report] for report in sorted(best)]


def _denial(claim: Claim) -> _Denial | None:
    """What a claim denies, None for one that denies nothing, denies it of a part alone, or not for good."""
    if not _denies(claim) or _is_limited(claim):
        return None
    vague = any(is_vague(s) for part in CORE for s in claim.all(part))
    if claim.slot("time") is not None or (vague and not (_happens_once(claim) or befallen(claim))):
        return None
    if vague or befalls_none(claim):
        return _Denial(claim, None, exists=False)  # "no one has been arrested", "no member of staff was hurt"
    thing = next((s for part in CORE for s in claim.all(part) if NO.match(s.text)), _did_not_happen(claim))
    if thing is not None and (thing.entity is not None or kin(thing.head) in words("denials", "idle")):
        return None
    if thing is None:
        return None if claim.predicate in words("denials", "empty") else _Denial(claim, None, exists=False)
    happens = not is_human(thing.head) and bool(set(event_classes(thing.head, "NOUN")) & set(claim.classes))
    exists = happens or claim.predicate in words("denials", "existing") or not NO.match(thing.text)
    return _Denial(claim, thing, exists)


def _denies(claim: Claim) -> bool:
    """Whether a clause says of a deed or a state that it is not so, and plainly: "failed to" and "without" tell another thing."""
    stance = claim.stance
    denied = stance.certainty == "denied" or (stance.polarity < 0 and stance.certainty in _FIRM | _AHEAD)
    if claim.kind not in ("event", "state") or claim.nominal or claim.background or not denied:
        return False
    return stance.certainty == "denied" or any(cue.startswith(_NEGATED) for cue in stance.cues)


def _happens_once(claim: Claim) -> bool:
    """Whether a clause is of what happens to somebody once, as an arrest does."""
    return bool(set(claim.classes[:1]) & words("once", "personal"))


def _is_limited(claim: Claim) -> bool:
    """Whether it denies a part alone, or for now: "not all", "not yet"."""
    told = claim.text.lower()
    limits, phrases = words("denials", "limiting"), words("denials", "limiting", "phrases")
    return bool(limits & set(told.split())) or any(phrase in told for phrase in phrases)


def _did_not_happen(claim: Claim) -> Slot | None:
    """The medical of "the medical did not take place"."""
    told = claim.text.lower()
    if not any(phrase in told for phrase in words("denials", "occurring", "phrases")):
        return None
    return next((s for s in claim.all("agent") if s.entity is None and s.head not in words("pronouns", "all")), None)


def _index(claims: Iterable[Claim]) -> Mapping[str, Sequence[Claim]]:
    """The claims that tell something, by the words that a denial of it would have; of each report by itself too."""
    found: dict[str, list[Claim]] = defaultdict(list)
    told = tuple(claims)
    sayings = {(c.report_id, c.sentence, a.cue) for c in told for a in c.attributions}
    for claim in told:
        if (claim.report_id, claim.sentence, claim.predicate) in sayings:
            continue  # "there was no warning", "she warned that more would come"
        if claim.kind not in ("event", "state") or claim.stance.polarity < 0 or claim.background:
            continue
        if claim.stance.certainty not in _FIRM | _AHEAD:
            continue
        keys = {claim.predicate, claim.predicate[:_STEM], *(kin(s.head) for part in CORE for s in claim.all(part))}
        keys |= {f"class {c}" for c in claim.classes[:1] if _happens_once(claim)}
        keys |= {f"state {s.group} {s.side}" for s in befallen(claim)}
        for key in keys - {""}:
            found[f"{key}:"].append(claim)
            found[f"{key}:{claim.report_id}"].append(claim)
    return found


def _candidates(denial: _Denial, tellers: Mapping[str, Sequence[Claim]], report: str = "") -> Iterable[Claim]:
    """The claims that may tell what is denied, of one report or of all; of very many the first."""
    thing = denial.thing
    states = (f"state {s.group} {s.side}" for s in sorted(befallen(denial.claim), key=str))
    deeds = (denial.claim.predicate, *(f"class {c}" for c in denial.claim.classes[:1]), *states)
    keys = deeds if thing is None else (kin(thing.head), thing.head[:_STEM])
    return {c.id: c for key in keys for c in tellers.get(f"{key}:{report}", ())[:WIDTH]}.values()


def _tells(claim: Claim, denial: _Denial) -> bool:
    """Whether a claim tells what is denied, in as many particulars or in more."""
    planned = [c.stance.certainty == "planned" for c in (claim, denial.claim)]
    if planned[0] != planned[1] or claim.id == denial.claim.id:
        return False
    if befallen(denial.claim) & befallen(claim):
        return befell_some(claim, denial.claim)
    if denial.thing is None:
        vague = any(is_vague(s) for part in CORE for s in denial.claim.all(part))
        return _tells_the_deed(claim, denial.claim) and _names_all(claim, denial, need_one=not vague)
    return _tells_the_thing(claim, denial) and _names_all(claim, denial, need_one=False)


def _tells_the_deed(claim: Claim, denied: Claim) -> bool:
    """The same verb, or another of what happens once, done by none else and to nothing else."""
    one_class = claim.classes[:1] == denied.classes[:1] and _happens_once(claim)
    if claim.nominal or (claim.predicate != denied.predicate and not one_class):
        return False
    for part in CORE:
        one, other = ({meant(s) for s in c.all(part) if not is_vague(s)} - {""} for c in (claim, denied))
        if one and other and not one & other:
            return False
    return True


def _tells_the_thing(claim: Claim, denial: _Denial) -> bool:
    """There is one: as what acts or is acted on and is brought up, or as the verb or noun of the event itself."""
    thing = denial.thing
    if thing is None:
        return False
    those = [s for part in CORE for s in claim.all(part) if kin(s.head) == kin(thing.head) and s.entity is None]
    those = [s for s in those if not NO.match(s.text)]
    if not denial.exists:
        return bool(those) and claim.predicate == denial.claim.predicate
    takes_place = claim.predicate in words("stance", "occurring") and not _describes(claim)
    brought_up = any(takes_place or not _DEFINITE.match(s.text) for s in those)
    return brought_up or (_is_the_event(claim, thing.head) and not (claim.nominal and NO.match(claim.text)))


def _describes(claim: Claim) -> bool:
    """ "It was only a motor": what something is, not that there is one."""
    subject = claim.slot("agent")
    return (
        claim.kind == "state" and claim.slot("patient") is not None and subject is not None and subject.head != "there"
    )


def _is_the_event(claim: Claim, noun: str) -> bool:
    """ "Exploded" of "explosion": one class of event, and one stem."""
    classes = () if is_human(noun) else event_classes(noun, "NOUN")
    one_stem = claim.predicate[:_STEM] == noun[:_STEM] and len(claim.predicate) >= _STEM
    return bool(classes) and one_stem and set(classes[:1]) == set(claim.classes[:1])


def _names_all(claim: Claim, denial: _Denial, *, need_one: bool) -> bool:
    """Whether all that the denial names, and all of its own words, stand in the claim or in its sentence."""
    own = {kin(w) for w in claim.words} | {kin(s.head) for s in claim.slots if s.head}
    around = {agent(e) for e in (*claim.entities, *claim.around)}
    shared = 0
    for slot in denial.claim.slots:
        if slot.name not in _ARGUMENTS or slot is denial.thing or slot.head in _OF_NO_WEIGHT or is_vague(slot):
            continue
        told = meant(slot)
        if not told:
            if denial.thing is None and slot.name in CORE:
                return False  # he or it, of whom nothing is known
            continue
        if told not in around and told not in own:
            return False
        shared += 1
    return _has_words(own, around, denial) and (shared > 0 or not need_one)


def _has_words(own: AbstractSet[str], around: AbstractSet[str], denial: _Denial) -> bool:
    """Whether the denial's words that are no names stand in the claim; its verb may differ where it says that there is none."""
    claim = denial.claim
    named = words_of(s for s in claim.slots if s.entity and agent(s.entity) in around)
    said = {kin(w) for w in claim.words if w not in named} - {kin(claim.predicate), *_OF_NO_WEIGHT}
    said -= words("denials", "vague")
    if denial.thing is not None:
        said -= {kin(denial.thing.head)}
    return said <= own


# "For the good reason that", "did not take place", "not a single flare".
_OF_NO_WEIGHT = frozenset({"reason", "place", "fact", "record", "single"})
