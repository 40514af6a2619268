"""What combining has worked out already, kept by a reconciler so that one more report costs what is new about it."""

from collections.abc import Mapping, Sequence

from attrs import define, evolve, field, frozen

from reconcile.align.stories import Sketch, sketch_of, stories
from reconcile.api.stages import Stages
from reconcile.config import Config
from reconcile.model.claims import Claim, Fact
from reconcile.model.comparisons import Compared
from reconcile.model.readings import Anchored, Reading
from reconcile.model.spans import Span
from reconcile.model.stories import Stories

Names = Mapping[Span, str]


@frozen(eq=False)
class Claimed:
    """The claims of one report, with what they were built from."""

    reading: Reading
    anchored: Anchored
    names: Names
    claims: tuple[Claim, ...]


@frozen(eq=False)
class Told:
    """The facts of one story, with the claims that they were aligned from."""

    claims: tuple[tuple[Claim, ...], ...]
    parts: int
    facts: tuple[Fact, ...]
    compared: tuple[Compared, ...]


@define
class Memory:
    """Claims by report, how alike reports are, and facts by story; each is used again while all that it depends on is the same.

    An empty memory changes nothing but the time that is taken.
    """

    claimed: dict[str, Claimed] = field(factory=dict)
    sketched: dict[str, tuple[Reading, Sketch]] = field(factory=dict)
    stories: Stories = field(factory=Stories)
    told: dict[tuple[str, ...], Told] = field(factory=dict)

    def claims(
        self,
        readings: Sequence[Reading],
        anchored: Mapping[str, Anchored],
        names: Mapping[str, Names],
        config: Config,
        stages: Stages,
    ) -> dict[str, tuple[Claim, ...]]:
        """The claims of every report; built anew where its dates or its names are read differently now."""
        kept = {}
        for reading in readings:
            name = reading.report_id
            given = anchored[name], names.get(name, {})
            known = self.claimed.get(name)
            if known is None or known.reading is not reading or (known.anchored, known.names) != given:
                known = Claimed(reading, *given, stages.claim_builder(reading, *given, config))
            kept[name] = known
        self.claimed = kept
        return {name: known.claims for name, known in kept.items()}

    def grouped(self, readings: Sequence[Reading]) -> Stories:
        """Which reports tell one story; only pairs with a new report are held against each other."""
        before = self.sketched
        old = {r.report_id for r in readings if r.report_id in before and before[r.report_id][0] is r}
        self.sketched = {
            r.report_id: before[r.report_id] if r.report_id in old else (r, sketch_of(r)) for r in readings
        }
        known = {p: value for p, value in self.stories.likeness.items() if p[0] in old and p[1] in old}
        self.stories = stories([sketch for _, sketch in self.sketched.values()], known=known)
        return self.stories

    def facts(
        self, claims: Mapping[str, tuple[Claim, ...]], found: Stories, config: Config, stages: Stages
    ) -> tuple[tuple[Fact, ...], tuple[Compared, ...]]:
        """All facts in the order of their first claim, and what comparing them gave; a story that is as it was is kept."""
        kept = {}
        for members in found.groups:
            given = tuple(claims[name] for name in members)
            known = self.told.get(members)
            changed = known is None or any(a is not b for a, b in zip(known.claims, given, strict=True))
            if known is None or changed or known.parts != found.parts:
                story = evolve(found, groups=(members,))
                aligned = stages.fact_aligner([c for of_report in given for c in of_report], story, config)
                known = Told(given, found.parts, tuple(aligned), tuple(stages.comparer(aligned, config)))
            kept[members] = known
        self.told = kept
        facts = sorted((f for told in kept.values() for f in told.facts), key=_first)
        place = {fact.id: n for n, fact in enumerate(facts)}
        compared = (c for told in kept.values() for c in told.compared)
        return tuple(facts), tuple(sorted(compared, key=lambda c: place.get(c.fact_id, len(place))))


def _first(fact: Fact) -> tuple[str, int, int, str]:
    claim = fact.claims[0]
    return claim.report_id, claim.start, claim.end, claim.id
