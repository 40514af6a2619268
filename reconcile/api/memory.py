"""What combining has worked out already, kept by a reconciler so that one more report costs what is new about it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial

from attrs import define, field, frozen

from reconcile.align.stories import Sketch, sketch_of, stories
from reconcile.api.processes import Crew
from reconcile.api.stages import Stages
from reconcile.config import Config
from reconcile.findings.assemble import of_story
from reconcile.findings.comparing import Desk
from reconcile.measure.remembered import Key, remembering
from reconcile.model.claims import Claim, Fact
from reconcile.model.comparisons import Compared
from reconcile.model.findings import Finding
from reconcile.model.origins import Origins
from reconcile.model.readings import Anchored, Reading
from reconcile.model.spans import Span
from reconcile.model.stories import Stories

Names = Mapping[Span, str]
Given = tuple[Reading, Anchored, Names]
Members = tuple[str, ...]
ByReport = tuple[tuple[Claim, ...], ...]
Job = tuple[ByReport, Stories, Desk]


@frozen
class Work:
    """What is done for one report, and for one story."""

    config: Config
    stages: Stages

    def claims(self, given: Given) -> tuple[Claim, ...]:
        """The claims of one report."""
        return self.stages.claim_builder(*given, self.config)

    def facts(self, given: Job) -> "FactsFound":
        """The facts of one story, compared, and what they tell."""
        claims, story, desk = given
        aligned = self.stages.fact_aligner([c for of_report in claims for c in of_report], story, self.config)
        compared = self.stages.comparer(aligned, self.config)
        return FactsFound(tuple(aligned), tuple(compared), of_story(aligned, compared, story, desk))


@frozen(eq=False)
class FactsFound:
    """Facts, what comparing them gave, and the findings that they tell."""

    facts: tuple[Fact, ...]
    compared: tuple[Compared, ...]
    findings: tuple[Finding, ...]


@frozen(eq=False)
class Claimed:
    """The claims of one report, with what they were built from."""

    reading: Reading
    anchored: Anchored
    names: Names
    claims: tuple[Claim, ...]


@frozen(eq=False)
class Told:
    """The facts of one story, with what they were found from."""

    claims: ByReport
    parts: int
    origins: Origins
    found: FactsFound


@define
class Memory:
    """Claims by report, how alike reports are, and facts by story; each is used again while all that it depends on is the same.

    An empty memory changes nothing but the time that is taken. One that ``remembers`` keeps what aligning and comparing found for
    each pair of claims too, for stories that grow.
    """

    remembers: bool = False
    claimed: dict[str, Claimed] = field(factory=dict)
    sketched: dict[str, tuple[Reading, Sketch]] = field(factory=dict)
    stories: Stories = field(factory=Stories)
    told: dict[Members, Told] = field(factory=dict)
    pairs: dict[Members, Mapping[Key, object]] = field(factory=dict)
    others: Mapping[Key, object] = field(factory=dict)

    @contextmanager
    def recalling(self) -> Iterator[None]:
        """Within this context what is known of single reports and stories is used again, where the memory remembers."""
        if not self.remembers:
            yield
            return
        with remembering(self.others) as used:
            yield
        self.others = used

    def __reduce__(self) -> tuple[type["Memory"], tuple[object, ...]]:
        """Without the pairs and what else is known by identity, which a copy does not share."""
        return Memory, (self.remembers, self.claimed, self.sketched, self.stories, self.told)

    def claims(
        self,
        readings: Sequence[Reading],
        anchored: Mapping[str, Anchored],
        names: Mapping[str, Names],
        work: Work,
        crew: Crew,
    ) -> dict[str, tuple[Claim, ...]]:
        """The claims of every report; built anew where its dates or its names are read differently now."""
        given = {r.report_id: (r, anchored[r.report_id], names.get(r.report_id, {})) for r in readings}
        new = [g for name, g in given.items() if not self._is_claimed(name, g)]
        built = {
            new[n][0].report_id: Claimed(*new[n], claims)
            for n, claims in crew.each(work.claims, new, lambda g: len(g[0].document.text))
        }
        self.claimed = {name: built.get(name) or self.claimed[name] for name in given}
        return {name: known.claims for name, known in self.claimed.items()}

    def _is_claimed(self, name: str, given: Given) -> bool:
        known = self.claimed.get(name)
        return known is not None and known.reading is given[0] and (known.anchored, known.names) == given[1:]

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
        self, claims: Mapping[str, tuple[Claim, ...]], stories: Stories, desk: Desk, work: Work, crew: Crew
    ) -> Callable[[], FactsFound]:
        """Begins to align and compare every story that is not as it was; the function that is given back ends it.

        That one gives all facts in the order of their first claim, what comparing them gave, and all that they tell.
        """
        desks = desk.by_story(stories.groups)
        given = {members: tuple(claims[name] for name in members) for members in stories.groups}
        new = [
            (own, stories.of(members), desks[members])
            for members, own in given.items()
            if not self._is_told(members, own, stories.parts, desks[members])
        ]
        doing = partial(self._remembered, work) if self.remembers else work.facts
        answers = crew.each(doing, new, lambda job: sum(map(len, job[0])))

        def ended() -> FactsFound:
            for n, found in answers:
                own, story, of_it = new[n]
                self.told[story.groups[0]] = Told(own, story.parts, of_it.origins, found)
            self.told = {members: self.told[members] for members in given}
            self.pairs = {members: self.pairs[members] for members in given if members in self.pairs}
            return _together([told.found for told in self.told.values()])

        return ended

    def _remembered(self, work: Work, job: Job) -> FactsFound:
        """The facts of a story, with what is known of the pairs of the stories that it grew from."""
        members = job[1].groups[0]
        grown = [known for before, known in self.pairs.items() if not set(before).isdisjoint(members)]
        former = grown[0] if len(grown) == 1 else {key: value for known in grown for key, value in known.items()}
        with remembering(former) as used:
            found = work.facts(job)
        self.pairs[members] = used
        return found

    def _is_told(self, members: Members, given: ByReport, parts: int, desk: Desk) -> bool:
        known = self.told.get(members)
        if known is None or known.parts != parts or known.origins != desk.origins:
            return False
        return all(a is b for a, b in zip(known.claims, given, strict=True))


def _together(found: Sequence[FactsFound]) -> FactsFound:
    """The facts of all stories in the order of their first claim."""
    facts = sorted((f for story in found for f in story.facts), key=_first)
    place = {fact.id: n for n, fact in enumerate(facts)}
    compared = sorted((c for story in found for c in story.compared), key=lambda c: place.get(c.fact_id, len(place)))
    return FactsFound(tuple(facts), tuple(compared), tuple(f for story in found for f in story.findings))


def _first(fact: Fact) -> tuple[str, int, int, str]:
    claim = fact.claims[0]
    return claim.report_id, claim.start, claim.end, claim.id
