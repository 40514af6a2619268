"""Signs inside one clause: negators, negative subjects and objects, modals, adverbs and predicates of a verb group."""

from collections.abc import Iterator

from reconcile.claims.layouts import Layout
from reconcile.claims.signs import Sign, listed, sign
from reconcile.claims.speakers import subject_before
from reconcile.lexicon.load import words
from reconcile.measure.events import negated_verb
from reconcile.model.documents import Phrase

_ADVERB_CODES = ("alleged", "suspected", "possible", "reported")
_PREDICATE_CODES = ("unknown", "suspected", "possible", "doubted", "alleged")
_MODALS_OF_FUTURE = frozenset({"will", "shall", "'ll", "wo", "would", "'d"})


def clause_signs(layout: Layout, group: Phrase) -> Iterator[Sign]:
    """The signs that a verb group carries itself, its subject, its object and its predicate adjective included."""
    yield from _negators(layout, group)
    yield from _negative_nouns(layout, group)
    if negated_verb(layout.tokens[group.head].lemma.lower()) is not None:
        yield sign("negation", "un")
    yield from _modals(layout, group)
    yield from _adverbs(layout, group)
    yield from _predicate(layout, group)
    yield from _uninformed(layout, group)


def is_negated(layout: Layout, group: Phrase) -> bool:
    """Whether a verb group's own clause is negative."""
    return sum(s.flips for s in (*_negators(layout, group), *_negative_nouns(layout, group))) % 2 == 1


def _negators(layout: Layout, group: Phrase) -> Iterator[Sign]:
    first = group.first
    while first > 0 and (
        layout.tokens[first - 1].pos in ("ADV", "NEG") or layout.lower(first - 1) in ("nor", "neither")
    ):
        first -= 1
    for at in range(first, min(group.last + 1, len(layout.tokens))):
        word = layout.lower(at)
        if at == group.last and (word not in ("not", "never") or is_not_one(layout, at)):
            break
        if word in listed("negation") and not is_harmless(layout, at):
            yield sign("negation", word)
        if word in listed("almost") and at + 1 < len(layout.tokens) and layout.tokens[at + 1].pos in ("VERB", "AUX"):
            yield sign("almost", word)
    text = " ".join(t.lower for t in layout.tokens[max(0, first - 4) : min(group.last + 1, len(layout.tokens))])
    for phrase in sorted(words("stance", "negative_phrases", "phrases")):
        if f" {phrase} " in f" {text} " and not (phrase.startswith("not ") and "not" in text.split()):
            yield sign("negative_phrases", phrase)


def is_harmless(layout: Layout, at: int) -> bool:
    """As in "not only", "no fewer than", "no doubt"."""
    following = " ".join(t.lower for t in layout.tokens[at : at + 4]) + " "
    before = f"{layout.lower(at - 1)} {layout.lower(at)} "
    phrases = words("stance", "no_negation", "phrases")
    return any(following.startswith(f"{p} ") or before == f"{p} " for p in phrases)


def _negative_nouns(layout: Layout, group: Phrase) -> Iterator[Sign]:
    subject = None if _follows_quote(layout, group.first) else subject_before(layout, group.first)
    # "no one" may stand as two phrases, "neither" outside of both nouns of its pair
    places = (subject[0], subject[0] - 1) if subject is not None else ()
    before = next((at for at in places if is_none(layout, at)), None)
    if before is not None:
        yield sign("negative_nouns", layout.lower(before))
    elif subject is not None and is_not_one(layout, subject[0]):
        yield sign("negation", "not")
    last = group.last
    while last < len(layout.tokens) and layout.tokens[last].pos == "ADV":
        last += 1
    if is_none(layout, last) and not _opens_clause(layout, last):
        yield sign("negative_nouns", layout.lower(last))


def is_not_one(layout: Layout, first: int) -> bool:
    """ "Not a single siren", "not one of them", whether "not" belongs to the noun phrase or stands before it."""
    at = first if layout.lower(first) == "not" else first - 1
    behind = (layout.lower(at + 1), layout.lower(at + 2))
    return at >= 0 and layout.lower(at) == "not" and (behind == ("a", "single") or behind[0] == "one")


def _follows_quote(layout: Layout, first: int) -> bool:
    """ "There was nobody," said the mayor: who speaks stands behind the verb."""
    return first > 1 and layout.is_mark(first - 1) and layout.lower(first - 2) in (",", "?", "!")


def _opens_clause(layout: Layout, at: int) -> bool:
    """ "Said no dam broke": whether the noun phrase at ``at`` is the subject of a finite verb right behind it."""
    phrase = next((p for p in layout.sentence.phrases if p.kind == "NP" and p.first <= at < p.last), None)
    end = phrase.last if phrase is not None else at
    if phrase is not None and layout.lower(end) == "of":  # "said none of the three had"
        end = next((p.last for p in layout.sentence.phrases if p.kind == "NP" and p.first == end + 1), end)
    following = next((g for g in layout.verb_groups if phrase is not None and g.first == end), None)
    return following is not None and layout.tokens[following.first].tag[2:] in ("D", "Z", "B", "")


def is_none(layout: Layout, at: int) -> bool:
    """Whether the token at ``at`` is "no", "nobody"... and negates; a capital inside a sentence makes it part of a name."""
    if layout.lower(at) not in listed("negative_nouns") or is_harmless(layout, at) or _is_in_phrase(layout, at):
        return False
    return at == 0 or not layout.tokens[at].text[0].isupper() or layout.is_mark(at - 1)


def _is_in_phrase(layout: Layout, at: int) -> bool:
    """The "no" of "at no point", which negates as a whole."""
    around = f"{layout.lower(at - 1)} {layout.lower(at)} {layout.lower(at + 1)}"
    return at > 0 and around in words("stance", "negative_phrases", "phrases")


def _modals(layout: Layout, group: Phrase) -> Iterator[Sign]:
    for at in range(group.first, group.last):
        token = layout.tokens[at]
        if token.tag != "VM0":
            continue
        if token.lower in _MODALS_OF_FUTURE and not _is_habitual(layout, at):
            conditional = token.lower in ("would", "'d") and any(
                t.lower in ("if", "unless", "have") for t in layout.tokens[at:]
            )
            yield sign("conditional", token.lower) if conditional else sign("planned", token.lower)
        elif token.lower in listed("possible") and not _is_inability(layout, at):
            yield sign("possible", token.lower)
    head = layout.tokens[group.head]
    if head.lemma == "go" and head.tag == "VVG" and layout.lower(group.last) == "to":
        yield sign("planned", "going")


def _is_inability(layout: Layout, at: int) -> bool:
    """ "They could not find it": they did not."""
    return layout.lower(at) == "could" and at + 1 < len(layout.tokens) and layout.tokens[at + 1].pos == "NEG"


def _is_habitual(layout: Layout, at: int) -> bool:
    return (
        layout.lower(at) == "'d" and at + 1 < len(layout.tokens) and layout.tokens[at + 1].tag in ("VVN", "VVD", "VBN")
    )


def _adverbs(layout: Layout, group: Phrase) -> Iterator[Sign]:
    for at in range(max(0, group.first - 1), min(group.last + 1, len(layout.tokens))):
        token = layout.tokens[at]
        inside = group.first <= at < group.last
        if token.pos != "ADV" and not (inside and token.pos == "ADJ"):
            continue
        for code in _ADVERB_CODES:
            if token.lower in listed(code):
                yield sign(code, token.lower)
    opener = layout.lower(0)
    if layout.tokens[0].pos == "ADV" and layout.lower(1) in (",", "the", "a") and layout.verb_groups[:1] == (group,):
        for code in _ADVERB_CODES:
            if opener in listed(code):
                yield sign(code, opener)


def _predicate(layout: Layout, group: Phrase) -> Iterator[Sign]:
    """As in "is unknown", "remains unclear", "is likely": an adjective directly after the group."""
    at = group.last
    while at < len(layout.tokens) and layout.tokens[at].pos == "ADV" and layout.lower(at) not in ("likely", "unlikely"):
        at += 1
    if at < len(layout.tokens) and layout.tokens[group.head].lemma in (
        "be",
        "remain",
        "seem",
        "appear",
        "become",
        "look",
        "stay",
    ):
        word = layout.lower(at)
        for code in _PREDICATE_CODES:
            if word in listed(code, "adjectives") and layout.tokens[at].pos in ("ADJ", "VERB", "NOUN", "ADV", "DET"):
                yield sign(code, word)
                return


def _uninformed(layout: Layout, group: Phrase) -> Iterator[Sign]:
    """As in "has not been identified", "is not clear": negated information is unknown."""
    head = layout.tokens[group.head]
    negated = any(True for _ in _negators(layout, group)) or layout.lower(
        (subject_before(layout, group.first) or (0, 0))[0]
    ) in ("no", "none", "nobody")
    if not negated:
        return
    after = layout.lower(group.last)
    if head.pos == "AUX" and after in listed("information"):
        yield sign("information", after)
    elif head.lemma in listed("information") and head.pos == "VERB":
        yield sign("information", head.lemma)
