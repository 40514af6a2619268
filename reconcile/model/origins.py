"""Which passages go back to one text."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from attrs import frozen

Place = tuple[str, int]


@frozen
class Origins:
    """For each (report id, sentence index) the first place of the same origin; a place that is missing is its own origin."""

    of: Mapping[Place, Place] = {}

    def voices(self, places: Iterable[Place]) -> int:
        """How many independent origins a set of places has; all places of one report are one voice."""
        by_origin: dict[Place, set[str]] = defaultdict(set)
        for place in places:
            by_origin[self.of.get(place, place)].add(place[0])
        groups: list[set[str]] = []
        for reports in by_origin.values():
            touching = [g for g in groups if g & reports]
            groups = [g for g in groups if not g & reports]
            groups.append(reports.union(*touching))
        return len(groups)

    def by_report(self) -> dict[str, dict[Place, Place]]:
        """The places of each report with their origins."""
        found: dict[str, dict[Place, Place]] = defaultdict(dict)
        for place, root in self.of.items():
            found[place[0]][place] = root
        return found

    def copies(self) -> dict[Place, tuple[Place, ...]]:
        """Origins that stand in two reports or more, with all their places."""
        found: dict[Place, list[Place]] = defaultdict(list)
        for place, root in self.of.items():
            found[root].append(place)
        return {root: tuple(sorted(ps)) for root, ps in sorted(found.items()) if len({r for r, _ in ps}) > 1}
