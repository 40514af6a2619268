"""What only one origin says: sentences that no other report has a counterpart for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reconcile.findings import wording
from reconcile.findings.desk import Desk
from reconcile.findings.evidence import of_claim, of_slot
from reconcile.findings.identity import finding_id
from reconcile.measure.agents import have_other_speakers
from reconcile.measure.remembered import for_all
from reconcile.model.claims import Claim, Fact
from reconcile.model.findings import Evidence, Finding
from reconcile.model.stories import Stories

_TYPED = ("quantity", "time", "place")


def singles(facts: Sequence[Fact], stories: Stories, desk: Desk) -> Iterator[Finding]:
    """One finding for each sentence of a story of several reports whose claims stand in that report (or its copies) alone."""
    told_together = {report for members in stories.groups if len(members) > 1 for report in members}
    by_sentence: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for fact in facts:
        for claim in fact.claims:
            by_sentence[claim.report_id, claim.sentence].append(claim)
    shared = _shared(facts, desk)
    for place in sorted(by_sentence):
        if place[0] in told_together and desk.origins.of.get(place, place) == place:
            claims = sorted(by_sentence[place], key=lambda c: (c.start, c.end, c.id))
            known = [c for c in claims if c.id in shared]
            alone = tuple(c for c in claims if not any(_stands_in(c, k) for k in known))
            yield from for_all("single", alone, lambda claims: tuple(_single(claims, desk)))


def _stands_in(claim: Claim, known: Claim) -> bool:
    """Whether most of the shorter of two claims lies in the other."""
    common = min(claim.end, known.end) - max(claim.start, known.start)
    return common > 0.5 * max(1, min(claim.end - claim.start, known.end - known.start))


def _shared(facts: Sequence[Fact], desk: Desk) -> set[str]:
    """The claims that have a near counterpart in a report of another origin."""
    found: set[str] = set()
    for fact in facts:
        if fact.kind not in _TELLING:
            continue
        claims = {c.id: c for c in fact.claims}
        for link in fact.links:
            left, right = claims[link.left], claims[link.right]
            pair = (left.report_id, left.sentence), (right.report_id, right.sentence)
            near = link.score >= _NEAR and (fact.kind != "event" or link.is_substantial)
            if (
                near
                and not have_other_speakers(left, right)
                and pair[0][0] != pair[1][0]
                and desk.origins.voices(pair) > 1
            ):
                found.update((link.left, link.right))
    return found


_TELLING = ("event", "quantity", "quote")
_NEAR = 0.62


def _single(claims: Sequence[Claim], desk: Desk) -> Iterator[Finding]:
    telling = [
        c for c in claims if c.kind in ("event", "state", "report") and not c.nominal and (c.entities or c.slots)
    ]
    if not telling:
        return
    main = max(telling, key=lambda c: (len(c.slots), c.end - c.start, -c.start))
    evidence = tuple(_evidence(main, claims, desk))
    kind = next((s.name for s in main.slots if s.name in _TYPED and s.value is not None), "event")
    yield Finding(
        id=finding_id("single_source", kind, evidence),
        category="single_source",
        kind=kind,
        relation="",
        confidence=0.6,
        summary=wording.single(evidence[0], desk.reports),
        evidence=evidence,
    )


def _evidence(main: Claim, claims: Sequence[Claim], desk: Desk) -> Iterator[Evidence]:
    """The main claim, who says it, and the names and numbers of the sentence that stand outside it."""
    first = of_claim(main, desk.reports)
    yield first
    seen = {(first.start, first.end)}
    for claim in claims:
        for slot in claim.slots:
            place = (slot.raw.start, slot.raw.end)
            outside = slot.raw.end <= first.start or slot.raw.start >= first.end
            if outside and place not in seen and (slot.value is not None or slot.name == "speaker"):
                seen.add(place)
                yield of_slot(claim, slot, desk.reports)
