"""Classes of news events by their words, and descriptions of one thing that exclude each other."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import cast

from reconcile.lexicon.load import table, word_list
from reconcile.measure.qualities import quality

_FIELDS = {"VERB": "verbs", "NOUN": "nouns", "ADJ": "adjectives"}
_POSSESSIVES = frozenset({"my", "your", "his", "her", "its", "our", "their"})
_REFLEXIVES = frozenset({"myself", "yourself", "himself", "herself", "itself", "ourselves", "themselves"})


def event_class(lemma: str, pos: str = "") -> str | None:
    """The event class a word most likely stands for ("takeover" -> "buy"), None for a word of no class.

    ``lemma`` may be a phrase ("step down", "car bomb"); ``pos`` "VERB", "NOUN" or "ADJ" tells "fire" (dismiss) from "fire" (blaze).
    """
    found = event_classes(lemma, pos)
    return found[0] if found else None


def names_deed(noun: str | None, classes: Iterable[str]) -> bool:
    """Whether a noun stands for a deed of one of the classes: "talks" for what is told by "they talked"."""
    return noun is not None and not set(deed_classes(noun)).isdisjoint(classes)


def deed_classes(noun: str) -> tuple[str, ...]:
    """The classes of the deed that a noun stands for, by its plural where the singular has none: "talk", of "talks"."""
    return event_classes(noun, "NOUN") or event_classes(f"{noun}s", "NOUN")


@lru_cache(maxsize=65_536)
def event_classes(lemma: str, pos: str = "") -> tuple[str, ...]:
    """All event classes of a word or phrase, the likeliest first. A phrase of no class of its own goes by its head word."""
    words = _normal(lemma)
    for phrase in _shorter(words, pos):
        found = _ranked(phrase, pos)
        if found:
            return found
    return ()


def _normal(lemma: str) -> tuple[str, ...]:
    words = lemma.lower().replace("\u2019", "'").split()
    return tuple("one's" if w in _POSSESSIVES else "oneself" if w in _REFLEXIVES else w for w in words)


def _shorter(words: tuple[str, ...], pos: str) -> Iterator[str]:
    """The phrase, then without its end (verbs: "step down from") or without its start (nouns: "deadly car bomb")."""
    for cut in range(len(words)):
        yield " ".join(words[: len(words) - cut] if pos == "VERB" else words[cut:])
    if pos == "":
        for cut in range(1, len(words)):
            yield " ".join(words[: len(words) - cut])


def _ranked(phrase: str, pos: str) -> tuple[str, ...]:
    fields = (_FIELDS[pos],) if pos in _FIELDS else tuple(_FIELDS.values())
    found: dict[str, int] = {}
    for spelling in _spellings(phrase):
        for field in fields:
            for name, place in _index().get((field, spelling), ()):
                found[name] = min(place, found.get(name, place))
    return tuple(sorted(found, key=lambda name: found[name]))


def _spellings(phrase: str) -> tuple[str, ...]:
    """Hyphened and -ise forms fall back on open and -ize ones."""
    forms = [phrase, phrase.replace("-", " "), phrase.replace("-", "")]
    forms += [f[:-3] + "ize" for f in forms if f.endswith("ise")] + [f.replace("isation", "ization") for f in forms]
    return tuple(dict.fromkeys(forms))


@cache
def _index() -> dict[tuple[str, str], tuple[tuple[str, int], ...]]:
    found: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for order, (name, entry) in enumerate(table("event_classes").items()):
        for field in _FIELDS.values():
            for place, word in enumerate(_words(entry[field])):
                # the place in its list ranks a word's classes; the order of the sections breaks ties
                found.setdefault((field, word), []).append((name, place * 1000 + order))
    return {key: tuple(places) for key, places in found.items()}


def _words(value: object) -> tuple[str, ...]:
    return tuple(str(v) for v in value) if isinstance(value, list) else ()


def exclusive(left: str, right: str) -> str | None:
    """The group in which two words cannot both describe one thing ("resign"/"dismiss" -> "leaving office"); None where they can.

    Each group is a list of sets of words; two words exclude each other when they stand in different sets of one group. Symmetric.
    """
    one, other = _sides_of(left), _sides_of(right)
    if not one or not other:
        return None
    return next((name for name, places in one.items() if name in other and not places & other[name]), None)


@lru_cache(maxsize=65_536)
def _sides_of(word: str) -> Mapping[str, frozenset[int]]:
    """The groups in which a word stands, with the numbers of its sides."""
    return _places().get(" ".join(_normal(word)), MappingProxyType({}))


@cache
def _places() -> Mapping[str, Mapping[str, frozenset[int]]]:
    """Word to the groups in which it stands, each with the numbers of its sides."""
    found: dict[str, dict[str, set[int]]] = {}
    for name, sides in _groups():
        for number, side in enumerate(sides):
            for word in side:
                found.setdefault(word, {}).setdefault(name, set()).add(number)
    return {word: {name: frozenset(n) for name, n in groups.items()} for word, groups in found.items()}


def follow_on_each_other(group: str) -> bool:
    """Whether one thing goes through the sides of a group in turn: what began may have ended too."""
    return bool(table("exclusive")[group].get("following"))


@lru_cache(maxsize=65_536)
def exclusive_groups(word: str) -> tuple[str, ...]:
    """The names of the groups of words that exclude each other in which ``word`` stands."""
    return tuple(_sides_of(word))


@cache
def _groups() -> tuple[tuple[str, tuple[frozenset[str], ...]], ...]:
    return tuple((name, _sides(entry["sides"])) for name, entry in table("exclusive").items())


def _sides(value: object) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(_words(side)) for side in value) if isinstance(value, list) else ()


@lru_cache(maxsize=65_536)
def states(phrase: str) -> tuple[tuple[str, int, str], ...]:
    """(group, side, holder) of the states that a word or phrase puts its holder in; holder is "agent" or "patient".

    Only the groups count that the lexicon gives holders: of their sides one thing can have but one.
    """
    plain = " ".join(_normal(phrase))
    if plain not in _places():
        return ()
    return tuple(
        (name, number, holder)
        for name, holders, sides in _held()
        for number, (side, holder) in enumerate(zip(sides, holders, strict=True))
        if plain in side
    )


def negated_verb(lemma: str) -> str | None:
    """The verb that a verb with "un" before it denies ("uninsure" of "uninsured"), None where that is a verb of its own ("unveil")."""
    base = lemma.removeprefix("un")
    if base == lemma or event_classes(lemma, "VERB") or lemma in word_list("un_verbs"):
        return None
    return base if event_classes(base, "VERB") else None


def other_side(group: str, side: int) -> int | None:
    """What a thing is that is not in a state: the other one of two, None where there are more."""
    if quality(group) is not None:
        return 1 - side
    if group in table("conditions"):
        return 1 - side if len(cast("list[object]", table("conditions")[group]["sides"])) == _TWO else None
    sides = next((sides for name, _, sides in _held() if name == group), ())
    return 1 - side if len(sides) == _TWO else None


_TWO = 2


@cache
def _held() -> tuple[tuple[str, tuple[str, ...], tuple[frozenset[str], ...]], ...]:
    return tuple(
        (name, _words(entry["holders"]), _sides(entry["sides"]))
        for name, entry in table("exclusive").items()
        if "holders" in entry
    )
