"""Conflicts that are none for a desk: copies, what happens again, a birthday between two reports."""

from collections.abc import Iterator, Sequence

from reconcile.findings.desk import Desk
from reconcile.findings.updates import day_of
from reconcile.lexicon.load import words
from reconcile.model.comparisons import Compared, Conflict, ValueGroup
from reconcile.model.quantities import QuantityValue


def is_withheld(conflict: Conflict, compared: Compared, desk: Desk) -> bool:
    """Whether a conflict is not told, by what is known of its reports."""
    return any(holds(conflict, compared, desk) for holds in (_stand_in_both, _of_other_days, _had_a_birthday))


def _stand_in_both(conflict: Conflict, compared: Compared, desk: Desk) -> bool:
    """Whether each of two reports holds both passages, as copies of one text do: they do not contradict each other."""
    if conflict.scope == "within":
        return False
    left, right = (compared.groups[n] for n in (conflict.left, conflict.right))
    return _stands_in(left, right.report_ids, desk) and _stands_in(right, left.report_ids, desk)


_NUMBERS = ("quantity", "weighed")
_PASSING = ("time", "occasion", "place", "polarity", "denial", *_NUMBERS)
_FAR_DAYS = 7
_PERSONS_OF_ONE_EVENT = 2


def _of_other_days(conflict: Conflict, compared: Compared, desk: Desk) -> bool:
    """Whether the sides were published more than a week apart and tell of what may happen again: a launch, a meeting, a price.

    What belongs to a named thing, and how many were killed or hurt, stays comparable; and so do numbers, times and places of reports
    that both name two persons who hold no office, and what one has and the other has none of: a crime, and the trial for it.
    """
    if conflict.scope == "within" or compared.kind not in _PASSING:
        return False
    left, right = (compared.groups[n] for n in (conflict.left, conflict.right))
    if compared.kind in _NUMBERS and ((_is_lasting(left) and _is_lasting(right)) or _are_one_persons(left, right)):
        return False
    if compared.kind == "polarity" and _happens_once(left) and _happens_once(right):
        return False
    days = [day_of(desk.reports[r].published) for r in conflict.reports]
    known = [d for d in days if d is not None]
    if len(known) < 2 or abs((known[0] - known[1]).days) <= _FAR_DAYS:
        return False
    one, other = (desk.persons.get(r, frozenset()) for r in conflict.reports)
    return compared.kind == "polarity" or len(one & other) < _PERSONS_OF_ONE_EVENT


def _had_a_birthday(conflict: Conflict, compared: Compared, desk: Desk) -> bool:
    """Whether two reports tell two ages a year apart, and the later one came out weeks after the other."""
    groups = [compared.groups[n] for n in (conflict.left, conflict.right)]
    values = [g.members[0].value for g in groups]
    if conflict.scope == "within" or not all(isinstance(v, QuantityValue) and v.kind == "age" for v in values):
        return False
    told = sorted((number, day_of(desk.reports[r].published)) for number, r in _numbered(groups, conflict.reports))
    if len(told) < len(groups) or told[0][1] is None or told[1][1] is None:
        return False
    return told[1][0] - told[0][0] == 1 and (told[1][1] - told[0][1]).days >= _WEEKS_APART


def _numbered(groups: Sequence[ValueGroup], reports: Sequence[str]) -> Iterator[tuple[float, str]]:
    """The number of each group with the one of the two reports that tells it."""
    for group in groups:
        number, teller = group.number, next((r for r in reports if r in group.report_ids), None)
        if number is not None and teller is not None:
            yield number, teller


_WEEKS_APART = 28


def _are_one_persons(left: ValueGroup, right: ValueGroup) -> bool:
    """Numbers of a deed of one named person: what she sold, how far he fell."""
    return any(
        set(a.claim.classes) & set(b.claim.classes)
        and any(e.startswith("person:") for e in set(a.claim.entities) & set(b.claim.entities))
        for a in left.members
        for b in right.members
    )


def _happens_once(group: ValueGroup) -> bool:
    """Whether one thing can only once be, or fail to be, what is told of it: arrested, crashed, elected."""
    return any(set(m.claim.classes[:1]) & words("once", "events") and m.claim.entities for m in group.members)


def _is_lasting(group: ValueGroup) -> bool:
    """A toll or an age, or a number of a named thing."""
    for member in group.members:
        value, holder = member.value, member.claim.slot("holder")
        if isinstance(value, QuantityValue) and (value.population is not None or value.kind == "age"):
            return True
        if holder is not None and holder.entity is not None and not holder.entity.startswith(("country:", "city:")):
            return True
    return False


_AROUND_CHARS = 60


def _stands_in(group: ValueGroup, report_ids: Sequence[str], desk: Desk) -> bool:
    """Whether each of the reports holds a passage of the group word for word, with what stands around it."""
    passages = []
    for member in group.members:
        text = desk.reports[member.claim.report_id].text
        passages.append(text[max(0, member.claim.start - _AROUND_CHARS) : member.claim.end + _AROUND_CHARS])
    return all(any(passage in desk.reports[report].text for passage in passages) for report in report_ids)
