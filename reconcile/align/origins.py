"""Sentences that were copied from one text: ten copies of one agency story are one voice."""

from collections import defaultdict
from collections.abc import Sequence
from zlib import crc32

from reconcile.model.documents import Sentence
from reconcile.model.origins import Origins, Place
from reconcile.model.readings import Reading

_SHINGLE_WORDS = 5
_LEAST_WORDS = 8
_SHARED = 0.6


def origins(readings: Sequence[Reading]) -> Origins:
    """For each (report id, sentence index) the first such place of the same origin; a sentence of its own is its own origin.

    Two sentences of two reports have one origin when at least 60% of the five-word runs of the shorter stand in the longer.
    """
    shingles = {
        (reading.report_id, sentence.index): _shingles(sentence)
        for reading in sorted(readings, key=lambda r: r.report_id)
        for sentence in reading.document.sentences
        if sentence.kind != "boilerplate"
    }
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
    return Origins({place: _root(parent, place) for place in parent})


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
