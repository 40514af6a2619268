"""Numbers that exclude each other, where one may count a part of what the other counts."""

import re

from reconcile.lexicon.load import words
from reconcile.measure.kin import kin
from reconcile.measure.orders import is_toll
from reconcile.measure.populations import is_person
from reconcile.model.comparisons import Member
from reconcile.model.quantities import QuantityValue

PLACES = ("city:", "region:", "place:")


def is_part(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """ "Fourteen of them", "$60 in cash": a part beside a whole, or beside another part."""
    if any(m.slot is not None and m.slot.text.lower() == "none" for m in (left, right)):
        return True  # none of those just told of
    if _is_share(left) != _is_share(right) and not set(left.claim.classes) & set(right.claim.classes):
        return True  # "23 of 298 stations", "11 stations"
    parts = [{s.head for s in m.claim.all("part")} for m in (left, right)]
    if a.kind == "percent":  # "37 percent of those registered" is of the whole
        parts = [p - {"of"} for p in parts]
    return parts[0] != parts[1] or (bool(parts[0]) and not set(left.claim.classes) & set(right.claim.classes))


def _is_share(member: Member) -> bool:
    return member.slot is not None and _SHARE.match(member.slot.text) is not None


_SHARE = re.compile(r"\d[\d,.]{0,20} (?:out )?of (?:the |its |their |all )?\d")


def is_of_requirement(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """The 51 votes that it needs, and the 14 that it had."""
    needed = [
        bool(m.claim.all("threshold") or words("measuring", "required") & set(m.claim.words)) for m in (left, right)
    ]
    return a.kind == "count" and needed[0] != needed[1]


def is_of_other_contest(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """Seventeen league goals, 21 in all competitions."""
    told = [words("measuring", "contests") & set(m.claim.words) for m in (left, right)]
    return a.kind == "count" and a.population is None and bool(told[0] and told[1]) and not told[0] & told[1]


def is_few_among_all(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """A firm's two towers, and the 14 that there are in all."""
    if a.kind != "count" or is_toll(a) or is_toll(b) or a.total == b.total or a.low is None or b.low is None:
        return False
    few, whole = (b, a) if a.total else (a, b)
    return _MANY * (few.low or 0) <= (whole.low or 0)


def is_of_one_sort(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """Three pistols among four firearms: things of two nouns may lie one within the other."""
    if a.kind != "count" or not a.of or not b.of or is_person(a.of) or is_person(b.of):
        return False
    return kin(a.of) != kin(b.of)


def is_of_those_who_speak(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """Two survivors who spoke to the radio are not all that survived."""
    if a.kind != "count" or not a.of or not is_person(a.of) or a.population not in (None, "people_survived"):
        return False
    return any(words("speech", "acts") & set(m.claim.classes[:1]) for m in (left, right))


def are_fewer_bodies(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """The bodies found so far may be fewer than the dead."""
    told = [_counts_bodies(left, a), _counts_bodies(right, b)]
    if not is_toll(a) or told[0] == told[1]:
        return False
    bodies, dead = (a, b) if told[0] else (b, a)
    return bodies.high is not None and (dead.low is None or bodies.high < dead.low)


def _counts_bodies(member: Member, value: QuantityValue) -> bool:
    holder = member.claim.slot("holder")
    remains = words("measuring", "remains")
    return value.of in remains or (holder is not None and holder.head in remains)


def is_of_one_place(left: Member, a: QuantityValue, right: Member, b: QuantityValue) -> bool:
    """Two drowned at Cessenon, 13 in all of the floods: the few of a named place may be among the many that are told without it."""
    if not is_toll(a) or not is_toll(b) or a.low is None or b.low is None:
        return False
    few, many = (left, right) if a.low < b.low else (right, left)
    places = {s.entity for s in few.claim.all("place") if s.entity and s.entity.startswith(PLACES)}
    return bool(places - set(many.claim.entities)) and _MANY * min(a.low, b.low) <= max(a.low, b.low)


_MANY = 2
