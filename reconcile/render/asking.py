"""Whom a desk should ask about a finding: those who are quoted for it, else those who printed it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from reconcile.lexicon.load import words
from reconcile.model.claims import Attribution, Claim
from reconcile.model.findings import Evidence, Finding
from reconcile.render.escaping import one_line
from reconcile.render.passages import Places, name_of

_MOST = 4


def whom(
    finding: Finding, claims: Mapping[str, Sequence[Claim]], names: Mapping[str, str], places: Places
) -> tuple[str, ...]:
    """At most four: "police (in A)" for a speaker, "Harbour News (A)" for a report that speaks for itself.

    ``claims`` are by report id, ``names`` the names of entities by their id.
    """
    asked: dict[str, None] = {}
    for place in _asked_about(finding, places):
        if len(asked) == _MOST:
            break
        letter, report = places.letter.get(place.report_id), places.report.get(place.report_id)
        if report is None:
            continue
        speaker = _speaker(place, claims.get(place.report_id, ()), names) if finding.category != "garble" else ""
        asked[f"{speaker} (in {letter})" if speaker else f"{name_of(report)} ({letter})"] = None
    return tuple(asked)


def _asked_about(finding: Finding, places: Places) -> list[Evidence]:
    """The passages in the order of asking: of a garble the garbled one alone, of several sides the first of each first."""
    if finding.category == "garble":
        return list(finding.evidence[:1])
    sides = [sorted(s.evidence, key=places.rank) for s in finding.sides] or [sorted(finding.evidence, key=places.rank)]
    return [place for turn in zip_longest(*sides) for place in turn if place is not None]


def _speaker(place: Evidence, claims: Sequence[Claim], names: Mapping[str, str]) -> str:
    """The innermost named speaker of the smallest claim that holds the place; empty where the report itself speaks."""
    holding = [c for c in claims if c.start <= place.start and place.end <= c.end]
    if not holding:
        return ""
    claim = min(holding, key=lambda c: (c.end - c.start, c.start, c.id))
    return next(filter(None, (_named(a, names) for a in reversed(claim.attributions))), "")


def _named(said: Attribution, names: Mapping[str, str]) -> str:
    """The speaker's words, or its full name where the words are or begin with a pronoun; empty where nobody is known by that."""
    told = one_line(said.speaker or "")
    first = told.lower().partition(" ")[0]
    if told.lower() not in words("pronouns", "all") and first not in words("pronouns", "possessive"):
        return told
    return one_line(names.get(said.entity or "", ""))


def by_report(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    """Claims by the id of their report."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.report_id, []).append(claim)
    return {report_id: tuple(listed) for report_id, listed in found.items()}
