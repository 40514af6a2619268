"""Persons, organizations, places, vehicles, events and works in a document, with the role phrase of a person attached."""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import cast

from reconcile.extract import (
    entities_acronyms,
    entities_designators,
    entities_known,
    entities_organizations,
    entities_persons,
    entities_places,
    entities_roles,
    entities_titles,
)
from reconcile.extract.entities_context import resolve
from reconcile.extract.entities_drafts import LIKELY, UNREAD_RUN, WEAK, Draft, Scene, Survey, is_capital
from reconcile.extract.entities_given import given_names
from reconcile.lexicon.load import table, words
from reconcile.model.documents import Document, Sentence
from reconcile.model.entities import EntityValue
from reconcile.model.mentions import Mention
from reconcile.model.spans import Span

Matcher = Callable[[Scene, int], Draft | None]

TITLE_CASE_SHARE = 0.7
MIN_TITLE_CASE_WORDS = 4
_MIXED = re.compile(r"(?<![a-z])(?:[a-z]+[A-Z0-9]+){3}|[a-z][0-9][a-zA-Z]")  # pieces of links and codes
_TEAM_NUMBER = re.compile(r"\d\ders")


def find(document: Document) -> tuple[Mention[EntityValue], ...]:
    """Every mention of an entity, in order of place, none inside another. The span is the name alone, without title or role.

    Sentences of the page around the article (boilerplate) are left out. Headlines in capitals give only names that the lexicon
    or the rest of the text knows.
    """
    survey = _survey(document)
    scenes = [Scene(document, s, survey, _case(s)) for s in document.sentences if s.kind != "boilerplate" and s.tokens]
    drafts = [_drafts(scene) for scene in scenes]
    resolved = resolve(scenes, drafts)
    return tuple(
        _mention(scene, draft)
        for scene, found in zip(scenes, resolved, strict=True)
        for draft in entities_roles.role_spans(scene, found)
    )


def _survey(document: Document) -> Survey:
    lower: set[str] = set()
    capital: Counter[str] = Counter()
    for sentence in document.sentences:
        if sentence.kind == "boilerplate" or _case(sentence) != "prose":
            continue
        for at, token in enumerate(sentence.tokens):
            if token.text[0].islower():
                lower.add(token.text)
            elif at and is_capital(token.text):
                capital[token.text] += 1
    return Survey(frozenset(lower), capital, frozenset(q.span.start for q in document.quotes))


def _case(sentence: Sentence) -> str:
    """ "upper" where nearly all letters are capitals, "title" where most longer words begin with one, else "prose"."""
    found = [t.text for t in sentence.tokens if t.text[0].isalpha() and len(t.text) > 3]
    letters = [ch for t in sentence.tokens for ch in t.text if ch.isalpha()]
    if len(letters) >= 12 and sum(ch.isupper() for ch in letters) > 0.8 * len(letters):
        return "upper"
    if len(found) < MIN_TITLE_CASE_WORDS:
        return "prose"
    return (
        "title"
        if sum(w[0].isupper() for w in found) >= TITLE_CASE_SHARE * len(found) and not _is_list(sentence)
        else "prose"
    )


def _is_list(sentence: Sentence) -> bool:
    """A sentence that ends in a stop and has a lower-case verb is prose, however many names it holds."""
    return (
        sentence.kind != "headline"
        and any(t.pos in ("VERB", "AUX") and t.text.islower() for t in sentence.tokens)
        and sentence.tokens[-1].text in (".", "\u201d", '"', "?", "!")
    )


_MATCHERS: tuple[Matcher, ...] = (
    entities_known.match,
    entities_designators.match,
    entities_organizations.match,
    entities_places.match,
    entities_persons.match,
)


def _drafts(scene: Scene) -> list[Draft]:
    """Drafts of one sentence from left to right: at each name-like token the longest match wins, then the surest."""
    found = entities_designators.quoted(scene)
    taken = {i for d in found for i in range(d.first, d.last)}
    at = 0
    while at < len(scene.tokens):
        if at in taken or not _may_begin(scene, at) or _is_calendar(scene, at):
            at += 1
            continue
        if (title := entities_titles.title_end(scene, at)) is not None and not _is_name(scene, at, title):
            at = title
            continue
        draft = _best(scene, at) or _single(scene, at)
        if draft is None:
            at += 1
            continue
        draft = entities_organizations.by_noun(scene, entities_places.as_government(scene, draft))
        found.append(draft)
        at = max(draft.last, at + 1)
    ordered = sorted(found, key=lambda d: d.first)
    return entities_acronyms.introduced(scene, ordered)


def _may_begin(scene: Scene, at: int) -> bool:
    text = scene.tokens[at].text
    return scene.capitals[at] or (
        text[0].isdigit() and len(text) == 4 and at + 1 < len(scene.tokens) and scene.capitals[at + 1]
    )


def _is_calendar(scene: Scene, at: int) -> bool:
    """ "March", "Sunday": a name only as a given name before a surname ("April Jones") that no number or comma parts from it."""
    token = scene.tokens[at]
    if token.text.rstrip(".") not in words("name_parts", "calendar"):
        return False
    person = entities_persons.match(scene, at) if token.text in given_names() else None
    return person is None and entities_designators.match(scene, at) is None


def _is_name(scene: Scene, at: int, title: int) -> bool:
    """A title word that begins a longer name: "General Motors", "King County", "Judge Advocate Corps", "Prince William Sound"."""
    draft = _best(scene, at)
    if draft is None or draft.last <= title:
        return draft is not None and draft.rule == "entities_known.phrase" and draft.last == title
    return draft.kind != "person" and draft.rule != "entities_designators.event-head"


def _best(scene: Scene, at: int) -> Draft | None:
    if scene.tokens[at].lower in ("the", "a", "an"):
        return entities_known.match(scene, at)
    candidates = [d for matcher in _MATCHERS if (d := matcher(scene, at)) is not None]
    known = next((d for d in candidates if d.rule.startswith("entities_known")), None)
    if known and (government := entities_organizations.government(scene, at, known)):
        candidates.append(government)
    if not candidates:
        return None
    best = max(
        candidates,
        key=lambda d: (
            d.last - 0.5 * (d.rule == "entities_persons.form"),
            d.strength,
            d.key is not None,
            -candidates.index(d),
        ),
    )
    if best is known and _is_part_of_name(scene, best):
        return _other_run(scene, at)
    return best


def _is_part_of_name(scene: Scene, known: Draft) -> bool:
    """A place followed at once by capitalised ordinary words ("Ukraine War Room") is part of a name that we cannot read."""
    at = known.last
    if (
        at >= len(scene.tokens)
        or not (scene.capitals[at] or _TEAM_NUMBER.fullmatch(scene.tokens[at].text))
        or scene.case != "prose"
        or known.demonym
        or known.cut
        or known.kind != "place"
    ):
        return False
    if entities_titles.title_end(scene, at) is not None or scene.tokens[at].lower in entities_titles.role_nouns():
        return False
    return (
        scene.is_joined(at)
        and scene.tokens[at].text not in words("name_parts", "calendar")
        and _best(scene, at) is None
    )


def _other_run(scene: Scene, at: int) -> Draft | None:
    """The whole run: a team or company after its town ("Tarn Rovers"), a person whose first name a small town shares, or unread."""
    last = at
    while last < len(scene.tokens) and _runs_on(scene, last, at):
        last += 1
    final = scene.tokens[last - 1]
    is_plural = last - at >= 2 and final.text.endswith("s") and not final.text.endswith("ss")
    is_person = (
        not entities_persons.is_well_known(scene.tokens[at].text)
        and last - at == 2
        and not is_plural
        and all(t.tag == "NP0" and not t.text.isupper() for t in scene.tokens[at:last])
    )
    kind = "organization" if is_plural else "person" if is_person else "other"
    return Draft(at, last, kind, scene.text(at, last), UNREAD_RUN, LIKELY)


def _runs_on(scene: Scene, i: int, at: int) -> bool:
    if i == at:
        return True
    is_role = scene.tokens[i].lower in entities_titles.role_nouns() or entities_titles.title_end(scene, i) is not None
    is_word = scene.capitals[i] or _TEAM_NUMBER.fullmatch(scene.tokens[i].text) is not None
    return is_word and scene.is_joined(i) and not is_role


def _single(scene: Scene, at: int) -> Draft | None:
    """A capitalised run that no matcher reads: WEAK, for the document to decide."""
    token = scene.tokens[at]
    if token.lower in ("the", "a", "an") or _is_party_tag(token.text):
        return None
    if scene.case == "upper" or not _is_word(token.text) or token.text in entities_persons.no_names():
        return None
    if at in scene.openers and token.text in words("name_parts", "openers"):
        return None
    if token.lower in _compass() and not _continues(scene, at + 1):
        return None  # "the North"
    last = at + 1
    while last - at < 6 and _continues(scene, last):
        last += 1
        if last + 1 < len(scene.tokens) and scene.tokens[last].text == "&" and _continues(scene, last + 1):
            last += 1
    return Draft(at, last, "other", scene.text(at, last), "entities.single", WEAK)


def _is_party_tag(text: str) -> bool:
    """ "R-Fla", "D-N.Y.": party and state of a member of Congress."""
    return len(text) > 2 and text[1] == "-" and text[0] in "RDI"


@cache
def _compass() -> frozenset[str]:
    sets = cast(list[list[str]], table("closed_classes")["compass"]["sets"])
    return frozenset(word for group in sets for word in group)


def _continues(scene: Scene, at: int) -> bool:
    if at >= len(scene.tokens):
        return False
    token = scene.tokens[at]
    return (
        scene.capitals[at]
        and token.lower != "the"
        and scene.is_joined(at)
        and _is_word(token.text)
        and _best(scene, at) is None
        and entities_titles.title_end(scene, at) is None
    )


def _is_word(text: str) -> bool:
    return (
        len(text) > 1
        and text[0].isalpha()
        and not _MIXED.search(text)
        and not text.startswith(("http", "www"))
        and "@" not in text
        and "/" not in text
    )


def _mention(scene: Scene, draft: Draft) -> Mention[EntityValue]:
    span = Span(scene.tokens[draft.first].span.start, scene.tokens[draft.last - 1].span.end - draft.cut)
    role = draft.role
    role_span = Span(scene.tokens[role[0]].span.start, scene.tokens[role[1] - 1].span.end) if role else None
    value = EntityValue(
        draft.kind, draft.name, draft.key, scene.text(*role) if role else None, role_span, draft.demonym, draft.aliases
    )
    return Mention(
        scene.document.report.id,
        scene.sentence.index,
        span,
        scene.document.text[span.start : span.end],
        value,
        draft.rule,
    )
