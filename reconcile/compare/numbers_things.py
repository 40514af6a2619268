"""Whether two numbers are of one thing: by the noun, the holder, the deed and the names about them."""

from reconcile.compare.deeds import is_same_deed, own_overlap
from reconcile.lexicon.load import words
from reconcile.measure.events import deed_classes, names_deed
from reconcile.measure.kin import kin
from reconcile.measure.populations import is_person
from reconcile.model.claims import Slot
from reconcile.model.comparisons import Member
from reconcile.model.quantities import QuantityValue


def number_of(member: Member) -> QuantityValue | None:
    """The quantity that is compared, if it is one."""
    value = member.value
    return value if isinstance(value, QuantityValue) else None


def is_of_one_thing(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """The fact has told already that both are of one kind of thing; here the noun itself must be the same."""
    if a.kind == "count":
        return _counts_one_thing(left, a, right, b)
    first, second = left.claim.slot("holder"), right.claim.slot("holder")
    if first is None or second is None:
        if is_of_sole_property(a, b) or is_of_told_deed(left, a, right, b):
            return True
        return first is second and (is_same_deed(left.claim, right.claim, 0.5) or is_same_event(left, right))
    kinds = (set(deed_classes(s.head)) for s in (first, second))
    if is_one_noun(first, second) or bool(set.intersection(*kinds)):
        return True
    deeds = (names_deed(s.head, m.claim.classes) for s, m in ((first, right), (second, left)))
    return any(deeds) and share_specific_name(left, right)  # the sale of £130,000, and shares worth £310,000 sold


def _counts_one_thing(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """Whether two counts are of one noun, and of one deed where the noun is common."""
    one, other = ({m.lower() for m in v.modifiers} for v in (a, b))
    if a.of is None or b.of is None or kin(a.of) != kin(b.of) or (one - other and other - one):
        return False
    lost = "people_dismissed" in (a.population, b.population)
    if (a.population is None) != (b.population is None) and (lost or is_person(a.of)):
        return False  # three people shot, two of them hurt; jobs that go, jobs that come
    if not is_person(a.of) and not one | other and _are_near_counts(a, b):
        return True
    if one == other and one and _are_near_counts(a, b, 1):
        return True  # "four computer makers", "five computer makers"
    return (
        bool(set(left.claim.classes) & set(right.claim.classes))
        or own_overlap(left.claim, right.claim) >= 0.5
        or (not is_person(a.of) and share_specific_name(left, right))
    )


def is_of_sole_property(a: QuantityValue, b: QuantityValue) -> bool:
    """Two measures of what an event has one of: how far it flew, how long a term."""
    return a.dimension is not None and a.dimension == b.dimension and a.dimension in words("measuring", "sole")


def is_of_told_deed(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """ "They talked for three hours", "the talks lasted four": one names the deed by a noun, the other tells it by a verb."""
    if a.kind != "duration":
        return False
    first, second = left.claim.slot("holder"), right.claim.slot("holder")
    nouns = [s.head if s is not None else v.of for s, v in ((first, a), (second, b))]
    return (nouns[1] is None and names_deed(nouns[0], right.claim.classes)) or (
        nouns[0] is None and names_deed(nouns[1], left.claim.classes)
    )


def is_one_noun(left: Slot, right: Slot) -> bool:
    """Holders that are one named thing, or called by one noun."""
    return kin(left.head) == kin(right.head) or (left.entity is not None and left.entity == right.entity)


def _are_near_counts(a: QuantityValue, b: QuantityValue, least: int = 5) -> bool:
    """ "11 satellites" and "ten satellites": things that few texts count twice, and nearly as many."""
    low, high = sorted((a.low or 0.0, b.low or 0.0))
    return a.low == a.high and b.low == b.high and low >= least and high <= _NEARLY * low


_NEARLY = 1.5


def is_same_event(left: Member, right: Member) -> bool:
    """The numbers' clauses tell of one class of event, and of one person or firm or in half of their words."""
    if not set(left.claim.classes) & set(right.claim.classes):
        return False
    named = [
        {e for e in m.claim.entities if e.startswith(("person:", "organization:", "vehicle:"))} for m in (left, right)
    ]
    return bool(named[0] & named[1]) or own_overlap(left.claim, right.claim) >= 0.5


def share_specific_name(left: Member, right: Member) -> bool:
    """Whether both clauses name one person, firm, place or thing; a country or a town is too much to tell."""
    shared = set(left.claim.entities) & set(right.claim.entities)
    return any(not e.startswith(("country:", "city:")) for e in shared)


def share_noun(left: Member, right: Member) -> bool:
    """Whether both numbers are of things of one noun."""
    first, second = left.claim.slot("holder"), right.claim.slot("holder")
    return first is not None and second is not None and is_one_noun(first, second)


def share_name(left: Member, right: Member) -> bool:
    """Whether both numbers belong to one named thing, or to something that bears one name: a bid for one firm."""
    sides = ("holder", "name before", "name after")
    named = [{s.entity for side in sides for s in m.claim.all(side) if s.entity} for m in (left, right)]
    return bool(named[0] & named[1])
