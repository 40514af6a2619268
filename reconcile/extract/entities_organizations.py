"""Organizations by the form of their names: "Harbour Safety Board", "Ministry of Industry and Trade", "Orlan Systems Ltd"."""

from functools import cache

from reconcile.extract.entities_drafts import COMPOUND_TAILS, LIKELY, STRONG, Draft, Scene
from reconcile.extract.entities_given import given_names
from reconcile.extract.entities_titles import role_nouns, title_end
from reconcile.lexicon import gazetteer
from reconcile.lexicon.load import words

MAX_NAME_WORDS = 9


@cache
def heads() -> frozenset[str]:
    """Nouns that end the name of an organization."""
    return words("organizations", "heads")


@cache
def _subjects() -> frozenset[str]:
    return words("organizations", "subjects")


def match(scene: Scene, at: int) -> Draft | None:
    """The longest organization name, by its head, that begins at token ``at``."""
    if (
        not scene.capitals[at]
        or (scene.case == "upper")
        or scene.tokens[at].text.endswith(COMPOUND_TAILS)
        or _is_opener_only(scene, at)
    ):
        return None
    last, head = _extent(scene, at)
    if head is None:
        return None
    if last - at == 1 and not _stands_alone(scene, at):
        return None
    name = scene.text(at, last)
    return Draft(
        at, last, "organization", name, "entities_organizations.head", STRONG if scene.case == "prose" else LIKELY
    )


def _is_opener_only(scene: Scene, at: int) -> bool:
    """A sentence opener ("The", "Last") begins no organization name; "New" and "National" may."""
    token = scene.tokens[at]
    if at not in scene.openers or token.text not in words("name_parts", "openers"):
        return False
    return token.text not in (
        "New",
        "National",
        "State",
        "Federal",
        "Local",
        "First",
        "People",
        "Great",
        "Press",
        "Media",
    )


def _extent(scene: Scene, at: int) -> tuple[int, int | None]:
    """End of the name and index of its head; the last head of the capitalised run counts."""
    tokens, i, head = scene.tokens, at, None
    last = at
    while i < len(tokens) and i - at < MAX_NAME_WORDS:
        if i > at and not scene.is_joined(i):
            break
        if scene.capitals[i] and not _breaks(scene, i, at):
            if tokens[i].text.rstrip(".") in heads() and not _is_role_start(scene, i):
                head, last = i, i + 1
                if (of := _of_part(scene, i)) is not None:
                    last = of
                    i = of
                    continue
            i += 1
            continue
        bridged = _bridge(scene, i, at)
        if bridged is None:
            break
        i = bridged
    if (
        head is not None
        and last < len(tokens)
        and tokens[last].text == "."
        and tokens[last - 1].text in ("Inc", "Ltd", "Corp", "Co", "Dept")
    ):
        last += 1
    return last, head


def _breaks(scene: Scene, i: int, at: int) -> bool:
    """A title before a name ends the run: "State Department Spokesman Amy Lund"; so does the calendar."""
    token = scene.tokens[i]
    if token.text in words("name_parts", "calendar") or token.text == "I" or token.lower == "the":
        return True
    if token.lower.rstrip(".") in ("mr", "mrs", "ms"):
        return True
    title = title_end(scene, i)
    if title is not None and title > i + 1 and not any(t.text in heads() for t in scene.tokens[title : title + 1]):
        return True
    return token.lower in role_nouns() and token.text not in heads() and not _leads_to_head(scene, i)


def _leads_to_head(scene: Scene, i: int) -> bool:
    """ "National Security Council", "Officers Association": a word that may be a role, with the head still to come."""
    for j in range(i + 1, min(i + 4, len(scene.tokens))):
        token = scene.tokens[j]
        if token.text in heads():
            return True
        if not (scene.capitals[j] or token.text in ("'s", "'", "and", "&")) or token.text in given_names():
            return False
    return False


def _is_role_start(scene: Scene, i: int) -> bool:
    """ "Police Chief Borrego", "Army Gen. Lee": the head belongs to a title, not to a body."""
    following = scene.tokens[i + 1] if i + 1 < len(scene.tokens) else None
    if following is None or not scene.capitals[i + 1]:
        return False
    end = title_end(scene, i)
    return end is not None and end > i + 1 and scene.tokens[i].text in ("Police", "Fire")


def _of_part(scene: Scene, head: int) -> int | None:
    """End of what follows the head: "Ministry of Industry and Trade", "Bank of England", "Institute for the Study of War"."""
    tokens = scene.tokens
    if head + 2 > len(tokens) - 1 or tokens[head].text not in words("organizations", "of_heads"):
        return None
    if tokens[head + 1].lower not in ("of", "for", "on", "against"):
        return None
    i = begun = head + 2 + (tokens[head + 2].lower == "the")
    while i < len(tokens) and i - head < MAX_NAME_WORDS:
        step = _of_step(scene, i, begun)
        if not step:
            break
        i += step
    return i if i > begun else None


def _of_step(scene: Scene, i: int, begun: int) -> int:
    """How many tokens from ``i`` on still belong to what the name is of; 0 for none."""
    token = scene.tokens[i]
    if scene.capitals[i]:
        is_title = token.lower in role_nouns() and token.text not in _subjects() and not token.text.endswith("s")
        return 0 if is_title or token.text in words("name_parts", "calendar") else 1
    if i == begun:
        return 0
    if token.lower in ("and", "&", ",") and _continues_subjects(scene, i):
        return 2 if scene.tokens[i + 1].lower == "and" else 1
    before = scene.tokens[i - 1].text
    goes_on = (
        i + 1 < len(scene.tokens)
        and scene.capitals[i + 1]
        and (before in heads() or before in words("organizations", "of_links"))
    )
    return 1 if token.lower in ("of", "for") and goes_on else 0


def _continues_subjects(scene: Scene, i: int) -> bool:
    """Whether the "and" or comma at ``i`` is inside a name: "Health and Human Services", "Missing and Exploited Children".

    Both neighbours are subject words, or ordinary words of which the second is followed by a further capitalised one.
    """
    tokens, subjects = scene.tokens, words("organizations", "subjects")
    following = i + 1
    if following < len(tokens) and tokens[following].lower == "and":
        following += 1
    if following >= len(tokens):
        return False
    if tokens[i - 1].text in subjects and tokens[following].text in subjects:
        return True
    is_ordinary = all(t.tag[:2] in ("AJ", "VV", "NN") for t in (tokens[i - 1], tokens[following]))
    goes_on = following + 1 < len(tokens) and scene.capitals[following + 1] and scene.capitals[following]
    return (
        is_ordinary and goes_on and tokens[i].lower == "and" and not gazetteer.country_names().get(tokens[i - 1].lower)
    )


def _bridge(scene: Scene, i: int, at: int) -> int | None:
    """Over "and", "&", "of", "for" or "'s" inside a name, when a head follows in reach."""
    tokens = scene.tokens
    if i == at or i + 1 >= len(tokens):
        return None
    word = tokens[i].lower
    if word == "&" and scene.capitals[i + 1]:
        return i + 1
    if word in ("and", ",") and _continues_subjects(scene, i) and _head_in_reach(scene, i + 1):
        return i + 1
    if (
        word in ("'s", "'")
        and tokens[i - 1].text in words("organizations", "joined_heads")
        and scene.capitals[i + 1]
        and _head_in_reach(scene, i + 1)
    ):
        return i + 1
    return None


def _head_in_reach(scene: Scene, i: int) -> bool:
    tokens = scene.tokens
    for j in range(i, min(i + 4, len(tokens))):
        if tokens[j].text in heads():
            return True
        if not scene.capitals[j] and tokens[j].lower not in ("and", "&"):
            return False
    return False


def _stands_alone(scene: Scene, at: int) -> bool:
    """One-word names: the legislatures with names of their own, and "Parliament", "Congress", "Senate" inside a sentence."""
    return (
        scene.tokens[at].text
        in ("Parliament", "Congress", "Senate", "Knesset", "Duma", "Bundestag", "Bundeswehr", "Rada", "Sejm", "Majlis")
        and at not in scene.openers
    )


def government(scene: Scene, at: int, known: Draft | None) -> Draft | None:
    """ "the Russian government", "US authorities": the demonym or country with the noun is the government of the country."""
    if known is None or known.key is None or not known.key.startswith("country:") or known.last >= len(scene.tokens):
        return None
    noun = scene.tokens[known.last]
    if noun.lower not in words("organizations", "government_words") or not scene.is_joined(known.last):
        return None
    code = known.key.removeprefix("country:")
    return Draft(
        at,
        known.last + 1,
        "organization",
        f"{gazetteer.countries()[code].name} (government)",
        "entities_organizations.government",
        STRONG,
        f"government:{code}",
    )


def by_noun(scene: Scene, draft: Draft) -> Draft:
    """A name beside a noun of organizations: "the Tarn newspaper", "the satirical weekly Tarn Hebdo"."""
    if draft.key or draft.kind not in ("person", "other") or draft.rule == "entities_persons.title":
        return draft
    following = scene.tokens[draft.last] if draft.last < len(scene.tokens) and scene.is_joined(draft.last) else None
    before = scene.tokens[draft.first - 1] if draft.first else None
    is_body = following is not None and following.lower in words("organizations", "kind_nouns")
    is_medium = before is not None and before.lower in words("organizations", "media_nouns")
    if not is_body and not is_medium:
        return draft
    return draft.evolved(kind="organization", rule="entities_organizations.kind-noun", strength=LIKELY)
