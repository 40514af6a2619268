"""Whether two numbers count the same people or things, as far as the words tell."""

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import cast

from attrs import frozen

from reconcile.lexicon import gazetteer
from reconcile.lexicon.load import table, word_list, words
from reconcile.measure.events import event_classes
from reconcile.model.quantities import QuantityValue

SAME, PART, UNKNOWN, DIFFERENT = "same", "part", "unknown", "different"


@frozen
class Fate:
    """What befell people, with the words that say so (lemmas)."""

    name: str
    nouns: frozenset[str]
    adjectives: frozenset[str]
    objects: frozenset[str]
    passives: frozenset[str]
    subjects: frozenset[str]
    holds: frozenset[str]
    holders: frozenset[str]
    phrases: frozenset[str]
    belongings: frozenset[str]
    takings: frozenset[str]
    captors: frozenset[str]
    held_by: frozenset[str]
    unfound: frozenset[str]
    posts: frozenset[str]
    cuts: frozenset[str]
    guises: frozenset[str]
    staying: frozenset[str]


@cache
def fates() -> tuple[Fate, ...]:
    """All fates of the lexicon, in its order."""
    fields = (
        "nouns",
        "adjectives",
        "objects",
        "passives",
        "subjects",
        "holds",
        "holders",
        "phrases",
        "belongings",
        "takings",
        "captors",
        "held_by",
        "unfound",
        "posts",
        "cuts",
        "guises",
        "staying",
    )
    rows = (row for row in table("populations").items() if row[1].get("fate"))
    return tuple(Fate(name, *(frozenset(_list(entry, f)) for f in fields)) for name, entry in rows)


@cache
def classes() -> Mapping[str, tuple[str, ...]]:
    """Lemma of a counted noun to the classes that it belongs to."""
    found: dict[str, tuple[str, ...]] = {}
    for name, entry in table("populations").items():
        if not entry.get("fate"):
            for noun in _list(entry, "nouns"):
                found[noun] = (*found.get(noun, ()), name)
    return MappingProxyType(found)


def _list(entry: Mapping[str, object], field: str) -> list[str]:
    return cast(list[str], entry.get(field, []))


def is_person(noun: str | None) -> bool:
    """Whether the lemma names people."""
    return noun in word_list("callings") or any(
        table("populations")[name].get("people") for name in classes().get(noun or "", ())
    )


def is_general(noun: str | None) -> bool:
    """Whether the lemma says no more than that people are counted ("people", "victim", "other"); None does too."""
    return noun is None or "people" in classes().get(noun, ())


def same_noun(left: str, right: str) -> str:
    """How what two counted nouns name relates: same, part (one is wider), unknown or different.

    A noun with a capital is a people ("Tunisian") or a name: part of the people, and unknown to all others.
    """
    if left == right:
        return SAME
    if left[:1].isupper() or right[:1].isupper():
        return PART if "people" in (*classes().get(left, ()), *classes().get(right, ())) else UNKNOWN
    a, b = set(classes().get(left, ())), set(classes().get(right, ()))
    if a & b:
        return SAME
    if not a or not b:
        return PART if "people" in a | b and is_person(left) and is_person(right) else UNKNOWN
    if "people" in a | b:
        return PART if is_person(left) and is_person(right) else DIFFERENT
    wider = {str(table("populations")[c].get("kind_of")) for c in a} & b or {
        str(table("populations")[c].get("kind_of")) for c in b
    } & a
    if wider:
        return PART
    return UNKNOWN if is_person(left) and is_person(right) else DIFFERENT


def is_sent(noun: str | None) -> bool:
    """Whether the lemma names people who are sent to where something has happened: firefighters, rescuers."""
    return any(table("populations")[name].get("sent") for name in classes().get(noun or "", ()))


def comparability(left: QuantityValue, right: QuantityValue) -> str:
    """Whether two counts are of the same population: same, part (one may hold the other), unknown or different.

    What counts: the fate (dead, injured...), the noun, its modifiers ("US citizens" may be a part of the people), whether one
    only adds to others ("two more"), and the governing verb where there is no fate.
    """
    nations = _nations(left), _nations(right)
    if nations[0] and nations[1] and not nations[0] & nations[1]:
        return DIFFERENT
    if left.population != right.population and left.population and right.population:
        return PART if _holds(left.population, right.population) else DIFFERENT
    noun = _nouns(left, right)
    if noun in (DIFFERENT, PART):
        return noun
    if (_fate(left) is None) != (_fate(right) is None):
        return UNKNOWN
    if _adds(left) != _adds(right) or left.included != right.included:
        return PART
    if _named(left) != _named(right):
        return PART
    if noun == UNKNOWN or left.population:
        return SAME if left.population and noun == SAME else noun
    return SAME if one_event(left.event, right.event) else UNKNOWN


@lru_cache(maxsize=65_536)
def one_event(left: str | None, right: str | None) -> bool:
    """Whether two governing verbs may tell of one event: the same, of one class, both of taking part, or one not known."""
    if left is None or right is None or left == right:
        return True
    if {left, right} <= words("quantities_events", "taking_part"):
        return True
    return not set(event_classes(left, "VERB")).isdisjoint(event_classes(right, "VERB"))


def _fate(value: QuantityValue) -> str | None:
    """The fate of those who are counted; that rescuers came together or took part is none."""
    return None if value.population == "people_gathered" and is_sent(value.of) else value.population


def exceeds_whole(left: QuantityValue, right: QuantityValue) -> bool:
    """Whether one that can only be a part of the other is more than that: 17 provincial hospitals, and 14 hospitals in all."""
    for part, whole in ((left, right), (right, left)):
        if part.low is None or whole.high is None or part.low <= whole.high:
            continue
        one_fate = part.population == whole.population and (part.population is not None or _tell_of_one(part, whole))
        if one_fate and not _adds(whole) and not _named(whole) and _is_within(part, whole):
            return True
    return False


def _tell_of_one(part: QuantityValue, whole: QuantityValue) -> bool:
    return part.of == whole.of and part.event is not None and one_event(part.event, whole.event)


def _is_within(part: QuantityValue, whole: QuantityValue) -> bool:
    """Whether the words make one a part of the other: by a modifier, or as people of some kind among people."""
    if part.of == whole.of:
        return bool(_named(part))
    return is_general(whole.of) and whole.of is not None and is_person(part.of)


def _nouns(left: QuantityValue, right: QuantityValue) -> str:
    if left.population and _is_at_large(left) and _is_at_large(right):
        return SAME
    if left.of is None or right.of is None:
        return UNKNOWN
    return same_noun(left.of, right.of)


def _is_at_large(value: QuantityValue) -> bool:
    """Whether the noun says no more than that people of that fate are counted: "12 people", "12 Britons", "40,000 customers" of a leak."""
    noun = value.of or ""
    classed = (table("populations")[name].get("at_large", ()) for name in classes().get(noun, ()))
    return is_general(value.of) or bool(_nation(noun)) or any(value.population in cast(list[str], c) for c in classed)


def _nations(value: QuantityValue) -> frozenset[str]:
    """The countries whose people are counted: "Brits", "UK consumers"."""
    return frozenset(n for word in (value.of or "", *value.modifiers) if (n := _nation(word)))


@lru_cache(maxsize=4096)
def _nation(word: str) -> str | None:
    if not word[:1].isupper():
        return None
    code = gazetteer.country_names().get(gazetteer.fold(word))
    key = f"country:{code}" if code else gazetteer.demonyms().get(word)
    return key if key is not None and key.startswith("country:") else None


def _holds(left: str, right: str) -> bool:
    return any(
        (f.name == left and right in f.holds) or (f.name == right and left in f.holds) for f in fates()
    ) or "people_aboard" in (left, right)


def are_wholes(left: QuantityValue, right: QuantityValue) -> bool:
    """Whether both count people of one fate by nouns that single nobody out: "14 people", "17 passengers" dead."""
    if left.population is None or left.population != right.population or _named(left) or _named(right):
        return False
    if _adds(left) or _adds(right) or left.included or right.included or "vague" in (left.hedge, right.hedge):
        return False
    return all(
        any(table("populations")[c].get("unmarked") for c in classes().get(v.of or "", ())) for v in (left, right)
    )


def _is_calling(word: str, noun: str | None) -> bool:
    """Whether a modifier says no more than the noun: police officers, riot police."""
    of_word, of_noun = classes().get(word, ()), classes().get(noun or "", ())
    return any(c in of_word or word in _list(table("populations")[c], "styled") for c in of_noun)


def _adds(value: QuantityValue) -> bool:
    return value.of == "other" or bool(words("measuring", "beside") & {m.lower() for m in value.modifiers})


def _named(value: QuantityValue) -> frozenset[str]:
    """What tells these people from others: the modifiers, and for people of one fate the noun for their nation ("Brits", "UK citizens")."""
    fated = frozenset(a for f in fates() if f.name == value.population for a in (*f.adjectives, *f.guises))
    said = (
        value.modifiers
        if value.population is None or _nation(value.of or "") is None
        else (*value.modifiers, value.of or "")
    )
    calling = frozenset(m.lower() for m in said if _is_calling(m.lower(), value.of))
    idle = words("measuring", "beside") | words("measuring", "idle")
    return frozenset(_nation(m) or m.lower().replace(".", "") for m in said) - idle - fated - calling
