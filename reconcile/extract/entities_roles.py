"""Role phrases: what a person is, before the name, after it, or on either side of a comma."""

from collections.abc import Iterator

from reconcile.extract.entities_drafts import Draft, Scene
from reconcile.extract.entities_titles import honorifics, plain, qualifiers, role_nouns, title_end, titles


def before(scene: Scene, person: Draft, taken: dict[int, Draft]) -> tuple[int, int] | None:
    """The role phrase that ends directly before ``person``: "Russian Defense Minister", "State Department spokesman"."""
    tokens, at = scene.tokens, person.first
    head = at - 1
    if head >= 0 and tokens[head].text in (",", "\u201c", '"') and head > 0:
        return None
    if head >= 0 and tokens[head].text == ".":
        head -= 1
    if head < 0:
        return None
    if not _is_head(scene, head):
        return _of_body(scene, head, at, taken)
    if (
        scene.tokens[head].lower.endswith("s")
        and scene.tokens[head].lower[:-1] in role_nouns()
        and scene.tokens[head].tag == "NN2"
    ):
        return None  # "candidates Ada Lund and Ben Hale"
    first = _phrase_start(scene, head, taken)
    text = plain(scene.text(first, at))
    return None if text in honorifics() else (first, at)


def _of_body(scene: Scene, last: int, at: int, taken: dict[int, Draft]) -> tuple[int, int] | None:
    """ "Head of the Harbour Board's Safety Committee Ada Lund": a role noun, "of", and bodies up to the name."""
    body = taken.get(last)
    if body is None or body.kind != "organization":
        return None
    first = body.first
    while first > 1 and scene.tokens[first - 1].lower == "'s" and first - 2 in taken:
        first = taken[first - 2].first
    if first and scene.tokens[first - 1].lower == "the":
        first -= 1
    if first > 1 and scene.tokens[first - 1].lower in ("of", "for") and scene.tokens[first - 2].lower in role_nouns():
        return (_phrase_start(scene, first - 2, taken), at)
    return None


def _is_head(scene: Scene, at: int) -> bool:
    token = scene.tokens[at]
    word = plain(token.text)
    return word in role_nouns() or word in titles() or _ends_title_object(scene, at)


def _ends_title_object(scene: Scene, at: int) -> bool:
    """ "Secretary of State" ends in no role noun."""
    return any(title_end(scene, i) == at + 1 for i in range(max(0, at - 5), at) if scene.capitals[i])


def _phrase_start(scene: Scene, head: int, taken: dict[int, Draft]) -> int:
    """Leftwards over names, adjectives, nouns and possessives; a determiner, verb, mark or preposition stops it."""
    tokens, i = scene.tokens, head
    while i > 0:
        before_it = tokens[i - 1]
        if before_it.pos in ("DET", "PRON") and before_it.lower not in _BEFORE_ROLES:
            break
        if before_it.lower in ("of", "for") and title_reaches(scene, i - 2, head + 1):
            i -= 1
        elif (i - 1) in taken or (scene.capitals[i - 1] and (i - 1) not in scene.openers):
            if (i - 1) in taken and taken[i - 1].kind == "person" and before_it.lower != "'s":
                break
            i -= 1
        elif (
            before_it.lower in qualifiers()
            or before_it.lower in role_nouns()
            or before_it.pos in ("NOUN", "ADJ", "POS", "PROPN", "ORD")
        ):
            if not scene.is_joined(i) or (
                before_it.pos == "NOUN"
                and (i - 1) in scene.openers
                and before_it.lower not in qualifiers() | role_nouns()
            ):
                break
            i -= 1
        elif (
            (
                before_it.lower in ("and", "&")
                and i > 1
                and tokens[i - 2].lower in qualifiers()
                and tokens[i].lower in qualifiers()
            )
            or (
                before_it.text == "."
                and i > 1
                and len(tokens[i - 2].text) <= 4
                and before_it.span.start == tokens[i - 2].span.end
            )
            or (before_it.text in ("-", "\u2013") and tokens[i - 2].lower in ("vice", "ex", "co", "then"))
        ):
            i -= 1
        else:
            break
    return i


_BEFORE_ROLES = frozenset({"his", "her", "their", "its", "our", "former"})


def title_reaches(scene: Scene, at: int, last: int) -> bool:
    """Whether a title that begins at or before ``at`` reaches ``last``."""
    return any(title_end(scene, i) == last for i in range(max(0, at - 3), at + 1) if scene.capitals[i])


def after(scene: Scene, person: Draft, taken: dict[int, Draft]) -> tuple[int, int] | None:
    """The role phrase between commas after ``person``: ", a spokesman for the X,", ", mayor of Nice,"."""
    tokens, at = scene.tokens, person.last
    if at >= len(tokens) or tokens[at].text not in (",", "(", "\u2013", "\u2014", "-", "--"):
        return None
    first = at + 1
    if first < len(tokens) and tokens[first].pos == "NUM":  # ", 45, a teacher"
        first += 2 if first + 1 < len(tokens) and tokens[first + 1].text == "," else 1
    last = _apposition_end(scene, first)
    if last <= first:
        return None
    if not _has_early_head(scene, first, last):
        return None
    return (_skip_article(scene, first), last)


def _skip_article(scene: Scene, first: int) -> int:
    return first + 1 if scene.tokens[first].lower in ("a", "an", "the") else first


_CLOSERS = frozenset({",", ".", ";", ":", ")", "(", "\u2013", "\u2014", "--", "\u201d", "\u201c", '"', "?", "!"})


def _apposition_end(scene: Scene, first: int) -> int:
    """Up to the closing comma or a verb or a relative pronoun."""
    tokens, i = scene.tokens, first
    while i < len(tokens) and i - first < 18:
        token = tokens[i]
        if token.text in _CLOSERS and not (token.text == "." and len(tokens[i - 1].text) <= 4 and i + 1 < len(tokens)):
            break
        if (
            token.pos in ("VERB", "AUX")
            and not scene.capitals[i]
            and token.lower not in qualifiers() | role_nouns()
            and token.tag != "VVG"
        ):
            break
        if token.lower in ("who", "whose", "which", "that", "where", "told", "said", "but", "while", "whom"):
            break
        i += 1
    while i > first and tokens[i - 1].lower in ("and", "or", "in", "at", "on", "from", "with", "for", "of", "the"):
        i -= 1
    return i


def _has_early_head(scene: Scene, first: int, last: int) -> bool:
    """The head of an apposition is a role noun that stands before any preposition, or after the possessive that opens it."""
    tokens = scene.tokens
    for i in range(first, last):
        token = tokens[i]
        if token.lower in ("of", "for", "in", "at", "from", "with", "on", "to", "by", "as", "and"):
            return i > first and _is_noun_head(scene, i - 1)
    return _is_noun_head(scene, last - 1)


def _is_noun_head(scene: Scene, at: int) -> bool:
    word = plain(scene.tokens[at].text)
    return (word in role_nouns() or word in titles()) and word not in honorifics()


def before_comma(scene: Scene, person: Draft) -> tuple[int, int] | None:
    """The role phrase that a comma parts from the name after it: "a spokesman for the X, John Kirby,"."""
    tokens, comma = scene.tokens, person.first - 1
    if comma < 1 or tokens[comma].text != ",":
        return None
    if person.last < len(tokens) and tokens[person.last].text not in (",", ".", ";", ")", "\u2014"):
        return None
    for head in range(comma - 1, max(-1, comma - 14), -1):
        if tokens[head].text in _CLOSERS or (tokens[head].pos in ("VERB", "AUX") and not scene.capitals[head]):
            return None
        if plain(tokens[head].text) in role_nouns() and (
            head == comma - 1 or tokens[head + 1].lower in ("of", "for", "at", "in")
        ):
            first = _phrase_start(scene, head, {})
            has_article = first > 0 and tokens[first - 1].lower in (
                "a",
                "an",
                "the",
                "its",
                "his",
                "her",
                "their",
                "one",
            )
            is_second = first > 1 and tokens[first - 1].lower == "and" and _is_noun_head(scene, first - 2)
            opens = first in scene.openers or tokens[first].pos == "PROPN"
            return (first, comma) if has_article or is_second or opens else None
    return None


def role_spans(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """The drafts again, persons with their role phrase."""
    taken = {i: d for d in drafts for i in range(d.first, d.last)}
    for draft in drafts:
        if draft.kind != "person":
            yield draft
            continue
        role = before(scene, draft, taken) or after(scene, draft, taken) or before_comma(scene, draft)
        yield draft.evolved(role=role) if role else draft
