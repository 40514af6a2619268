"""Every expectation of a story, met or not."""

from collections.abc import Iterator
from functools import cache

from attrs import frozen

from reconcile import Finding, Reconciliation, reconcile
from tests.evaluation.gold import Contradiction, Event
from tests.evaluation.matching import falls_into, tells_agreement, tells_contradiction, tells_garble
from tests.stories.loading import Story, stories, story

TABLES = ("contradiction", "agreement", "garble", "trap", "nothing_else")


@frozen
class Row:
    """One expectation: its table and number there, what it is about, and why it is not met yet ("" where it must be)."""

    story: str
    table: str
    number: int
    label: str
    unmet: str

    @property
    def id(self) -> str:
        """A name for the test."""
        return f"{self.story}-{self.table}-{self.label}".replace(" ", "_")


def rows() -> Iterator[Row]:
    """All expectations of all stories."""
    for s in stories():
        for table in TABLES:
            for number, label in enumerate(labels(s, table)):
                if table == "contradiction" and s.event.contradictions[number].optional:
                    continue
                yield Row(s.name, table, number, label, s.unmet.get((table, number), ""))


def labels(of: Story, table: str) -> list[str]:
    """The labels of one table's rows."""
    event = of.event
    found = {
        "contradiction": [c.label for c in event.contradictions],
        "agreement": [a.label for a in event.agreements],
        "garble": [g.label for g in event.garbles],
        "trap": [t.label for t in event.traps],
        "nothing_else": list(of.nothing_else),
    }
    return found[table]


@cache
def reconciled(name: str) -> Reconciliation:
    """The reconciliation of a story's reports."""
    return reconcile(story(name).event.reports)


def fault(row: Row) -> str:
    """Why an expectation is not met; "" where it is."""
    event, result = story(row.story).event, reconciled(row.story)
    if row.table == "contradiction":
        return _contradiction_fault(event.contradictions[row.number], result)
    if row.table == "agreement":
        agreement = event.agreements[row.number]
        told = [f for f in result.agreements if tells_agreement(f, agreement)]
        return _kind_fault(told, agreement.kinds, "agreement")
    if row.table == "garble":
        garble = event.garbles[row.number]
        return _kind_fault([f for f in result.garbles if tells_garble(f, garble)], garble.kinds, "garble")
    if row.table == "trap":
        hits = [f.summary for f in result.contradictions if falls_into(f, event.traps[row.number])]
        return f"told as a contradiction: {hits}" if hits else ""
    return _leftover_fault(event, result, row.label)


def _contradiction_fault(expected: Contradiction, result: Reconciliation) -> str:
    told = [f for f in result.contradictions if tells_contradiction(f, expected)]
    if expected.relation and told and expected.relation not in {f.relation for f in told}:
        return f"relation {sorted({f.relation for f in told})}, not {expected.relation}"
    return _kind_fault(told, expected.kinds, "contradiction")


def _kind_fault(told: list[Finding], kinds: tuple[str, ...], category: str) -> str:
    if not told:
        return f"no such {category}"
    found = {f.kind for f in told}
    return "" if found & set(kinds) else f"told as {sorted(found)}, not as {list(kinds)}"


def _leftover_fault(event: Event, result: Reconciliation, what: str) -> str:
    if what == "contradictions":
        extra = [f for f in result.contradictions if not any(tells_contradiction(f, c) for c in event.contradictions)]
    else:
        extra = [f for f in result.garbles if not any(tells_garble(f, g) for g in event.garbles)]
    return "; ".join(f"{f.kind}: {f.summary} {[e.text for e in f.evidence]}" for f in extra)
