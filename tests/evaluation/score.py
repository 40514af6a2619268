"""``python -m tests.evaluation.score [FOLDER] [--misses] [--alarms]``: found, told and rightly told, by kind.

Also how far confidence can be relied on: contradictions told with 0.8 should be expected about four times in five, less
what the annotation left out.
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrs import field, frozen

from reconcile import Finding, Reconciliation, reconcile
from tests.evaluation.gold import Event, Place, read_events
from tests.evaluation.matching import falls_into, tells_agreement, tells_contradiction, tells_garble

BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)


@frozen
class Counts:
    """How many an editor expects, how many of those were found, how many were told and how many of those were expected."""

    expected: int = 0
    found: int = 0
    told: int = 0
    right: int = 0

    def plus(self, other: "Counts") -> "Counts":
        """The sums."""
        return Counts(
            self.expected + other.expected, self.found + other.found, self.told + other.told, self.right + other.right
        )

    @property
    def recall(self) -> float:
        """Found of expected; 1 where nothing is expected."""
        return self.found / self.expected if self.expected else 1.0

    @property
    def precision(self) -> float:
        """Right of told: a lower bound, since no annotation is complete. 1 where nothing is told."""
        return self.right / self.told if self.told else 1.0

    def __str__(self) -> str:
        return (
            f"recall {self.found:4} of {self.expected:4} ({self.recall:6.1%})   "
            f"expected {self.right:4} of {self.told:4} told ({self.precision:6.1%})"
        )


@frozen
class Score:
    """The score of one event or of several. ``reliability``: (confidence, expected or not) of each contradiction told."""

    contradictions: dict[str, Counts] = field(factory=dict)
    agreements: dict[str, Counts] = field(factory=dict)
    garbles: dict[str, Counts] = field(factory=dict)
    traps: int = 0
    trap_hits: int = 0
    reliability: tuple[tuple[float, bool], ...] = ()
    misses: tuple[str, ...] = ()
    alarms: tuple[str, ...] = ()

    def total(self, table: str) -> Counts:
        """The sum over the kinds of "contradictions", "agreements" or "garbles"."""
        total = Counts()
        for counts in getattr(self, table).values():
            total = total.plus(counts)
        return total


def score(event: Event, result: Reconciliation) -> Score:
    """Compare what was told of one event with what was expected. Optional expectations count for nothing either way."""
    wanted = [c for c in event.contradictions if not c.optional]
    met = [any(tells_contradiction(f, c) for f in result.contradictions) for c in wanted]
    counted = [f for f in result.contradictions if not _is_optional(f, event)]
    right = [any(tells_contradiction(f, c) for c in wanted) for f in counted]
    agreed = [any(tells_agreement(f, a) for f in result.agreements) for a in event.agreements]
    agreed_right = [any(tells_agreement(f, a) for a in event.agreements) for f in result.agreements]
    garbled = [any(tells_garble(f, g) for f in result.garbles) for g in event.garbles]
    garbled_right = [any(tells_garble(f, g) for g in event.garbles) for f in result.garbles]
    texts = {r.id: r.text for r in event.reports}
    alarms = [f for f, ok in zip(counted, right, strict=True) if not ok]
    return Score(
        _by_kind(((c.kinds[0], ok) for c, ok in zip(wanted, met, strict=True)), counted, right),
        _by_kind(
            ((a.kinds[0], ok) for a, ok in zip(event.agreements, agreed, strict=True)), result.agreements, agreed_right
        ),
        _by_kind(
            ((g.kinds[0], ok) for g, ok in zip(event.garbles, garbled, strict=True)), result.garbles, garbled_right
        ),
        len(event.traps),
        sum(any(falls_into(f, t) for f in alarms) for t in event.traps),
        tuple((f.confidence, ok) for f, ok in zip(counted, right, strict=True)),
        tuple(
            _missed(event.name, c.kinds[0], c.label, c.sides, texts)
            for c, ok in zip(wanted, met, strict=True)
            if not ok
        )
        + tuple(
            _missed(event.name, a.kinds[0], a.label, (a.places,), texts)
            for a, ok in zip(event.agreements, agreed, strict=True)
            if not ok
        ),
        tuple(f"{event.name}: {f.kind} {f.confidence:.2f} {f.summary}" for f in alarms),
    )


def _is_optional(finding: Finding, event: Event) -> bool:
    told = [c for c in event.contradictions if tells_contradiction(finding, c)]
    return bool(told) and all(c.optional for c in told)


def _missed(name: str, kind: str, label: str, sides: Sequence[Sequence[Place]], texts: dict[str, str]) -> str:
    shown = " <> ".join("; ".join(texts[p.report][p.start : p.end] for p in side) for side in sides)
    return f"{name}: {kind} {label} | {shown}"


def _by_kind(expected: Iterable[tuple[str, bool]], told: Sequence[Finding], right: Sequence[bool]) -> dict[str, Counts]:
    wanted = list(expected)
    kinds = sorted({k for k, _ in wanted} | {f.kind for f in told})
    return {
        kind: Counts(
            sum(k == kind for k, _ in wanted),
            sum(ok for k, ok in wanted if k == kind),
            sum(f.kind == kind for f in told),
            sum(ok for f, ok in zip(told, right, strict=True) if f.kind == kind),
        )
        for kind in kinds
    }


def sum_of(scores: Sequence[Score]) -> Score:
    """Several events as one."""
    return Score(
        _sum(s.contradictions for s in scores),
        _sum(s.agreements for s in scores),
        _sum(s.garbles for s in scores),
        sum(s.traps for s in scores),
        sum(s.trap_hits for s in scores),
        tuple(pair for s in scores for pair in s.reliability),
        tuple(line for s in scores for line in s.misses),
        tuple(line for s in scores for line in s.alarms),
    )


def _sum(tables: Iterable[dict[str, Counts]]) -> dict[str, Counts]:
    total: dict[str, Counts] = {}
    for table in tables:
        for kind, counts in table.items():
            total[kind] = total.get(kind, Counts()).plus(counts)
    return dict(sorted(total.items()))


def reliability(pairs: Sequence[tuple[float, bool]]) -> Iterator[tuple[str, int, float, float]]:
    """By bin of confidence: its name, how many, their mean confidence, and the share of them that was expected."""
    for low, high in zip(BINS, (*BINS[1:], 1.0001), strict=True):
        inside = [(c, ok) for c, ok in pairs if low <= c < high]
        if inside:
            mean = sum(c for c, _ in inside) / len(inside)
            yield f"{low:.1f}-{min(high, 1.0):.1f}", len(inside), mean, sum(ok for _, ok in inside) / len(inside)


def lines(of: Score) -> Iterator[str]:
    """The score as text."""
    for table in ("contradictions", "agreements", "garbles"):
        yield f"{table:22} {of.total(table)}"
        for kind, counts in getattr(of, table).items():
            yield f"  {kind:20} {counts}"
    yield f"traps hit              {of.trap_hits} of {of.traps}"
    yield "confidence of contradictions against the share that was expected:"
    for name, count, mean, share in reliability(of.reliability):
        yield f"  {name}   {count:4} told   mean {mean:.2f}   expected {share:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="without one, the stories of these tests")
    parser.add_argument("--misses", action="store_true", help="list what was expected and not found")
    parser.add_argument("--alarms", action="store_true", help="list contradictions that were not expected")
    options = parser.parse_args()
    events = read_events(options.folder) if options.folder else own_events()
    whole = sum_of([score(event, reconcile(event.reports)) for event in events])
    for line in (*lines(whole), *(whole.misses if options.misses else ()), *(whole.alarms if options.alarms else ())):
        print(line)


def own_events() -> list[Event]:
    """The stories of these tests."""
    from tests.stories.loading import stories

    return [story.event for story in stories()]


if __name__ == "__main__":
    main()
