"""Numbers that are probably of one thing, by what weighed for it in annotated events: see ``scorecards.toml``.

Where :mod:`reconcile.align.quantities` knows by its rules that two numbers are of one thing, here the evidence is added up:
numbers that lie close together, of one noun, near the beginning of both reports, are mostly of one thing whatever the sentences
around them say.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from reconcile.align.features import Profile, cosine
from reconcile.align.quantities import OF_ONE_STORY, value_of
from reconcile.measure.kin import kin
from reconcile.measure.pairs import near_pairs
from reconcile.measure.populations import DIFFERENT, PART, SAME, UNKNOWN
from reconcile.measure.properties import of_one_thing
from reconcile.measure.quantities import relation
from reconcile.measure.remembered import recalled
from reconcile.measure.scorecards import scorecard
from reconcile.measure.units import convert
from reconcile.model.claims import Fact, Link
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason
from reconcile.model.stories import Stories

# How probable it must be that two numbers are of one thing.
LEAST = 0.5
# An earthquake and its aftershocks stand side by side.
BY_RULE_ALONE = frozenset({"magnitude"})
_LEVELS = {DIFFERENT: 0.0, UNKNOWN: 1.0, PART: 2.0, SAME: 3.0}
_TOLD = 3  # so many features are named in the reason

Features = Mapping[str, Callable[[], float]]


def weighed_links(members: Sequence[Profile], stories: Stories) -> Iterator[Link]:
    """Links of all pairs of different reports of one story whose numbers are probably of one thing, whether they fit or not."""
    by_kind: dict[str, list[Profile]] = defaultdict(list)
    for profile in members:
        value = value_of(profile.claim)
        if value is not None and value.kind not in BY_RULE_ALONE:
            by_kind[value.kind].append(profile)
    for group in by_kind.values():
        for a, b in near_pairs(group):
            if a.claim.report_id != b.claim.report_id:
                alike = stories.alike(a.claim.report_id, b.claim.report_id)
                link = recalled(("weighed", id(a), id(b)), _link, a, b) if alike >= OF_ONE_STORY else None
                if link is not None:
                    yield link


def _link(left: Profile, right: Profile) -> Link | None:
    a, b = value_of(left.claim), value_of(right.claim)
    if a is None or b is None or "vague" in (a.hedge, b.hedge) or relation(a, b) == "incomparable":
        return None  # "thousands" is of many things
    found = scorecard("quantities").weigh(features(left, a, right, b), LEAST)
    if found is None:
        return None
    speaking = [name for name, points in found.points if points > 0][:_TOLD]
    reason = Reason.of("align.weighed", probability=f"{found.probability:.2f}", features=", ".join(speaking))
    return Link(left.claim.id, right.claim.id, found.probability, (reason,))


def exclude(fact: Fact) -> bool:
    """Whether two of its linked numbers exclude each other; what only agrees has been told by rules."""
    values = {c.id: value_of(c) for c in fact.claims}
    pairs = ((values[k.left], values[k.right]) for k in fact.links)
    return any(a is not None and b is not None and relation(a, b) == "disjoint" for a, b in pairs)


def features(left: Profile, a: QuantityValue, right: Profile, b: QuantityValue) -> Features:
    """What speaks for and against two numbers being of one thing, the cheapest first; all of it stays the same the other way round."""
    held = [p.claim.slot("holder") for p in (left, right)]
    holders = {h.entity for h in held if h is not None and h.entity is not None}
    return {
        "closeness": lambda: _ratio(a, b),
        "size": lambda: math.log1p(min(_number(a), _number(b))),
        "greatest": lambda: math.log1p(max(_number(a), _number(b))),
        "unit": lambda: float(a.unit is not None),
        "position": lambda: float(max(left.claim.sentence, right.claim.sentence)),
        "population": lambda: float(a.population is not None and a.population == b.population),
        "noun": lambda: float(a.of is not None and b.of is not None and kin(a.of) == kin(b.of)),
        "speakers": lambda: float(sum(bool(p.claim.attributions) for p in (left, right))),
        "holders": lambda: float(len(holders) > 1),
        "comparability": lambda: _LEVELS[of_one_thing(a, b)],
        "likeness": partial(cosine, left, right),
    }


def _number(value: QuantityValue) -> float:
    """The number as told, the lower one of two bounds."""
    return abs(value.low if value.low is not None else value.high or 0.0)


def _ratio(a: QuantityValue, b: QuantityValue) -> float:
    """Natural logarithm of how many times the one is the other, both in one unit; the greatest there is where one is nothing."""
    to = min(a.unit or "", b.unit or "")
    told = [_number(v) if v.unit == to else convert(_number(v), v.unit or "", to) or _number(v) for v in (a, b)]
    low, high = sorted(told)
    return math.log(high / low) if low > 0 else _FAR


_FAR = 20.0
