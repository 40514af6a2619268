"""Every fact slot by slot: which values fit together, which cannot both be right."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import partial

from attrs import evolve, frozen

from reconcile.compare.attributes import attributed, compare_attributes
from reconcile.compare.crowds import Strength
from reconcile.compare.deeds import is_another_time, is_same_deed, own_overlap
from reconcile.compare.happenings import compare_happenings
from reconcile.compare.numbers import compare_numbers, has_one_holder
from reconcile.compare.numbers_told import Figures, figures_of
from reconcile.compare.occasions import compare_beginnings, compare_occasions
from reconcile.compare.persons import PARTS, Known, compare_persons, is_person
from reconcile.compare.places import compare as compare_places
from reconcile.compare.roles import compare_roles
from reconcile.compare.sides import FITTING, Comparer, Rule, Verdict, compared, pair_of
from reconcile.compare.speakers import compare_speakers
from reconcile.compare.spellings import compare_spellings
from reconcile.compare.stances import compare_certainty, compare_denials, compare_polarity
from reconcile.compare.states import compare_states
from reconcile.compare.times import compare_moments, compare_times
from reconcile.compare.weighed import compare_weighed, explained
from reconcile.config import Config
from reconcile.lexicon.load import words
from reconcile.measure.lone import Inventory, inventory, standing
from reconcile.measure.remembered import recalled_whole
from reconcile.model.claims import Claim, Fact, Slot
from reconcile.model.comparisons import Compared, Member
from reconcile.model.entities import EntityValue
from reconcile.model.reasons import Reason


def always(left: Member, right: Member) -> bool:
    """There is but one value: a report with two contradicts itself."""
    return True


def is_one_report(left: Member, right: Member) -> bool:
    """Within a report words have one speaker."""
    return left.claim.report_id == right.claim.report_id


_NEVER = 2.0  # no two claims are held together as surely
# How surely two claims must speak of the same thing before their values may contradict each other.
RULES = {
    "quantity": Rule(0.50, 0.60, 4, one_holder=has_one_holder),
    "weighed": Rule(0.50, _NEVER, 4),
    "time": Rule(0.56),
    "place": Rule(0.36),
    "goal": Rule(0.36),
    "event": Rule(_NEVER, chained=True),  # what is not the same need not contradict
    "polarity": Rule(0.60, _NEVER, torn_only=True),
    "certainty": Rule(0.53, _NEVER, one_holder=always),
    "moment": Rule(_NEVER),
    "occasion": Rule(0.60, _NEVER),
    "beginning": Rule(0.60, _NEVER),
    "abode": Rule(0.36),
    "site": Rule(0.36),
    "question": Rule(0.60, _NEVER),
    "denial": Rule(0.60, _NEVER),
    "state": Rule(0.60, _NEVER),
    "role": Rule(0.60, most_values=9),
    "attribution": Rule(0.60, 0.60, most_values=9, one_holder=is_one_report),
    "person": Rule(0.40, _NEVER),
    "attribute": Rule(0.40, _NEVER),
    "entity": Rule(0.60, 0.60, one_holder=always),
}


@frozen(eq=False)
class _Told:
    """What every report of a story tells besides the values that are compared: names, exact numbers, numbers by unit."""

    known: Known
    figures: Figures
    numbers: Inventory

    def compare_numbers(self) -> Comparer:
        """The comparer of numbers that knows all this."""
        return partial(compare_numbers, figures=self.figures, known=self.known, told=self.numbers)


def compare(facts: Sequence[Fact], config: Config) -> tuple[Compared, ...]:
    """The comparisons of all facts of two claims or more, in the order of the facts."""
    claims = [claim for fact in facts for claim in fact.claims]
    told = _Told(names_of(claims), figures_of(claims), inventory(claims))
    found: list[Compared] = []
    for fact in facts:
        if len(fact.claims) > 1:
            beside = standing([s.value for c in fact.claims if (s := c.slot("quantity")) is not None], told.numbers)
            found += recalled_whole(_key(fact, beside), _all_of, fact, told, beside)
    return tuple(found)


def _key(fact: Fact, beside: Hashable) -> tuple[object, ...]:
    """What comparing a fact depends on besides the other claims of its reports, which are built together with its own."""
    links = ((k.left, k.right, k.score, k.reasons) if fact.kind == "weighed" else k.score for k in fact.links)
    return "compared", fact.id, beside, *map(id, fact.claims), *links


def _all_of(fact: Fact, told: _Told, beside: Hashable) -> tuple[Compared, ...]:
    return tuple(_compare(fact, told, beside))


def _compare(fact: Fact, told: _Told, beside: Hashable) -> Iterator[Compared]:
    strength = {pair_of(k.left, k.right): k.score for k in fact.links}
    if fact.kind == "event":
        yield from _compare_event(fact, strength)
    elif fact.kind == "statement":
        yield from _compare_statement(fact, strength, told.known)
    elif fact.kind in _EVERY_SLOT:
        kind, slot, comparer = _EVERY_SLOT[fact.kind]
        members = [Member(c, s) for c in fact.claims for s in c.all(slot)]
        yield compared(fact.id, kind, members, comparer, strength, rule=RULES[fact.kind])
    elif fact.kind == "question":
        yield _compare_question(fact, strength)
    elif fact.kind == "state":
        members = [Member(c, None) for c in fact.claims]
        yield compared(fact.id, "state", members, compare_states, strength, rule=RULES["state"])
    elif fact.kind == "denial":
        members = [Member(c, None) for c in fact.claims]
        yield compared(fact.id, "denial", members, compare_denials, strength, rule=RULES["denial"])
    elif fact.kind == "weighed":
        numbers = [Member(c, s) for c in fact.claims if (s := c.slot("quantity")) is not None]
        weigh = partial(compare_weighed, figures=told.figures, known=told.known)
        found = compared(fact.id, "weighed", numbers, weigh, strength, rule=RULES["weighed"])
        yield evolve(found, conflicts=explained(found.conflicts, found.groups, fact.links))
    elif fact.kind == "quantity":
        numbers = [Member(c, s) for c in fact.claims if (s := c.slot("quantity")) is not None]
        comparer, rule = told.compare_numbers(), RULES["quantity"]
        yield compared(fact.id, "quantity", numbers, comparer, strength, rule=rule, beside=beside)
    elif fact.kind == "name":
        names = [Member(c, s) for c in fact.claims if (s := c.slot("name")) is not None]
        spelt = partial(compare_spellings, known=told.known)
        yield compared(fact.id, "entity", names, spelt, strength, rule=RULES["entity"])
    elif fact.kind in _ONE_SLOT:
        kind, slot, comparer = _ONE_SLOT[fact.kind]
        members = [Member(c, s) for c in fact.claims if (s := c.slot(slot)) is not None]
        yield compared(fact.id, kind, members, comparer, strength, rule=RULES[kind])


def names_of(claims: Iterable[Claim]) -> dict[str, frozenset[str]]:
    """The entities that each report names."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        found[claim.report_id].update(claim.around, claim.entities)
    return {report: frozenset(entities) for report, entities in found.items()}


def _compare_event(fact: Fact, strength: Strength) -> Iterator[Compared]:
    """When and where an event took place, by all claims that tell of it."""
    for kind, comparer in (("time", compare_times), ("place", _places), ("goal", _places)):
        slotted = [Member(c, s) for c in fact.claims for s in c.all(kind)]
        if len({m.claim.report_id for m in slotted}) > 1:
            yield compared(fact.id, kind, slotted, comparer, strength, rule=RULES[kind])


def _compare_statement(fact: Fact, strength: Strength, known: Known) -> Iterator[Compared]:
    """What is said to have happened, whether, and how surely."""
    members = [Member(c, None) for c in fact.claims]
    yield compared(fact.id, "event", members, compare_happenings, strength, rule=RULES["event"])
    yield compared(fact.id, "polarity", members, compare_polarity, strength, rule=RULES["polarity"])
    yield compared(fact.id, "certainty", members, compare_certainty, strength, rule=RULES["certainty"])
    kinds = [Member(c, s) for c in fact.claims for s in attributed(c)]
    if len({m.claim.report_id for m in kinds}) > 1:
        yield compared(fact.id, "attribute", kinds, compare_attributes, strength, rule=RULES["attribute"])
    persons = [Member(c, s) for c in fact.claims for part in PARTS for s in c.all(part) if is_person(s)]
    if len({m.claim.report_id for m in persons}) > 1:
        yield compared(
            fact.id, "person", persons, partial(compare_persons, known=known), strength, rule=RULES["person"]
        )


def _compare_question(fact: Fact, strength: Strength) -> Compared:
    asked = max((n for n, claim in enumerate(fact.claims) if claim.kind == "question"), default=0)
    ordered = (fact.claims[asked], *fact.claims[:asked], *fact.claims[asked + 1 :])
    members = [Member(c, None) for c in ordered]
    return compared(fact.id, "certainty", members, _answers, strength, rule=RULES["question"])


def _answers(left: Member, right: Member) -> Verdict:
    if (left.claim.kind == "question") != (right.claim.kind == "question"):
        attribute = left.claim.predicate if left.claim.kind == "question" else right.claim.predicate
        return "CONFLICT", 0.9, (Reason.of("question.answered", attribute=attribute),)
    return "SAME", 1.0, ()


def _places(left: Member, right: Member) -> Verdict:
    a, b = _value(left.slot), _value(right.slot)
    if left.slot is None or right.slot is None or not isinstance(a, EntityValue) or not isinstance(b, EntityValue):
        return "MISSING", 0.0, ()
    verdict, score, reasons = compare_places(a, b)
    one_planned = (left.claim.stance.certainty == "planned") != (right.claim.stance.certainty == "planned")
    other = left.slot.prep != right.slot.prep or one_planned or is_another_time(left.claim, right.claim)
    if verdict == "CONFLICT" and (_told_too(left.claim, right.slot) or _told_too(right.claim, left.slot)):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-deed"), *reasons)
    other = other or left.claim.background != right.claim.background  # "a fire in Kolkata last year"
    other = other or all(set(c.classes[:1]) & words("once", "lasting") for c in (left.claim, right.claim))
    if verdict == "CONFLICT" and (other or not is_same_deed(left.claim, right.claim, 0.6)):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-deed"), *reasons)
    if verdict in FITTING and not _tell_of_one(left.claim, right.claim):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-deed"), *reasons)
    return verdict, score, reasons


def _abodes(left: Member, right: Member) -> Verdict:
    """Where somebody lives: two places that lie in one another are one."""
    a, b = _value(left.slot), _value(right.slot)
    if not isinstance(a, EntityValue) or not isinstance(b, EntityValue):
        return "MISSING", 0.0, ()
    return compare_places(a, b)


def _told_too(claim: Claim, place: Slot) -> bool:
    """Whether the sentence of a claim names that place as well: "in Ghent, Mechelen and Vilvoorde"."""
    return place.entity in claim.around or place.text.casefold() in {e.partition(":")[2] for e in claim.around}


def _tell_of_one(left: Claim, right: Claim) -> bool:
    """That two things took place in one town is no agreement."""
    return (
        bool(set(left.classes) & set(right.classes))
        or left.predicate == right.predicate
        or own_overlap(left, right) >= _SAME_WORDS
    )


_SAME_WORDS = 0.4


def _value(slot: Slot | None) -> object:
    return None if slot is None else slot.value


_EVERY_SLOT: dict[str, tuple[str, str, Comparer]] = {
    "moment": ("time", "time", compare_moments),
    "occasion": ("occasion", "time", compare_occasions),
    "beginning": ("occasion", "time", compare_beginnings),
    "abode": ("place", "place", _abodes),
    "site": ("place", "place", _abodes),
}


_ONE_SLOT: dict[str, tuple[str, str, Comparer]] = {
    "role": ("role", "role", compare_roles),
    "quote": ("attribution", "speaker", compare_speakers),
}
