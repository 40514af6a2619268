"""Claims that say the same, not just tell of the same event: each goes with its nearest in every other report."""

from collections.abc import Iterator, Mapping, Sequence

from reconcile.measure.clusters import average_link
from reconcile.model.claims import Claim, Link

# How alike two claims must be to say the same, and how alike the members of one statement must be on average.
NEAR = 0.5
_MEAN = 0.4
_NEARLY = 0.1
_VERY = 0.78


def statements(claims: Mapping[str, Claim], links: Sequence[Link]) -> Iterator[tuple[list[Claim], list[Link]]]:
    """Groups of claims of two reports or more with the links that hold them together."""
    near = _mutual([k for k in links if k.score >= NEAR and k.is_substantial], claims)
    members = sorted({c for k in near for c in (k.left, k.right)})
    pairs = [(k.left, k.right, k.score) for k in near]
    home: dict[str, int] = {}
    for number, group in enumerate(average_link(members, pairs, _MEAN, owner=lambda c: claims[c].report_id)):
        home.update(dict.fromkeys(group, number))
        if len({claims[c].report_id for c in group}) > 1:
            inside = set(group)
            yield [claims[c] for c in group], [k for k in near if k.left in inside and k.right in inside]
    told: set[str] = set()
    for link in sorted(near, key=lambda k: (-k.score, k.left, k.right)):
        # two claims that are very much alike are told together once, even where each has joined another group
        apart = home[link.left] != home[link.right] and not {link.left, link.right} & told
        if link.score >= _VERY and apart:
            told |= {link.left, link.right}
            yield [claims[link.left], claims[link.right]], [link]


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
