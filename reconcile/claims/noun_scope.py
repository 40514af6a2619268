"""Signs on a bare noun phrase: its determiner and adjectives, the noun, preposition or verb that governs it."""

from collections.abc import Iterator

from reconcile.claims.governors import NOUN_GOVERNING, has_none, preposition
from reconcile.claims.layouts import Layout
from reconcile.claims.scope import clause_signs, is_none
from reconcile.claims.signs import Sign, listed, sign
from reconcile.claims.speakers import subject_before
from reconcile.model.documents import Phrase
from reconcile.model.spans import Span

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
    for at in range(phrase.first, phrase.head):
        word = layout.lower(at)
        if at == phrase.first and is_none(layout, at):
            yield sign("negative_nouns", word)
        adjectival = layout.tokens[at].pos in ("ADJ", "VERB")
        code = next((c for c in _ADJECTIVES if adjectival and word in listed(c, "adjectives")), None)
        if code is not None:
            yield sign(code, word)


def _noun_of(layout: Layout, phrase: Phrase) -> Iterator[Sign]:
    """As in "speculation of", "the threat of", "no evidence of", "plans for"."""
    if layout.lower(phrase.first - 1) not in ("of", "for", "about", "at", "over"):
        return
    before = layout.noun_until(phrase.first - 1)
    if before is None:
        return
    lemma = layout.tokens[before.head].lemma
    if lemma in listed("no_evidence") and has_none(layout, before.head):
        yield sign("no_evidence", lemma)
        return
    if lemma in ("lack", "absence"):
        yield sign("without", f"{lemma} of")
    for code in NOUN_GOVERNING:
        if lemma in listed(code, "of_nouns" if code == "planned" else "nouns") and lemma not in (
            "view",
            "opinion",
            "charge",
        ):
            yield sign(code, lemma)
            return


def _ends_at(layout: Layout, group: Phrase, at: int) -> bool:
    """Whether a verb group, its particle passed over, ends before token ``at``: "ruled out sabotage"."""
    return group.last == at or (group.last + 1 == at and layout.tokens[group.last].tag in ("AVP", "PRP", "AV0"))


def _noun_verb(layout: Layout, phrase: Phrase) -> Iterator[Sign]:
    """The verb that the noun is object ("averted a crash") or subject of ("the visit was cancelled", "will take place")."""
    before = next((g for g in layout.verb_groups if _ends_at(layout, g, phrase.first)), None)
    after = next((g for g in layout.verb_groups if g.first >= phrase.last), None)
    for group, is_object in ((before, True), (after, False)):
        if group is None:
            continue
        if not is_object and (found := subject_before(layout, group.first)) is not None and found[0] != phrase.first:
            continue
        lemma = layout.tokens[group.head].lemma
        particle = f"{lemma} {layout.lower(group.last)}"
        if (lemma in listed("implicative") or particle in listed("implicative")) and (
            is_object or layout.tokens[group.head].tag == "VVN"
        ):
            yield sign("implicative", lemma)
            yield from (s for s in clause_signs(layout, group) if s.code in ("negation", "possible", "planned"))
        elif {lemma, particle} & listed("having" if is_object else "occurring"):
            inside = layout.lower(phrase.first) in listed("negative_nouns")
            yield from (s for s in clause_signs(layout, group) if s.code != "negative_nouns" or not inside)
