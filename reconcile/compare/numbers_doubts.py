"""What keeps numbers that exclude each other from contradicting each other: the claims that they stand in."""

from collections.abc import Callable

from reconcile.compare.deeds import is_same_deed, own_overlap
from reconcile.compare.numbers_counts import is_far_from_it, is_of_other_side, is_other_count, is_other_make
from reconcile.compare.numbers_moments import (
    fluctuates,
    is_of_former_version,
    is_of_other_day,
    is_of_other_season,
    is_of_the_past,
    is_only_planned,
    is_running_total,
    is_taken_back,
)
from reconcile.compare.numbers_parts import (
    PLACES,
    are_fewer_bodies,
    is_few_among_all,
    is_of_one_place,
    is_of_one_sort,
    is_of_other_contest,
    is_of_requirement,
    is_of_those_who_speak,
    is_part,
)
from reconcile.compare.numbers_things import (
    is_of_sole_property,
    is_of_told_deed,
    is_same_event,
    share_specific_name,
)
from reconcile.lexicon.load import words
from reconcile.measure.arguments import name_others
from reconcile.measure.events import deed_classes
from reconcile.measure.orders import is_one_order, is_toll
from reconcile.measure.units import convert
from reconcile.model.comparisons import Member
from reconcile.model.quantities import QuantityValue
from reconcile.model.times import TimeValue

Doubt = Callable[[Member, QuantityValue, Member, QuantityValue], bool]


def _is_elsewhere(left: Member, right: Member) -> bool:
    """Whether the two clauses name other towns, or other people and firms, and none in common."""
    kinds = (PLACES, ("organization:",), ("person:",))
    return any(name_others(left.claim, right.claim, kind) for kind in kinds)


def _is_near(a: QuantityValue, b: QuantityValue) -> bool:
    """Whether two numbers are of one order; a width of 30 cm and 40 m of the same well are two dimensions."""
    first, second = (convert(v.low or v.high or 0.0, v.unit, "metre") if v.unit else v.low for v in (a, b))
    return not first or not second or max(first, second) <= 4 * min(first, second)


def _is_surely_one(left: Member, right: Member) -> bool:
    """Both holders are named; or the clauses share a name, or half of their words."""
    if left.claim.slot("holder") is not None and right.claim.slot("holder") is not None:
        return True
    return share_specific_name(left, right) or own_overlap(left.claim, right.claim) >= 0.5


def _lacks_holder(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    if a.kind in ("count", "magnitude") or is_of_sole_property(a, b) or is_of_told_deed(left, a, right, b):
        return False
    if a.dimension == b.dimension == "depth" and all(_speaks_of_a_shock(m) for m in (left, right)):
        return False
    if a.dimension == b.dimension == "vote share" and set(left.claim.around) & set(right.claim.around):
        return False
    return not _is_surely_one(left, right)


def _speaks_of_a_shock(member: Member) -> bool:
    """How deep a quake struck: a well or a mine near it would not be told of in the same sentence."""
    told = {*member.claim.words, *member.claim.context}
    return bool(told & (words("measuring", "shocks") | words("measuring", "shock_places")))


def _is_other_stretch(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    if a.kind != "duration":
        return False
    if _is_of_some_month(left) == _is_of_some_month(right) and (
        is_of_sole_property(a, b) or is_of_told_deed(left, a, right, b) or _last_alike(left, right)
    ):
        return False
    return not (is_same_deed(left.claim, right.claim, 0.4) or is_same_event(left, right))


def _is_of_some_month(member: Member) -> bool:
    """Whether the number is of a month or a year: news is dated by its day, what it remembers is not ("in August 2016")."""
    times = (s.value for s in member.claim.all("occasion"))
    return any(isinstance(t, TimeValue) and t.granularity in ("month", "season", "year") for t in times)


def _is_of_other_month(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """The premium that a firm offers, and the one that another deal fetched last month."""
    return is_of_sole_property(a, b) and a.kind == "percent" and _is_of_some_month(left) != _is_of_some_month(right)


def _last_alike(left: Member, right: Member) -> bool:
    """How long a siege lasted, and a standoff went on: both are the time of one deed that a noun names."""
    held = [m.claim.slot("holder") for m in (left, right)]
    nouns = [h.head for h in held if h is not None]
    if len(nouns) < len(held) or any(m.claim.background or m.claim.stance.certainty in _UNSURE for m in (left, right)):
        return False
    classes = [set(deed_classes(n)) for n in nouns]
    return bool(classes[0] & classes[1])


_UNSURE = frozenset({"planned", "possible", "conditional"})


def _is_of_races(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """The 60m hurdles, the 110m hurdles."""
    return a.kind == "measure" and bool({a.of, b.of} & words("quantities_context", "races"))


def _is_other_subject(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    if a.population == _AFFECTED:
        firms = [{e for e in m.claim.around if e.startswith("organization:")} for m in (left, right)]
        return bool(firms[0] and firms[1]) and not firms[0] & firms[1]
    return not is_toll(a) and _is_elsewhere(left, right)


# A fault or a leak is told by the firm that it is of.
_AFFECTED = "people_affected"


def _are_conversions(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """ "NZ$186m ($122m)", "NZ$186m ($176m)": a bare dollar in brackets is that of the paper's own country.

    "More than 800m (2,600ft)" and 960 m: a length in brackets leaves out what stands before the first one.
    """
    converted = [bool(m.claim.all("conversion")) for m in (left, right)]
    return all(converted) if a.kind == "money" else a.kind == "measure" and any(converted)


def _is_other_order(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    return not is_one_order(a, b)


def _is_other_dimension(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    return (a.dimension is None) != (b.dimension is None) and not _is_near(a, b)


def _is_of_capacity(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """The prison was built for 450 inmates, and holds 1,120."""
    meant = [bool(words("measuring", "designed") & set(m.claim.words)) for m in (left, right)]
    return a.kind == "count" and meant[0] != meant[1]


def _is_of_a_limit(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """The maximum penalty, and the term that somebody serves."""
    held = [m.claim.slot("holder") for m in (left, right)]
    limited = [h is not None and bool(words("measuring", "limits") & set(h.text.lower().split())) for h in held]
    return limited[0] != limited[1]


def _is_of_other_sex(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """The age of a boy, and the age of a girl."""
    if a.kind != "age":
        return False
    nouns = [{v.of, *(s.head for s in m.claim.all("holder"))} - {None} for m, v in ((left, a), (right, b))]
    sexes = [{sex for sex in ("male", "female") if of & words("anaphors", sex)} for of in nouns]
    return bool(sexes[0] and sexes[1]) and not sexes[0] & sexes[1]


def _is_of_other_person(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """What is said to be one person's pay, and a wage that nobody is named for."""
    held = [m.claim.slot("holder") for m in (left, right)]
    if a.kind != "money" or not all(h is not None and h.head in words("measuring", "personal") for h in held):
        return False
    owners = [{s.entity for s in m.claim.all("name before") if s.entity} for m in (left, right)]
    return bool(owners[0]) != bool(owners[1])


def _is_of_other_owner(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """Ms Nestor's 6,105 votes, and those on which Dr Tuohy finished."""
    for one, other in ((left, right), (right, left)):
        owners = {s.entity for s in one.claim.all("owner") if s.entity and s.entity.startswith("person:")}
        told = {e for e in (*other.claim.entities, *other.claim.around) if e.startswith("person:")}
        if owners and told and not owners & told:
            return True
    return False


def _is_of_other_weather(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """The gusts of one cape, and those of the next country."""
    if a.dimension not in words("measuring", "local"):
        return False
    places = [{e for e in m.claim.entities if e.startswith(_LOCAL)} for m in (left, right)]
    return bool(places[0] and places[1]) and not places[0] & places[1]


_LOCAL = (*PLACES, "country:", "other:")


def _is_of_other_event(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """Two named storms, two named wars: each killed its own."""
    named = [{e for e in m.claim.entities if e.startswith("event:")} for m in (left, right)]
    return bool(named[0] and named[1]) and not named[0] & named[1]


DOUBTS: tuple[tuple[str, Doubt], ...] = (
    ("quantity.no-holder", _lacks_holder),
    ("quantity.background", is_of_the_past),
    ("quantity.background", _is_of_other_month),
    ("quantity.maybe-part", is_part),
    ("quantity.maybe-part", is_of_one_sort),
    ("quantity.other-population", _is_of_capacity),
    ("quantity.other-population", _is_of_a_limit),
    ("quantity.other-population", is_of_requirement),
    ("quantity.other-population", is_of_other_contest),
    ("quantity.maybe-part", is_few_among_all),
    ("quantity.maybe-part", is_of_those_who_speak),
    ("quantity.maybe-part", is_running_total),
    ("quantity.maybe-part", are_fewer_bodies),
    ("quantity.maybe-part", is_of_one_place),
    ("quantity.former", is_of_former_version),
    ("claim.other-subject", _is_of_other_sex),
    ("claim.other-subject", _is_of_other_person),
    ("claim.hypothetical", is_only_planned),
    ("claim.other-day", is_of_other_day),
    ("claim.other-day", is_of_other_season),
    ("claim.other-subject", _is_of_other_event),
    ("claim.other-deed", _is_other_stretch),
    ("claim.other-deed", _is_of_races),
    ("claim.other-deed", is_other_make),
    ("claim.other-subject", _is_other_subject),
    ("claim.other-deed", is_other_count),
    ("quantity.other-population", is_far_from_it),
    ("claim.other-subject", _is_of_other_owner),
    ("quantity.other-population", _is_of_other_weather),
    ("claim.other-deed", is_of_other_side),
    ("quantity.other-dimension", _are_conversions),
    ("quantity.other-order", _is_other_order),
    ("quantity.maybe-other-dimension", _is_other_dimension),
    ("claim.fluctuating", fluctuates),
    ("claim.superseded", is_taken_back),
)


# What the words of two clauses leave open can be weighed. That the numbers are of two times, subjects or properties no probability
# outweighs.
STANDING = tuple(
    (code, holds)
    for code, holds in DOUBTS
    if code not in ("quantity.no-holder", "quantity.maybe-part", "claim.other-deed")
    or holds in (is_part, is_few_among_all, is_running_total, are_fewer_bodies, _is_other_stretch, _is_of_races)
)
