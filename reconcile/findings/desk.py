"""What every finding of a story needs to know of its reports."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from reconcile.model.findings import Side
from reconcile.model.origins import Origins
from reconcile.model.reports import Report, reading_order


@frozen
class Desk:
    """What every finding needs: the reports by id, the origins of their sentences, the private persons that each report names."""

    reports: Mapping[str, Report]
    origins: Origins
    resolution: str = "range"
    persons: Mapping[str, frozenset[str]] = {}

    def order(self, side: Side, relation: str) -> tuple[int, tuple[tuple[bool, str, str, str], int]]:
        """The key by which sides are told: what more origins say first, then as the reports are told; of an update the earlier report first."""
        places = ((reading_order(self.reports[e.report_id]), e.start) for e in side.evidence)
        return (0 if relation == "update" else -side.origins), min(places)

    def by_story(self, groups: Sequence[tuple[str, ...]]) -> dict[tuple[str, ...], "Desk"]:
        """A desk for each group of reports, which knows these alone."""
        of = self.origins.by_report()
        return {
            members: Desk(
                {name: self.reports[name] for name in members},
                Origins({place: root for name in members for place, root in of.get(name, {}).items()}),
                self.resolution,
            )
            for members in groups
        }
