"""Places by the form of their names ("Orlan River", "Mount Tallow", "the town of Brenn"), and capitals that are governments."""

from reconcile.extract import entities_known
from reconcile.extract.entities_drafts import COMPOUND_TAILS, LIKELY, STRONG, Draft, Scene
from reconcile.extract.entities_titles import role_nouns
from reconcile.lexicon import gazetteer
from reconcile.lexicon.load import words

MAX_NAME_WORDS = 6


def match(scene: Scene, at: int) -> Draft | None:
    """The place, by its head or its first word, that begins at token ``at``."""
    if scene.case == "upper" or not scene.capitals[at] or _is_opener_only(scene, at):
        return None
    return _by_head(scene, at) or _by_first(scene, at) or _by_compass(scene, at) or _of(scene, at)


def _is_opener_only(scene: Scene, at: int) -> bool:
    token = scene.tokens[at]
    return (
        at in scene.openers
        and token.text in words("name_parts", "openers")
        and token.text not in ("New", "Great", "Long", "High")
    )


def _by_head(scene: Scene, at: int) -> Draft | None:
    tokens, heads, last = scene.tokens, words("places", "heads"), None
    i = at
    while i < len(tokens) and i - at < MAX_NAME_WORDS and scene.capitals[i] and (i == at or scene.is_joined(i)):
        if i > at and tokens[i].text in heads:
            last = i + 1
        if (
            tokens[i].text in words("name_parts", "calendar")
            or (i > at and tokens[i].lower == "the")
            or (tokens[i].lower in role_nouns() and tokens[i].text not in heads)
        ):
            break
        i += 1
        if i + 1 < len(tokens) and tokens[i].text == "." and tokens[i - 1].text in ("St", "Mt", "Ft"):
            i += 1
    if last is None or _is_common(scene, at, last) or _holds_known(scene, at, last):
        return None
    return _place(scene, at, last, "entities_places.head")


def _holds_known(scene: Scene, at: int, last: int) -> bool:
    """ "NPR White House": a known name of two words or more ends the run, and is no part of a longer one."""
    return any(scene.text(k, last) in entities_known.phrases() for k in range(at + 1, last - 1))


def _is_common(scene: Scene, at: int, last: int) -> bool:
    """ "Secret State", "Main House": an ordinary adjective or noun before a head that is an ordinary word too."""
    if scene.case != "prose" and all(
        t.lower in scene.survey.lower or t.lower == "new" for t in scene.tokens[at : last - 1]
    ):
        return True
    if scene.tokens[last - 1].text not in words("places", "weak"):
        return False
    return not any(t.tag.startswith(("NP", "UNC")) for t in scene.tokens[at : last - 1]) and not gazetteer.lookup(
        scene.text(at, last)
    )


def _by_first(scene: Scene, at: int) -> Draft | None:
    """ "Mount Tallow", "Lake Orrin", "Rue des Lices", "Highway 12": the first word tells."""
    tokens = scene.tokens
    first = tokens[at].text.rstrip(".")
    is_street = first in words("places", "streets")
    if not is_street and first not in words("places", "first"):
        return None
    i = at + 1
    if i < len(tokens) and tokens[i].text == ".":
        i += 1
    while (
        is_street
        and i + 1 < len(tokens)
        and tokens[i].lower in words("name_parts", "particles")
        and not scene.capitals[i]
    ):
        i += 1
    begun = i
    while i < len(tokens) and i - begun < 2 and _goes_on(scene, i, begun, first):
        i += 1
    return _place(scene, at, i, "entities_places.first") if i > begun else None


def _goes_on(scene: Scene, i: int, begun: int, first: str) -> bool:
    if scene.tokens[i].text.isdigit():
        return first in ("Interstate", "Highway", "Route")
    if i > begun and scene.tokens[i - 1].text.endswith(COMPOUND_TAILS):
        return False
    return scene.capitals[i] and (i == begun or scene.tokens[i].lower not in role_nouns())


def _by_compass(scene: Scene, at: int) -> Draft | None:
    """ "North Phyongan": a compass word before one unknown name, where the run ends."""
    tokens = scene.tokens
    if tokens[at].text not in _COMPASS or at + 1 >= len(tokens) or not scene.capitals[at + 1] or scene.case != "prose":
        return None
    if (
        (at + 2 < len(tokens) and scene.capitals[at + 2])
        or tokens[at + 1].text in gazetteer.demonyms()
        or not tokens[at + 1].tag.startswith("NP")
        or "-" in tokens[at + 1].text
    ):
        return None
    return _place(scene, at, at + 2, "entities_places.compass").evolved(strength=LIKELY)


_COMPASS = frozenset({"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western"})


def _of(scene: Scene, at: int) -> Draft | None:
    """ "Gulf of Orlan", "Province of Tarn"."""
    tokens = scene.tokens
    if tokens[at].text not in words("places", "of_heads") or at + 2 >= len(tokens) or tokens[at + 1].lower != "of":
        return None
    i = at + 2 + (tokens[at + 2].lower == "the")
    begun = i
    while i < len(tokens) and i - begun < 3 and scene.capitals[i] and scene.is_joined(i):
        i += 1
    return _place(scene, at, i, "entities_places.of") if i > begun else None


def _place(scene: Scene, first: int, last: int, rule: str) -> Draft:
    name = scene.text(first, last)
    found = gazetteer.lookup(name)
    return Draft(
        first, last, "place", name, rule, STRONG if scene.case == "prose" else LIKELY, found[0].key if found else None
    )


def follows_place_word(scene: Scene, at: int) -> bool:
    """Whether what stands before token ``at`` says that a place comes: "in", "near", "the town of"."""
    tokens = scene.tokens
    if at < 1:
        return False
    before = tokens[at - 1]
    if before.lower in words("places", "prepositions") and not scene.capitals[at - 1]:
        return before.lower not in ("to", "from", "at") or _is_journey(scene, at - 1)
    return follows_place_noun(scene, at)


def _is_journey(scene: Scene, at: int) -> bool:
    """ "flew to", "the flight from": "to" and "from" say where only beside a verb or noun of moving."""
    return any(t.lemma in words("acting", "moving") for t in scene.tokens[max(0, at - 5) : at])


def follows_place_noun(scene: Scene, at: int) -> bool:
    """ "the town of", "the coast of" before token ``at``."""
    tokens = scene.tokens
    return at > 1 and tokens[at - 1].lower == "of" and tokens[at - 2].lower in words("places", "nouns")


def as_government(scene: Scene, draft: Draft) -> Draft:
    """The capital as its government where the grammar says that it acts or is dealt with: "Moscow denied", "persuade Pyongyang"."""
    if draft.kind != "place" or not (draft.key or "").startswith("city:"):
        return draft
    code = gazetteer.seats().get(gazetteer.fold(draft.name)) or gazetteer.seats().get(
        gazetteer.fold(scene.text(draft.first, draft.last))
    )
    if (
        code is None
        or not (_acts(scene, draft.last) or _is_dealt_with(scene, draft.first, draft.last))
        or _is_placed(scene, draft.first)
    ):
        return draft
    return draft.evolved(
        kind="organization",
        key=f"government:{code}",
        name=scene.text(draft.first, draft.last),
        rule="entities_places.government",
    )


def _acts(scene: Scene, at: int) -> bool:
    """A government's verb follows, over adverbs and auxiliaries; the passive is the place's or the people's."""
    tokens, i = scene.tokens, at
    passive = False
    while i < len(tokens) and i - at < 6 and tokens[i].pos in ("ADV", "AUX", "NEG"):
        passive = tokens[i].lemma == "be"
        i += 1
    if i >= len(tokens):
        return False
    token = tokens[i]
    if token.lower in ("'s", "'") and i == at:
        return _possesses(scene, i + 1)
    if token.pos == "VERB" or token.tag in ("VVD", "VVZ", "VVN", "VVB", "VVG"):
        return token.lemma in words("acting", "government_verbs") and not (passive and token.tag in ("VVN", "VVD"))
    return i > at and tokens[at].lemma == "have" and token.pos in ("DET", "NOUN")


def _possesses(scene: Scene, at: int) -> bool:
    """ "Moscow's war", "Washington's concerns": what only a government has."""
    for token in scene.tokens[at : at + 4]:
        if token.lemma in words("acting", "government_possessions"):
            return True
        if token.pos not in ("ADJ", "NOUN", "PROPN", "ADV"):
            return False
    return False


def _is_dealt_with(scene: Scene, first: int, last: int) -> bool:
    tokens = scene.tokens
    before = tokens[first - 1] if first else None
    if before is None:
        return False
    if before.pos == "VERB" and before.lemma in words("acting", "dealing_verbs"):
        return True
    window = tokens[max(0, first - 8) : first]
    lemmas = [t.lemma for t in window]
    if before.lower == "from" and any(x in words("acting", "getting") for x in lemmas):
        return True
    if before.lower == "to" and any(x in words("acting", "giving") for x in lemmas):
        return "from" not in lemmas[lemmas.index("to") :] if "to" in lemmas else True
    if before.lower in ("between", "with", "against") and any(x in words("acting", "dealings") for x in lemmas):
        return True
    return (
        before.lower == "and"
        and first > 2
        and tokens[first - 3].lower == "between"
        and any(t.lemma in words("acting", "dealings") for t in tokens[max(0, first - 9) : first - 3])
    )


def _is_placed(scene: Scene, first: int) -> bool:
    """ "in Moscow", "flew from Moscow": where it is a place by the preposition, the verb after it belongs to something else."""
    before = scene.tokens[first - 1] if first else None
    if before is None or before.lower not in words("acting", "place_prepositions"):
        return False
    return before.lower not in ("to", "from") or not _is_dealt_with(scene, first, first + 1)
