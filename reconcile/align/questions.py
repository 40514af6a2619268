"""An attribute that one report calls unknown, and the passages of other reports that tell it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from attrs import frozen

from reconcile.align.features import Profile
from reconcile.lexicon.load import table, word_list, words
from reconcile.measure.kin import kin
from reconcile.model.claims import Claim, Link, Slot
from reconcile.model.reasons import Reason

_MOST_ANSWERS = 3
_SURE = 0.75


@frozen
class _Around:
    """What the sentence of a question tells of: event classes and arguments."""

    classes: AbstractSet[str]
    heads: AbstractSet[str]


def question_links(questions: Sequence[Profile], events: Sequence[Profile]) -> Iterator[Link]:
    """Links from each question to the best answers of other reports; both must be about the same thing."""
    asked = {(q.claim.report_id, q.claim.sentence) for q in questions}
    classes: dict[tuple[str, int], set[str]] = defaultdict(set)
    heads: dict[tuple[str, int], set[str]] = defaultdict(set)
    for event in events:
        classes[event.claim.report_id, event.claim.sentence] |= event.classes
        heads[event.claim.report_id, event.claim.sentence] |= event.heads
    tellers: dict[tuple[str, AbstractSet[str]], list[Profile]] = {}
    for question in questions:
        entry = {k: v for k, v in table("questions_open")[question.claim.predicate].items() if isinstance(v, list)}
        fitting = _prepositions(question.claim, entry["preps"]) if entry["preps"] else frozenset()
        kind = question.claim.predicate, fitting
        if kind not in tellers:
            tellers[kind] = [e for e in events if _may_tell(e, entry, fitting)]
        place = (question.claim.report_id, question.claim.sentence)
        around = _Around(classes[place], heads[place])
        told = [
            (-fit, event)
            for event in tellers[kind]
            if (event.claim.report_id, event.claim.sentence) not in asked
            and not _is_asked(question.claim, event.claim)
            and (fit := _fit(question, event, entry, around)) > 0
        ]
        own = [e for _, e in told if e.claim.report_id == question.claim.report_id]
        ranked = [
            (fit, event.claim.id)
            for fit, event in told
            if event.claim.report_id != question.claim.report_id and not any(_say_one(event, e) for e in own)
        ]
        for fit, answer in sorted(ranked)[:_MOST_ANSWERS]:
            reason = Reason.of("align.answers", attribute=question.claim.predicate)
            yield Link(question.claim.id, answer, min(1.0, _SURE - 0.05 * fit), (reason,))


def _is_asked(question: Claim, answer: Claim) -> bool:
    """ "What caused the gas to ignite", "the gas ignited": what is asked about is no answer."""
    told = {kin(w) for w in answer.words}
    return answer.predicate in question.words and told <= {kin(w) for w in question.words}


def _say_one(answer: Profile, own: Profile) -> bool:
    """Whether the report that asks tells the answer itself, in as many words."""
    return answer.claim.predicate == own.claim.predicate and answer.own_words == own.own_words


def _may_tell(event: Profile, entry: Mapping[str, Sequence[str]], fitting: AbstractSet[str]) -> bool:
    """Whether an event claim tells the attribute of anything at all."""
    claim = event.claim
    sure = claim.stance.certainty
    if claim.stance.polarity < 0:
        return False
    if sure in _NO_ANSWER - set(entry.get("guesses", ())) or (sure == "planned" and not entry["preps"]):
        return False
    if claim.kind == "role":
        return bool(set(claim.predicate.lower().split()) & set(entry["roles"]))
    if _only_speaks_of(claim, entry["nouns"], entry.get("named", ())):
        return False
    return _tells(event, entry) or (bool(entry["preps"]) and _has_slot(claim, entry, fitting))


def _only_speaks_of(claim: Claim, nouns: Sequence[str], named: Sequence[str]) -> bool:
    """ "A panel will look for the cause", "for reasons of economy": the thing asked for is named, and not what it is."""
    if claim.nominal:
        return claim.predicate in (*nouns, *named)
    return claim.predicate != "be" and any(s.head in nouns for s in claim.slots if s.name in _NAMED_IN)


_NAMED_IN = frozenset({"patient", "oblique", "complement"})


def _tells(event: Profile, entry: Mapping[str, Sequence[str]]) -> bool:
    """Whether it does so by its words."""
    return bool(event.classes & set(entry["classes"]) or set(event.claim.words) & set(entry["words"]))


def _fit(question: Profile, event: Profile, entry: Mapping[str, Sequence[str]], around: _Around) -> float:
    """How well an event claim that tells the attribute answers: it must share what the question is of."""
    claim = event.claim
    about = event.entities & (question.entities | question.around)
    if claim.kind == "role":
        return 2.0 + float(bool(about))
    told = _tells(event, entry) or (
        bool(event.heads & around.heads)
        and (about or (not _asks_why(question.claim) and not (event.entities and question.entities | question.around)))
        and bool(event.classes & around.classes or (about and claim.predicate in _MOVES))
    )
    if not told:
        return 0.0
    shared = {w for w in event.words if w in question.words and kin(w) in map(kin, claim.words)} - set(entry["nouns"])
    bare = len(set(question.claim.words) - set(entry["nouns"])) <= 1  # "The cause is not known." names nothing else
    return float(len(shared)) + 2.0 * bool(about) + 0.5 * bare


def _asks_why(question: Claim) -> bool:
    """ "Why the ship had left the channel": what anybody else goes out for is no answer."""
    return "why" in question.text.lower().split()


_NO_ANSWER = frozenset({"unknown", "conditional", "denied", "possible", "suspected"})
_MOVES = frozenset({"flight", "trip", "visit", "journey", "voyage"})


def _prepositions(question: Claim, usual: Sequence[str]) -> AbstractSet[str]:
    """Those that answer: "from an undisclosed place" by "from", "at" and "in"; a question in a clause of its own by all."""
    first = question.text.split()[0].lower() if question.text.split() else ""
    return frozenset(usual) if first not in usual else frozenset({first, "at", "in", "near", "on"})


def _has_slot(claim: Claim, entry: Mapping[str, Sequence[str]], fitting: AbstractSet[str]) -> bool:
    """A phrase that answers: for a place a named one, for a purpose a noun that is no time."""
    where = "at" in entry["preps"]
    dated = [s.span for s in claim.all("time")]
    for s in claim.slots:
        if s.prep not in fitting or s.head in word_list("temporal_nouns") or any(d.overlaps(s.span) for d in dated):
            continue
        if s.name in ("place", "origin") or (s.name == "oblique" and (not where or _is_place(s))):
            return True
    return False


def _is_place(slot: Slot) -> bool:
    """A name, or a noun for a place: "the Sohae Space Center", "an area of the sea"."""
    return any(w[:1].isupper() for w in slot.text.split()) or slot.head in words("questions_indirect", "places")
