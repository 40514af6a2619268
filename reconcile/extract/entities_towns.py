"""Small towns share their names with families: without a sign that the place is meant, such a name is left open."""

from collections.abc import Sequence

from reconcile.extract.entities_drafts import LIKELY, WEAK, Draft, Scene
from reconcile.extract.entities_places import follows_place_noun, follows_place_word
from reconcile.lexicon import gazetteer
from reconcile.lexicon.load import words

MIN_TOWN = 300_000  # people; larger ones are taken for places without a sign


def doubted(scenes: Sequence[Scene], drafts: Sequence[list[Draft]]) -> list[list[Draft]]:
    """The drafts, small towns that the document nowhere treats as places made unread names."""
    signed = {
        draft.name
        for scene, found in zip(scenes, drafts, strict=True)
        for draft in found
        if _is_small(draft) and _has_sign(scene, draft)
    }
    return [
        [_opened(scene, d) if _is_small(d) and d.name not in signed else d for d in found]
        for scene, found in zip(scenes, drafts, strict=True)
    ]


def _is_small(draft: Draft) -> bool:
    if draft.rule != "entities_known.gazetteer" or draft.last - draft.first > 1 or draft.strength > LIKELY:
        return False
    place = gazetteer.by_key(draft.key or "")
    return place is not None and place.kind == "city" and place.population < MIN_TOWN


def _opened(scene: Scene, draft: Draft) -> Draft:
    text = scene.text(draft.first, draft.last)[: -draft.cut or None]
    return draft.evolved(kind="other", name=text, key=None, strength=WEAK, rule="entities_towns.doubted")


def _has_sign(scene: Scene, draft: Draft) -> bool:
    """ "in Tarn", "Tarn, Ohio", "Tarn police", "TARN (Reuters) -", "Tarn-based"."""
    if draft.cut or follows_place_word(scene, draft.first) or follows_place_noun(scene, draft.first):
        return True
    tokens = scene.tokens
    following = tokens[draft.last] if draft.last < len(tokens) else None
    if following is None:
        return False
    if following.lower in words("places", "followers"):
        return True
    if draft.first == 0 and following.text in ("(", "\u2014", "\u2013", "-", "--"):
        return True
    return following.text == "," and _names_area(scene, draft.last + 1)


def _names_area(scene: Scene, at: int) -> bool:
    for last in (at + 2, at + 1):
        if last <= len(scene.tokens) and scene.capitals[at : at + 1] == (True,):
            text = scene.text(at, last)
            if text in gazetteer.state_abbreviations() or any(p.kind != "city" for p in gazetteer.lookup(text)):
                return True
    return False
