"""Two numbers of one fact: what keeps numbers that exclude each other from contradicting each other."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from reconcile.compare.deeds import is_same_deed, own_overlap
from reconcile.compare.persons import Known
from reconcile.compare.quantities import compare
from reconcile.lexicon.load import words
from reconcile.measure.events import event_classes
from reconcile.measure.kin import kin
from reconcile.measure.orders import is_one_order
from reconcile.measure.populations import is_person
from reconcile.measure.quantities import relation
from reconcile.measure.times import days_apart
from reconcile.measure.times import relation as time_relation
from reconcile.measure.units import convert
from reconcile.model.claims import Claim, Slot
from reconcile.model.comparisons import Member
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason
from reconcile.model.times import TimeValue

Verdict = tuple[str, float, tuple[Reason, ...]]
Doubt = Callable[[Member, QuantityValue, Member, QuantityValue], bool]


Figure = tuple[str, str | None, float]
Figures = Mapping[str, Mapping[Figure, frozenset[str]]]


def compare_numbers(
    left: Member, right: Member, figures: Figures = MappingProxyType({}), known: Known = MappingProxyType({})
) -> Verdict:
    """The verdict on the values, with the doubts that arise from the claims they stand in: the first one that holds is told.

    ``figures`` has for each report every exact number that it tells, with the nouns that are counted, ``known`` the entities that it
    names.
    """
    a, b = _number(left), _number(right)
    if a is None or b is None:
        return "MISSING", 0.0, ()
    verdict, score, reasons = compare(a, b)
    if verdict == "EQUIVALENT" and a.approximate != b.approximate:
        verdict = "APPROXIMATE"
    if verdict in ("COARSER", "APPROXIMATE") and _is_of_other_day(left, a, right, b):
        return "UNCLEAR", 0.5, (*reasons, Reason("claim.other-day"))
    settled = any(r.code == "quantity.former" for r in reasons)
    if verdict == "UNCLEAR" and not settled and relation(a, b) == "disjoint" and _is_of_one_thing(left, a, right, b):
        verdict, score = "CONFLICT", 0.85
    if verdict == "CONFLICT":
        for code, holds in _DOUBTS:
            if holds(left, a, right, b):
                return "UNCLEAR", 0.5, (*reasons, Reason(code))
        if a.kind in ("money", "percent") and _name_other_firms(left, right, known):
            return "UNCLEAR", 0.5, (*reasons, Reason("claim.other-subject"))
        if _tells_too(left, b, figures) or _tells_too(right, a, figures):
            return "UNCLEAR", 0.5, (*reasons, Reason("quantity.tells-both"))
    return verdict, score, reasons


def _name_other_firms(left: Member, right: Member, known: Known) -> bool:
    """Sales of two reports that name firms, and none in common but where shares are traded."""
    firms = [
        {e for e in known.get(m.claim.report_id, ()) if e.startswith("organization:") and "exchange" not in e}
        for m in (left, right)
    ]
    return bool(firms[0] and firms[1]) and not firms[0] & firms[1]


def figures_of(claims: Iterable[Claim]) -> dict[str, dict[Figure, frozenset[str]]]:
    """For each report every exact number that it tells as right, with the nouns that are counted ("" where none is)."""
    found: dict[str, dict[Figure, frozenset[str]]] = {}
    for claim in claims:
        slot = claim.slot("quantity") if claim.kind == "quantity" and not claim.superseded else None
        value = slot.value if slot is not None else None
        if isinstance(value, QuantityValue) and value.low is not None and value.low == value.high:
            own = found.setdefault(claim.report_id, {})
            figure = (value.kind, value.unit, value.low)
            own[figure] = own.get(figure, frozenset()) | {kin(value.of or "")}
    return found


def _tells_too(member: Member, other: QuantityValue, figures: Figures) -> bool:
    """Whether the report of one number tells the other one as well: it has told two things apart.

    A number that everybody uses must count the same noun.
    """
    if other.low is None or other.low != other.high or other.kind == "age":
        return False
    nouns = figures.get(member.claim.report_id, {}).get((other.kind, other.unit, other.low), frozenset())
    if nouns and (other.low >= _SELDOM or other.low != int(other.low) or kin(other.of or "") in nouns):
        return True
    return _tells_in_parts(member, other.low, figures.get(member.claim.report_id, {}))


def _tells_in_parts(member: Member, whole: float, figures: Mapping[Figure, frozenset[str]]) -> bool:
    """218 patients who had the drug and 214 who had none are the 432 of the other report."""
    own = _number(member)
    if own is None or own.kind != "count" or own.low is None or whole < _SELDOM:
        return False
    return kin(own.of or "") in figures.get((own.kind, own.unit, whole - own.low), frozenset())


_SELDOM = 10


def has_one_holder(left: Member, right: Member) -> bool:
    """A person's age, the depth of a well: a thing has one. Words that tell two things apart ("the Salyut station") undo it."""
    a, b = _number(left), _number(right)
    first, second = left.claim.slot("holder"), right.claim.slot("holder")
    if a is None or b is None or first is None or second is None or not _is_one_noun(first, second):
        return False
    one, other = ({s.head for s in m.claim.all("modifier")} for m in (left, right))
    if one - other and other - one:
        return False
    return a.kind == "age" or (a.kind == "measure" and a.dimension is not None and a.dimension == b.dimension)


def _number(member: Member) -> QuantityValue | None:
    value = member.slot.value if member.slot is not None else None
    return value if isinstance(value, QuantityValue) else None


def _is_of_one_thing(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """The fact has told already that both are of one kind of thing; here the noun itself must be the same."""
    if a.kind == "count":
        one, other = ({m.lower() for m in v.modifiers} for v in (a, b))
        if a.of is None or b.of is None or kin(a.of) != kin(b.of) or (one - other and other - one):
            return False
        if (a.population is None) != (b.population is None) and is_person(a.of):
            return False  # three people shot, two of them hurt
        if not is_person(a.of) and not one | other and _are_near_counts(a, b):
            return True
        return (
            bool(set(left.claim.classes) & set(right.claim.classes))
            or own_overlap(left.claim, right.claim) >= 0.5
            or (not is_person(a.of) and _share_specific_name(left, right))
        )
    first, second = left.claim.slot("holder"), right.claim.slot("holder")
    if first is None or second is None:
        return first is second and (is_same_deed(left.claim, right.claim, 0.5) or _is_same_event(left, right))
    kinds = (set(event_classes(s.head, "NOUN")) for s in (first, second))
    if _is_one_noun(first, second) or bool(set.intersection(*kinds)):
        return True
    deeds = (set(event_classes(s.head, "NOUN")) & set(m.claim.classes) for s, m in ((first, right), (second, left)))
    return any(deeds) and _share_specific_name(left, right)  # the sale of £130,000, and shares worth £310,000 sold


def _is_one_noun(left: Slot, right: Slot) -> bool:
    """Holders that are one named thing, or called by one noun."""
    return kin(left.head) == kin(right.head) or (left.entity is not None and left.entity == right.entity)


def _are_near_counts(a: QuantityValue, b: QuantityValue) -> bool:
    """ "11 satellites" and "ten satellites": things that few texts count twice, and nearly as many."""
    low, high = sorted((a.low or 0.0, b.low or 0.0))
    return a.low == a.high and b.low == b.high and low >= _SEVERAL and high <= _NEARLY * low


_SEVERAL, _NEARLY = 5, 1.5


def _is_elsewhere(left: Member, right: Member) -> bool:
    """Whether the two clauses name other towns, or other people and firms, and none in common."""
    a, b = set(left.claim.entities), set(right.claim.entities)
    for kinds in (("city:", "region:", "place:"), ("organization:",), ("person:",)):
        first, second = ({e for e in side if e.startswith(kinds)} for side in (a, b))
        if first and second and not first & second:
            return True
    return False


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
    return _share_specific_name(left, right) or own_overlap(left.claim, right.claim) >= 0.5


def _share_specific_name(left: Member, right: Member) -> bool:
    shared = set(left.claim.entities) & set(right.claim.entities)
    return any(not e.startswith(("country:", "city:")) for e in shared)


def _moves(member: Member) -> bool:
    """Whether the number is of a price, an index and the like, which change by the hour."""
    holder = member.claim.slot("holder")
    return holder is not None and holder.head in words("fluctuating", "holders")


def _lacks_holder(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    return a.kind != "count" and not _is_surely_one(left, right)


def _is_other_stretch(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    return a.kind == "duration" and not (is_same_deed(left.claim, right.claim, 0.4) or _is_same_event(left, right))


def _is_same_event(left: Member, right: Member) -> bool:
    """The numbers' clauses tell of one class of event, and of one person or firm or in half of their words."""
    if not set(left.claim.classes) & set(right.claim.classes):
        return False
    named = [
        {e for e in m.claim.entities if e.startswith(("person:", "organization:", "vehicle:"))} for m in (left, right)
    ]
    return bool(named[0] & named[1]) or own_overlap(left.claim, right.claim) >= 0.5


def _is_other_make(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    compound = _is_compound(left, a) or _is_compound(right, b)
    return compound and own_overlap(left.claim, right.claim) < 0.5


def _is_other_subject(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    if a.population == _AFFECTED:
        firms = [{e for e in m.claim.around if e.startswith("organization:")} for m in (left, right)]
        return bool(firms[0] and firms[1]) and not firms[0] & firms[1]
    is_toll = str(a.population).removeprefix("people_") in _TOLLS
    return not is_toll and _is_elsewhere(left, right)


# A fault or a leak is told by the firm that it is of.
_AFFECTED = "people_affected"


def _is_other_count(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """Two men held and three men seen: people with no fate of their own, and the clauses tell of other deeds."""
    if a.population is not None or b.population is not None or not (a.of and _is_human(a.of)):
        return False
    known = set(left.claim.classes), set(right.claim.classes)
    return (
        not known[0] & known[1] and own_overlap(left.claim, right.claim) < _SAME_WORDS and not _share_name(left, right)
    )


def _is_human(noun: str) -> bool:
    return is_person(noun) or noun in words("roles", "office")


_SAME_WORDS = 0.3


def _is_other_order(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    return not is_one_order(a, b)


def _is_other_dimension(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    return (a.dimension is None) != (b.dimension is None) and not _is_near(a, b)


def _fluctuates(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    traded = set(left.claim.classes) & set(right.claim.classes) & _TRADES  # what was paid once moves no more
    return not traded and (_moves(left) or _moves(right))


_TRADES = frozenset({"buy", "sell"})


def _is_taken_back(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    return left.claim.superseded and right.claim.superseded


def _is_of_the_past(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """A number of an earlier event that one report sets beside the news."""
    if a.kind == "money" and _share_noun(left, right):
        return False  # the sum of one policy
    return left.claim.background != right.claim.background and not _share_name(left, right)


def _share_noun(left: Member, right: Member) -> bool:
    first, second = left.claim.slot("holder"), right.claim.slot("holder")
    return first is not None and second is not None and _is_one_noun(first, second)


def _share_name(left: Member, right: Member) -> bool:
    """Whether both numbers belong to one named thing, or to something that bears one name: a bid for one firm."""
    sides = ("holder", "name before", "name after")
    named = [{s.entity for side in sides for s in m.claim.all(side) if s.entity} for m in (left, right)]
    return bool(named[0] & named[1])


def _is_part(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """ "Fourteen of them", "$60 in cash": a part beside a whole, or beside another part."""
    if any(m.slot is not None and m.slot.text.lower() == "none" for m in (left, right)):
        return True  # none of those just told of
    parts = [{s.head for s in m.claim.all("part")} for m in (left, right)]
    return parts[0] != parts[1]


def _is_of_those_who_speak(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """Two survivors who spoke to the radio are not all that survived."""
    if not a.of or not is_person(a.of) or a.population not in (None, "people_survived"):
        return False
    return any(words("speech", "acts") & set(m.claim.classes[:1]) for m in (left, right))


def _is_running_total(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """Eleven soldiers killed since January, three of them on Friday."""
    told = [_so_far(m) for m in (left, right)]
    return a.kind in ("count", "money", "measure") and told[0] != told[1]


def _so_far(member: Member) -> bool:
    phrases = words("fluctuating", "so_far")
    own = member.claim
    return any(s.prep == "since" or s.text.lower() in phrases for s in (*own.all("occasion"), *own.all("time")))


def _is_only_planned(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """Four missiles that were to be fired, and three that were."""
    planned = [m.claim.stance.certainty == "planned" for m in (left, right)]
    return a.kind == "count" and a.population is None and planned[0] != planned[1]


def _is_of_former_version(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """The original offer of 5.2 percent, and the offer of 4.9."""
    early, late = words("fluctuating", "early"), words("fluctuating", "late")
    told = [{s.head for s in m.claim.all("modifier")} for m in (left, right)]
    if a.population is not None:
        return False  # a toll that has risen revises the other
    return bool(told[0] & early) != bool(told[1] & early) or bool(told[0] & late) != bool(told[1] & late)


def _is_of_other_event(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """Two named storms, two named wars: each killed its own."""
    named = [{e for e in m.claim.entities if e.startswith("event:")} for m in (left, right)]
    return bool(named[0] and named[1]) and not named[0] & named[1]


def _is_of_other_day(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """Those caught on Thursday and those caught on Saturday; a toll grows from day to day, and an age stays comparable."""
    if a.kind == "age":
        return False
    days = [[s.value for s in m.claim.all("occasion") if isinstance(s.value, TimeValue)] for m in (left, right)]
    is_passing = a.kind == "count" and str(a.population).removeprefix("people_") not in _TOLLS
    near = 0 if is_passing else _TOLL_DAYS
    return bool(days[0] and days[1]) and all(
        time_relation(x, y) in _APART and days_apart(x, y) >= near for x in days[0] for y in days[1]
    )


_TOLLS = frozenset(
    {"dead", "injured", "casualties", "missing", "hospitalized", "trapped", "aboard", "survived", "affected"}
)
# A toll told of days further apart than this is of two events.
_TOLL_DAYS = 45
_APART = frozenset({"before", "after", "disjoint"})


_DOUBTS: tuple[tuple[str, Doubt], ...] = (
    ("quantity.no-holder", _lacks_holder),
    ("quantity.background", _is_of_the_past),
    ("quantity.maybe-part", _is_part),
    ("quantity.maybe-part", _is_of_those_who_speak),
    ("quantity.maybe-part", _is_running_total),
    ("quantity.former", _is_of_former_version),
    ("claim.hypothetical", _is_only_planned),
    ("claim.other-day", _is_of_other_day),
    ("claim.other-subject", _is_of_other_event),
    ("claim.other-deed", _is_other_stretch),
    ("claim.other-deed", _is_other_make),
    ("claim.other-subject", _is_other_subject),
    ("claim.other-deed", _is_other_count),
    ("quantity.other-order", _is_other_order),
    ("quantity.maybe-other-dimension", _is_other_dimension),
    ("claim.fluctuating", _fluctuates),
    ("claim.superseded", _is_taken_back),
)
