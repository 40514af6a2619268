"""Agreements and contradictions out of compared facts."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from reconcile.findings import wording
from reconcile.findings.evidence import of_member
from reconcile.findings.identity import finding_id
from reconcile.findings.resolving import resolved
from reconcile.findings.updates import day_of, relation, revision
from reconcile.lexicon.load import words
from reconcile.measure.times import width
from reconcile.model.comparisons import Compared, Conflict, Member, ValueGroup
from reconcile.model.entities import EntityValue
from reconcile.model.findings import Evidence, Finding, Side
from reconcile.model.origins import Origins
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason
from reconcile.model.reports import Report

# Links weaker than this do not carry an agreement, by kind of what is agreed on.
LEAST_AGREEMENT = {
    "quantity": 0.5,
    "time": 0.45,
    "place": 0.45,
    "event": 0.62,
    "role": 0.5,
    "attribution": 0.5,
    "entity": 0.5,
}
_PER_REPORT = 6
# Two names of one thing agree on the entity, or conflict in their spelling.
_CONFLICT_KINDS = {"entity": "lexical", "person": "entity", "state": "polarity", "denial": "polarity"}


@frozen
class Desk:
    """What every finding needs: the reports by id, the origins of their sentences, the private persons that each report names."""

    reports: Mapping[str, Report]
    origins: Origins
    resolution: str = "range"
    persons: Mapping[str, frozenset[str]] = {}

    def by_story(self, groups: Sequence[tuple[str, ...]]) -> dict[tuple[str, ...], "Desk"]:
        """A desk for each group of reports, which knows these alone."""
        of = self.origins.by_report()
        return {
            members: Desk(
                {name: self.reports[name] for name in members},
                Origins({place: root for name in members for place, root in of.get(name, {}).items()}),
                self.resolution,
            )
            for members in groups
        }


def agreements(compared: Compared, desk: Desk) -> Iterator[Finding]:
    """One finding for each group of fitting values that two reports or more state."""
    if compared.kind == "entity" and _is_plain_place(compared):
        return
    if compared.kind not in LEAST_AGREEMENT or compared.score < LEAST_AGREEMENT[compared.kind]:
        return
    for group in compared.groups:
        if len(group.report_ids) < 2 or (compared.kind == "event" and not _says_something(group)):
            continue
        evidence = _evidence(group.members, desk)
        voices = desk.origins.voices((m.claim.report_id, m.claim.sentence) for m in group.members)
        yield Finding(
            id=finding_id("agreement", compared.kind, evidence),
            category="agreement",
            kind=compared.kind,
            relation=group.relation,
            confidence=round(min(0.98, 0.35 + 0.5 * compared.score + 0.05 * min(3, voices - 1)), 3),
            summary=wording.agreement(compared.kind, group.relation, _topic(group.members), evidence, desk.reports),
            reasons=(Reason.of("agreement.origins", origins=voices),),
            evidence=evidence,
            sides=(Side(_value(group.members), evidence, voices),),
            fact_id=compared.fact_id,
        )


def _says_something(group: ValueGroup) -> bool:
    """That two reports both name an event, or both say that somebody spoke or thinks, is no agreement on what happened."""
    return any(not m.claim.nominal and m.claim.kind != "report" and not _is_thought(m) for m in group.members)


def _is_thought(member: Member) -> bool:
    return bool(set(member.claim.classes[:1]) & words("speech", "thoughts"))


def _is_plain_place(compared: Compared) -> bool:
    """That two reports both name Russia is no news; that both name one road or one golf club tells where it was."""
    return all(m.claim.predicate == "place" and not _is_venue(m) for g in compared.groups for m in g.members)


def _is_venue(member: Member) -> bool:
    value = member.value
    return isinstance(value, EntityValue) and value.key is None and len(value.name.split()) > 1


def contradictions(compared: Compared, desk: Desk) -> Iterator[Finding]:
    """One finding for each set of groups that cannot be right together, with all of them as sides."""
    told = [
        c
        for c in compared.conflicts
        if not any(holds(c, compared, desk) for holds in (_stand_in_both, _of_other_days, _had_a_birthday))
    ]
    for conflicts in _joined(told):
        numbers = sorted({n for c in conflicts for n in (c.left, c.right)})
        stating = [_stating(compared.groups[n], [compared.groups[o] for o in numbers if o != n]) for n in numbers]
        groups = sorted(stating, key=lambda g: (-len(g.report_ids), _first(g)))
        sides = tuple(_side(group, desk) for group in groups)
        evidence = tuple(e for side in sides for e in side.evidence)
        best = max(conflicts, key=lambda c: c.score)
        told_as = _relation(compared.kind, best, compared, desk)
        summed = resolved(list(zip(sides, groups, strict=True)), desk.resolution)
        kind = _CONFLICT_KINDS.get(compared.kind, compared.kind)
        yield Finding(
            id=finding_id("contradiction", kind, evidence),
            category="contradiction",
            kind=kind,
            relation=told_as,
            confidence=round(min(0.97, best.score), 3),
            summary=wording.contradiction(kind, told_as, _topic(groups[0].members), sides, desk.reports),
            reasons=(*best.reasons, *([summed] if summed is not None else [])),
            evidence=evidence,
            sides=sides,
            scope=best.scope,
            fact_id=compared.fact_id,
        )


def _stating(group: ValueGroup, others: Sequence[ValueGroup]) -> ValueGroup:
    """Without what fits several sides: "on Tuesday" of a report that gives its hour on another side."""
    elsewhere = {report for other in others for report in other.report_ids}
    least = min(width(m.value) for m in group.members)
    kept = tuple(m for m in group.members if width(m.value) == least or m.claim.report_id not in elsewhere)
    return evolve(group, members=kept)


def _stand_in_both(conflict: Conflict, compared: Compared, desk: Desk) -> bool:
    """Whether each of two reports holds both passages, as copies of one text do: they do not contradict each other."""
    if conflict.scope == "within":
        return False
    left, right = (compared.groups[n] for n in (conflict.left, conflict.right))
    return _stands_in(left, right.report_ids, desk) and _stands_in(right, left.report_ids, desk)


_PASSING = ("time", "place", "polarity", "denial", "quantity")
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
    if compared.kind == "quantity" and ((_is_lasting(left) and _is_lasting(right)) or _are_one_persons(left, right)):
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
        number, teller = _number(group), next((r for r in reports if r in group.report_ids), None)
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


def _joined(conflicts: Sequence[Conflict]) -> list[list[Conflict]]:
    """Conflicts into findings: groups that all exclude each other are sides of one finding, the surest pair first."""
    pairs = {frozenset((c.left, c.right)): c for c in conflicts}
    left = sorted(conflicts, key=lambda c: (-c.score, c.left, c.right))
    joined: list[list[Conflict]] = []
    while left:
        sides = [left[0].left, left[0].right]
        for other in sorted({n for c in left for n in (c.left, c.right)} - set(sides)):
            if all(frozenset((other, side)) in pairs for side in sides):
                sides.append(other)
        taken = [c for c in left if c.left in sides and c.right in sides]
        joined.append(taken)
        left = [c for c in left if c not in taken]
    return joined


def _relation(kind: str, conflict: Conflict, compared: Compared, desk: Desk) -> str:
    if conflict.scope == "within":
        return conflict.relation
    left, right = (compared.groups[n] for n in (conflict.left, conflict.right))
    found = relation(kind, (left.report_ids, _number(left)), (right.report_ids, _number(right)), desk.reports)
    if found == "conflict" and all(_is_of_missing(g) for g in (left, right)):
        return revision(left.report_ids, right.report_ids, desk.reports)
    return found


def _is_of_missing(group: ValueGroup) -> bool:
    """Those who are missing become fewer as the news comes in."""
    return any(isinstance(v := m.value, QuantityValue) and v.population == "people_missing" for m in group.members)


def _number(group: ValueGroup) -> float | None:
    for member in group.members:
        value = member.value
        low = getattr(value, "low", None)
        if low is not None:
            return float(low)
    return None


def _side(group: ValueGroup, desk: Desk) -> Side:
    voices = desk.origins.voices((m.claim.report_id, m.claim.sentence) for m in group.members)
    return Side(_value(group.members), _evidence(group.members, desk), voices)


def _evidence(members: Sequence[Member], desk: Desk) -> tuple[Evidence, ...]:
    """The passages of the members in order of place, at most six of each report; one that lies inside another is left out."""
    by_report: dict[str, list[Evidence]] = {}
    for member in sorted(members, key=lambda m: (m.claim.report_id, m.claim.start, -m.claim.end)):
        found = of_member(member, desk.reports, _value([member]))
        by_report.setdefault(member.claim.report_id, []).append(found)
    return tuple(e for report in sorted(by_report) for e in _outermost(by_report[report])[:_PER_REPORT])


def _outermost(passages: Sequence[Evidence]) -> list[Evidence]:
    kept: list[Evidence] = []
    for passage in sorted(passages, key=lambda e: (e.start, -e.end)):
        if not any(k.start <= passage.start and passage.end <= k.end for k in kept):
            kept.append(passage)
    return kept


def _value(members: Sequence[Member]) -> str:
    member = members[0]
    return member.slot.text if member.slot is not None else member.claim.predicate


def _topic(members: Sequence[Member]) -> str:
    member = members[0]
    if member.slot is not None and member.slot.head:
        return member.slot.head
    return member.claim.predicate


def _first(group: ValueGroup) -> tuple[str, int]:
    return min((m.claim.report_id, m.claim.start) for m in group.members)
