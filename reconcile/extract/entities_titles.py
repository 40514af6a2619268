"""Titles and the words of role phrases: "Gen.", "Defense Minister", "Secretary of State", "spokesman"."""

from functools import cache

from reconcile.extract.entities_drafts import Scene
from reconcile.extract.entities_given import given_names
from reconcile.lexicon.load import words

MAX_TITLE_WORDS = 4
TITLE_SECTIONS = ("honorific", "academic", "military", "police", "religious", "noble", "political", "professional")


@cache
def titles() -> frozenset[str]:
    """Every title of every kind, in lower case and without stops."""
    return frozenset(plain(w) for section in TITLE_SECTIONS for w in words("titles", section))


@cache
def honorifics() -> frozenset[str]:
    """Forms of address, which tell no role."""
    return frozenset(plain(w) for w in words("titles", "honorific"))


@cache
def role_nouns() -> frozenset[str]:
    """Heads of role phrases, in lower case, plurals and "vice-captain", "ex-wife", "co-author" included."""
    nouns = {w.casefold() for s in ("office", "business", "knowledge", "culture", "society") for w in words("roles", s)}
    joined = {f"{first}-{n}" for first in ("vice", "ex", "co", "deputy") for n in nouns if "-" not in n}
    return frozenset(nouns | joined | {f"{n}s" for n in nouns | joined})


@cache
def qualifiers() -> frozenset[str]:
    """Words that stand before the head of a role phrase."""
    subjects = {w.casefold() for w in words("organizations", "subjects")}
    return frozenset({w.casefold() for w in words("roles", "qualifier")} | subjects)


def plain(text: str) -> str:
    """Lower case without stops."""
    return text.replace(".", "").casefold()


def title_end(scene: Scene, at: int) -> int | None:
    """Where the title or capitalised role that begins at token ``at`` ends: "Gen.", "Defense Minister", "Secretary of State"."""
    if not scene.capitals[at]:
        return None
    last = _longest_title(scene, at) or _qualified(scene, at)
    if last is None:
        return None
    return _with_object(scene, _stop(scene, last))


def _stop(scene: Scene, last: int) -> int:
    """A stop that the tokenizer left apart: "Gen ."""
    tokens = scene.tokens
    if (
        last + 1 < len(tokens)
        and tokens[last].text == "."
        and tokens[last].span.start == tokens[last - 1].span.end
        and len(tokens[last - 1].text) <= 5
    ):
        return last + 1
    return last


def _longest_title(scene: Scene, at: int) -> int | None:
    tokens = scene.tokens
    for last in range(min(at + MAX_TITLE_WORDS, len(tokens)), at, -1):
        if scene.capitals[last - 1] and plain(scene.text(at, last)) in titles():
            is_given = last == at + 1 and tokens[at].text in given_names()
            return None if is_given and _names_follow(scene, last) else last
    word = tokens[at].lower
    return at + 1 if word in role_nouns() and (at not in scene.openers or _names_follow(scene, at + 1)) else None


def _names_follow(scene: Scene, at: int) -> bool:
    return at < len(scene.tokens) and scene.capitals[at]


def _qualified(scene: Scene, at: int) -> int | None:
    """ "Industry and Trade Minister", "Deputy Foreign Minister", "National Security Adviser": subject words, then the head."""
    tokens, i = scene.tokens, at
    while i < len(tokens) and i - at < 6:
        word = tokens[i].lower
        if i > at and scene.capitals[i] and (word in role_nouns() or word in titles()):
            return i + 1
        if (scene.capitals[i] and (word in qualifiers() or word == "and")) or (i > at and word in ("and", "&")):
            i += 1
            continue
        return None
    return None


def _with_object(scene: Scene, last: int) -> int:
    """ "Secretary of State", "Director of National Intelligence", "Minister for Foreign Affairs", "Chief of Staff"."""
    tokens = scene.tokens
    if last + 1 >= len(tokens) or tokens[last].lower not in ("of", "for"):
        return last
    i = last + 1
    if tokens[i].lower == "the":
        i += 1
    begun = i
    while (
        i < len(tokens)
        and scene.capitals[i]
        and (tokens[i].lower in qualifiers() or tokens[i].lower in ("staff", "state", "commons", "exchequer", "police"))
    ):
        i += 1
        if (
            i + 1 < len(tokens)
            and tokens[i].lower in ("and", "&")
            and scene.capitals[i + 1]
            and tokens[i + 1].lower in qualifiers()
        ):
            i += 1
    return i if i > begun else last
