"""Which reports tell the same story: average-link clusters over what their words and names have in common."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from zlib import crc32

from reconcile.align.sketches import Sketch
from reconcile.measure.clusters import average_link
from reconcile.model.stories import Stories

SAME_STORY = 0.18


def stories(
    sketches: Sequence[Sketch], threshold: float = SAME_STORY, known: Mapping[tuple[str, str], float] | None = None
) -> Stories:
    """Average-link clusters of report ids, each sorted, in the order of their first id; every report in exactly one.

    ``known`` gives the likeness of pairs that have been looked at before.
    """
    ordered = sorted(sketches, key=lambda s: s.report_id)
    parts = _parts(ordered)
    likeness: dict[tuple[str, str], float] = {}
    found: list[list[str]] = []
    for part in parts:
        met = _completed(part, known) if known else likenesses(part, _trust)
        named = _by_names(part)
        copies = _copies(part)
        pairs = ((a, b, value + named.get((a, b), 0.0)) for (a, b), value in met.items() if a in copies and b in copies)
        grouped = average_link(list(copies), pairs, threshold)
        found += [[name for first in group for name in copies[first]] for group in grouped]
        likeness.update(met)
    usual: dict[str, float] = {}
    if len(parts) > 1:
        found, usual = _across({s.report_id: s for s in ordered}, found, threshold)
    return Stories(tuple(sorted(tuple(sorted(members)) for members in found)), likeness, usual, len(parts))


def _copies(ordered: Sequence[Sketch]) -> dict[str, list[str]]:
    """The first report of each text and day with all that have the same: a copy draws no other report nearer."""
    first: dict[object, str] = {}
    found: dict[str, list[str]] = defaultdict(list)
    for one in ordered:
        text = (one.day, *one.weights.items()) if one.weights else one.report_id
        found[first.setdefault(text, one.report_id)].append(one.report_id)
    return found


# All pairs of more reports than this are too many.
_MOST_IN_PARTS = 320
_MOST_WORDS = 400


def _parts(ordered: Sequence[Sketch]) -> list[list[Sketch]]:
    """The reports in one part, or in a power of two of them by their ids, so that one report more moves no other."""
    count = 1
    while len(ordered) > count * _MOST_IN_PARTS:
        count *= 2
    parts: list[list[Sketch]] = [[] for _ in range(count)]
    for one in ordered:
        parts[crc32(one.report_id.encode("utf-8", "surrogatepass")) % count].append(one)
    return parts


def _across(
    by_id: Mapping[str, Sketch], found: Sequence[Sequence[str]], threshold: float
) -> tuple[list[list[str]], dict[str, float]]:
    """Groups of several parts joined by the mean likeness of their members, and how alike a report is to its group."""
    means = {members[0]: _mean([by_id[m] for m in members]) for members in found}
    members_of = {members[0]: members for members in found}
    pairs = ((a, b, value) for (a, b), value in likenesses(list(means.values()), lambda a, b: 1.0, threshold).items())
    joined = [
        [m for first in group for m in members_of[first]] for group in average_link(list(means), pairs, threshold)
    ]
    usual: dict[str, float] = {}
    for group in joined:
        middle = _mean([by_id[m] for m in group])
        for member in group:
            one = by_id[member]
            shared = sorted(one.weights.keys() & middle.weights.keys())
            dot = math.fsum(one.weights[w] * middle.weights[w] for w in shared)
            usual[member] = math.sqrt(_trust(one, one)) * dot / one.norm
    return joined, usual


def _mean(group: Sequence[Sketch]) -> Sketch:
    """The mean of the members' directions, by its heaviest words; its product with another is their mean likeness."""
    total: dict[str, float] = defaultdict(float)
    for one in sorted(group, key=lambda s: s.report_id):
        share = math.sqrt(_trust(one, one)) / (one.norm * len(group))
        for word, value in one.weights.items():
            total[word] += share * value
    heaviest = sorted(total.items(), key=lambda item: (-item[1], item[0]))[:_MOST_WORDS]
    return Sketch(group[0].report_id, dict(sorted(heaviest)), 1.0)


def likenesses(
    ordered: Sequence[Sketch], trust: Callable[[Sketch, Sketch], float], least: float = 0.0
) -> dict[tuple[str, str], float]:
    """Cosines of all pairs that share a word, times how far they can be trusted, from an index of words; of ``least`` or more."""
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    found: dict[tuple[str, str], float] = {}
    for n, one in enumerate(ordered):
        dots: dict[int, float] = defaultdict(float)
        for word, weight in sorted(one.weights.items()):
            held = postings[word]
            for other, other_weight in held:
                dots[other] += weight * other_weight
            held.append((n, weight))
        for other, dot in dots.items():
            left = ordered[other]
            value = trust(left, one) * dot / (left.norm * one.norm)
            if value >= least:
                found[left.report_id, one.report_id] = value
    return found


def _completed(ordered: Sequence[Sketch], known: Mapping[tuple[str, str], float]) -> dict[tuple[str, str], float]:
    """The known likenesses with those of the reports that are in none of them, to the last bit as the index gives them."""
    here = {s.report_id for s in ordered}
    found = {pair: value for pair, value in known.items() if pair[0] in here and pair[1] in here}
    old = {name for pair in found for name in pair}
    new = {s.report_id for s in ordered} - old
    for n, one in enumerate(ordered):
        others = ordered[:n] if one.report_id in new else [s for s in ordered[:n] if s.report_id in new]
        for other in others:
            shared = one.weights.keys() & other.weights.keys()
            if shared:
                dot = 0.0
                for word in sorted(shared):
                    dot += one.weights[word] * other.weights[word]
                found[other.report_id, one.report_id] = _trust(other, one) * dot / (other.norm * one.norm)
    return found


def _by_names(ordered: Sequence[Sketch]) -> dict[tuple[str, str], float]:
    """What seldom names in common add for each pair: strangers share one by chance, hardly ever two, or in one week one that they begin with."""
    holders: dict[str, list[str]] = defaultdict(list)
    for one in ordered:
        for name in one.seldom:
            holders[name].append(one.report_id)
    shared = Counter(pair for held in holders.values() for pair in combinations(held, 2))
    added = {pair: _EACH_NAME * min(_MOST_NAMES, times) for pair, times in shared.items() if times > 1}
    leaders: dict[str, list[Sketch]] = defaultdict(list)
    for one in ordered:
        for name in one.leading if one.day is not None else ():
            leaders[name].append(one)
    for left, right in (pair for held in leaders.values() for pair in combinations(held, 2)):
        if left.day is not None and right.day is not None and abs((left.day - right.day).days) <= _LEADING_DAYS:
            pair = left.report_id, right.report_id
            added[pair] = max(_LEADING_NAME, added.get(pair, 0.0))
    return added


_EACH_NAME, _MOST_NAMES = 0.05, 4
_LEADING_NAME, _LEADING_DAYS = 0.08, 7


# A text of this many different content words is long enough for its likeness to be taken in full.
_FULL_WORDS = 120
_POWER = 0.20


def _trust(left: Sketch, right: Sketch) -> float:
    """Short texts on one subject look alike by chance, and so do texts of which neither names what the other speaks of: they count less."""
    length = float(min(1.0, (min(len(left.weights), len(right.weights)) / _FULL_WORDS) ** _POWER))
    if _share_topic(left, right):
        return length
    return (_OTHER_THEME if left.themes and right.themes else _OTHER_TOPIC) * length


# Of texts that speak all through of a thing that the other does not name, less is left than where each names it now and then.
_OTHER_TOPIC, _OTHER_THEME = 0.75, 0.3


def _share_topic(left: Sketch, right: Sketch) -> bool:
    """Whether one names something that the other speaks of again and again: two firms' quarters are two stories."""
    if not left.topics or not right.topics:
        return True
    return not left.topics.isdisjoint(right.weights) or not right.topics.isdisjoint(left.weights)
