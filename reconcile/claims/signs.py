"""What a single word or phrase does to a statement: its certainty, its polarity, and the cue that says so."""

from collections.abc import Iterable
from functools import cache, lru_cache

from attrs import frozen

from reconcile.lexicon.load import table, words
from reconcile.model.claims import Stance

# From what outweighs everything to the report's plain word.
_RANK = ("denied", "unknown", "conditional", "planned", "possible", "suspected", "alleged", "reported", "asserted")


@frozen
class Sign:
    """``code`` is a section of the stance lexicon, ``word`` the cue; ``certainty`` None leaves the certainty as it is."""

    code: str
    word: str
    certainty: str | None = None
    flips: bool = False


@lru_cache(maxsize=65_536)
def sign(code: str, word: str) -> Sign:
    """The sign of one lexicon section for a cue word."""
    entry = table("stance")[code]
    certainty = entry.get("certainty")
    return Sign(code, word, str(certainty) if certainty is not None else None, bool(entry.get("flips", False)))


@cache
def listed(code: str, field: str = "words") -> frozenset[str]:
    """The words of one section of the stance lexicon: ``words`` (verbs, adverbs), ``adjectives`` or ``nouns``."""
    return words("stance", code, field) if field in table("stance")[code] else frozenset()


def combined(signs: Iterable[Sign]) -> Stance:
    """The stance of all signs together: polarity flips with each, and the certainty furthest from plain assertion holds."""
    found = tuple(dict.fromkeys(signs))
    polarity = -1 if sum(s.flips for s in found) % 2 else 1
    certainty = min((s.certainty for s in found if s.certainty is not None), key=_RANK.index, default="asserted")
    return _stance(polarity, certainty, tuple(f"{s.code}:{s.word}" for s in found))


@lru_cache(maxsize=4096)
def _stance(polarity: int, certainty: str, cues: tuple[str, ...]) -> Stance:
    """Nearly all claims have one of a few stances."""
    return Stance(polarity, certainty, cues)
