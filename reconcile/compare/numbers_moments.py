"""What keeps numbers of one thing from contradicting each other: that they are of two moments, versions or plans of it."""

from reconcile.compare.numbers_things import (
    share_name,
    share_noun,
)
from reconcile.lexicon.load import words
from reconcile.measure.kin import kin
from reconcile.measure.orders import is_toll
from reconcile.measure.times import days_apart
from reconcile.measure.times import relation as time_relation
from reconcile.measure.units import dimension_of
from reconcile.model.comparisons import Member
from reconcile.model.quantities import QuantityValue
from reconcile.model.times import TimeValue


def _moves(member: Member) -> bool:
    """Whether the number is of a price, an index and the like, which change by the hour."""
    holder, value = member.claim.slot("holder"), member.value
    if holder is None and isinstance(value, QuantityValue) and value.kind == "money" and value.per is None:
        return bool(set(member.claim.words) & words("fluctuating", "holders"))  # "shares closed at 211 pence"
    if holder is not None and kin(holder.head) == kin("price"):  # of a ship it is told once, of oil every hour
        told = {*member.claim.words, *member.claim.classes[:1]}
        return bool(told & (words("fluctuating", "events") | words("fluctuating", "traded")))
    return holder is not None and holder.head in words("fluctuating", "holders")


def fluctuates(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """Prices, and homes without power: at each moment there is another number of them."""
    traded = set(left.claim.classes) & set(right.claim.classes) & _TRADES  # what was paid once moves no more
    return (not traded and (_moves(left) or _moves(right))) or (_is_cut_off(left, a) and _is_cut_off(right, b))


def _is_cut_off(member: Member, value: QuantityValue) -> bool:
    """Homes without power: fewer every hour."""
    if value.kind != "count" or value.population is not None:
        return False
    return bool(set(member.claim.words) & words("fluctuating", "supplies"))


_TRADES = frozenset({"buy", "sell"})


def is_taken_back(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """What both texts themselves call an earlier report."""
    return left.claim.superseded and right.claim.superseded


def is_of_the_past(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """A number of an earlier event that one report sets beside the news."""
    if a.kind == "money" and share_noun(left, right):
        return False  # the sum of one policy
    return left.claim.background != right.claim.background and not share_name(left, right)


def is_running_total(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """Eleven soldiers killed since January, three of them on Friday."""
    told = [_so_far(m) for m in (left, right)]
    if a.kind == "percent":
        return _is_changing(left) and _is_changing(right) and _since(left) != _since(right)
    return a.kind in ("count", "money", "measure") and told[0] != told[1]


def _is_changing(member: Member) -> bool:
    return bool(set(member.claim.classes) & words("fluctuating", "changing"))


def _since(member: Member) -> bool:
    """ "Has lost 12 percent since the breach was made public", and not just on Tuesday."""
    return any(s.head == "since" for s in member.claim.all("stretch"))


def is_of_other_season(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """Nineteen goals last season, 41 for the club in all."""
    told = [{s.head for s in m.claim.all("stretch")} & words("fluctuating", "seasons") for m in (left, right)]
    return a.kind == "count" and a.population is None and told[0] != told[1]


_UNTIL_NOW = frozenset({"so far", "to date"})


def _so_far(member: Member) -> bool:
    phrases = words("fluctuating", "so_far")
    own, value = member.claim, member.value
    if isinstance(value, QuantityValue) and value.kind == "count" and value.unit is None:
        phrases -= _UNTIL_NOW  # "62 cases so far" are all
    until = frozenset({"since"}) if isinstance(value, QuantityValue) and is_toll(value) else frozenset({"since", "by"})
    return any(s.prep in until or s.text.lower() in phrases for s in (*own.all("occasion"), *own.all("time")))


def is_only_planned(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """Four missiles that were to be fired, and three that were."""
    if a.dimension == "term":  # what may be imposed, what the prosecution asks for
        return any(m.claim.stance.certainty in ("possible", "conditional", "suspected") for m in (left, right))
    planned = [m.claim.stance.certainty == "planned" for m in (left, right)]
    return a.kind == "count" and a.population is None and planned[0] != planned[1]


def is_of_former_version(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """The original offer of 5.2 percent, and the offer of 4.9."""
    early, late = words("fluctuating", "early"), words("fluctuating", "late")
    told = [{s.head for s in m.claim.all("modifier")} for m in (left, right)]
    if a.population is not None or (a.kind == "measure" and dimension_of(a.unit) == "area"):
        return False  # a toll that has risen, a fire that has grown revises the other
    return bool(told[0] & early) != bool(told[1] & early) or bool(told[0] & late) != bool(told[1] & late)


def is_of_other_day(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """Those caught on Thursday and those caught on Saturday; a toll grows from day to day, and an age stays comparable."""
    if a.kind == "age":
        return False
    days = [[s.value for s in m.claim.all("occasion") if isinstance(s.value, TimeValue)] for m in (left, right)]
    is_passing = a.kind == "count" and not is_toll(a)
    near = 0 if is_passing else _TOLL_DAYS
    return bool(days[0] and days[1]) and all(
        time_relation(x, y) in _APART and days_apart(x, y) >= near for x in days[0] for y in days[1]
    )


# A toll told of days further apart than this is of two events.
_TOLL_DAYS = 45
_APART = frozenset({"before", "after", "disjoint"})
