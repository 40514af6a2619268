"""Sentences that were copied from one text: ten copies of one agency story are one voice."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from zlib import crc32

from reconcile.measure.remembered import for_one
from reconcile.measure.roots import connect, root
from reconcile.model.documents import Sentence
from reconcile.model.origins import Origins, Place
from reconcile.model.readings import Reading

_SHINGLE_WORDS = 5
_LEAST_WORDS = 8
_SHARED = 0.6
_COPIED = 0.5


def origins(readings: Sequence[Reading]) -> Origins:
    """For each (report id, sentence index) the first such place of the same origin; a sentence of its own is its own origin.

    Two sentences of two reports have one origin when at least 60% of the five-word runs of the shorter stand in the longer.
    Sentences too short for that have one when they are the same words in reports that were copied from one text.
    """
    ordered = sorted(readings, key=lambda r: r.report_id)
    shingles = {place: own for reading in ordered for place, own in for_one("shingles", reading, _of_report).items()}
    places = list(shingles)
    parent = list(range(len(places)))
    holders: dict[int, list[int]] = defaultdict(list)
    shared_ones = _shared(shingles.values())
    for n, own in enumerate(shingles.values()):
        shared: dict[int, int] = defaultdict(int)
        repeated = own & shared_ones
        for shingle in repeated:
            for other in holders[shingle][:_MOST_HOLDERS]:
                shared[other] += 1
        for other, times in sorted(shared.items()):
            least = _SHARED * min(len(own), len(shingles[places[other]]))
            if times >= least and places[other][0] != places[n][0]:
                connect(parent, other, n)
        for shingle in repeated:
            if len(holders[shingle]) < _MOST_HOLDERS:
                holders[shingle].append(n)
    _join_short(ordered, shingles, places, parent)
    return Origins({place: places[root(parent, n)] for n, place in enumerate(places)})


# A run of words that very many share is looked for in the first of them.
_MOST_HOLDERS = 4


def _shared(shingles: Iterable[frozenset[int]]) -> set[int]:
    """The shingles of two places or more."""
    met: set[int] = set()
    again: set[int] = set()
    for own in shingles:
        again |= met & own
        met |= own
    return again


def _join_short(
    ordered: Sequence[Reading],
    shingles: Mapping[Place, frozenset[int]],
    places: Sequence[Place],
    parent: list[int],
) -> None:
    """Join equal short sentences of reports at least half of whose longer ones come from one and the same report."""
    hosts: dict[str, Counter[str]] = defaultdict(Counter)
    number = {place: n for n, place in enumerate(places)}
    for n, (place, own) in enumerate(shingles.items()):
        if own:
            hosts[place[0]][places[root(parent, n)][0]] += 1
    first: dict[tuple[str, str], int] = {}
    for reading in ordered:
        counts = hosts[reading.report_id]
        host, shared = min(counts.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
        for sentence in reading.document.sentences if shared >= _COPIED * max(1, counts.total()) else ():
            place = (reading.report_id, sentence.index)
            if place in shingles and not shingles[place]:
                words = " ".join(t.lower for t in sentence.tokens if t.pos != "PUNCT")
                connect(parent, first.setdefault((host, words), number[place]), number[place])


def _of_report(reading: Reading) -> dict[Place, frozenset[int]]:
    sentences = (s for s in reading.document.sentences if s.kind != "boilerplate")
    return {(reading.report_id, s.index): _shingles(s) for s in sentences}


def _shingles(sentence: Sentence) -> frozenset[int]:
    words = [t.lower for t in sentence.tokens if t.pos != "PUNCT"]
    if len(words) < _LEAST_WORDS:
        return frozenset()
    runs = (" ".join(words[n : n + _SHINGLE_WORDS]) for n in range(len(words) - _SHINGLE_WORDS + 1))
    return frozenset(_stable_hash(run) for run in runs)


def _stable_hash(run: str) -> int:
    """Independent of PYTHONHASHSEED, since the order of buckets must not change a result."""
    data = run.encode("utf-8", "surrogatepass")
    return crc32(data) << 32 | crc32(data[::-1])
