"""What the rest of the document says about names that their own form leaves open."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from reconcile.extract import entities_places
from reconcile.extract.entities_acronyms import stands_for
from reconcile.extract.entities_drafts import LIKELY, STRONG, UNREAD_RUN, WEAK, Draft, Scene
from reconcile.extract.entities_evidence import votes
from reconcile.extract.entities_towns import doubted
from reconcile.lexicon import gazetteer


@frozen
class Registry:
    """Names that the document establishes: surnames of its persons, acronyms, other names, and countries it speaks of."""

    surnames: frozenset[str]
    given: frozenset[str]
    names: dict[str, Draft]
    places: frozenset[str]
    votes: Mapping[str, str]


def resolve(scenes: Sequence[Scene], drafts: Sequence[list[Draft]]) -> list[list[Draft]]:
    """Weak drafts made sure or dropped, ambiguous places decided, names of the text found in headlines."""
    drafts = doubted(scenes, drafts)
    registry = _registry(drafts, votes(scenes, drafts))
    return [
        [
            kept
            for d in _with_headline_names(scene, found, registry)
            if (kept := _resolved(scene, d, registry)) is not None
        ]
        for scene, found in zip(scenes, drafts, strict=True)
    ]


def _registry(drafts: Sequence[list[Draft]], voted: Mapping[str, str]) -> Registry:
    found = [d for sentence in drafts for d in sentence]
    persons = [d for d in found if d.kind == "person" and d.strength > WEAK]
    names: dict[str, Draft] = {}
    for draft in sorted(found, key=lambda d: (-d.strength, d.name)):
        if draft.strength > WEAK and draft.kind != "other":
            names.setdefault(draft.name, draft)
            for alias in draft.aliases:
                names.setdefault(alias, draft)
    return Registry(
        frozenset(d.name.removesuffix(" Jr.").removesuffix(" Jr").split()[-1] for d in persons),
        frozenset(d.name.split()[0] for d in persons if " " in d.name),
        names,
        frozenset(d.key for d in found if d.key and not d.key.startswith("organization:")),
        voted,
    )


def _resolved(scene: Scene, draft: Draft, registry: Registry) -> Draft | None:
    if draft.kind == "place" and draft.key:
        draft = _decided(scene, draft, registry)
    is_single = draft.last - draft.first == 1
    text = scene.text(draft.first, draft.last)
    if is_single and _is_of_person(draft, text, registry) and not _is_certain_place(scene, draft):
        return draft.evolved(kind="person", name=text, key=None, rule="entities_context.surname", strength=LIKELY)
    if text.isupper() and len(text) > 3 and text.capitalize() in registry.surnames and draft.kind == "other":
        return draft.evolved(kind="person", name=text.capitalize(), rule="entities_context.surname", strength=LIKELY)
    if draft.rule == UNREAD_RUN and draft.kind == "other":
        return draft.evolved(kind=registry.votes.get(draft.name, "other"))
    if draft.strength > WEAK:
        return draft
    return _weak(scene, draft, text, registry)


def _is_of_person(draft: Draft, text: str, registry: Registry) -> bool:
    """Part of the name of a person of the document; a country ("Jordan") only where it is the surname."""
    if draft.kind not in ("place", "other") or draft.demonym:
        return False
    if draft.strength < STRONG:
        return text in registry.surnames | registry.given
    return text in registry.surnames and (draft.key or "").startswith(("country:", "region:"))


def _is_certain_place(scene: Scene, draft: Draft) -> bool:
    return draft.kind == "place" and entities_places.follows_place_word(scene, draft.first)


def _weak(scene: Scene, draft: Draft, text: str, registry: Registry) -> Draft | None:
    known = registry.names.get(text)
    if known is not None:
        return draft.evolved(
            kind=known.kind,
            name=known.name if text != known.name else text,
            key=known.key,
            rule="entities_context.name",
            strength=LIKELY,
        )
    if text.isupper() and (named := _spelt_out(text, registry)):
        return draft.evolved(
            kind=named.kind,
            name=named.name,
            key=named.key,
            rule="entities_context.initials",
            strength=LIKELY,
            aliases=(text,),
        )
    if draft.kind != "other":
        is_named = scene.survey.capital.get(text, 0) > 0 and text.casefold() not in scene.survey.lower
        return draft if is_named else None
    if scene.case != "prose":
        return None
    return _by_surroundings(scene, draft, text, registry)


def _spelt_out(text: str, registry: Registry) -> Draft | None:
    """The one organization of the document whose initials are these letters."""
    if not 3 <= len(text.replace(".", "")) <= 7:
        return None
    found = [d for name, d in sorted(registry.names.items()) if d.kind == "organization" and stands_for(text, name)]
    return found[0] if len({d.name for d in found}) == 1 else None


def _by_surroundings(scene: Scene, draft: Draft, text: str, registry: Registry) -> Draft | None:
    """A name unknown everywhere: of the kind that its surroundings in the document speak for, else a name of some other thing."""
    tokens = scene.tokens[draft.first : draft.last]
    is_opener = draft.first in scene.openers
    if is_opener and (scene.survey.capital.get(tokens[0].text, 0) == 0 or tokens[0].lower in scene.survey.lower):
        return None
    if any(t.text.isupper() and len(t.text) > 4 for t in tokens) and len(tokens) > 1:
        return None  # a caption in capitals that runs on
    kind = registry.votes.get(draft.name, "other")
    if kind == "other" and (any(t.lower in scene.survey.lower for t in tokens) or not _is_name_tagged(scene, draft)):
        return draft.evolved(strength=LIKELY) if len(tokens) > 1 and not is_opener else None
    return draft.evolved(kind=kind, rule=f"entities_context.{kind}", strength=LIKELY)


def _is_name_tagged(scene: Scene, draft: Draft) -> bool:
    return any(t.tag.startswith(("NP", "UNC")) for t in scene.tokens[draft.first : draft.last])


def _decided(scene: Scene, draft: Draft, registry: Registry) -> Draft:
    """Which of the places of one name: that in the state or country named right after it, or else elsewhere in the text."""
    key = draft.key or ""
    if key.startswith(("region:", "government:")) or (key.startswith("country:") and key != "country:GE"):
        return draft
    candidates = gazetteer.lookup(scene.text(draft.first, draft.last))
    if len(candidates) < 2:
        return draft
    chosen = _after_comma(scene, draft, candidates) or _by_company(candidates, registry, key)
    return draft.evolved(key=chosen.key, name=chosen.name) if chosen is not None else draft


def _after_comma(scene: Scene, draft: Draft, candidates: Sequence[gazetteer.Place]) -> gazetteer.Place | None:
    at = draft.last
    if at + 1 >= len(scene.tokens) or scene.tokens[at].text != ",":
        return None
    for last in (at + 3, at + 2):
        if last <= len(scene.tokens):
            outer = {p.key for p in gazetteer.lookup(scene.text(at + 1, last))}
            found = next((c for c in candidates if outer & set(gazetteer.ancestors(c))), None)
            if found:
                return found
    return None


def _by_company(candidates: Sequence[gazetteer.Place], registry: Registry, key: str) -> gazetteer.Place | None:
    """Georgia among states of the US is the state; a city lies in a country of the text rather than in one that it never names."""
    if key == "country:GE":
        is_american = any(k.startswith("state:US") for k in registry.places) and "city:611717" not in registry.places
        return next((c for c in candidates if c.key == "state:US-GA"), None) if is_american else None
    best = candidates[0]
    current = next((c for c in candidates if c.key == key), best)
    if set(gazetteer.ancestors(current)) & registry.places:
        return None
    rivals = [c for c in candidates if c.kind == "city" and set(gazetteer.ancestors(c)) & registry.places]
    return rivals[0] if rivals and rivals[0].population * 20 > current.population else None


def _with_headline_names(scene: Scene, drafts: list[Draft], registry: Registry) -> list[Draft]:
    """In headlines in capitals, the names that the text itself establishes."""
    if scene.case == "prose":
        return drafts
    taken = {i for d in drafts if d.strength > WEAK for i in range(d.first, d.last)}
    kept = [d for d in drafts if d.strength > WEAK]
    folded = {name.casefold(): draft for name, draft in registry.names.items() if len(name) > 3}
    surnames = {name.casefold(): name for name in registry.surnames if len(name) > 3}
    at = 0
    while at < len(scene.tokens):
        found = None if at in taken else _headline_name(scene, at, folded, surnames, taken)
        if found is not None:
            kept.append(found)
        at = found.last if found else at + 1
    return sorted(kept, key=lambda d: d.first)


def _headline_name(
    scene: Scene, at: int, folded: dict[str, Draft], surnames: dict[str, str], taken: set[int]
) -> Draft | None:
    if not scene.capitals[at]:
        return None
    for last in range(min(at + 5, len(scene.tokens)), at, -1):
        if any(i in taken for i in range(at, last)):
            continue
        text = scene.text(at, last).casefold()
        known = folded.get(text)
        if known is not None:
            return Draft(
                at, last, known.kind, known.name, "entities_context.headline", LIKELY, known.key, known.demonym
            )
        if last == at + 1 and text in surnames and text not in scene.survey.lower:
            return Draft(at, last, "person", surnames[text], "entities_context.headline", LIKELY)
    return None
