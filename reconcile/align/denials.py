"""What one report denies and another tells: "no shots were fired" and "he fired a shot", "she did not sign it" and "she signed it"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from attrs import frozen

from reconcile.align.features import Profile
from reconcile.lexicon.load import words
from reconcile.measure.agents import agent
from reconcile.measure.arguments import meant, words_of
from reconcile.measure.events import event_classes
from reconcile.measure.humans import is_human
from reconcile.measure.kin import kin
from reconcile.measure.pairs import WIDTH
from reconcile.model.claims import Claim, Link, Slot, State
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason

_SURE = 0.75
_MOST = 4  # claims on each side
_FIRM, _AHEAD = frozenset({"asserted", "reported"}), frozenset({"planned"})
_CORE = ("agent", "patient")
_ARGUMENTS = (*_CORE, "oblique", "complement", "goal", "origin", "place")
_NO = re.compile(r"(?:no|any|not an?|not one|(?:not )?a single) ", re.IGNORECASE)
_NEGATED = ("negation:", "negative_nouns:", "negative_phrases:")
_DEFINITE = re.compile(r"(?:the|this|that|these|those|his|her|its|their|our|your|my)\b", re.IGNORECASE)
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
    vague = any(_is_vague(s) for part in _CORE for s in claim.all(part))
    if claim.slot("time") is not None or (vague and not (_happens_once(claim) or _befallen(claim))):
        return None
    if vague or _befalls_none(claim):
        return _Denial(claim, None, exists=False)  # "no one has been arrested", "no member of staff was hurt"
    thing = next((s for part in _CORE for s in claim.all(part) if _NO.match(s.text)), _did_not_happen(claim))
    if thing is not None and (thing.entity is not None or kin(thing.head) in words("denials", "idle")):
        return None
    if thing is None:
        return None if claim.predicate in words("denials", "empty") else _Denial(claim, None, exists=False)
    happens = not is_human(thing.head) and bool(set(event_classes(thing.head, "NOUN")) & set(claim.classes))
    exists = happens or claim.predicate in words("denials", "existing") or not _NO.match(thing.text)
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


def _befallen(claim: Claim) -> frozenset[State]:
    """The states that befall people of a crowd: hurt, dead; as the clause names them, denied or not."""
    found = {State(s.group, s.side, "") for s in claim.states if s.group in words("once", "befallen_states")}
    return frozenset(found) | _harm_denied(claim)


def _harm_denied(claim: Claim) -> frozenset[State]:
    """The states of which a clause says by a noun that nobody is in them: "no deaths", "no injuries"."""
    none = {kin(s.head) for part in _CORE for s in claim.all(part) if _NO.match(s.text)}
    harms = (("deaths", State("life", 1, "")), ("injuries", State("hurt or not", 1, "")))
    return frozenset(state for nouns, state in harms if none & words("denials", nouns))


def _befalls_none(claim: Claim) -> bool:
    """ "No officer was hurt", "there were no deaths": nobody of some kind is in a state that befalls people."""
    if _harm_denied(claim):
        return True
    of_none = [s for s in claim.slots if s.name in {t.holder for t in claim.states} and _NO.match(s.text)]
    return bool(_befallen(claim)) and any(is_human(s.head) or s.head in words("denials", "members") for s in of_none)


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


def _is_vague(slot: Slot) -> bool:
    return slot.head.lower() in words("denials", "vague")


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
        keys = {claim.predicate, claim.predicate[:_STEM], *(kin(s.head) for part in _CORE for s in claim.all(part))}
        keys |= {f"class {c}" for c in claim.classes[:1] if _happens_once(claim)}
        keys |= {f"state {s.group} {s.side}" for s in _befallen(claim)}
        for key in keys - {""}:
            found[f"{key}:"].append(claim)
            found[f"{key}:{claim.report_id}"].append(claim)
    return found


def _candidates(denial: _Denial, tellers: Mapping[str, Sequence[Claim]], report: str = "") -> Iterable[Claim]:
    """The claims that may tell what is denied, of one report or of all; of very many the first."""
    thing = denial.thing
    befallen = (f"state {s.group} {s.side}" for s in sorted(_befallen(denial.claim), key=str))
    deeds = (denial.claim.predicate, *(f"class {c}" for c in denial.claim.classes[:1]), *befallen)
    keys = deeds if thing is None else (kin(thing.head), thing.head[:_STEM])
    return {c.id: c for key in keys for c in tellers.get(f"{key}:{report}", ())[:WIDTH]}.values()


def _tells(claim: Claim, denial: _Denial) -> bool:
    """Whether a claim tells what is denied, in as many particulars or in more."""
    planned = [c.stance.certainty == "planned" for c in (claim, denial.claim)]
    if planned[0] != planned[1] or claim.id == denial.claim.id:
        return False
    if _befallen(denial.claim) & _befallen(claim):
        return _befell_some(claim, denial.claim)
    if denial.thing is None:
        vague = any(_is_vague(s) for part in _CORE for s in denial.claim.all(part))
        return _tells_the_deed(claim, denial.claim) and _names_all(claim, denial, need_one=not vague)
    return _tells_the_thing(claim, denial) and _names_all(claim, denial, need_one=False)


def _befell_some(claim: Claim, denied: Claim) -> bool:
    """Whether somebody was hurt of those of whom it is said that none was: anybody, or one of the staff."""
    holders = [s for t in claim.states if t.group in words("once", "befallen_states") for s in claim.all(t.holder)]
    none = [s for t in denied.states if t.group in words("once", "befallen_states") for s in denied.all(t.holder)]
    if words("denials", "members", "degrees") & set(denied.text.lower().split()) or _OF_SOME.match(denied.text):
        return False
    of_all = bool(_harm_denied(denied)) or any(
        _is_vague(s) and s.head not in ("none", "neither") for s in none
    )  # none of those just told of
    return any(
        (str(h.entity).startswith("person:") or is_human(h.head))
        and (of_all or any(kin(h.head) == kin(n.head) or _is_member(h.head, n) for n in none))
        for h in holders
        if not _is_vague(h) and not _is_counted(h, claim)
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


def _tells_the_deed(claim: Claim, denied: Claim) -> bool:
    """The same verb, or another of what happens once, done by none else and to nothing else."""
    one_class = claim.classes[:1] == denied.classes[:1] and _happens_once(claim)
    if claim.nominal or (claim.predicate != denied.predicate and not one_class):
        return False
    for part in _CORE:
        one, other = ({meant(s) for s in c.all(part) if not _is_vague(s)} - {""} for c in (claim, denied))
        if one and other and not one & other:
            return False
    return True


def _tells_the_thing(claim: Claim, denial: _Denial) -> bool:
    """There is one: as what acts or is acted on and is brought up, or as the verb or noun of the event itself."""
    thing = denial.thing
    if thing is None:
        return False
    those = [s for part in _CORE for s in claim.all(part) if kin(s.head) == kin(thing.head) and s.entity is None]
    those = [s for s in those if not _NO.match(s.text)]
    if not denial.exists:
        return bool(those) and claim.predicate == denial.claim.predicate
    takes_place = claim.predicate in words("stance", "occurring")
    brought_up = any(takes_place or not _DEFINITE.match(s.text) for s in those)
    return brought_up or (_is_the_event(claim, thing.head) and not (claim.nominal and _NO.match(claim.text)))


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
        if slot.name not in _ARGUMENTS or slot is denial.thing or slot.head in _OF_NO_WEIGHT or _is_vague(slot):
            continue
        told = meant(slot)
        if not told:
            if denial.thing is None and slot.name in _CORE:
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
