"""Pairs of numbers with their features, and which annotated contradictions they tell."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from attrs import frozen

from reconcile import Config, Stages, reconcile
from reconcile.align.features import profiles
from reconcile.align.quantities import OF_ONE_STORY, value_of
from reconcile.align.weighed import BY_RULE_ALONE, features
from reconcile.compare.facts import names_of
from reconcile.compare.numbers_told import figures_of
from reconcile.compare.weighed import compare_weighed
from reconcile.measure.quantities import relation
from reconcile.model.claims import Claim, Fact
from reconcile.model.comparisons import Member
from reconcile.model.stories import Stories
from tests.evaluation.gold import Contradiction, Event, Place
from tests.evaluation.matching import touches

# In which direction a feature speaks; 0 where its sense does not say.
SENSE = {
    "closeness": -1, "size": 1, "greatest": 0, "unit": 0, "position": -1, "population": 1, "noun": 1, "speakers": 0,
    "holders": -1, "comparability": 1, "likeness": 1,
}  # fmt: skip


@frozen
class Row:
    """A pair of numbers: the event, its features, the annotated contradictions that it tells and the traps that it falls into."""

    event: str
    features: dict[str, float]
    told: frozenset[int]
    traps: frozenset[int]


def rows(event: Event) -> Iterator[Row]:
    """All pairs of an event that may contradict each other."""
    for claims, stories in _claims(event):
        yield from _rows(event, claims, stories)


def _claims(event: Event) -> list[tuple[Sequence[Claim], Stories]]:
    """The claims of each of an event's stories, with how alike its reports are: what facts are made of, before they are made."""
    given: list[tuple[Sequence[Claim], Stories]] = []

    def keep(claims: Sequence[Claim], stories: Stories, config: Config) -> tuple[Fact, ...]:
        given.append((claims, stories))
        return ()

    reconcile(event.reports, stages=Stages(fact_aligner=keep))
    return given


def _rows(event: Event, claims: Sequence[Claim], stories: Stories) -> Iterator[Row]:
    figures, known = figures_of(claims), names_of(claims)
    numbers = [p for p in profiles(claims) if p.claim.kind == "quantity"]
    for left, right in combinations(numbers, 2):
        a, b = value_of(left.claim), value_of(right.claim)
        reports = left.claim.report_id, right.claim.report_id
        if a is None or b is None or a.kind != b.kind or reports[0] == reports[1]:
            continue
        if a.kind in BY_RULE_ALONE or relation(a, b) != "disjoint" or stories.alike(*reports) < OF_ONE_STORY:
            continue
        first, second = (Member(c, c.slot("quantity")) for c in (left.claim, right.claim))
        if compare_weighed(first, second, figures, known)[0] != "CONFLICT":
            continue
        places = _place(left.claim), _place(right.claim)
        yield Row(
            event.name,
            {name: value() for name, value in features(left, a, right, b).items()},
            frozenset(n for n, c in enumerate(event.contradictions) if not c.optional and _tells(places, c)),
            frozenset(n for n, t in enumerate(event.traps) if all(touches(places, (p,)) for p in t.places)),
        )


def _place(claim: Claim) -> Place:
    return Place(claim.report_id, claim.start, claim.end)


def _tells(places: tuple[Place, Place], expected: Contradiction) -> bool:
    """Whether the two stand on two sides."""
    left, right = ({n for n, side in enumerate(expected.sides) if touches((p,), side)} for p in places)
    return bool(left and right) and len(left | right) > 1
