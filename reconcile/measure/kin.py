"""Near synonyms: which words news writers use for one thing."""

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from reconcile.lexicon.load import table


def kin(lemma: str) -> str:
    """The word that stands for a lemma's set of near synonyms ("digger" -> "excavator"), else the lemma itself."""
    return _sets().get(lemma, lemma)


@lru_cache(maxsize=1024)
def kin_of(lemmas: tuple[str, ...]) -> frozenset[str]:
    """The words that stand for the lemmas of one claim, which is held against many."""
    return frozenset(map(kin, lemmas))


@cache
def _sets() -> Mapping[str, str]:
    rows = table("kin_nouns")["kin"]["sets"]
    first: dict[str, str] = {}
    for row in rows if isinstance(rows, list) else []:
        for word in row:
            first.setdefault(str(word), str(row[0]))
    return MappingProxyType(first)
