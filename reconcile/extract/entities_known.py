"""Names that the lexicon and the gazetteer know: countries, demonyms, regions, cities, organizations, events."""

from collections.abc import Mapping
from functools import cache
from typing import cast

from attrs import frozen

from reconcile.extract.entities_drafts import LIKELY, STRONG, WEAK, Draft, Scene
from reconcile.extract.entities_given import given_names
from reconcile.lexicon import gazetteer
from reconcile.lexicon.load import table, words

MAX_WORDS = 7
MIN_HEADLINE_POPULATION = 200_000


@frozen
class Known:
    """An entry of the lexicon: what a phrase names."""

    kind: str
    name: str
    key: str | None
    demonym: bool = False


@cache
def phrases() -> Mapping[str, Known]:
    """Phrases as written, and in lower case where they have more than five letters, to what they name."""
    found: dict[str, Known] = {}
    for forms in cast(list[list[str]], table("organizations")["known"]["sets"]):
        _enter(found, forms, Known("organization", forms[0], f"organization:{gazetteer.fold(forms[0])}"))
    _enter(found, sorted(words("designators", "events")), None)
    for region in gazetteer.regions().values():
        _enter(found, [region.name], Known("place", region.name, region.key))
    for code, entry in table("countries").items():
        names = cast(list[str], entry["names"])
        _enter(found, names, Known("place", names[0], f"country:{code}"))
    for name in sorted(words("organizations", "seats")):
        code = gazetteer.seats()[gazetteer.fold(name)]
        _enter(found, [name], Known("organization", name, f"government:{code}"))
    for word, key in gazetteer.demonyms().items():
        place = gazetteer.by_key(key)
        if word not in found and place is not None:
            _enter(found, [word], Known("place", place.name, key, demonym=True))
    return found


def _enter(found: dict[str, Known], forms: list[str], known: Known | None) -> None:
    for form in forms:
        entry = known or Known("event", form, None)
        found[form] = entry
        if len(form) > 5 and not form.isupper():
            found.setdefault(form.casefold(), entry)


def match(scene: Scene, at: int) -> Draft | None:
    """The longest known phrase that begins at token ``at``."""
    tokens = scene.tokens
    if state := _abbreviated_state(scene, at):
        return state
    for last in range(min(at + MAX_WORDS, len(tokens)), at, -1):
        text = scene.text(at, last)
        if not (scene.capitals[last - 1] or tokens[last - 1].text[-1].isdigit() or text in phrases()):
            continue
        draft = _phrase(scene, at, last, text)
        if draft is None and (cut := _tail_chars(text)):
            head = text[:-cut]
            draft = _phrase(scene, at, last, head) if text[-1].islower() or head in phrases() else None
            draft = draft.evolved(cut=cut) if draft else None
        if draft is not None:
            return draft
    return None


def _abbreviated_state(scene: Scene, at: int) -> Draft | None:
    """ "Springfield, Ill." and "Springfield, IL": the abbreviation after a capitalised word and a comma; "N.Y." anywhere."""
    tokens = scene.tokens
    is_after_town = at > 1 and tokens[at - 1].text == "," and scene.capitals[at - 2]
    if not is_after_town and tokens[at].text.count(".") < 2:
        return None
    for last in (at + 2, at + 1):
        found = gazetteer.state_abbreviations().get(scene.text(at, last)) if last <= len(tokens) else None
        if found:
            return Draft(at, last, "place", found.name, "entities_known.state", STRONG, found.key)
    return None


def _phrase(scene: Scene, at: int, last: int, text: str) -> Draft | None:
    if scene.case == "upper" and len(text) <= 4 and "." not in text and not scene.survey.capital.get(text):
        return None  # WHO, US and IT may be plain words in a line of capitals
    found = phrases().get(text) or _other_case(scene, text, last - at)
    if found is None:
        return _city(scene, at, last, text)
    return Draft(at, last, found.kind, found.name, "entities_known.phrase", STRONG, found.key, found.demonym)


def _tail_chars(text: str) -> int:
    """Length of the tail of a compound: "Seoul-based", "US-led", "Russian-made", "South Korea-US"."""
    head, hyphen, tail = text.rpartition("-")
    return (
        len(tail) + 1
        if hyphen and head and " " not in tail and ((tail.islower() and len(tail) > 2) or tail[:1].isupper())
        else 0
    )


def _other_case(scene: Scene, text: str, length: int) -> Known | None:
    """Capitals throughout ("NORTH KOREA"): short forms are left alone, since "WHO" and "US" may be plain words there."""
    if (text.isupper() and len(text) > 5) or (length > 1 and scene.case != "prose"):
        return phrases().get(text.casefold())
    return None


def _city(scene: Scene, first: int, last: int, text: str) -> Draft | None:
    """A state of the US or a city. A single word is only LIKELY, or WEAK where its place in the sentence makes the capital."""
    if len(text) < 3 or (text.isupper() and len(text) <= 4) or scene.tokens[first].lower == "the":
        return None
    found = gazetteer.lookup(text)
    if not found or (scene.case != "prose" and found[0].population < MIN_HEADLINE_POPULATION):
        return None
    place = found[0]
    if gazetteer.fold(text) in gazetteer.seats() and place.kind == "state":  # Washington
        place = next((p for p in found if p.kind == "city"), place)
    strength = STRONG if last - first > 1 else LIKELY
    word = text.casefold()
    if strength == LIKELY and (first in scene.openers or scene.case != "prose") and place.population < 1_000_000:
        strength = WEAK if word in scene.survey.lower or not scene.tokens[first].tag.startswith("NP") else LIKELY
    if strength == LIKELY and (word in scene.survey.lower or (text in given_names() and place.population < 1_000_000)):
        strength = WEAK
    return Draft(first, last, "place", place.name, "entities_known.gazetteer", strength, place.key)
