"""Which noun phrase may be the subject of a verb: by what stands between them, and what governs it."""

from collections.abc import Sequence
from itertools import pairwise

from reconcile.lexicon.load import word_list, words
from reconcile.model.documents import Phrase, Token


def noun_before(tokens: Sequence[Token], at: int, floor: int, nouns: Sequence[Phrase]) -> Phrase | None:
    """The subject candidate before ``at``: no object of a preposition, none in brackets or of a stretch between commas."""
    before = [n for n in nouns if floor <= n.first and n.last <= at]
    free = [n for n in before if not _is_governed(tokens, n, floor) and not _is_bracketed(tokens, n, at)]
    if not free:
        return None
    if tokens[at - 1].text != ",":
        return free[-1]
    return next((n for n in free if tokens[n.head].lemma.lower() not in _TEMPORAL), free[-1])


def noun_set_off(tokens: Sequence[Token], at: int, nouns: Sequence[Phrase]) -> Phrase | None:
    """ "Lee, 36, wept", "the minister, speaking in Oslo, denied it": the noun before what stands between commas, the last before ``at``."""
    closing = at - 1
    if closing < 1 or tokens[closing].text != ",":
        return None
    for opening in range(closing - 1, max(0, closing - _SET_OFF_REACH), -1):
        if tokens[opening].text in _STRONG:
            return None
        if tokens[opening].text != "," or not _adds(tokens[opening + 1 : closing]):
            continue
        noun = next((n for n in nouns if n.last == opening), None)
        while noun is not None and _is_governed(tokens, noun, 0):
            noun = next((n for n in nouns if noun is not None and n.last == noun.first - 1), None)
        if noun is not None and tokens[noun.head].pos != "NUM":
            return noun
    return None


_SET_OFF_REACH = 40
_STRONG = frozenset({";", ":", "(", ")", '"', "\u201c", "\u201d", "\u2014"})


def _adds(stretch: Sequence[Token]) -> bool:
    """Whether a stretch between commas is an age, or begins with a participle: it says something by the way of the noun before it."""
    if not stretch:
        return False
    if all(t.pos == "NUM" or t.text == "," for t in stretch):
        return True
    first = stretch[1] if stretch[0].pos == "ADV" and len(stretch) > 1 else stretch[0]
    return first.tag in ("VVG", "VVN", "VBG", "VHG")


_TEMPORAL = word_list("temporal_nouns")
_HEDGES = frozenset({"around", "over", "about", "under", "nearly", "some", "up", "to"})
_SUBORDINATORS = frozenset({"after", "before", "since", "until", "till", "as", "than", "like"})


def _is_bracketed(tokens: Sequence[Token], noun: Phrase, at: int) -> bool:
    """Whether it stands in brackets that close before ``at``: "Ann Lee (36) was hurt"."""
    marks = [t.text for t in tokens[noun.last : at] if t.text in ("(", ")")]
    return marks[:1] == [")"]


def _is_governed(tokens: Sequence[Token], noun: Phrase, floor: int) -> bool:
    """Whether a preposition stands before it ("of the plane"), hedges of numbers and subordinators aside."""
    if noun.first <= floor:
        return False
    before = tokens[noun.first - 1]
    if before.pos != "PREP":
        return False
    if before.lower in _HEDGES and tokens[noun.first].pos == "NUM":
        return False
    return before.lower not in _SUBORDINATORS


def is_set_off(tokens: Sequence[Token], verb: Phrase) -> bool:
    """ "The museum, founded in 1929, would reopen": a participle of the noun before, between commas of which the second has a verb."""
    if tokens[verb.head].tag != "VVN":
        return False
    comma = next(
        (n for n in range(verb.last, min(verb.last + _SET_OFF, len(tokens) - 1)) if tokens[n].text == ","), None
    )
    return comma is not None and tokens[comma + 1].tag in _FINITE


_SET_OFF = 12


_FINITE = frozenset({"VVD", "VVZ", "VBD", "VBZ", "VHD", "VHZ", "VDD", "VDZ", "VM0"})


def absolute_noun(tokens: Sequence[Token], verb: Phrase, nouns: Sequence[Phrase]) -> Phrase | None:
    """ "With the campus at Elizabeth to be closed": the noun behind "with", and what hangs on it, before the infinitive."""
    at = verb.first
    found = next((n for n in nouns if n.last == at), None)
    while found is not None:
        before = tokens[found.first - 1] if found.first else None
        if before is None or before.pos != "PREP":
            return None
        if before.lower == "with":
            return found
        found = next((n for n in nouns if found is not None and n.last == found.first - 1), None)
    return None


def closes_relative(tokens: Sequence[Token], inner: Phrase, following: Phrase) -> bool:
    """Whether ``inner`` is the verb of a relative clause without commas, and what stands before ``following`` belongs to it."""
    between = tokens[inner.last : following.first]
    if not any(t.pos in ("NOUN", "PROPN") for t in between) or any(t.pos in ("CONJ", "PUNCT") for t in between):
        return False
    return opens_relative(tokens, inner) and tokens[inner.head].lemma.lower() not in words("grammar", "clause_taking")


def opens_relative(tokens: Sequence[Token], verb: Phrase) -> bool:
    """Whether a relative word stands right before the verb, behind its noun."""
    opener = verb.first - 1
    if opener < 1 or tokens[opener].lower not in ("who", "which", "that"):
        return False
    return tokens[opener].tag in ("PNQ", "DTQ", "CJT", "DT0") and tokens[opener - 1].pos in ("NOUN", "PROPN")


def first_noun_after(tokens: Sequence[Token], verb: Phrase, nouns: Sequence[Phrase]) -> Phrase | None:
    """ "Commenting on the trip, Miller said": the subject of an opening participle follows its comma."""
    for left, right in pairwise(range(verb.last, len(tokens))):
        if tokens[left].text == ",":
            return next((n for n in nouns if n.first == right), None)
    return None
