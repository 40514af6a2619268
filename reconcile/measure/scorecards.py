"""Scorecards: points for each feature of a pair, added up to log-odds; what was measured on annotated events, as a table to read.

A scorecard is a generalised additive model: the points of one feature do not depend on another, so that a verdict can be
explained feature by feature.
"""

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import cast

from attrs import frozen

from reconcile.lexicon.load import table


@frozen
class Steps:
    """The points of one feature: ``points[n]`` where the value lies above ``at[n - 1]`` and not above ``at[n]``."""

    at: tuple[float, ...]
    points: tuple[float, ...]

    def of(self, value: float) -> float:
        """The points of a value."""
        return self.points[bisect_left(self.at, value)]


@frozen
class Weighed:
    """``probability`` in (0, 1) and the points of each feature, most first."""

    probability: float
    points: tuple[tuple[str, float], ...]


@frozen
class Scorecard:
    """Points by feature; ``base`` are the log-odds of a pair without any."""

    base: float
    steps: Mapping[str, Steps]

    def weigh(self, features: Mapping[str, Callable[[], float]], least: float) -> Weighed | None:
        """The probability of what the card was measured for, None below ``least``.

        The features are worked out in their order, and no further where those that are left cannot make up for what is missing.
        """
        wanted = math.log(least / (1 - least))
        total = self.base
        left = math.fsum(max(self.steps[name].points) for name in features)
        told: list[tuple[str, float]] = []
        for name, value in features.items():
            steps = self.steps[name]
            points = steps.of(value())
            told.append((name, points))
            total += points
            left -= max(steps.points)
            if total + left < wanted:
                return None
        return Weighed(probability(total), tuple(sorted(told, key=lambda t: (-t[1], t[0]))))


def probability(log_odds: float) -> float:
    """The probability that log-odds stand for."""
    return 1 / (1 + math.exp(-log_odds))


@cache
def scorecard(name: str) -> Scorecard:
    """The card of that name in ``scorecards.toml``."""
    entry = table("scorecards")[name]
    features = cast(Mapping[str, Mapping[str, Iterable[float]]], entry["features"])
    steps = {feature: Steps(tuple(of["at"]), tuple(of["points"])) for feature, of in features.items()}
    return Scorecard(cast(float, entry["base"]), MappingProxyType(steps))
