"""What every finding of a story needs to know of its reports."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from reconcile.model.origins import Origins
from reconcile.model.reports import Report


@frozen
class Desk:
    """What every finding needs: the reports by id, the origins of their sentences, the private persons that each report names."""

    reports: Mapping[str, Report]
    origins: Origins
    resolution: str = "range"
    persons: Mapping[str, frozenset[str]] = {}

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
