"""What the words around a name that no pattern reads say about its kind. The document's votes decide for all its mentions."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reconcile.extract import entities_places
from reconcile.extract.entities_drafts import UNREAD_RUN, WEAK, Draft, Scene
from reconcile.extract.entities_roles import after
from reconcile.extract.entities_titles import role_nouns
from reconcile.lexicon.load import words

SURE, LIKE = 3, 1


def votes(scenes: Sequence[Scene], drafts: Sequence[list[Draft]]) -> Mapping[str, str]:
    """The kind of each unread name of the document that any of its surroundings speaks for."""
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for scene, found in zip(scenes, drafts, strict=True):
        if scene.case != "prose":
            continue
        for draft in found:
            if is_open(draft):
                for kind, weight in _evidence(scene, draft):
                    if weight == SURE or draft.strength == WEAK:
                        counts[draft.name][kind] += weight
    return {name: max(sorted(kinds), key=lambda k: kinds[k]) for name, kinds in counts.items()}


def is_open(draft: Draft) -> bool:
    """Whether its own form leaves open what a name names."""
    return draft.kind == "other" and (draft.strength == WEAK or draft.rule == UNREAD_RUN)


def _evidence(scene: Scene, draft: Draft) -> Iterator[tuple[str, int]]:
    if _is_organization(scene, draft):
        yield "organization", SURE
    name = scene.text(draft.first, draft.last)
    if name.isupper() or draft.last - draft.first > 3:
        return
    if _has_role(scene, draft):
        yield "person", SURE
    elif _speaks(scene, draft) or _suffers(scene, draft):
        yield "person", LIKE
    if entities_places.follows_place_noun(scene, draft.first):
        yield "place", SURE
    elif entities_places.follows_place_word(scene, draft.first) and draft.last - draft.first <= 2:
        yield "place", LIKE


def _is_organization(scene: Scene, draft: Draft) -> bool:
    tokens, at = scene.tokens, draft.last
    following = tokens[at] if at < len(tokens) else None
    second = tokens[at + 1] if at + 1 < len(tokens) else None
    if draft.first and tokens[draft.first - 1].lower in words("organizations", "kind_nouns"):
        return True  # "the rating firm Tarn"
    if following is not None and following.lower in words("organizations", "possessions") | words(
        "organizations", "kind_nouns"
    ):
        return True  # "Tarn executives"
    if following is not None and following.lower == "'s" and second is not None:
        return any(
            t.lower in words("organizations", "possessions") - {"chief", "boss", "staff"}
            for t in tokens[at + 1 : at + 4]
        )
    if following is not None and following.text == "," and second is not None and second.lower in ("a", "an", "the"):
        return _apposed_noun(scene, at + 2) in words("organizations", "kind_nouns")
    before = [t.lower for t in tokens[max(0, draft.first - 2) : draft.first]]
    return (
        len(before) == 2
        and before[1] in ("of", "at")
        and before[0]
        in role_nouns()
        - {"head", "member", "leader", "king", "queen", "native", "resident", "people", "mayor", "governor"}
    )


def _apposed_noun(scene: Scene, at: int) -> str:
    """The head of the noun phrase that begins at ``at``: "a cybersecurity firm hired by..."."""
    head = ""
    for token in scene.tokens[at : at + 5]:
        if token.pos not in ("NOUN", "ADJ", "PROPN", "NUM", "X"):
            return "" if token.pos == "POS" else head  # "the company's first chip" is no company
        head = token.lower
    return head


def _has_role(scene: Scene, draft: Draft) -> bool:
    """A role noun before the name, or a role phrase after the comma."""
    before = scene.tokens[draft.first - 1] if draft.first else None
    if before is not None and before.lower in role_nouns() and before.pos in ("NOUN", "PROPN"):
        return True
    return after(scene, draft, {}) is not None


def _suffers(scene: Scene, draft: Draft) -> bool:
    """ "Olfa Tarn was killed", also over a comma."""
    following = [t for t in scene.tokens[draft.last : draft.last + 4] if t.text != ","]
    return (
        len(following) > 1
        and following[0].lower in ("was", "is", "were", "had")
        and any(t.lemma in words("acting", "suffering") for t in following[1:3])
    )


def _speaks(scene: Scene, draft: Draft) -> bool:
    """A verb of speech on either side: "Tarn said", "says Oda Tarn,"."""
    tokens, at = scene.tokens, draft.last
    verbs = words("acting", "speech_verbs")
    if at < len(tokens) and tokens[at].pos == "VERB" and tokens[at].lemma in verbs:
        return True
    before = tokens[draft.first - 1] if draft.first else None
    return (
        before is not None
        and before.tag in ("VVD", "VVZ")
        and before.lemma in ("say", "tell", "add", "explain", "recall", "note", "write")
    )
