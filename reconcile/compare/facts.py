"""Every fact slot by slot: which values fit together, which cannot both be right."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from reconcile.compare.deeds import is_same_deed, own_overlap
from reconcile.compare.persons import PARTS, Known, compare_persons, is_person
from reconcile.compare.places import compare as compare_places
from reconcile.compare.quantities import compare as compare_quantities
from reconcile.compare.roles import compare_roles
from reconcile.compare.sides import Comparer, Rule, Strength, Verdict, compared, pair_of
from reconcile.compare.speakers import compare_speakers
from reconcile.compare.spellings import compare_spellings
from reconcile.compare.stances import compare_certainty, compare_polarity
from reconcile.compare.times import compare_times
from reconcile.config import Config
from reconcile.lexicon.load import words
from reconcile.measure.events import event_classes
from reconcile.measure.kin import kin
from reconcile.measure.orders import is_one_order
from reconcile.measure.quantities import relation
from reconcile.measure.units import convert
from reconcile.model.claims import Fact, Slot
from reconcile.model.comparisons import Compared, Member
from reconcile.model.entities import EntityValue
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason


def always(left: Member, right: Member) -> bool:
    """There is but one value: a report with two contradicts itself."""
    return True


def has_one_holder(left: Member, right: Member) -> bool:
    """A person's age, the depth of a well: a thing has one."""
    a, b = _value(left.slot), _value(right.slot)
    if not isinstance(a, QuantityValue) or not isinstance(b, QuantityValue):
        return False
    first, second = left.claim.slot("holder"), right.claim.slot("holder")
    named = first is not None and second is not None and kin(first.head) == kin(second.head)
    return named and (
        a.kind == "age" or (a.kind == "measure" and a.dimension is not None and a.dimension == b.dimension)
    )


# How surely two claims must speak of the same thing before their values may contradict each other.
RULES = {
    "event": Rule(2.0, 2.0),
    "quantity": Rule(0.50, 0.60, 4, one_holder=has_one_holder),
    "time": Rule(0.60),
    "place": Rule(0.36),
    "polarity": Rule(0.60),
    "certainty": Rule(0.53),
    "question": Rule(0.60, 2.0, one_holder=always),
    "role": Rule(0.60, most_values=9),
    "attribution": Rule(0.60, most_values=9),
    "person": Rule(0.40, 2.0),
    "entity": Rule(0.60, 0.60, 9, one_holder=always),
}


def compare(facts: Sequence[Fact], config: Config) -> tuple[Compared, ...]:
    """The comparisons of all facts of two claims or more, in the order of the facts."""
    known = _known(facts)
    return tuple(c for fact in facts if len(fact.claims) > 1 for c in _compare(fact, known))


def _compare(fact: Fact, known: Known) -> Iterator[Compared]:
    strength = {pair_of(k.left, k.right): k.score for k in fact.links}
    if fact.kind == "event":
        yield from _compare_event(fact, strength)
    elif fact.kind == "statement":
        yield from _compare_statement(fact, strength, known)
    elif fact.kind == "question":
        yield _compare_question(fact, strength)
    elif fact.kind in _ONE_SLOT:
        kind, slot, comparer = _ONE_SLOT[fact.kind]
        members = [Member(c, s) for c in fact.claims if (s := c.slot(slot)) is not None]
        yield compared(fact.id, kind, members, comparer, strength, rule=RULES[kind])


def _known(facts: Sequence[Fact]) -> dict[str, frozenset[str]]:
    """The entities that each report names."""
    found: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        for claim in fact.claims:
            found[claim.report_id].update(claim.around, claim.entities)
    return {report: frozenset(entities) for report, entities in found.items()}


def _compare_event(fact: Fact, strength: Strength) -> Iterator[Compared]:
    """When and where an event took place, by all claims that tell of it."""
    for kind, comparer in (("time", compare_times), ("place", _places)):
        slotted = [Member(c, s) for c in fact.claims for s in c.all(kind)]
        if len({m.claim.report_id for m in slotted}) > 1:
            yield compared(fact.id, kind, slotted, comparer, strength, rule=RULES[kind])


def _compare_statement(fact: Fact, strength: Strength, known: Known) -> Iterator[Compared]:
    """What is said to have happened, whether, and how surely."""
    members = [Member(c, None) for c in fact.claims]
    yield compared(fact.id, "event", members, _same, strength, rule=RULES["event"])
    yield compared(fact.id, "polarity", members, compare_polarity, strength, rule=RULES["polarity"])
    yield compared(fact.id, "certainty", members, compare_certainty, strength, rule=RULES["certainty"])
    persons = [Member(c, s) for c in fact.claims for part in PARTS for s in c.all(part) if is_person(s)]
    if len({m.claim.report_id for m in persons}) > 1:
        yield compared(
            fact.id, "person", persons, partial(compare_persons, known=known), strength, rule=RULES["person"]
        )


def _compare_question(fact: Fact, strength: Strength) -> Compared:
    question, answers = fact.claims[0], fact.claims[1:]
    for number, claim in enumerate(fact.claims):
        if claim.kind == "question":
            question, answers = claim, (*fact.claims[:number], *fact.claims[number + 1 :])
    members = [Member(question, None), *(Member(a, None) for a in answers)]
    return compared(fact.id, "certainty", members, _answers, strength, rule=RULES["question"])


def _answers(left: Member, right: Member) -> Verdict:
    if (left.claim.kind == "question") != (right.claim.kind == "question"):
        attribute = left.claim.predicate if left.claim.kind == "question" else right.claim.predicate
        return "CONFLICT", 0.9, (Reason.of("question.answered", attribute=attribute),)
    return "SAME", 1.0, ()


def _same(left: Member, right: Member) -> Verdict:
    return "SAME", 1.0, ()


def _quantities(left: Member, right: Member) -> Verdict:
    a, b = _value(left.slot), _value(right.slot)
    if not isinstance(a, QuantityValue) or not isinstance(b, QuantityValue):
        return "MISSING", 0.0, ()
    verdict, score, reasons = compare_quantities(a, b)
    if verdict in ("SAME", "EQUIVALENT") and a.approximate != b.approximate:
        verdict = "APPROXIMATE"
    settled = any(r.code == "quantity.former" for r in reasons)
    if verdict == "UNCLEAR" and not settled and relation(a, b) == "disjoint" and _is_of_one_thing(left, a, right, b):
        verdict, score = "CONFLICT", 0.85
    if verdict == "CONFLICT" and a.kind != "count" and not _is_surely_one(left, right):
        return "UNCLEAR", 0.5, (*reasons, Reason.of("quantity.no-holder"))
    if verdict == "CONFLICT" and a.kind == "duration" and not is_same_deed(left.claim, right.claim, 0.4):
        return "UNCLEAR", 0.5, (*reasons, Reason.of("claim.other-deed"))
    if (
        verdict == "CONFLICT"
        and (_is_compound(left, a) or _is_compound(right, b))
        and own_overlap(left.claim, right.claim) < 0.5
    ):
        return "UNCLEAR", 0.5, (*reasons, Reason.of("claim.other-deed"))
    if verdict == "CONFLICT" and not is_one_order(a, b):
        return "UNCLEAR", 0.5, (*reasons, Reason.of("quantity.other-order"))
    if verdict == "CONFLICT" and (a.dimension is None) != (b.dimension is None) and not _is_near(a, b):
        return "UNCLEAR", 0.5, (*reasons, Reason.of("quantity.maybe-other-dimension"))
    if verdict == "CONFLICT" and (_moves(left) or _moves(right)):
        return "UNCLEAR", 0.5, (*reasons, Reason.of("claim.fluctuating"))
    if verdict == "CONFLICT" and left.claim.superseded and right.claim.superseded:
        return "UNCLEAR", 0.5, (*reasons, Reason.of("claim.superseded"))
    return verdict, score, reasons


def _is_of_one_thing(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """The fact has told already that both are of one kind of thing; here the noun itself must be the same."""
    if a.kind == "count":
        return a.of is not None and b.of is not None and kin(a.of) == kin(b.of)
    first, second = left.claim.slot("holder"), right.claim.slot("holder")
    if first is None or second is None:
        return False
    kinds = (set(event_classes(s.head, "NOUN")) for s in (first, second))
    return kin(first.head) == kin(second.head) or bool(set.intersection(*kinds))


def _is_compound(member: Member, value: QuantityValue) -> bool:
    """ "three-stage rocket": a kind of rocket rather than a count."""
    return value.kind == "count" and member.slot is not None and "-" in member.slot.text


def _is_near(a: QuantityValue, b: QuantityValue) -> bool:
    """Whether two numbers are of one order; a width of 30 cm and 40 m of the same well are two dimensions."""
    first, second = (convert(v.low or v.high or 0.0, v.unit, "metre") if v.unit else v.low for v in (a, b))
    return not first or not second or max(first, second) <= 4 * min(first, second)


def _is_surely_one(left: Member, right: Member) -> bool:
    """Both holders are named; or the clauses share a name, or half of their words."""
    if left.claim.slot("holder") is not None and right.claim.slot("holder") is not None:
        return True
    named = {e for e in set(left.claim.entities) & set(right.claim.entities) if not e.startswith(("country:", "city:"))}
    return bool(named) or own_overlap(left.claim, right.claim) >= 0.5


def _moves(member: Member) -> bool:
    """Whether the number is of a price, an index and the like, which change by the hour."""
    holder = member.claim.slot("holder")
    return holder is not None and holder.head in words("fluctuating", "holders")


def _places(left: Member, right: Member) -> Verdict:
    a, b = _value(left.slot), _value(right.slot)
    if left.slot is None or right.slot is None or not isinstance(a, EntityValue) or not isinstance(b, EntityValue):
        return "MISSING", 0.0, ()
    verdict, score, reasons = compare_places(a, b)
    if verdict == "CONFLICT" and (left.slot.prep != right.slot.prep or not is_same_deed(left.claim, right.claim, 0.6)):
        return "UNCLEAR", 0.5, (Reason.of("claim.other-deed"), *reasons)
    return verdict, score, reasons


def _value(slot: Slot | None) -> object:
    return None if slot is None else slot.value


_ONE_SLOT: dict[str, tuple[str, str, Comparer]] = {
    "quantity": ("quantity", "quantity", _quantities),
    "role": ("role", "role", compare_roles),
    "quote": ("attribution", "speaker", compare_speakers),
    "name": ("entity", "name", compare_spellings),
}
