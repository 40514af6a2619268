"""Claims into groups: copies once; of very many reports in parts of the reports, then the parts with each other.

All pairs of a few hundred reports of one event are too many. Claims that are the same word for word are looked at once; the
reports are taken in parts of at most :data:`CROWD`, each part grouped as it would be by itself; and what came out of the parts
is grouped again, each group by the one member that is most like the others. The work grows with the number of reports.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from reconcile.align.features import Profile
from reconcile.measure.pairs import CROWD
from reconcile.measure.remembered import recalled
from reconcile.model.claims import Link

# Of the links within a group of a crowd each claim keeps so many, the surest.
_MOST_LINKS = 12

Grouping = Callable[[Sequence[Profile]], Iterable[tuple[Sequence[Profile], Sequence[Link]]]]
Linking = Callable[[Sequence[Profile]], Iterable[Link]]


@frozen
class Group:
    """Claims that belong together, why, and the one that stands for them."""

    head: Profile
    members: tuple[Profile, ...]
    links: tuple[Link, ...]


def is_crowd(members: Sequence[Profile]) -> bool:
    """Whether the claims are of more reports than can be compared in all pairs."""
    return len({p.claim.report_id for p in members}) > CROWD


def grouped(members: Sequence[Profile], link: Linking, group: Grouping) -> Iterator[Group]:
    """Groups of the claims of one kind by ``group``: at once, or in parts where the reports are many. Every claim is in one.

    Of claims that are the same word for word the first stands for all, so that a copy changes nothing among the others; ``link``
    tells whether a copy goes with the claim that it repeats.
    """
    if not is_crowd(members):
        yield from _joined(list(_copies(members, link)), group)
        return
    by_report: dict[str, list[Group]] = defaultdict(list)
    for copies in _copies(members, link):
        by_report[copies.head.claim.report_id].append(copies)
    parts = [by_report[report] for report in sorted(by_report)]
    while len(parts) > 1:
        count = -(-len(parts) // CROWD)
        ends = [len(parts) * n // count for n in range(count + 1)]
        parts = [_merged(parts[a:b], group) for a, b in pairwise(ends)]
    yield from (found for part in parts for found in part)


def _copies(members: Sequence[Profile], link: Linking) -> Iterator[Group]:
    """Claims with all that repeat them in other reports; those that do not go with the first one stand by themselves."""
    alike: dict[_Wording, list[Profile]] = defaultdict(list)
    for profile in members:
        alike[recalled(("wording", id(profile)), _wording, profile)].append(profile)
    for first, *others in alike.values():
        taken, links = [first], []
        for other in others:
            found = next(iter(link((first, other))), None)
            if found is None:
                yield Group(other, (other,), ())
            else:
                taken.append(other)
                links.append(found)
        yield Group(first, tuple(taken), tuple(links))


@frozen(cache_hash=True)
class _Wording:
    """Equal for claims that say the same in the same words."""

    of: tuple[object, ...]


def _wording(profile: Profile) -> _Wording:
    claim = profile.claim
    slots = tuple((s.name, s.text, s.entity, s.value) for s in claim.slots)
    return _Wording((claim.kind, claim.predicate, claim.text, claim.words, claim.entities, claim.stance, slots))


def _merged(parts: Sequence[Sequence[Group]], group: Grouping) -> list[Group]:
    """The groups of several parts, joined; of the links between them the best are kept."""
    if len(parts) == 1:
        return list(parts[0])
    return _joined([g for part in parts for g in part], group, _best)


def _joined(
    groups: Iterable[Group], group: Grouping, kept: Callable[[Sequence[Link]], Sequence[Link]] = tuple
) -> list[Group]:
    """Groups joined where ``group`` joins the claims that stand for them, and which of the links between them are kept."""
    known = {g.head.claim.id: g for g in groups}
    heads = sorted((g.head for g in known.values()), key=lambda p: (p.claim.report_id, p.claim.start, p.claim.id))
    found = []
    for joined, links in group(heads):
        inner = [known[p.claim.id] for p in joined]
        members = tuple(p for g in inner for p in g.members)
        inside = (k for g in inner for k in g.links)
        found.append(Group(_middle(joined, links), members, (*kept(links), *inside)))
    taken = {p.claim.id for g in found for p in g.members}
    return found + [g for g in known.values() if g.head.claim.id not in taken]


def _best(links: Sequence[Link]) -> list[Link]:
    """The links that are among the best of either end."""
    ranked = sorted(links, key=lambda k: (-k.score, k.left, k.right))
    met: Counter[str] = Counter()
    kept = []
    for link in ranked:
        if min(met[link.left], met[link.right]) < _MOST_LINKS:
            kept.append(link)
            met[link.left] += 1
            met[link.right] += 1
    return kept


def _middle(members: Sequence[Profile], links: Sequence[Link]) -> Profile:
    """The member that is most like the others; of several the first."""
    likeness: dict[str, float] = defaultdict(float)
    for link in links:
        likeness[link.left] += link.score
        likeness[link.right] += link.score
    return max(members, key=lambda p: likeness[p.claim.id])
