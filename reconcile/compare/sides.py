"""Values of one fact into sides: what fits together is one side; sides conflict only where no report stands on both."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from attrs import frozen

from reconcile.compare.crowds import Strength, carried, speakers, unheard
from reconcile.measure.remembered import remembered
from reconcile.measure.times import width
from reconcile.model.claims import Comparison
from reconcile.model.comparisons import Compared, Conflict, Member, ValueGroup
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason
from reconcile.model.times import TimeValue

FITTING = ("SAME", "EQUIVALENT", "COARSER", "APPROXIMATE")
_LOOSENESS = {"SAME": 0, "EQUIVALENT": 0, "COARSER": 1, "APPROXIMATE": 2}
_RELATIONS = ("exact", "compatible", "approximate")

Verdict = tuple[str, float, tuple[Reason, ...]]
Comparer = Callable[[Member, Member], Verdict]


_THIRD_HAS_BOTH = 0.5
_CROWDED = 0.75
# Where one pair of two groups is told of two days, the groups are of two events.
_DATED_APART = "claim.other-day"
# A number that fits the other one is no other number of another day.
_FITTING_VALUES = frozenset({"quantity.refines", "quantity.coarser", "quantity.approximate", "quantity.equal"})


@frozen
class Rule:
    """How sure a conflict must be: ``least`` between reports, ``least_within`` inside one.

    A fact of more than ``most_values`` values is likely several things; its conflicts count less.
    ``one_holder`` tells of two members whether there is only one thing that can have the value (a person's age, a name), so that a
    report with both contradicts itself; without it a report with both tells two things apart. ``chained``: what fits one member of
    a group belongs to it, since members that say the same need not have all words in common. ``torn_only``: a report stands on
    both sides only where two of its own members are in conflict, not where it has a member here and another there.
    """

    least: float
    least_within: float = 0.9
    most_values: int = 3
    one_holder: Callable[[Member, Member], bool] | None = None
    chained: bool = False
    torn_only: bool = False


def compared(
    fact_id: str,
    kind: str,
    members: Sequence[Member],
    compare: Comparer,
    strength: Strength,
    rule: Rule,
    beside: Hashable = (),
) -> Compared:
    """Compare all pairs of members once (of a crowd: of those that speak for it), group what fits, and find the groups that
    cannot both be right.

    ``strength`` holds how surely two claims (by id, sorted) speak of the same thing. Two groups conflict where some pair across
    them is in CONFLICT with enough strength, and neither report has the other's value too (it would have told two things apart).
    ``beside`` stands for what ``compare`` takes from reports other than those of the pair.
    """
    chosen = speakers(members)
    strength = carried(members, chosen, strength)
    verdicts = _verdicts(members, chosen, compare, beside)
    heard = _chains(chosen, verdicts) if rule.chained else _groups(chosen, verdicts)
    groups = [sorted({o for n in g for o in (n, *chosen[n])}) for g in heard] + unheard(members, chosen)
    home = {n: g for g, numbers in enumerate(groups) for n in numbers}
    conflicts = _conflicts(members, groups, home, verdicts, strength, rule)
    shared: dict[tuple[int, ...], tuple[Reason, ...]] = {}  # most of the pairs of a fact have the same few reasons
    comparisons = tuple(
        Comparison(
            fact_id,
            kind,
            members[a].claim.id,
            members[b].claim.id,
            verdict,
            score,
            shared.setdefault(tuple(map(id, reasons)), reasons),
        )
        for (a, b), (verdict, score, reasons) in verdicts.items()
    )
    relations = [_relation(g, verdicts) for g in heard] + ["exact"] * (len(groups) - len(heard))
    shown = tuple(
        ValueGroup(tuple(members[n] for n in g), relation) for g, relation in zip(groups, relations, strict=True)
    )
    strengths = [strength.get(pair_of(members[a].claim.id, members[b].claim.id), 0.0) for a, b in verdicts]
    return Compared(fact_id, kind, shown, conflicts, comparisons, max(strengths, default=0.0))


def _verdicts(
    members: Sequence[Member], chosen: Iterable[int], compare: Comparer, beside: Hashable
) -> dict[tuple[int, int], Verdict]:
    known, pairs = remembered(), combinations(chosen, 2)
    if known is None:
        return {(a, b): compare(members[a], members[b]) for a, b in pairs}
    names = [(id(m.claim), id(m.slot)) for m in members]
    rule = getattr(compare, "func", compare)
    return {(a, b): known.of((rule, beside, *names[a], *names[b]), compare, members[a], members[b]) for a, b in pairs}


def pair_of(left: str, right: str) -> tuple[str, str]:
    """Two claim ids, sorted."""
    return (left, right) if left <= right else (right, left)


def _chains(members: Iterable[int], verdicts: Mapping[tuple[int, int], Verdict]) -> list[list[int]]:
    """Groups in which every member fits some other one."""
    groups: list[list[int]] = []
    for n in members:
        fits = [g for g in groups if any(verdicts[min(n, o), max(n, o)][0] in FITTING for o in g)]
        groups = [*(g for g in groups if g not in fits), sorted([n, *(o for g in fits for o in g)])]
    return sorted(groups)


def _groups(members: Iterable[int], verdicts: Mapping[tuple[int, int], Verdict]) -> list[list[int]]:
    """Complete-link groups: a member joins the first group of which every value fits its own, closest fits first."""
    groups: list[list[int]] = []
    for n in members:
        fits = [g for g in groups if all(verdicts[min(n, o), max(n, o)][0] in FITTING for o in g)]
        if fits:
            best = min(fits, key=lambda g: (min(_LOOSENESS[verdicts[min(n, o), max(n, o)][0]] for o in g), g[0]))
            best.append(n)
        else:
            groups.append([n])
    return groups


def _relation(group: Sequence[int], verdicts: Mapping[tuple[int, int], Verdict]) -> str:
    found = (verdicts[a, b][0] for a, b in combinations(sorted(group), 2))
    return _RELATIONS[max((_LOOSENESS[verdict] for verdict in found if verdict in _LOOSENESS), default=0)]


def _conflicts(
    members: Sequence[Member],
    groups: Sequence[Sequence[int]],
    home: Mapping[int, int],
    verdicts: Mapping[tuple[int, int], Verdict],
    strength: Strength,
    rule: Rule,
) -> tuple[Conflict, ...]:
    best: dict[tuple[int, int], Conflict] = {}
    crowded = len(groups) > rule.most_values
    reports = [{members[n].claim.report_id for n in g if _stands_for_it(members[n])} for g in groups]
    if rule.torn_only:
        torn = {
            r for (a, b), (v, *_) in verdicts.items() if v == "CONFLICT" and (r := _one_report(members[a], members[b]))
        }
        reports = [of_group & torn for of_group in reports]
    dated_apart = {
        frozenset((home[a], home[b]))
        for (a, b), (*_, reasons) in verdicts.items()
        if any(r.code == _DATED_APART for r in reasons) and not any(r.code in _FITTING_VALUES for r in reasons)
    }
    for (a, b), (verdict, score, reasons) in verdicts.items():
        if verdict != "CONFLICT" or home[a] == home[b] or frozenset((home[a], home[b])) in dated_apart:
            continue
        left, right = sorted((home[a], home[b]))
        within = members[a].claim.report_id == members[b].claim.report_id
        sure = strength.get(pair_of(members[a].claim.id, members[b].claim.id), 0.0) * score
        reporters = members[a].claim.report_id, members[b].claim.report_id
        if rule.one_holder is None or not rule.one_holder(members[a], members[b]):
            own = [reports[home[n]] - _coarse_only(members, groups[home[n]], n) for n in (a, b)]
            sure *= 0.0 if within else _doubt(*reporters, *own)
            told_alone = _is_toll(members[a], members[b]) or _are_near_clocks(members[a], members[b])
            sure *= _CROWDED if crowded and not told_alone else 1.0
        if sure < (rule.least_within if within else rule.least):
            continue
        scope = "within" if within else "cross"
        found = Conflict(left, right, sure, "conflict", scope, reasons, reporters)
        if (left, right) not in best or found.score > best[left, right].score:
            best[left, right] = found
    return tuple(best[pair] for pair in sorted(best))


def _stands_for_it(member: Member) -> bool:
    """Whether a report holds with a value: not where it has taken it back, or says no more than "dozens"."""
    value = member.value
    return not member.claim.superseded and not (isinstance(value, QuantityValue) and value.hedge == "vague")


def _coarse_only(members: Sequence[Member], group: Sequence[int], value: int) -> set[str]:
    """The reports whose times in a group all leave more open than that member does: "on Tuesday" tells no other hour than "at 4:18"."""
    fine, wide = width(members[value].value), {members[n].claim.report_id for n in group}
    return wide - {members[n].claim.report_id for n in group if width(members[n].value) <= fine}


def _one_report(left: Member, right: Member) -> str | None:
    """The report that two members stand in, if it is one."""
    return left.claim.report_id if left.claim.report_id == right.claim.report_id else None


def _is_toll(left: Member, right: Member) -> bool:
    """Two counts of the dead, the hurt...: every report has its own, and all are of one thing."""
    values = [m.value for m in (left, right)]
    fates = [v.population for v in values if isinstance(v, QuantityValue)]
    return len(fates) == 2 and fates[0] is not None and fates[0] == fates[1]


def _are_near_clocks(left: Member, right: Member) -> bool:
    """Two times of day within the same two hours: of one moment, however many others the fact has."""
    starts = [
        m.slot.value.start if m.slot is not None and isinstance(m.slot.value, TimeValue) else None
        for m in (left, right)
    ]
    told = all(m.slot is not None and getattr(m.slot.value, "granularity", "") in _CLOCKS for m in (left, right))
    return told and starts[0] is not None and starts[1] is not None and abs(starts[0] - starts[1]) <= _NEAR_CLOCKS


_CLOCKS = frozenset({"minute", "hour"})
_NEAR_CLOCKS = timedelta(hours=2)


def _doubt(left: str, right: str, first: set[str], second: set[str]) -> float:
    """1, less where reports have both values: one of the two itself (it tells two things apart), or a third."""
    if left in second or right in first:
        return 0.0
    return _THIRD_HAS_BOTH ** len(first & second)
