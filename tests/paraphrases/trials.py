"""Pairs of short reports that tell one fact in two wordings, with what is to be found between them.

``python -m tests.paraphrases`` prints the shares; ``python -m tests.paraphrases times`` those of one table with every pair that is missed.
"""

import tomllib
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from attrs import frozen

from reconcile import Finding, Report, reconcile

TABLES = ("numbers", "times", "places", "yes_or_no")
_NAMING = frozenset({"entity", "role"})
# A Sunday, so that every weekday told in the past is of the week before.
_PUBLISHED = date(2024, 5, 12)


@frozen
class Trial:
    """Two reports, each a lead and a statement, of one fact; ``same`` where the two say the same of it."""

    fact: str
    reports: tuple[Report, Report]
    starts: tuple[int, int]
    same: bool

    def outcome(self) -> str:
        """Gives "right", "missed", or "wrong" where the contrary is told of the two statements.

        That both name one person, in one office, is not what they state.
        """
        result = reconcile(self.reports)
        agree = any(self._is_of_both(f) for f in result.agreements if f.kind not in _NAMING)
        contradict = any(self._is_of_both(f) for f in result.contradictions)
        found, wrong = (agree, contradict) if self.same else (contradict, agree)
        return "right" if found and not (self.same and wrong) else "wrong" if wrong else "missed"

    def _is_of_both(self, finding: Finding) -> bool:
        ids = [r.id for r in self.reports]
        told = {e.report_id for e in finding.evidence if e.end > self.starts[ids.index(e.report_id)]}
        return told == set(ids)

    def __str__(self) -> str:
        told = (r.text[start:] for r, start in zip(self.reports, self.starts, strict=True))
        return f"{'same' if self.same else 'other'}: {' | '.join(told)}"


def table(name: str) -> dict[str, Any]:
    """The facts of a table."""
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))


def trials(name: str) -> Iterator[Trial]:
    """Every pair of wordings of every fact: once with what agrees, once with what contradicts."""
    for fact, entry in table(name).items():
        for n, m, left, right, same in _pairs(entry):
            yield _trial(fact, entry["leads"], n, m, left, right, same=same)


def _pairs(entry: dict[str, Any]) -> Iterator[tuple[int, int, str, str, bool]]:
    if "yes" in entry:
        for side in (entry["yes"], entry["no"]):
            yield from ((n, m, side[n], side[m], True) for n, m in combinations(range(len(side)), 2))
        yield from ((n, m, yes, no, False) for n, yes in enumerate(entry["yes"]) for m, no in enumerate(entry["no"]))
        return
    wordings = entry["wordings"]
    for one, other in entry["values"]:
        for n, m in combinations(range(len(wordings)), 2):
            first, second = (one, other) if (n + m) % 2 else (other, one)
            yield n, m, _filled(wordings[n], one), _filled(wordings[m], one), True
            yield n, m, _filled(wordings[n], first), _filled(wordings[m], second), False


def _filled(wording: str, value: str) -> str:
    return wording.replace("{n}", value).replace("{N}", value[:1].upper() + value[1:])


def _trial(fact: str, leads: list[str], n: int, m: int, left: str, right: str, *, same: bool) -> Trial:
    count = len(leads)
    first, second = leads[n % count], leads[m % count if n % count != m % count else (m + 1) % count]
    reports = (
        Report(f"{first} {left}", id="a", published=_PUBLISHED),
        Report(f"{second} {right}", id="b", published=_PUBLISHED),
    )
    return Trial(fact, reports, (len(first) + 1, len(second) + 1), same)
