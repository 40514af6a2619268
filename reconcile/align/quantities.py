"""Quantities of the same thing into facts, whatever their values: the same unit, the same counted noun, the same sub-event."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from reconcile.align.features import Profile, cosine, overlap
from reconcile.align.quantities_frames import frame_of, hang_on_others, holder, modifiers, set_apart
from reconcile.measure.kin import kin
from reconcile.measure.lone import Inventory, are_lone, inventory
from reconcile.measure.pairs import near_pairs
from reconcile.measure.quantities import relation
from reconcile.measure.remembered import recalled
from reconcile.measure.times import days_apart
from reconcile.model.claims import Claim, Link
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason
from reconcile.model.stories import Stories
from reconcile.model.times import TimeValue

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
            if alike >= OF_ONE_STORY and (link is None or link.score < _LONE):
                link = _lone_link(a.claim, b.claim, told) or link
            if link is not None:
                yield link


def _lone_link(left: Claim, right: Claim, told: Inventory) -> Link | None:
    """The only sums in one currency that two reports of one story do not share."""
    a, b = value_of(left), value_of(right)
    if a is None or b is None or not are_lone(left.report_id, a, right.report_id, b, told):
        return None
    if set_apart(modifiers(left, a), modifiers(right, b)) or hang_on_others(left, right):
        return None
    return Link(left.id, right.id, _LONE, (Reason.of("align.only-figure", unit=a.unit or ""),))


def _link(left: Profile, right: Profile, alike: float) -> Link | None:
    a, b = value_of(left.claim), value_of(right.claim)
    if a is None or b is None:
        return None
    frame = frame_of(left.claim, a, right.claim, b)
    if _are_told_apart(left.claim, a, right.claim, b) or _are_of_two_times(left.claim, a, right.claim, b):
        return None
    by_figure = _by_figure(left.claim, a, right.claim, b) if alike >= OF_ONE_STORY else None
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
    if a.population is not None and a.population == b.population and alike >= OF_ONE_STORY:
        total += _FATED
    if total < JOIN:
        return by_figure
    reasons = (*frame.reasons, Reason.of("align.context", likeness=f"{likeness:.2f}"))
    return Link(left.claim.id, right.claim.id, min(1.0, total), reasons)


def _are_told_apart(left: Claim, a: QuantityValue, right: Claim, b: QuantityValue) -> bool:
    """Two numbers that one report tells in one breath, and that exclude each other: they are of two things."""
    one_breath = left.report_id == right.report_id and abs(left.sentence - right.sentence) <= 1
    return one_breath and relation(a, b) == "disjoint"


def _are_of_two_times(left: Claim, a: QuantityValue, right: Claim, b: QuantityValue) -> bool:
    """The dead of the news, and another number of those of an earlier year."""
    if a.population is None or a.population != b.population or relation(a, b) in ("equal", "approximate"):
        return False
    days = [
        [s.value for s in c.all("occasion") if isinstance(s.value, TimeValue) and s.value.anchored]
        for c in (left, right)
    ]
    far = bool(days[0] and days[1]) and all(_FAR_DAYS < days_apart(x, y) < math.inf for x in days[0] for y in days[1])
    return far or left.background != right.background


_FAR_DAYS = 45


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
OF_ONE_STORY = 0.2
# How many were killed, held or moved to safety, a story tells of one event mostly.
_FATED = 0.1
_OVER = 0.05
_BARELY = 0.12


def _is_main(left: Profile, right: Profile) -> bool:
    """Whether both numbers are of a thing that both reports speak of again and again: the boy, the well."""
    heads = [holder(p.claim) for p in (left, right)]
    return all(h is not None and kin(h) in p.prominent for h, p in zip(heads, (left, right), strict=True))


def _have_one_holder(left: Claim, right: Claim) -> bool:
    first, second = left.slot("holder"), right.slot("holder")
    return first is not None and second is not None and first.entity is not None and first.entity == second.entity


_FITTING = ("equal", "refines", "coarser", "approximate")


def _is_telling(value: QuantityValue) -> bool:
    """Numbers that two passages share by chance only seldom."""
    number = value.low if value.low is not None else value.high
    return number is not None and (abs(number) >= 10 or number != int(number)) and value.hedge != "vague"
