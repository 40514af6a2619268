"""Claims into facts: within one story, claims that tell the same event are joined, unlike ones are not chained together."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from reconcile.align.features import Profile, profiles
from reconcile.align.links import score
from reconcile.align.quantities import quantity_links
from reconcile.align.roles import role_links
from reconcile.config import Config
from reconcile.model.claims import Claim, Fact, Link
from reconcile.model.stories import Stories

JOIN = 0.42
_EVENTS = ("event", "state")


def align(claims: Sequence[Claim], stories: Stories, config: Config) -> tuple[Fact, ...]:
    """Facts of all claims, in the order of their first claim; a claim that no other one matches is a fact of its own."""
    story_of = {report: number for number, members in enumerate(stories.groups) for report in members}
    by_story: dict[int, list[Profile]] = defaultdict(list)
    for profile in profiles(sorted(claims, key=_place)):
        by_story[story_of[profile.claim.report_id]].append(profile)
    facts = [fact for number in sorted(by_story) for fact in _story_facts(by_story[number], stories)]
    return tuple(sorted(facts, key=lambda f: _place(f.claims[0])))


def _place(claim: Claim) -> tuple[str, int, int, str]:
    return claim.report_id, claim.start, claim.end, claim.id


def _story_facts(members: Sequence[Profile], stories: Stories) -> Iterator[Fact]:
    kinds: dict[str, list[Profile]] = defaultdict(list)
    for profile in members:
        kinds["event" if profile.claim.kind in _EVENTS else profile.claim.kind].append(profile)
    yield from _clustered(kinds["event"], event_links(kinds["event"], stories))
    yield from _clustered(kinds["quantity"], quantity_links(kinds["quantity"]))
    yield from _clustered(kinds["role"], role_links(kinds["role"]))


def event_links(events: Sequence[Profile], stories: Stories) -> Iterator[Link]:
    """Links of all pairs of different reports that tell the same event surely enough."""
    for a, b in candidates(events):
        found = score(a, b, stories.alike(a.claim.report_id, b.claim.report_id))
        if found.value >= JOIN:
            yield Link(a.claim.id, b.claim.id, found.value, found.reasons)


def _clustered(members: Sequence[Profile], links: Iterable[Link]) -> Iterator[Fact]:
    found = list(links)
    clusters = _average_link([p.claim.id for p in members], found)
    claims = {p.claim.id: p.claim for p in members}
    by_cluster: dict[int, list[Link]] = defaultdict(list)
    home = {claim: n for n, cluster in enumerate(clusters) for claim in cluster}
    for link in found:
        if home[link.left] == home[link.right]:
            by_cluster[home[link.left]].append(link)
    for n, cluster in enumerate(clusters):
        yield _fact([claims[c] for c in cluster], by_cluster[n])


def candidates(events: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Pairs of different reports that share an event class or two content words."""
    postings: dict[str, list[int]] = defaultdict(list)
    for n, profile in enumerate(events):
        for key in sorted({f"class:{c}" for c in profile.classes} | {f"word:{w}" for w in profile.claim.words}):
            postings[key].append(n)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for key, places in postings.items():
        for a, b in combinations(places, 2):
            if events[a].claim.report_id != events[b].claim.report_id:
                shared[a, b] += 2 if key.startswith("class:") else 1
    for (a, b), n in sorted(shared.items()):
        if n >= 2:
            yield events[a], events[b]


def _average_link(ids: Sequence[str], links: Iterable[Link]) -> list[list[str]]:
    """Joins along the strongest links; two groups join when the links between them are, on average, strong enough."""
    home = {claim: n for n, claim in enumerate(ids)}
    groups: dict[int, list[str]] = {n: [claim] for n, claim in enumerate(ids)}
    strength: dict[str, dict[str, float]] = defaultdict(dict)
    ordered = sorted(links, key=lambda k: (-k.score, k.left, k.right))
    for link in ordered:
        strength[link.left][link.right] = strength[link.right][link.left] = link.score
    for link in ordered:
        a, b = home[link.left], home[link.right]
        if a != b and _bond(groups[a], groups[b], strength) >= JOIN * 0.5:
            for claim in groups[b]:
                home[claim] = a
            groups[a] += groups.pop(b)
    return [groups[n] for n in sorted(groups)]


def _bond(left: Sequence[str], right: Sequence[str], strength: Mapping[str, Mapping[str, float]]) -> float:
    total = sum(strength.get(a, {}).get(b, 0.0) for a in left for b in right)
    return total / (len(left) * len(right))


def _fact(claims: Sequence[Claim], links: Sequence[Link]) -> Fact:
    ordered = tuple(sorted(claims, key=_place))
    digest = hashlib.sha256("\n".join(c.id for c in ordered).encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return Fact(f"f-{digest}", ordered, tuple(sorted(links, key=lambda k: (k.left, k.right))), ordered[0].kind)
