"""Does a read document hang together: every passage stands where it says, in a report that is there?"""

from collections.abc import Iterator

from reconcile.errors import FormatError
from reconcile.model.findings import Evidence
from reconcile.model.results import Result


def check_places(result: Result) -> None:
    """Raise :class:`FormatError` with the path to the first passage that is not in its report."""
    texts = {r.id: r.text for r in result.reports}
    for path, place in _places(result):
        if place.report_id not in texts:
            raise FormatError(f"{path}.report_id: no report of id {place.report_id!r:.60}")
        if texts[place.report_id][place.start : place.end] != place.text or place.start < 0:
            raise FormatError(
                f"{path}: characters {place.start} to {place.end} of the report are not {place.text!r:.60}"
            )


def _places(result: Result) -> Iterator[tuple[str, Evidence]]:
    for f, finding in enumerate(result.findings):
        yield from _numbered(f"$.findings[{f}].evidence", finding.evidence)
        for s, side in enumerate(finding.sides):
            yield from _numbered(f"$.findings[{f}].sides[{s}].evidence", side.evidence)
    for t, entry in enumerate(result.timeline):
        yield from _numbered(f"$.timeline[{t}].evidence", entry.evidence)
    for o, origin in enumerate(result.origins):
        yield from _numbered(f"$.origins[{o}].evidence", origin.evidence)
    yield from _numbered("$.unchecked", result.unchecked)


def _numbered(path: str, places: tuple[Evidence, ...]) -> Iterator[tuple[str, Evidence]]:
    for number, place in enumerate(places):
        yield f"{path}[{number}]", place
