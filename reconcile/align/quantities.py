"""Quantities of the same thing into facts, whatever their values: the same unit, the same counted noun, the same sub-event."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import frozen

from reconcile.align.features import Profile, cosine, overlap
from reconcile.lexicon.load import words
from reconcile.measure.events import deed_classes, names_deed
from reconcile.measure.kin import kin
from reconcile.measure.lone import Inventory, are_lone, inventory
from reconcile.measure.orders import is_one_order
from reconcile.measure.pairs import near_pairs
from reconcile.measure.populations import DIFFERENT, PART, SAME, comparability, is_general, is_person, one_event
from reconcile.measure.quantities import relation
from reconcile.measure.remembered import recalled
from reconcile.model.claims import Claim, Link, Slot
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason
from reconcile.model.stories import Stories

JOIN = 0.5
_LONE = 0.8
_ALIKE = 0.3
_USUAL = 0.3


def value_of(claim: Claim) -> QuantityValue | None:
    """The quantity that a quantity claim is about."""
    slot = claim.slot("quantity")
    return slot.value if slot is not None and isinstance(slot.value, QuantityValue) else None


def quantity_links(members: Sequence[Profile], stories: Stories) -> Iterator[Link]:
    """Links of all pairs that count or measure the same thing surely enough; within one report too."""
    by_key: dict[str, list[Profile]] = defaultdict(list)
    told = inventory(m.claim for m in members)
    for profile in members:
        value = value_of(profile.claim)
        if value is not None:
            by_key[f"{value.kind}:{value.unit if value.kind in ('money', 'score') else ''}"].append(profile)
    for group in by_key.values():
        for a, b in near_pairs(group):
            alike = stories.alike(a.claim.report_id, b.claim.report_id)
            link = recalled(("quantity", id(a), id(b), alike), _link, a, b, alike)
            if alike >= _OF_ONE_STORY and (link is None or link.score < _LONE):
                link = _lone_link(a.claim, b.claim, told) or link
            if link is not None:
                yield link


def _lone_link(left: Claim, right: Claim, told: Inventory) -> Link | None:
    """The only sums in one currency that two reports of one story do not share."""
    a, b = value_of(left), value_of(right)
    if a is None or b is None or not are_lone(left.report_id, a, right.report_id, b, told):
        return None
    if _apart(_modifiers(left, a), _modifiers(right, b)) or _other_names(left, right):
        return None
    return Link(left.id, right.id, _LONE, (Reason.of("align.only-figure", unit=a.unit or ""),))


@frozen
class _Frame:
    """How far two quantities are of the same thing, without regard to their values."""

    value: float
    reasons: tuple[Reason, ...]


def _link(left: Profile, right: Profile, alike: float) -> Link | None:
    a, b = value_of(left.claim), value_of(right.claim)
    if a is None or b is None:
        return None
    frame = _frame(left.claim, a, right.claim, b)
    if _are_told_apart(left.claim, a, right.claim, b):
        return None
    by_figure = _by_figure(left.claim, a, right.claim, b) if alike >= _OF_ONE_STORY else None
    if frame is None:
        return by_figure
    likeness = cosine(left, right)
    shared = {c for c in left.classes & right.classes if not c.startswith("word:")}
    entities = overlap(left.entities | left.around, right.entities | right.around)
    telling = (relation(a, b) in _FITTING and _is_telling(a)) * (1 if by_figure is None else 2)
    vague = not _is_main(left, right) and not _have_one_holder(left.claim, right.claim)
    if a.kind in ("age", "measure") and vague and likeness < _BARELY and not shared:
        return by_figure
    total = (
        0.62 * frame.value + 0.38 * min(1.0, 1.5 * likeness) + 0.08 * bool(shared) + 0.05 * entities + 0.15 * telling
    )
    total += _ALIKE * (min(alike, 0.5) - _USUAL)
    if a.population is not None and a.population == b.population and alike >= _OF_ONE_STORY:
        total += _FATED
    if total < JOIN:
        return by_figure
    reasons = (*frame.reasons, Reason.of("align.context", likeness=f"{likeness:.2f}"))
    return Link(left.claim.id, right.claim.id, min(1.0, total), reasons)


def _are_told_apart(left: Claim, a: QuantityValue, right: Claim, b: QuantityValue) -> bool:
    """Two numbers that one report tells in one breath, and that exclude each other: they are of two things."""
    one_breath = left.report_id == right.report_id and abs(left.sentence - right.sentence) <= 1
    return one_breath and relation(a, b) == "disjoint"


def _by_figure(left: Claim, a: QuantityValue, right: Claim, b: QuantityValue) -> Link | None:
    """The same figure of so many digits that two reports of one story have it by chance only seldom: "41,250", "6.1 inches"."""
    if left.report_id == right.report_id or a.low != b.low or a.high != b.high or a.low is None or a.low != a.high:
        return None
    if (
        (a.kind, a.unit, a.former) != (b.kind, b.unit, b.former)
        or (a.per and b.per and a.per != b.per)
        or a.kind in ("ordinal", "score", "share")
    ):
        return None
    if (a.dimension and b.dimension and a.dimension != b.dimension) or (
        a.population and b.population and a.population != b.population
    ):
        return None
    bare = (a.of is None) != (b.of is None) and a.low >= 1000
    one_noun = a.unit is not None or bare or (a.of is not None and b.of is not None and kin(a.of) == kin(b.of))
    if _digits(a.low) < (_FIGURE_WITH_UNIT if one_noun else _FIGURE):
        return None
    reason = Reason.of("align.same-figure", figure=f"{a.low:g}")
    return Link(left.id, right.id, JOIN + _OVER, (reason,))


def _digits(number: float) -> int:
    """Significant digits, zeros at the end left out: 41,250 has four, 3,000 one."""
    return len(f"{number:.9g}".partition("e")[0].replace(".", "").replace("-", "").strip("0"))


_FIGURE, _FIGURE_WITH_UNIT = 3, 2
_OF_ONE_STORY = 0.2
# How many were killed, held or moved to safety, a story tells of one event mostly.
_FATED = 0.1
_OVER = 0.05


def _frame(left: Claim, a: QuantityValue, right: Claim, b: QuantityValue) -> _Frame | None:
    """None where the two are surely not of one thing: other units, orders, nouns, dimensions, versions."""
    if (
        relation(a, b) == "incomparable"
        or not is_one_order(a, b)
        or (a.dimension and b.dimension and a.dimension != b.dimension)
    ):
        return None
    if _apart(_modifiers(left, a), _modifiers(right, b)) or _other_names(left, right):
        return None
    noun = _same_noun(left, a, right, b) if a.kind == "count" else _same_holder(left, a, right, b)
    if noun == 0.0:
        return None
    reason = Reason.of("align.same-counted", of=a.of or _holder(left) or a.unit or "")
    if (a.dimension is None) != (b.dimension is None):
        noun *= 0.9
    return _Frame(min(1.0, noun + (0.15 if a.dimension and a.dimension == b.dimension else 0.0)), (reason,))


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


_BARELY = 0.12


def _is_main(left: Profile, right: Profile) -> bool:
    """Whether both numbers are of a thing that both reports speak of again and again: the boy, the well."""
    heads = [_holder(p.claim) for p in (left, right)]
    return all(h is not None and kin(h) in p.prominent for h, p in zip(heads, (left, right), strict=True))


def _have_one_holder(left: Claim, right: Claim) -> bool:
    first, second = left.slot("holder"), right.slot("holder")
    return first is not None and second is not None and first.entity is not None and first.entity == second.entity


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
            return _OF_DEED if _name_one(left, right) else 0.3
    if names_deed(nouns[0], right.classes) or names_deed(nouns[1], left.classes):
        return 1.0 if a.kind == "duration" else _OF_DEED  # "they talked for three hours", "the talks lasted four"
    return {"age": 0.5, "duration": 0.3, "percent": 0.3}.get(a.kind, 0.4)


def _name_one(left: Claim, right: Claim) -> bool:
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


def _holder(claim: Claim) -> str | None:
    slot = claim.slot("holder")
    return slot.head if slot is not None else None


def _modifiers(claim: Claim, value: QuantityValue) -> set[str]:
    return {s.head for s in claim.all("modifier")} | {m.lower() for m in value.modifiers}


# The votes on the losing side; see extract.quantities_joined.
_AGAINST = "against"


def _apart(left: set[str], right: set[str]) -> bool:
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


def _other_names(left: Claim, right: Claim) -> bool:
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


_FITTING = ("equal", "refines", "coarser", "approximate")


def _is_telling(value: QuantityValue) -> bool:
    """Numbers that two passages share by chance only seldom."""
    number = value.low if value.low is not None else value.high
    return number is not None and (abs(number) >= 10 or number != int(number)) and value.hedge != "vague"
