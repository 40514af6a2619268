"""Numbers that are probably of one thing: do they exclude each other, and is there anything that no probability outweighs?"""

from collections.abc import Iterable, Sequence
from types import MappingProxyType

from attrs import evolve

from reconcile.compare.numbers_doubts import STANDING
from reconcile.compare.numbers_things import number_of
from reconcile.compare.numbers_told import Figures, name_other_firms, tells_too
from reconcile.compare.persons import Known
from reconcile.compare.quantities import VERDICTS
from reconcile.compare.sides import Verdict
from reconcile.measure.populations import DIFFERENT, PART, is_person
from reconcile.measure.properties import of_one_thing
from reconcile.measure.quantities import relation
from reconcile.model.claims import Link
from reconcile.model.comparisons import Conflict, Member, ValueGroup
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason

_APART = {DIFFERENT: "quantity.other-population", PART: "quantity.maybe-part"}
_LOST = "people_dismissed"  # jobs that go are not those that come


def compare_weighed(
    left: Member,
    right: Member,
    figures: Figures = MappingProxyType({}),
    known: Known = MappingProxyType({}),
) -> Verdict:
    """CONFLICT where the numbers exclude each other, neither report tells the other's number too, and no standing doubt is left."""
    a, b = number_of(left), number_of(right)
    if a is None or b is None:
        return "MISSING", 0.0, ()
    found = relation(a, b)
    if found in VERDICTS:
        return VERDICTS[found], 1.0, ()
    if found == "incomparable":
        return "UNCLEAR", 0.0, ()
    if a.former != b.former:
        return "UNCLEAR", 0.0, (Reason.of("quantity.former", left=a.of or a.kind, right=b.of or b.kind),)
    level = DIFFERENT if _are_of_other_kinds(a, b) else of_one_thing(a, b)
    if level in _APART:
        return "UNCLEAR", 0.0, (Reason.of(_APART[level], left=a.of or a.kind, right=b.of or b.kind),)
    reason = Reason.of("quantity.disjoint", what=a.of or a.unit or a.kind)
    doubt = next((code for code, holds in STANDING if holds(left, a, right, b)), None)
    if doubt is None and a.kind in ("money", "percent") and name_other_firms(left, right, known):
        doubt = "claim.other-subject"
    if doubt is None and (tells_too(left, b, figures) or tells_too(right, a, figures)):
        doubt = "quantity.tells-both"
    return ("CONFLICT", 1.0, (reason,)) if doubt is None else ("UNCLEAR", 0.5, (reason, Reason(doubt)))


def _are_of_other_kinds(a: QuantityValue, b: QuantityValue) -> bool:
    """The jobs that go and those that come; the dead and the rescue teams that were sent."""
    if a.population != b.population and _LOST in (a.population, b.population):
        return True
    return (_are_people(a) and _are_things(b)) or (_are_people(b) and _are_things(a))


def _are_people(value: QuantityValue) -> bool:
    return is_person(value.of) if value.population is None else value.population.startswith("people")


def _are_things(value: QuantityValue) -> bool:
    """Names are no things: those on a list stand for the people."""
    return bool(value.of) and value.of != "name" and not is_person(value.of) and not _are_people(value)


def explained(
    conflicts: Iterable[Conflict], groups: Sequence[ValueGroup], links: Sequence[Link]
) -> tuple[Conflict, ...]:
    """The conflicts with what speaks most for their numbers being of one thing: the reasons of the surest link across them."""
    return tuple(evolve(c, reasons=(*c.reasons, *_surest(groups[c.left], groups[c.right], links))) for c in conflicts)


def _surest(left: ValueGroup, right: ValueGroup, links: Sequence[Link]) -> tuple[Reason, ...]:
    sides = [{m.claim.id for m in group.members} for group in (left, right)]
    across = [
        k for k in links if (k.left in sides[0] and k.right in sides[1]) or (k.left in sides[1] and k.right in sides[0])
    ]
    return max(across, key=lambda k: (k.score, k.left, k.right)).reasons if across else ()
