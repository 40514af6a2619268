"""When does a finding tell what an editor expects? Evidence must touch the expected places; long evidence counts for nothing."""

from collections.abc import Iterable

from reconcile import Finding
from tests.evaluation.gold import Agreement, Contradiction, Garble, Place, Trap

MAX_CHARS = 160


def places(finding: Finding) -> tuple[Place, ...]:
    """The finding's passages of at most :data:`MAX_CHARS` characters."""
    return tuple(Place(e.report_id, e.start, e.end) for e in finding.evidence if e.end - e.start <= MAX_CHARS)


def overlap(left: Place, right: Place) -> bool:
    """Whether both share at least one character."""
    return left.report == right.report and left.start < right.end and right.start < left.end


def touches(found: Iterable[Place], expected: Iterable[Place]) -> bool:
    """Whether any found place overlaps any expected one."""
    wanted = tuple(expected)
    return any(overlap(f, e) for f in found for e in wanted)


def tells_contradiction(finding: Finding, expected: Contradiction) -> bool:
    """Its evidence touches at least two sides."""
    found = places(finding)
    return sum(touches(found, side) for side in expected.sides) >= 2


def tells_agreement(finding: Finding, expected: Agreement) -> bool:
    """Its evidence touches expected places in at least two reports."""
    found = places(finding)
    return len({p.report for p in expected.places if touches(found, (p,))}) >= 2


def tells_garble(finding: Finding, expected: Garble) -> bool:
    """Its evidence touches the place."""
    return touches(places(finding), (expected.place,))


def falls_into(finding: Finding, trap: Trap) -> bool:
    """Its evidence touches every place of the trap."""
    found = places(finding)
    return all(touches(found, (p,)) for p in trap.places)
