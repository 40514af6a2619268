"""Signs on a bare noun phrase: its determiner and adjectives, the noun, preposition or verb that governs it."""

from collections.abc import Iterator

from reconcile.claims.cues import is_passive
from reconcile.claims.governors import NOUN_GOVERNING, has_none, preposition
from reconcile.claims.layouts import Layout
from reconcile.claims.scope import clause_signs, is_negated, is_none, is_not_one
from reconcile.claims.signs import Sign, listed, sign
from reconcile.claims.speakers import subject_before
from reconcile.model.documents import Phrase
from reconcile.model.spans import Span

_INDEFINITE = frozenset({"a", "an", "any"})
_ADJECTIVES = ("alleged", "suspected", "possible", "planned", "reported", "unknown")


def noun_signs(layout: Layout, span: Span) -> Iterator[Sign]:
    """The signs on a noun phrase: its determiner and adjectives, its governing noun or preposition, its light verb."""
    phrase = next(
        (p for p in layout.sentence.phrases if p.kind == "NP" and layout.span(p.first, p.last).overlaps(span)), None
    )
    if phrase is None:
        return
    yield from _inside_noun(layout, phrase)
    yield from preposition(layout, phrase.first)
    yield from _noun_of(layout, phrase)
    yield from _noun_verb(layout, phrase)


def _inside_noun(layout: Layout, phrase: Phrase) -> Iterator[Sign]:
    if is_not_one(layout, phrase.first):
        yield sign("negation", "not")
    for at in range(phrase.first, phrase.head):
        word = layout.lower(at)
        if at == phrase.first and is_none(layout, at):
            yield sign("negative_nouns", word)
        adjectival = layout.tokens[at].pos in ("ADJ", "VERB")
        code = next((c for c in _ADJECTIVES if adjectival and word in listed(c, "adjectives")), None)
        if code is not None and layout.lower(at - 1) not in ("all", "every", "any", "best", "worst", "earliest"):
            yield sign(code, word)


def _noun_of(layout: Layout, phrase: Phrase) -> Iterator[Sign]:
    """As in "speculation of", "the threat of", "no evidence of", "plans for"."""
    link = layout.lower(phrase.first - 1)
    before = layout.noun_until(phrase.first - 1) if link in ("of", "for", "about", "at", "over") else None
    if before is None:
        return
    lemma = layout.tokens[before.head].lemma
    if lemma in listed("no_evidence") and has_none(layout, before.head):
        yield sign("no_evidence", lemma)
        return
    if lemma in ("lack", "absence"):
        yield sign("without", f"{lemma} of")
    code = next((c for c in NOUN_GOVERNING if lemma in _governing(c, link)), None)
    if code is not None and lemma not in ("view", "opinion", "charge"):
        yield sign(code, lemma)


def _governing(code: str, link: str) -> frozenset[str]:
    """The nouns of a section whose "of" brings in what they are about; a plan is one of or for a thing, not about it."""
    if code == "planned":
        return listed(code, "of_nouns") if link in ("of", "for") else frozenset()
    return listed(code, "nouns")


def _noun_verb(layout: Layout, phrase: Phrase) -> Iterator[Sign]:
    """The verb that the noun is object ("averted a crash") or subject of ("the visit was cancelled", "will take place")."""
    before = next((g for g in layout.verb_groups if _ends_at(layout, g, phrase.first)), None)
    if before is not None and layout.tokens[phrase.head].pos == "NOUN":
        thwarted = list(_prevented(layout, before, phrase, "having"))
        yield from thwarted
        if not thwarted and layout.lower(phrase.first) in _INDEFINITE and is_negated(layout, before):
            yield sign("negation", layout.lower(phrase.first))  # "nobody fired a shot": there was none
    after = next((g for g in layout.verb_groups if g.first >= phrase.last), None)
    subject = subject_before(layout, after.first) if after is not None else None
    if after is not None and (subject is None or subject[0] == phrase.first):
        yield from _prevented(layout, after, phrase, "occurring")


def _ends_at(layout: Layout, group: Phrase, at: int) -> bool:
    """Whether a verb group, its particle passed over, ends before token ``at``: "ruled out sabotage"."""
    return group.last == at or (group.last + 1 == at and layout.tokens[group.last].tag in ("AVP", "PRP", "AV0"))


def _prevented(layout: Layout, group: Phrase, phrase: Phrase, light: str) -> Iterator[Sign]:
    """What a verb does to the event noun that is its object ("having") or its subject ("occurring")."""
    lemma = layout.tokens[group.head].lemma
    particle = f"{lemma} {layout.lower(group.last)}"
    if {lemma, particle} & listed("implicative", "objects"):
        # the subject of an active verb is who prevents, not what is prevented
        if light == "having" or is_passive(layout, group):
            yield sign("implicative", lemma)
            yield from (s for s in clause_signs(layout, group) if s.code in ("negation", "possible", "planned"))
    elif {lemma, particle} & listed(light):
        inside = is_none(layout, phrase.first)
        yield from (s for s in clause_signs(layout, group) if s.code != "negative_nouns" or not inside)
