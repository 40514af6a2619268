"""Which passages go back to one text."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from attrs import field, frozen

Place = tuple[str, int]


@frozen
class Origins:
    """For each (report id, sentence index) the first place of the same origin; a place that is missing is its own origin."""

    of: Mapping[Place, Place] = {}
    _holders: Mapping[Place, frozenset[str]] = field(init=False, eq=False, repr=False)

    @_holders.default
    def _held(self) -> dict[Place, frozenset[str]]:
        """The reports in which each origin stands."""
        found: dict[Place, set[str]] = defaultdict(set)
        for place, root in self.of.items():
            found[root].add(place[0])
        return {root: frozenset(reports) for root, reports in found.items() if len(reports) > 1}

    def voices(self, places: Iterable[Place]) -> int:
        """How many independent origins a set of places has.

        All places of one report are one voice, and so is a place with those of each report that holds a copy of it.
        """
        by_origin: dict[Place, set[str]] = defaultdict(set)
        for place in places:
            root = self.of.get(place, place)
            by_origin[root].add(place[0])
            by_origin[root] |= self._holders.get(root, frozenset())
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
