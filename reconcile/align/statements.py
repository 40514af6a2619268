"""Claims that say the same, not just tell of the same event: each goes with its nearest in every other report."""

from collections.abc import Iterator, Mapping, Sequence

from reconcile.align.features import Profile
from reconcile.lexicon.load import words
from reconcile.measure.agents import have_other_speakers
from reconcile.measure.clusters import average_link
from reconcile.measure.kin import kin
from reconcile.model.claims import Claim, Link

# How alike two claims must be to say the same, and how alike the members of one statement must be on average.
NEAR = 0.5
_MEAN = 0.4
_NEARLY = 0.1
_VERY = 0.78
_OPPOSED = 0.6

Said = tuple[list[Profile], list[Link]]


def near_links(links: Sequence[Link], members: Sequence[Profile]) -> list[Link]:
    """The links between claims that say the same: substantial, and among the best that a claim has to the other's report.

    Claims of which one denies what the other says of one thing are near too, whatever else is nearer.
    """
    claims = {p.claim.id: p.claim for p in members}
    told = [
        k
        for k in links
        if k.score >= NEAR and k.is_substantial and not have_other_speakers(claims[k.left], claims[k.right])
    ]
    near = _mutual(told, claims)
    chosen = {(k.left, k.right) for k in near}
    opposed = [k for k in links if k.score >= _OPPOSED and (k.left, k.right) not in chosen and _are_opposed(k, claims)]
    return [*near, *opposed]


def _are_opposed(link: Link, claims: Mapping[str, Claim]) -> bool:
    """Whether one says and the other denies what happens but once to one named thing: "it will crash", "it is not crashing"."""
    left, right = claims[link.left], claims[link.right]
    if left.nominal or right.nominal or left.stance.polarity == right.stance.polarity:
        return False
    if _has_none(left, right) or _has_none(right, left):
        return True
    if not set(left.classes[:1]) & set(right.classes[:1]) & words("once", "events"):
        return False
    return any(
        {s.entity for s in left.all(part) if s.entity} & {s.entity for s in right.all(part) if s.entity}
        for part in ("agent", "patient")
    )


def _has_none(negated: Claim, affirmed: Claim) -> bool:
    """ "No shots were fired" and "he fired a shot": the one has none of what the other tells in the same part of the same deed."""
    if negated.predicate != affirmed.predicate:
        return False
    return any(
        kin(one.head) == kin(other.head)
        for part in ("agent", "patient")
        for one in negated.all(part)
        for other in affirmed.all(part)
        if one.text.lower().startswith("no ") and other.entity is None
    )


def statements(members: Sequence[Profile], near: Sequence[Link]) -> Iterator[Said]:
    """Groups of claims of two reports or more with the links that hold them together; and pairs of very like claims."""
    home: dict[str, int] = {}
    for number, (said, links) in enumerate(said_together(members, near)):
        home.update((p.claim.id, number) for p in said)
        if len({p.claim.report_id for p in said}) > 1:
            yield said, links
    profile_of = {p.claim.id: p for p in members}
    told: set[str] = set()
    for link in sorted(near, key=lambda k: (-k.score, k.left, k.right)):
        # two claims that are very much alike are told together once, even where each has joined another group
        apart = home[link.left] != home[link.right]
        alike = link.score >= _VERY and not {link.left, link.right} & told
        if apart and (alike or _are_opposed(link, {c: profile_of[c].claim for c in (link.left, link.right)})):
            told |= {link.left, link.right}
            yield [profile_of[link.left], profile_of[link.right]], [link]


def said_together(members: Sequence[Profile], near: Sequence[Link]) -> Iterator[Said]:
    """All claims in groups along near links, those that none is near to by themselves."""
    profile_of = {p.claim.id: p for p in members}
    pairs = [(k.left, k.right, k.score) for k in near]
    found = average_link(sorted(profile_of), pairs, _MEAN, owner=lambda c: profile_of[c].claim.report_id)
    home = {c: n for n, group in enumerate(found) for c in group}
    inside: list[list[Link]] = [[] for _ in found]
    for link in near:
        if home[link.left] == home[link.right]:
            inside[home[link.left]].append(link)
    for group, links in zip(found, inside, strict=True):
        yield [profile_of[c] for c in group], links


def _mutual(links: Sequence[Link], claims: Mapping[str, Claim]) -> list[Link]:
    """The links that are among the best that a claim has to the other's report."""
    best: dict[tuple[str, str], float] = {}
    for link in links:
        for own, other in ((link.left, link.right), (link.right, link.left)):
            key = own, claims[other].report_id
            best[key] = max(link.score, best.get(key, 0.0))
    return [
        k
        for k in links
        if _is_near(k, best[k.left, claims[k.right].report_id], best[k.right, claims[k.left].report_id])
    ]


def _is_near(link: Link, left_best: float, right_best: float) -> bool:
    """Among the best for both; or for one of them, where the two are very much alike."""
    chosen = [link.score >= best - _NEARLY for best in (left_best, right_best)]
    return all(chosen) or (any(chosen) and link.score >= _VERY)
