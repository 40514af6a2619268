"""Values of one fact into sides: what fits together is one side; sides conflict only where no report stands on both."""

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from reconcile.model.claims import Comparison
from reconcile.model.comparisons import Compared, Conflict, Member, ValueGroup
from reconcile.model.reasons import Reason

FITTING = ("SAME", "EQUIVALENT", "COARSER", "APPROXIMATE")
_LOOSENESS = {"SAME": 0, "EQUIVALENT": 0, "COARSER": 1, "APPROXIMATE": 2}
_RELATIONS = ("exact", "compatible", "approximate")

Verdict = tuple[str, float, tuple[Reason, ...]]
Comparer = Callable[[Member, Member], Verdict]
Strength = Mapping[tuple[str, str], float]


def compared(
    fact_id: str,
    kind: str,
    members: Sequence[Member],
    compare: Comparer,
    strength: Strength,
    *,
    least: float,
    least_within: float = 0.9,
) -> Compared:
    """Compare all pairs of members once, group what fits, and find the groups that cannot both be right.

    ``strength`` holds how surely two claims (by id, sorted) speak of the same thing. Two groups conflict where some pair across
    them is in CONFLICT with at least ``least`` strength, and no report has a value in both (it would have told two things apart).
    One report against itself needs ``least_within``.
    """
    verdicts = {(a, b): compare(members[a], members[b]) for a, b in combinations(range(len(members)), 2)}
    groups = _groups(members, verdicts)
    home = {n: g for g, numbers in enumerate(groups) for n in numbers}
    conflicts = _conflicts(members, groups, home, verdicts, strength, least, least_within)
    comparisons = tuple(
        Comparison(fact_id, kind, members[a].claim.id, members[b].claim.id, *verdict)
        for (a, b), verdict in verdicts.items()
    )
    shown = tuple(ValueGroup(tuple(members[n] for n in g), _relation(g, verdicts)) for g in groups)
    strengths = [strength.get(pair_of(members[a].claim.id, members[b].claim.id), 0.0) for a, b in verdicts]
    return Compared(fact_id, kind, shown, conflicts, comparisons, max(strengths, default=0.0))


def pair_of(left: str, right: str) -> tuple[str, str]:
    """Two claim ids, sorted."""
    return (left, right) if left <= right else (right, left)


def _groups(members: Sequence[Member], verdicts: Mapping[tuple[int, int], Verdict]) -> list[list[int]]:
    """Complete-link groups: a member joins the first group of which every value fits its own, closest fits first."""
    groups: list[list[int]] = []
    for n in range(len(members)):
        fits = [g for g in groups if all(verdicts[min(n, o), max(n, o)][0] in FITTING for o in g)]
        if fits:
            best = min(fits, key=lambda g: (min(_LOOSENESS[verdicts[min(n, o), max(n, o)][0]] for o in g), g[0]))
            best.append(n)
        else:
            groups.append([n])
    return groups


def _relation(group: Sequence[int], verdicts: Mapping[tuple[int, int], Verdict]) -> str:
    return _RELATIONS[max((_LOOSENESS[verdicts[a, b][0]] for a, b in combinations(sorted(group), 2)), default=0)]


def _conflicts(
    members: Sequence[Member],
    groups: Sequence[Sequence[int]],
    home: Mapping[int, int],
    verdicts: Mapping[tuple[int, int], Verdict],
    strength: Strength,
    least: float,
    least_within: float,
) -> tuple[Conflict, ...]:
    best: dict[tuple[int, int], Conflict] = {}
    reports = [{members[n].claim.report_id for n in g if not members[n].claim.superseded} for g in groups]
    for (a, b), (verdict, score, reasons) in verdicts.items():
        left, right = sorted((home[a], home[b]))
        if verdict != "CONFLICT" or left == right:
            continue
        within = members[a].claim.report_id == members[b].claim.report_id
        sure = strength.get(pair_of(members[a].claim.id, members[b].claim.id), 0.0) * score
        if sure < (least_within if within else least) or not within and reports[left] & reports[right]:
            continue
        scope = "within" if within else "cross"
        found = Conflict(left, right, min(1.0, sure), "conflict", scope, reasons)
        if (left, right) not in best or found.score > best[left, right].score:
            best[left, right] = found
    return tuple(best[pair] for pair in sorted(best))
