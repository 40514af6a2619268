"""Which reports of a mixed stream are of one event.

Unlike the stories inside one reconciliation, the groups of a stream depend on what else streams by: a word that half of the
reports hold tells little, even a rare one. What stands at the head of a report weighs more than what it ends with, and reports that
came out long after each other are less likely of one event; how long is not known where a report has no date.
"""

import hashlib
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from reconcile.align.sketches import Sketch, sketch, telling_words, weight
from reconcile.align.stories import likenesses
from reconcile.measure.clusters import average_link
from reconcile.model.readings import Reading
from reconcile.model.reasons import Reason
from reconcile.model.stories import Group

SAME_EVENT = 0.15
# So many reports without any of its words are thought to stand around the stream, lest one event alone falls apart.
_AROUND = 100
_HEAD_WORDS = 40
_HEAD_WEIGHT = 2.0
# Within so many days the date says nothing; a year later likeness counts 40% less.
_FRESH_DAYS = 60
_YEAR_DAYS = 365
_STALE = 0.4
# A report left alone goes to a group when it is that much like its three nearest there, and clearly more than in any other.
_NEAREST = 3
_FITS = 0.09
_CLEARLY = 1.5

Likeness = Mapping[tuple[str, str], float]


def stream_groups(readings: Sequence[Reading]) -> tuple[Group, ...]:
    """Every report in exactly one group, alone where it fits none; with the telling words that it shares with its group."""
    ordered = sorted(readings, key=lambda r: r.report_id)
    sketches = _sketches(ordered)
    days = {r.report_id: _day(r.document.report.published) for r in ordered}
    likeness = likenesses(sketches, lambda a, b: _timely(days[a.report_id], days[b.report_id]))
    pairs = ((a, b, value) for (a, b), value in likeness.items())
    found = _attached(average_link([s.report_id for s in sketches], pairs, SAME_EVENT), likeness)
    by_id = {s.report_id: s for s in sketches}
    return tuple(_group(members, by_id) for members in sorted(sorted(members) for members in found))


def _sketches(readings: Sequence[Reading]) -> list[Sketch]:
    told = {r.report_id: telling_words(r) for r in readings}
    holders = Counter(word for words, _ in told.values() for word in set(words))
    size = len(told) + _AROUND
    common = {word: math.sqrt(math.log(size / n) / math.log(size)) for word, n in holders.items()}
    found = []
    for name, (words, names) in told.items():
        head = set(words[:_HEAD_WORDS])
        counts = {w: 1 + math.log(n) + (_HEAD_WEIGHT if w in head else 0.0) for w, n in Counter(words).items()}
        found.append(sketch(name, {w: weight(count, w, names) * common[w] for w, count in counts.items()}))
    return found


def _day(published: date | None) -> date | None:
    return published.date() if isinstance(published, datetime) else published


def _timely(left: date | None, right: date | None) -> float:
    if left is None or right is None:
        return 1.0
    late = abs((left - right).days) - _FRESH_DAYS
    return 1.0 - _STALE * min(1.0, max(0, late) / _YEAR_DAYS)


def _attached(found: Sequence[Sequence[str]], likeness: Likeness) -> list[list[str]]:
    """The groups with the reports that were left alone, where these fit one clearly: short notes share few words with anything."""
    groups = [list(members) for members in found if len(members) > 1]
    alone = [members[0] for members in found if len(members) == 1]
    fits = {name: sorted(((_fit(name, g, likeness), -n) for n, g in enumerate(groups)), reverse=True) for name in alone}
    for name, ranked in fits.items():
        second = ranked[1][0] if len(ranked) > 1 else 0.0
        if ranked and ranked[0][0] >= max(_FITS, _CLEARLY * second):
            groups[-ranked[0][1]].append(name)
        else:
            groups.append([name])
    return groups


def _fit(name: str, members: Sequence[str], likeness: Likeness) -> float:
    """Mean likeness to the nearest members."""
    values = sorted((likeness.get((min(name, m), max(name, m)), 0.0) for m in members), reverse=True)
    return math.fsum(values[:_NEAREST]) / _NEAREST


def _group(members: Sequence[str], by_id: Mapping[str, Sketch]) -> Group:
    digest = hashlib.sha256("\n".join(members).encode("utf-8", "surrogatepass")).hexdigest()[:10]
    if len(members) == 1:
        return Group(f"e-{digest}", tuple(members), (Reason.of("group.alone", report=members[0]),))
    holders = Counter(word for report in members for word in by_id[report].weights)
    reasons = []
    for report in members:
        shared = sorted((-w, word) for word, w in by_id[report].weights.items() if holders[word] > 1)
        words = " ".join(word for _, word in shared[:8])
        reasons.append(Reason.of("group.shared-words", report=report, words=words))
    return Group(f"e-{digest}", tuple(members), tuple(reasons))
