"""Who speaks for whom where very many reports state one fact: members of equal value are compared by a few of them.

All pairs of the passages of a few hundred reports are too many, and nearly all of them are of equal values. Within
:data:`CROWD` reports every member speaks for itself. A report of a crowd that states two values itself is held against itself
only where it is among those that speak.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from reconcile.measure.pairs import CROWD
from reconcile.model.comparisons import Member

_SPEAKERS = 4
_MOST_SPEAKERS = 100

Strength = Mapping[tuple[str, str], float]


def speakers(members: Sequence[Member]) -> dict[int, list[int]]:
    """The members (by number) that are compared, each with those that stand in its group unseen."""
    if len({m.claim.report_id for m in members}) <= CROWD:
        return {n: [] for n in range(len(members))}
    alike: dict[object, list[int]] = defaultdict(list)
    for n, member in enumerate(members):
        alike[_value(member)].append(n)
    ranked = sorted(alike.values(), key=lambda numbers: (-len({members[n].claim.report_id for n in numbers}), numbers))
    share = max(1, min(_SPEAKERS, _MOST_SPEAKERS // len(ranked)))
    chosen: dict[int, list[int]] = {}
    for numbers in ranked[:_MOST_SPEAKERS]:
        first = {members[n].claim.report_id: n for n in reversed(numbers)}
        told = sorted(first.values())[:share]
        chosen.update((n, []) for n in told)
        chosen[told[0]] = [n for n in numbers if n not in told]
    return dict(sorted(chosen.items()))


def unheard(members: Sequence[Member], chosen: Mapping[int, Sequence[int]]) -> list[list[int]]:
    """The members of values too seldom to be compared, those of one value together."""
    heard = {n for speaker, others in chosen.items() for n in (speaker, *others)}
    alike: dict[object, list[int]] = defaultdict(list)
    for n, member in enumerate(members):
        if n not in heard:
            alike[_value(member)].append(n)
    return list(alike.values())


def carried(members: Sequence[Member], chosen: Mapping[int, Sequence[int]], strength: Strength) -> Strength:
    """How surely two speakers tell of the same thing: by their own link, else by the surest between members of their values."""
    if len(chosen) == len(members):
        return strength
    number_of: dict[object, int] = {}
    value_of = [number_of.setdefault(_value(m), len(number_of)) for m in members]
    values: dict[str, set[int]] = defaultdict(set)
    for n, member in enumerate(members):
        values[member.claim.id].add(value_of[n])
    surest: dict[tuple[int, int], float] = {}
    for (left, right), sure in strength.items():
        for a in values.get(left, ()):
            for b in values.get(right, ()):
                if sure > surest.get((a, b), 0.0):
                    surest[a, b] = surest[b, a] = sure
    found = dict(strength)
    for a, b in combinations(chosen, 2):
        left, right = sorted((members[a].claim.id, members[b].claim.id))
        if (left, right) not in strength:
            sure = surest.get((value_of[a], value_of[b]), 0.0)
            found[left, right] = max(sure, found.get((left, right), 0.0))
    return found


def _value(member: Member) -> tuple[object, ...]:
    """Equal for members that state the same value."""
    claim, slot = member.claim, member.slot
    if slot is None:
        return claim.predicate, claim.classes, claim.stance.polarity, claim.stance.certainty, claim.superseded
    return slot.name, slot.prep, slot.entity, slot.value or slot.text.lower(), claim.superseded
