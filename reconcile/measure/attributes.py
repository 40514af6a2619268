"""Of which of several kinds a thing is said to be, where it can be of one alone: the left leg, a grey van, the third stage."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import cast

from reconcile.lexicon.load import table


def attributes(phrase: str, head: str) -> Mapping[str, int]:
    """The kinds that the words before the head tell, by what they are of; nothing where two of one sort stand there ("black and white").

    ``phrase`` and ``head`` are a noun phrase and its noun in lower case.
    """
    told: dict[str, set[int]] = {}
    before = phrase.partition(f" {head}")[0] if f" {head}" in phrase else phrase
    for word in _WORDS.findall(_RANGE.sub(r"\1-range", before)):
        for sort, kind in _sorts().get(word, ()):
            if not _heads(sort) or head in _heads(sort):
                told.setdefault(sort, set()).add(kind)
    return MappingProxyType({sort: next(iter(kinds)) for sort, kinds in told.items() if len(kinds) == 1})


def excluding(left: Mapping[str, int], right: Mapping[str, int]) -> str | None:
    """The first sort of which both tell another kind, None where they fit."""
    return next((sort for sort in sorted(left) if sort in right and left[sort] != right[sort]), None)


_WORDS = re.compile(r"[a-z]+(?:-[a-z]+)*")
_RANGE = re.compile(r"\b(short|medium|intermediate|long) range\b")


@cache
def _sorts() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """By word: the sorts that it tells a kind of."""
    found: dict[str, list[tuple[str, int]]] = {}
    for sort, entry in table("attributes").items():
        rows = table("exclusive")[str(entry["group"])]["sides"] if "group" in entry else entry["sets"]
        for kind, members in enumerate(cast("list[list[str]]", rows)):
            for word in members:
                found.setdefault(word, []).append((sort, kind))
    return MappingProxyType({word: tuple(kinds) for word, kinds in found.items()})


@cache
def _heads(section: str) -> frozenset[str]:
    """The nouns that a sort is told of; empty for any."""
    return frozenset(cast("list[str]", table("attributes")[section].get("heads", [])))
