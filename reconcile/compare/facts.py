"""Every fact slot by slot: which values fit together, which cannot both be right."""

from collections.abc import Iterator, Sequence

from reconcile.compare.quantities import compare as compare_quantities
from reconcile.compare.places import compare as compare_places
from reconcile.compare.sides import Comparer, Verdict, compared
from reconcile.compare.stances import compare_certainty, compare_polarity
from reconcile.compare.times import compare_times
from reconcile.config import Config
from reconcile.measure.quantities import relation
from reconcile.model.claims import Fact, Slot
from reconcile.model.comparisons import Compared, Member
from reconcile.model.entities import EntityValue
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason

# How surely two claims must speak of the same thing before their values may contradict each other.
LEAST = {"quantity": 0.62, "time": 0.62, "place": 0.66, "polarity": 0.70, "certainty": 0.62}


def compare(facts: Sequence[Fact], config: Config) -> tuple[Compared, ...]:
    """The comparisons of all facts of two claims or more, in the order of the facts."""
    return tuple(c for fact in facts if len(fact.claims) > 1 for c in _compare(fact))


def _compare(fact: Fact) -> Iterator[Compared]:
    strength = {tuple(sorted((k.left, k.right))): k.score for k in fact.links}
    if fact.kind == "quantity":
        members = [Member(c, c.slot("quantity")) for c in fact.claims]
        yield compared(fact.id, "quantity", members, _quantities, strength, least=LEAST["quantity"])
        return
    if fact.kind not in ("event", "state"):
        return
    whole = [Member(c, None) for c in fact.claims]
    yield compared(fact.id, "event", whole, _same, strength, least=1.0)
    yield compared(fact.id, "polarity", whole, compare_polarity, strength, least=LEAST["polarity"])
    yield compared(fact.id, "certainty", whole, compare_certainty, strength, least=LEAST["certainty"])
    for kind, comparer in (("time", compare_times), ("place", _places)):
        members = [Member(c, s) for c in fact.claims for s in c.all(kind)]
        if len({m.claim.report_id for m in members}) > 1:
            yield compared(fact.id, kind, members, comparer, strength, least=LEAST[kind])


def _same(left: Member, right: Member) -> Verdict:
    return "SAME", 1.0, ()


def _quantities(left: Member, right: Member) -> Verdict:
    a, b = _value(left.slot), _value(right.slot)
    if not isinstance(a, QuantityValue) or not isinstance(b, QuantityValue):
        return "MISSING", 0.0, ()
    verdict, score, reasons = compare_quantities(a, b)
    if verdict == "UNCLEAR" and relation(a, b) == "disjoint" and a.kind != "count":
        verdict, score = "CONFLICT", 0.9  # the fact has told already that both belong to one holder
    if verdict == "CONFLICT" and left.claim.superseded and right.claim.superseded:
        return "UNCLEAR", 0.5, (*reasons, Reason.of("claim.superseded"))
    return verdict, score, reasons


def _places(left: Member, right: Member) -> Verdict:
    a, b = _value(left.slot), _value(right.slot)
    if not isinstance(a, EntityValue) or not isinstance(b, EntityValue):
        return "MISSING", 0.0, ()
    return compare_places(a, b)


def _value(slot: Slot | None) -> object:
    return None if slot is None else slot.value
