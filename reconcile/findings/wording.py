"""The one place where findings get their words. Every summary is one plain sentence with the passages quoted."""

from collections.abc import Mapping, Sequence

from reconcile.model.findings import Evidence, Side
from reconcile.model.reports import Report

_TOPICS = {
    "quantity": "the figure", "time": "the time", "place": "the place", "entity": "who or what it is", "role": "the role",
    "polarity": "whether it happened", "certainty": "how sure it is", "attribution": "who said it", "lexical": "the name",
    "event": "what happened", "state": "how it stands",
}  # fmt: skip
_MAX_QUOTE_CHARS = 90


def name_of(report: Report) -> str:
    """What a report is called in a sentence: its source, else its title, else its id."""
    return report.source or report.title or report.id


def contradiction(kind: str, relation: str, topic: str, sides: Sequence[Side], reports: Mapping[str, Report]) -> str:
    """One sentence that sets the sides against each other."""
    parts = " against ".join(_side(side, reports) for side in sides)
    what = f"{_TOPICS[kind]}{f' ({topic})' if topic else ''}"
    if relation == "update":
        return f"A later report revises {what}: {parts}."
    scope = {e.report_id for side in sides for e in side.evidence}
    who = "One report contradicts itself on" if len(scope) == 1 else "The reports contradict each other on"
    return f"{who} {what}: {parts}."


def agreement(kind: str, relation: str, topic: str, evidence: Sequence[Evidence], reports: Mapping[str, Report]) -> str:
    """One sentence that says what the reports agree on and how closely."""
    how = {"exact": "agree on", "compatible": "fit together on", "approximate": "roughly agree on"}[relation]
    names = sorted({name_of(reports[e.report_id]) for e in evidence})
    what = f"{_TOPICS[kind]}{f' ({topic})' if topic else ''}"
    return f"{_listed(names)} {how} {what}: {_quoted(evidence[0].text)}."


def single(evidence: Evidence, reports: Mapping[str, Report]) -> str:
    """One sentence that says who alone tells it."""
    return f"Only {name_of(reports[evidence.report_id])} says: {_quoted(evidence.text)}."


def _side(side: Side, reports: Mapping[str, Report]) -> str:
    names = sorted({name_of(reports[e.report_id]) for e in side.evidence})
    return f"{_quoted(side.evidence[0].text)} ({_listed(names)})"


def _listed(names: Sequence[str]) -> str:
    if len(names) > 3:
        return f"{', '.join(names[:2])} and {len(names) - 2} others"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else list(names))


def _quoted(text: str) -> str:
    flat = " ".join(text.split())
    return (
        f"\u201c{flat if len(flat) <= _MAX_QUOTE_CHARS else flat[: _MAX_QUOTE_CHARS - 1].rstrip() + chr(0x2026)}\u201d"
    )
