"""Nouns for one person by what he or she is or does."""

from functools import cache

from reconcile.lexicon.load import words
from reconcile.measure.populations import is_person

_SECTIONS = ("office", "business", "knowledge", "culture", "society")


@cache
def role_words() -> frozenset[str]:
    """The heads of role phrases, in lower case: offices, functions and callings."""
    return frozenset(w.lower() for section in _SECTIONS for w in words("roles", section))


@cache
def _nouns() -> frozenset[str]:
    return role_words() | words("anaphors", "human") | words("anaphors", "trade") | words("anaphors", "calling")


def is_human(noun: str | None) -> bool:
    """Whether a lemma names a person: by an office, a trade, a kinship, or as one of those who are counted."""
    return noun is not None and (noun in _nouns() or is_person(noun))
