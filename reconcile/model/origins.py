"""Which passages go back to one text."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import define

Place = tuple[str, int]


@define(frozen=True, slots=False)
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

    @cached_property
    def _holders(self) -> dict[Place, set[str]]:
        found: dict[Place, set[str]] = defaultdict(set)
        for place, root in self.of.items():
            found[root].add(place[0])
        return found

    def holders(self, places: Iterable[Place]) -> set[str]:
        """The reports in which one of the places, or a copy of it, stands."""
        return {report for place in places for report in self._holders.get(self.of.get(place, place), {place[0]})}

    def copies(self) -> dict[Place, tuple[Place, ...]]:
        """Origins that stand in two reports or more, with all their places."""
        found: dict[Place, list[Place]] = defaultdict(list)
        for place, root in self.of.items():
            found[root].append(place)
        return {root: tuple(sorted(ps)) for root, ps in sorted(found.items()) if len({r for r, _ in ps}) > 1}
