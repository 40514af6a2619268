"""What combining has worked out already, kept by a reconciler so that one more report costs what is new about it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial

from attrs import define, field, frozen

from reconcile.align.sketches import Sketch, sketch_of
from reconcile.align.stories import stories
from reconcile.api.processes import Crew
from reconcile.api.stages import Stages
from reconcile.config import Config
from reconcile.findings.assemble import of_story
from reconcile.findings.desk import Desk
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


@frozen(eq=False)
class Claimed:
    """The claims of one report, with what they were built from."""

    given: Given
    claims: tuple[Claim, ...]


@frozen(eq=False)
class Facts:
    """Facts, what comparing them gave, and the findings that they tell."""

    facts: tuple[Fact, ...]
    compared: tuple[Compared, ...]
    findings: tuple[Finding, ...]


@frozen(eq=False)
class Told:
    """One story: the claims of its reports, and its facts, with what both were found from."""

    claimed: tuple[Claimed, ...]
    parts: int
    origins: Origins
    found: Facts


@frozen(eq=False)
class Job:
    """One story to be told: what each of its reports was read as, its claims where they are known already."""

    given: tuple[Given, ...]
    known: tuple[Claimed | None, ...]
    story: Stories
    desk: Desk

    def size(self) -> int:
        """How much there is to do, roughly: characters."""
        return sum(len(reading.document.text) for reading, _, _ in self.given)

    def told(self, claims: ByReport, found: Facts) -> Told:
        """What came of it."""
        own = zip(self.given, self.known, claims, strict=True)
        claimed = tuple(known or Claimed(given, of_report) for given, known, of_report in own)
        return Told(claimed, self.story.parts, self.desk.origins, found)


@frozen
class Work:
    """What is done for one story."""

    config: Config
    stages: Stages

    def tell(self, job: Job) -> tuple[ByReport, Facts]:
        """The claims of each report, built where they are not known, and the facts of all of them, compared, with what they tell."""
        pairs = zip(job.given, job.known, strict=True)
        claims = tuple(
            known.claims if known else self.stages.claim_builder(*given, self.config) for given, known in pairs
        )
        aligned = self.stages.fact_aligner([c for of_report in claims for c in of_report], job.story, self.config)
        compared = self.stages.comparer(aligned, self.config)
        return claims, Facts(tuple(aligned), tuple(compared), of_story(aligned, compared, job.story, job.desk))


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

    def tell(
        self, given: Mapping[str, Given], stories: Stories, desk: Desk, work: Work, crew: Crew
    ) -> Callable[[], tuple[dict[str, tuple[Claim, ...]], Facts]]:
        """Begins to tell every story that is not as it was; the function that is given back ends it.

        That one gives the claims of each report, and all facts in the order of their first claim with what comparing them gave and
        all that they tell. Claims are built anew where the dates or the names of a report are read differently now.
        """
        desks = desk.by_story(stories.groups)
        known = {name: self._known(name, of_report) for name, of_report in given.items()}
        new = [
            Job(tuple(given[m] for m in members), tuple(known[m] for m in members), stories.of(members), desks[members])
            for members in stories.groups
            if not self._is_told(members, [known[m] for m in members], stories.parts, desks[members])
        ]
        doing = partial(self._remembered, work) if self.remembers else work.tell
        answers = crew.each(doing, new, Job.size)

        def ended() -> tuple[dict[str, tuple[Claim, ...]], Facts]:
            for n, (claims, found) in answers:
                self.told[new[n].story.groups[0]] = new[n].told(claims, found)
            self.told = {members: self.told[members] for members in stories.groups}
            self.pairs = {members: self.pairs[members] for members in self.told if members in self.pairs}
            own = (claimed for told in self.told.values() for claimed in told.claimed)
            self.claimed = {claimed.given[0].report_id: claimed for claimed in own}
            claims_of = {name: self.claimed[name].claims for name in given}
            return claims_of, _together([told.found for told in self.told.values()])

        return ended

    def _known(self, name: str, given: Given) -> Claimed | None:
        known = self.claimed.get(name)
        return known if known and known.given[0] is given[0] and known.given[1:] == given[1:] else None

    def _remembered(self, work: Work, job: Job) -> tuple[ByReport, Facts]:
        """The facts of a story, with what is known of the pairs of the stories that it grew from."""
        members = job.story.groups[0]
        grown = [known for before, known in self.pairs.items() if not set(before).isdisjoint(members)]
        former = grown[0] if len(grown) == 1 else {key: value for known in grown for key, value in known.items()}
        with remembering(former) as used:
            told = work.tell(job)
        self.pairs[members] = used
        return told

    def _is_told(self, members: Members, known: Sequence[Claimed | None], parts: int, desk: Desk) -> bool:
        told = self.told.get(members)
        if told is None or told.parts != parts or told.origins != desk.origins:
            return False
        return all(a is b for a, b in zip(told.claimed, known, strict=True))


def _together(found: Sequence[Facts]) -> Facts:
    """The facts of all stories in the order of their first claim."""
    facts = sorted((f for story in found for f in story.facts), key=_first)
    place = {fact.id: n for n, fact in enumerate(facts)}
    compared = sorted((c for story in found for c in story.compared), key=lambda c: place.get(c.fact_id, len(place)))
    return Facts(tuple(facts), tuple(compared), tuple(f for story in found for f in story.findings))


def _first(fact: Fact) -> tuple[str, int, int, str]:
    claim = fact.claims[0]
    return claim.report_id, claim.start, claim.end, claim.id
