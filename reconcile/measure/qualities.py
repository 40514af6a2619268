"""Qualities and what denies them: safe and unsafe, legal and illegal."""

from functools import cache

from reconcile.lexicon.load import table

_PREFIX = "quality:"


def named_group(base: str, complement: str) -> str:
    """The group of states of a quality and of what denies it."""
    return f"{_PREFIX}{base} {complement}".strip()


def quality(group: str) -> str | None:
    """The quality that a group of states is of, None for a group of the lexicon."""
    return group.removeprefix(_PREFIX) if group.startswith(_PREFIX) else None


def antonym(word: str) -> tuple[str, int]:
    """The quality that a word gives, and its side: 0 for the quality itself, 1 for what denies it ("illegal" -> "legal", 1)."""
    denied = _antonyms().get(word)
    return (word, 0) if denied is None else (denied, 1)


@cache
def _antonyms() -> dict[str, str]:
    entries = table("qualities")["antonyms"]["pairs"]
    return {
        str(other): str(base) for base, *others in (entries if isinstance(entries, list) else []) for other in others
    }
