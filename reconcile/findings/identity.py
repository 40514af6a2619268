"""Stable ids of findings: the same finding has the same id whatever else is found."""

import hashlib
from collections.abc import Iterable

from reconcile.model.findings import Evidence

_LETTERS = {"agreement": "a", "contradiction": "c", "garble": "g", "single_source": "s"}


def finding_id(category: str, kind: str, evidence: Iterable[Evidence]) -> str:
    """A letter for the category and ten hex digits over kind and places."""
    places = "\n".join(f"{e.report_id}:{e.start}:{e.end}" for e in sorted(evidence))
    digest = hashlib.sha256(f"{category}|{kind}|{places}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"{_LETTERS[category]}-{digest[:10]}"
