"""Sentences that were copied from one text: ten copies of one agency story are one voice."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from zlib import crc32

from reconcile.measure.remembered import for_one
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
    parent: dict[Place, Place] = {place: place for place in shingles}
    holders: dict[int, list[Place]] = defaultdict(list)
    for place, own in shingles.items():
        shared: dict[Place, int] = defaultdict(int)
        for shingle in own:
            for other in holders[shingle][:4]:
                shared[other] += 1
        for other, n in sorted(shared.items()):
            if other[0] != place[0] and n >= _SHARED * min(len(own), len(shingles[other])):
                _join(parent, other, place)
        for shingle in own:
            holders[shingle].append(place)
    _join_short(readings, shingles, parent)
    return Origins({place: _root(parent, place) for place in parent})


def _join_short(
    readings: Sequence[Reading], shingles: Mapping[Place, frozenset[int]], parent: dict[Place, Place]
) -> None:
    """Join equal short sentences of reports at least half of whose longer ones come from one and the same report."""
    hosts: dict[str, Counter[str]] = defaultdict(Counter)
    for place, own in shingles.items():
        if own:
            hosts[place[0]][_root(parent, place)[0]] += 1
    first: dict[tuple[str, str], Place] = {}
    for reading in sorted(readings, key=lambda r: r.report_id):
        counts = hosts[reading.report_id]
        host, shared = min(counts.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
        for sentence in reading.document.sentences if shared >= _COPIED * max(1, counts.total()) else ():
            place = (reading.report_id, sentence.index)
            if place in shingles and not shingles[place]:
                words = " ".join(t.lower for t in sentence.tokens if t.pos != "PUNCT")
                _join(parent, first.setdefault((host, words), place), place)


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


def _root(parent: dict[Place, Place], place: Place) -> Place:
    while parent[place] != place:
        parent[place] = parent[parent[place]]
        place = parent[place]
    return place


def _join(parent: dict[Place, Place], left: Place, right: Place) -> None:
    a, b = sorted((_root(parent, left), _root(parent, right)))
    parent[b] = a
