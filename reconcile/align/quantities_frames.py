"""How far two quantities are of the same thing, without regard to their values: the noun, the holder, what sets two things apart."""

from attrs import frozen

from reconcile.lexicon.load import words
from reconcile.measure.events import deed_classes, names_deed
from reconcile.measure.kin import kin
from reconcile.measure.orders import is_one_order
from reconcile.measure.populations import DIFFERENT, PART, SAME, comparability, is_general, is_person, one_event
from reconcile.measure.quantities import relation
from reconcile.model.claims import Claim, Slot
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason


@frozen
class Frame:
    """How far two quantities are of the same thing, without regard to their values."""

    value: float
    reasons: tuple[Reason, ...]


def frame_of(left: Claim, a: QuantityValue, right: Claim, b: QuantityValue) -> Frame | None:
    """None where the two are surely not of one thing: other units, orders, nouns, dimensions, versions."""
    if not is_one_order(a, b) or (a.dimension and b.dimension and a.dimension != b.dimension):
        return None
    noun = _same_noun(left, a, right, b) if a.kind == "count" else _same_holder(left, a, right, b)
    if noun == 0.0 or set_apart(modifiers(left, a), modifiers(right, b)) or hang_on_others(left, right):
        return None
    if relation(a, b) == "incomparable":  # asked last, since it costs most
        return None
    reason = Reason.of("align.same-counted", of=a.of or holder(left) or a.unit or "")
    if (a.dimension is None) != (b.dimension is None):
        noun *= 0.9
    return Frame(min(1.0, noun + (0.15 if a.dimension and a.dimension == b.dimension else 0.0)), (reason,))


def _same_noun(left: Claim, a: QuantityValue, right: Claim, b: QuantityValue) -> float:
    """Counts: one population or noun; people at large only where the same happens to them."""
    level = (
        SAME
        if a.of and b.of and a.of not in _PERSONS and kin(a.of) == kin(b.of) and not a.population
        else comparability(a, b)
    )
    if level == DIFFERENT or not (a.of or a.population) or not (b.of or b.population):
        return 0.0
    if is_general(a.of) and not a.population and not (_same_event(left, right) and a.of == b.of):
        return 0.0
    if level == SAME:
        return 1.0 if a.population else _share_modifiers(a, b)
    if level == PART and a.population and a.population == b.population:
        return _OF_ONE_FATE
    if a.of in _PERSONS or b.of in _PERSONS:
        return 0.8 if a.of == b.of and _same_event(left, right) else 0.0
    return 0.8 if kin(a.of or "") == kin(b.of or "") else 0.6 if level == PART else 0.0


# The men, and the people, who were killed.
_OF_ONE_FATE = 0.8


def _share_modifiers(a: QuantityValue, b: QuantityValue) -> float:
    """Less where one noun says more; nothing where each says something else: short-range and ballistic missiles."""
    first, second = ({m.lower() for m in v.modifiers} for v in (a, b))
    if first - second and second - first:
        return 0.0
    return 1.0 if first == second else 0.8


_PERSONS = frozenset({"people", "person", "man", "woman", "child", "member", "one", "other", "time"})


def _same_event(left: Claim, right: Claim) -> bool:
    return bool(set(left.classes) & set(right.classes))


def _same_holder(left: Claim, a: QuantityValue, right: Claim, b: QuantityValue) -> float:
    """Measures, money, ages: of the same noun; a number whose holder the text does not name fits any, weakly."""
    first, second = _named_holder(left), _named_holder(right)
    if a.kind == "magnitude":
        return 0.0 if _is_aftershock(first, a) != _is_aftershock(second, b) else 1.0
    if first is None or second is None:
        return _of_some_holder(left, first, a, right, second, b)
    if first.entity is not None and second.entity is not None:
        return 1.0 if first.entity == second.entity else 0.0
    if kin(first.head) == kin(second.head):
        return 1.0
    if set(deed_classes(first.head)) & set(deed_classes(second.head)):
        return 1.0 if a.kind == "duration" else 0.9
    if any(names_deed(s.head, c.classes) for s, c in ((first, right), (second, left))):
        return _OF_DEED  # the sale of £130,000, and shares worth £310,000 sold
    if a.kind == "measure" and a.event and b.event and one_event(a.event, b.event) and _may_be_one(first, second):
        return _OF_DEED
    return 0.5 if a.kind == "age" else 0.0


def _of_some_holder(
    left: Claim, first: Slot | None, a: QuantityValue, right: Claim, second: Slot | None, b: QuantityValue
) -> float:
    """Where one of the two does not name what its number is of: by the noun, the property, the deed."""
    nouns = [h.head if h is not None else v.of for h, v in ((first, a), (second, b))]
    if nouns[0] and nouns[1] and kin(nouns[0]) == kin(nouns[1]):
        return 1.0  # "shares worth £310,000", "£130,000 of stock"
    if a.dimension is not None and a.dimension == b.dimension:
        if a.dimension in words("measuring", "sole"):
            return _OF_DEED
        if a.dimension == "vote share":
            return _OF_DEED if _speak_of_one(left, right) else 0.3
    if names_deed(nouns[0], right.classes) or names_deed(nouns[1], left.classes):
        return 1.0 if a.kind == "duration" else _OF_DEED  # "they talked for three hours", "the talks lasted four"
    return {"age": 0.5, "duration": 0.3, "percent": 0.3}.get(a.kind, 0.4)


def _speak_of_one(left: Claim, right: Claim) -> bool:
    """Whether both sentences speak of one person or party, and of no other."""
    named = [{e for e in (*c.entities, *c.around) if e.startswith(("person:", "organization:"))} for c in (left, right)]
    return len(named[0]) == len(named[1]) == 1 and named[0] == named[1]


def _is_aftershock(holder: Slot | None, value: QuantityValue) -> bool:
    return "aftershock" in (value.of, holder.head if holder is not None else None)


def _may_be_one(left: Slot, right: Slot) -> bool:
    """A climber and Duncan Rait: of two people one is named, at most."""
    named = [s for s in (left, right) if s.entity is not None]
    people = [s.entity is None and is_person(s.head) for s in (left, right)]
    return all(people) or (len(named) == 1 and str(named[0].entity).startswith("person:") and any(people))


# How far someone fell, flew, drove: a measure of the deed, whoever did it.
_OF_DEED = 0.8


def _named_holder(claim: Claim) -> Slot | None:
    """The holder, unless it is a pronoun that stands for nothing known."""
    slot = claim.slot("holder")
    return None if slot is not None and slot.entity is None and slot.head in words("pronouns", "all") else slot


def holder(claim: Claim) -> str | None:
    """The head of what the number is of."""
    slot = claim.slot("holder")
    return slot.head if slot is not None else None


def modifiers(claim: Claim, value: QuantityValue) -> set[str]:
    """The words that hang on what is counted and on what it is of."""
    return {s.head for s in claim.all("modifier")} | {m.lower() for m in value.modifiers}


# The votes on the losing side; see extract.quantities_joined.
_AGAINST = "against"


def set_apart(left: set[str], right: set[str]) -> bool:
    """Modifiers that keep two nouns apart: the new offer is not the original one."""
    further = words("fluctuating", "further")
    if (_AGAINST in left) != (_AGAINST in right):
        return True
    if bool(left & further) != bool(right & further):
        return True
    late, early = words("fluctuating", "late"), words("fluctuating", "early")
    return bool((left & late and right & early) or (left & early and right & late))


# Names of places may hold one another; they tell two things apart less surely than names of people and firms.
_ON_MAP = ("city:", "region:", "country:", "place:")


def hang_on_others(left: Claim, right: Claim) -> bool:
    """Each hangs on names of its own: the bid for one firm is not the bid for another, Anna's offer is not Ben's."""
    before, after = ([_names_at(c, side) for c in (left, right)] for side in ("name before", "name after"))
    if any(a and b and not a & b for a, b in (before, after)):
        return True
    # who bids in one is bid for in the other
    return bool((before[0] & after[1]) - before[1] - after[0]) or bool((before[1] & after[0]) - before[0] - after[1])


def _names_at(claim: Claim, side: str) -> set[str]:
    """The names that hang on the holder, itself and names on the map aside."""
    held = {s.entity for s in claim.all("holder")}
    return {s.entity for s in claim.all(side) if s.entity and s.entity not in held and not s.entity.startswith(_ON_MAP)}
