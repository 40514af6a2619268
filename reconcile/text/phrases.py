"""Noun phrases and verb groups, chunked from the tags. An NP ends with its head; what follows "of", "in"... is another NP."""

from collections.abc import Sequence

from reconcile.lexicon.load import word_list, words
from reconcile.model.documents import Phrase, Token

_NP_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "ORD", "DET", "POS", "X"})
_NP_HEADS = frozenset({"NOUN", "PROPN", "NUM", "X"})
_VG_INSIDE = frozenset({"AUX", "VERB", "NEG", "ADV", "TO"})


def chunk(tokens: Sequence[Token]) -> tuple[Phrase, ...]:
    """Phrases in order of place; tokens in none of them (prepositions, conjunctions, marks) stay outside."""
    phrases: list[Phrase] = []
    at = 0
    while at < len(tokens):
        phrase = _noun_phrase(tokens, at) or _verb_group(tokens, at)
        if phrase is None:
            at += 1
        else:
            phrases.append(phrase)
            at = phrase.last
    return tuple(phrases)


def _noun_phrase(tokens: Sequence[Token], first: int) -> Phrase | None:
    if tokens[first].pos in ("PRON", "EX"):
        return Phrase("NP", first, first + 1, first)
    last = first
    while last < len(tokens) and _continues_np(tokens, first, last):
        last += 1
        if _ends_adverbial(tokens, first, last) or _begins_adverbial(tokens, first, last):
            break
    head = next((i for i in range(last - 1, first - 1, -1) if tokens[i].pos in _NP_HEADS), None)
    if head is None:
        return _elliptic(tokens, first, last)
    return Phrase("NP", first, head + 1, head)


def _ends_adverbial(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "In a statement | Google said", "that evening | Smith left", "in the dock | Lee, 36, wept": a noun of time or of speech, and the name that begins the clause."""
    if last >= len(tokens) or tokens[last].pos != "PROPN" or tokens[last - 1].pos != "NOUN" or last - first < _LEAST:
        return False
    noun = tokens[last - 1].lemma.lower()
    after = next((n for n in range(last, len(tokens)) if tokens[n].pos not in ("PROPN", "POS", "NOUN")), len(tokens))
    named = noun in word_list("temporal_nouns") or noun in words("grammar", "speeches")
    aged = [t.pos for t in tokens[after : after + 2]] == ["PUNCT", "NUM"]
    aged = aged and first > 0 and tokens[first - 1].lower in _WHERE
    if tokens[first].pos != "DET" or not (named or aged):
        return False
    return after < len(tokens) and (tokens[after].pos in ("VERB", "AUX", "ADV") or tokens[after].text == ",")


_LEAST = 2
_WHERE = frozenset({"at", "in", "inside", "near", "outside"})


def _begins_adverbial(tokens: Sequence[Token], first: int, at: int) -> bool:
    """ "Close the plant | next year", "arrested the man | Tuesday": when it is done is no part of what it is done to."""
    if at <= first or at >= len(tokens) or tokens[at - 1].pos not in ("NOUN", "PROPN", "X"):
        return False
    if tokens[at].lower in ("next", "last"):
        return at + 1 < len(tokens) and tokens[at + 1].lemma.lower() in word_list("temporal_nouns")
    is_day = tokens[at].lower in words("grammar", "days")
    return is_day and tokens[at - 1].lower not in words("grammar", "days_named")


def _elliptic(tokens: Sequence[Token], first: int, last: int) -> Phrase | None:
    """A determiner with no noun: "the dead", "the injured", "both", "this"."""
    if last > first and tokens[first].pos == "DET":
        return Phrase("NP", first, last, last - 1)
    return None


def _continues_np(tokens: Sequence[Token], first: int, at: int) -> bool:
    token = tokens[at]
    if token.pos == "DET":
        return (
            at == first
            or tokens[at - 1].pos in ("DET", "POS")
            or tokens[at - 1].lower in ("all", "both", "half", "such")
            or (token.lower == "former" and _describes(tokens[at - 1]))
        )
    if token.pos == "POS":
        return at > first and tokens[at - 1].pos in ("NOUN", "PROPN", "X")
    if token.pos in _NP_INSIDE:
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return False
    if token.tag in ("VVN", "VVG", "AV0") and at > first and tokens[first].pos in ("DET", "NUM", "ADJ", "POS"):
        return following.pos in ("NOUN", "ADJ") and tokens[at - 1].pos in ("DET", "NUM", "ADJ", "POS", "ADV")
    if token.text in ("&", "-") and at > first:
        return tokens[at - 1].pos == "PROPN" and following.pos == "PROPN"
    return token.text in ("$", "\u00a3", "\u20ac", "\u00a5") and following.pos == "NUM"


def _describes(token: Token) -> bool:
    """ "The popular former mayor", "the 36-year-old former roofer"."""
    return token.pos == "ADJ" or token.lower.endswith("-year-old")


def _verb_group(tokens: Sequence[Token], first: int) -> Phrase | None:
    if tokens[first].pos not in ("AUX", "VERB", "TO"):
        return None
    if tokens[first].pos == "TO" and not (first + 1 < len(tokens) and tokens[first + 1].pos in ("VERB", "AUX", "ADV")):
        return None
    last, head = first, None
    while last < len(tokens) and tokens[last].pos in _VG_INSIDE:
        if tokens[last].pos == "TO" and last > first:
            break
        if tokens[last].pos == "VERB":
            if head is not None:
                break
            head = last
        elif tokens[last].pos == "AUX" and head is not None:
            break
        last += 1
    while last > first and tokens[last - 1].pos == "ADV":
        last -= 1
    if last == first:
        return None
    return Phrase("VG", first, last, head if head is not None else _last_auxiliary(tokens, first, last))


def _last_auxiliary(tokens: Sequence[Token], first: int, last: int) -> int:
    return next((i for i in range(last - 1, first - 1, -1) if tokens[i].pos == "AUX"), last - 1)
