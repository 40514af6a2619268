"""What two reconciliations have in common, told without the order of anything."""

import json
from typing import Any

from reconcile import Finding, Reconciliation

Key = tuple[str, str, str, str, frozenset[tuple[str, int, int]]]


def key(finding: Finding) -> Key:
    """What a finding tells and where, without its id and wording."""
    places = frozenset((e.report_id, e.start, e.end) for e in finding.evidence)
    return finding.category, finding.kind, finding.relation, finding.scope, places


def keys(found: tuple[Finding, ...]) -> set[Key]:
    """The keys of several findings."""
    return {key(f) for f in found}


def plain(result: Reconciliation) -> str:
    """Everything in a result, without order."""
    return _unordered(json.loads(result.to_json()))


def _unordered(value: Any) -> str:
    """Plain data as a text in which every list is sorted, so that only the order of things is lost."""
    if isinstance(value, dict):
        return "{" + ",\n".join(f"{key}: {_unordered(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, list):
        return "[" + ",\n".join(sorted(map(_unordered, value))) + "]"
    return json.dumps(value)


def passages(finding: Finding) -> frozenset[tuple[str, str]]:
    """The quoted words by report: they stay the same when a text before them is cut out."""
    return frozenset((e.report_id, e.text) for e in finding.evidence)
