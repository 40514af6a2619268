"""Agreements and contradictions out of compared facts."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from reconcile.findings import wording
from reconcile.findings.desk import Desk
from reconcile.findings.evidence import of_member, of_slot
from reconcile.findings.identity import finding_id
from reconcile.findings.resolving import resolved
from reconcile.findings.updates import is_overtaken, relation, revision
from reconcile.findings.withheld import is_withheld
from reconcile.lexicon.load import words
from reconcile.measure.times import width
from reconcile.model.claims import Claim, Link
from reconcile.model.comparisons import Compared, Conflict, Member, ValueGroup
from reconcile.model.entities import EntityValue
from reconcile.model.findings import Evidence, Finding, Side
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason

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
_CONFLICT_KINDS = {
    "entity": "lexical",
    "person": "entity",
    "attribute": "entity",
    "goal": "place",
    "state": "polarity",
    "denial": "polarity",
    "occasion": "time",
    "weighed": "quantity",
}


def agreements(compared: Compared, links: Sequence[Link], desk: Desk) -> Iterator[Finding]:
    """One finding for each group of fitting values that two reports or more state; ``links`` are those of the fact."""
    if compared.kind == "entity" and _is_plain_place(compared):
        return
    if compared.kind not in LEAST_AGREEMENT:
        return
    for group in compared.groups:
        if len(group.report_ids) < 2 or (compared.kind == "event" and not _says_something(group)):
            continue
        voices = desk.origins.voices((m.claim.report_id, m.claim.sentence) for m in group.members)
        score = compared.score if voices < 2 else _between_origins(compared, links, desk)
        if score < LEAST_AGREEMENT[compared.kind]:
            continue
        evidence = _evidence(group.members, desk)
        yield Finding(
            id=finding_id("agreement", compared.kind, _told(group.members, desk)),
            category="agreement",
            kind=compared.kind,
            relation=group.relation,
            confidence=round(min(0.98, 0.35 + 0.5 * score + 0.05 * min(3, voices - 1)), 3),
            summary=wording.agreement(compared.kind, group.relation, _topic(group.members), evidence, desk.reports),
            reasons=(Reason.of("agreement.origins", origins=voices),),
            evidence=evidence,
            sides=(Side(_value(group.members), evidence, voices),),
            fact_id=compared.fact_id,
        )


def _between_origins(compared: Compared, links: Sequence[Link], desk: Desk) -> float:
    """How surely the fact holds together without its copies: that two of them are alike says nothing of the others."""
    places = {m.claim.id: (m.claim.report_id, m.claim.sentence) for g in compared.groups for m in g.members}
    origin = {claim: desk.origins.of.get(place, place) for claim, place in places.items()}
    if len(set(origin.values())) == len(set(places.values())):
        return compared.score
    told = [k for k in links if k.left in origin and k.right in origin]
    return min(compared.score, max((k.score for k in told if origin[k.left] != origin[k.right]), default=1.0))


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
    told = [c for c in compared.conflicts if not is_withheld(c, compared, desk)]
    for conflicts in _joined(told):
        numbers = sorted({n for c in conflicts for n in (c.left, c.right)})
        stating = [_stating(compared.groups[n], [compared.groups[o] for o in numbers if o != n]) for n in numbers]
        best = max(conflicts, key=lambda c: c.score)
        kind = _CONFLICT_KINDS.get(compared.kind, compared.kind)
        told_as = _relation(kind, best, compared, desk)
        sided = sorted(((_side(g, desk), g) for g in stating), key=lambda pair: desk.order(pair[0], told_as))
        sides = tuple(side for side, _ in sided)
        evidence = tuple(e for side in sides for e in side.evidence)
        summed = resolved(sided, desk.resolution)
        yield Finding(
            id=finding_id("contradiction", kind, (e for _, g in sided for e in _told(g.members, desk))),
            category="contradiction",
            kind=kind,
            relation=told_as,
            confidence=round(min(0.97, best.score), 3),
            summary=wording.contradiction(
                _asked(kind, best), told_as, _topic([m for _, g in sided for m in g.members]), sides, desk.reports
            ),
            reasons=(*best.reasons, *([summed] if summed is not None else [])),
            evidence=evidence,
            sides=sides,
            scope=best.scope,
            fact_id=compared.fact_id,
        )


def _asked(kind: str, best: Conflict) -> str:
    """A "no" against a "yes", or two states of which one thing has but one."""
    return "state" if kind == "polarity" and any(r.code == "stance.exclusive" for r in best.reasons) else kind


def _stating(group: ValueGroup, others: Sequence[ValueGroup]) -> ValueGroup:
    """Without what fits several sides: "on Tuesday" of a report that gives its hour on another side."""
    elsewhere = {report for other in others for report in other.report_ids}
    least = min(width(m.value) for m in group.members)
    kept = tuple(m for m in group.members if width(m.value) == least or m.claim.report_id not in elsewhere)
    return evolve(group, members=kept)


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
    if kind == "polarity" and is_overtaken(left, right, desk.reports):
        return "update"
    found = relation(kind, (left.report_ids, left.number), (right.report_ids, right.number), desk.reports)
    if found == "conflict" and all(_is_of_missing(g) for g in (left, right)):
        return revision(left.report_ids, right.report_ids, desk.reports)
    return found


def _is_of_missing(group: ValueGroup) -> bool:
    """Those who are missing become fewer as the news comes in."""
    return any(isinstance(v := m.value, QuantityValue) and v.population == "people_missing" for m in group.members)


def _side(group: ValueGroup, desk: Desk) -> Side:
    voices = desk.origins.voices((m.claim.report_id, m.claim.sentence) for m in group.members)
    return Side(_value(group.members), _evidence(group.members, desk), voices)


def _evidence(members: Sequence[Member], desk: Desk) -> tuple[Evidence, ...]:
    """The passages of the members, then the words whose speakers they are.

    Each in order of place, at most six of each report; one that lies inside another is left out.
    """
    quotes = ((m, m.claim.slot("words")) for m in _in_order(members) if m.slot is not None and m.slot.name == "speaker")
    spoken = [of_slot(m.claim, said, desk.reports, _value([m])) for m, said in quotes if said is not None]
    return (*_told(members, desk), *_of_each_report(spoken))


def _told(members: Sequence[Member], desk: Desk) -> tuple[Evidence, ...]:
    """The passages that tell the values, by which a finding is known: one speaker of a quote of two sentences is one."""
    return tuple(_of_each_report([of_member(m, desk.reports, _value([m])) for m in _in_order(members)]))


def _in_order(members: Sequence[Member]) -> list[Member]:
    return sorted(members, key=lambda m: (m.claim.report_id, m.claim.start, -m.claim.end))


def _of_each_report(passages: Sequence[Evidence]) -> Iterator[Evidence]:
    by_report: dict[str, list[Evidence]] = {}
    for passage in passages:
        by_report.setdefault(passage.report_id, []).append(passage)
    for report in sorted(by_report):
        yield from _outermost(by_report[report])[:_PER_REPORT]


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
    """What the members are about, by the first; what is said to be unknown names the question best."""
    member = next((m for m in members if m.claim.stance.certainty == "unknown"), members[0])
    if member.slot is not None and member.slot.head:
        return member.slot.head
    return _told_of(member.claim) if member.claim.predicate in _EMPTY else member.claim.predicate


_EMPTY = frozenset({"be", "have", "do"})


def _told_of(claim: Claim) -> str:
    """What a clause is about whose verb tells nothing: "there was no protest", "the guard was unhurt"."""
    heads = (s.head for part in ("patient", "agent") for s in claim.all(part) if s.head and s.head != "there")
    return next((h for h in heads if h not in words("pronouns", "all")), claim.predicate)
