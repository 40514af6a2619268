"""The door to HanTa: part-of-speech tags (CLAWS C5) and lemmas.

HanTa (LGPL-3.0-or-later, used unchanged as a library) is a trained hidden Markov tagger; its model ships in its wheel.
"""

import re
import threading
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Protocol, cast

from reconcile.lexicon.load import building, table
from reconcile.lexicon.load import words as words_of

_MAX_WORD_CHARS = 30
_MAX_SENTENCE_TOKENS = 400
_REMEMBERED_WORDS = 65_536
_lock = threading.Lock()


class _Tagger(Protocol):
    def tag_sent(self, sent: list[str], *, taglevel: int) -> list[str]: ...
    def analyze(self, word: str, *, pos: str) -> tuple[str, str]: ...


@cache
def _tagger() -> _Tagger:
    from HanTa.HanoverTagger import HanoverTagger

    with building():
        tagger = HanoverTagger("morphmodel_en.pgz")
    # What a word may be depends on its letters alone; remembering it for the words of news makes tagging twice as fast.
    tagger._tag_word = lru_cache(maxsize=_REMEMBERED_WORDS)(tagger._tag_word)  # noqa: SLF001
    return cast(_Tagger, tagger)


@lru_cache(maxsize=_REMEMBERED_WORDS)
def _lemma(word: str, c5: str) -> str:
    return _tagger().analyze(word, pos=c5)[0]


def tag(words: Sequence[str]) -> list[tuple[str, str]]:
    """(C5 tag, lemma) of each word of one sentence. Very long sentences are tagged in pieces, very long words as nouns."""
    result: list[tuple[str, str]] = []
    for at in range(0, len(words), _MAX_SENTENCE_TOKENS):
        piece = [_short(w) for w in words[at : at + _MAX_SENTENCE_TOKENS]]
        with _lock:
            tags = _tagger().tag_sent(piece, taglevel=0)
            result += [_corrected(word, c5, _lemma(word, c5)) for word, c5 in zip(piece, tags, strict=True)]
    return [_in_context(words, result, at) for at in range(len(result))]


def _in_context(words: Sequence[str], tags: Sequence[tuple[str, str]], at: int) -> tuple[str, str]:
    """Mistakes that the neighbours give away: "a dry well", "Minister Denis Manturov", "may be considering"."""
    word, (c5, lemma) = words[at], tags[at]
    before = tags[at - 1][0] if at else ""
    following = tags[at + 1][0] if at + 1 < len(tags) else ""
    if (known := _known_word(word, c5, before, following, after_be=_after_be(tags, at))) is not None:
        return known, word
    capital = c5[:2] in ("VV", "AJ") and at > 0 and word[:1].isupper()
    if capital and (_is_in_name(words, at, c5, before, following) or _is_surname(words, tags, at)):
        return "NP0", word
    if (
        c5 in ("NN1", "AJ0")
        and word.endswith("ing")
        and len(word) > 5
        and _after_be(tags, at)
        and following[:2] != "NN"
    ):
        return "VVG", _participle_lemma(word)
    if c5 in ("VVD", "VVN"):
        return _past_form(word, c5, before, following, follows_age=_follows_age(tags, at)), lemma
    if c5[:2] == "NN" and _stressed(words, tags, at) and following[:2] in ("NN", "AT", "NP", "DP", "PN", "AJ"):
        return "VVI", word.lower()
    if c5[:2] == "NN" and before in ("XX0", "VM0") and at > 1 and tags[at - 2][0] in ("VDD", "VDZ", "VDB", "VM0"):
        return "VVI", word.lower()
    if c5 == "PRP" and word.endswith("ing") and before[:2] == "VB":
        return "VVG", word[:-3]
    return c5, lemma


def _known_word(word: str, c5: str, before: str, following: str, *, after_be: bool) -> str | None:
    """ "A dry well", "5:30 am", "had been missing", "the recount was over"."""
    if word in ("am", "pm"):
        return "NN1" if before == "CRD" else None
    if c5 in ("VVB", "VVI") and before in ("AT0", "DPS") and following[:2] not in ("NN", "AJ", "NP", "VV"):
        return "NN1"
    if word == "missing":
        return "AJ0" if after_be else None
    is_well = c5 == "AV0" and word == "well"
    return "NN1" if is_well and before[:2] in ("AT", "AJ", "DP", "NN") and following[:2] not in ("AJ", "AV") else None


def _is_in_name(words: Sequence[str], at: int, c5: str, before: str, following: str) -> bool:
    """ "Minister Denis Manturov": a verb before a name; "Pekka Laine told": an adjective behind one."""
    if c5[:2] == "VV":
        named = following == "NP0" or (following[:2] == "NN" and words[at + 1][:1].isupper() and before == "AT0")
        return named and not words[at - 1].isupper() and before[:2] in ("NP", "NN", "AT", "AJ", "CJ")
    return c5 == "AJ0" and before == "NP0" and words[at].istitle() and words[at - 1].istitle() and following in _FINITE


def _is_surname(words: Sequence[str], tags: Sequence[tuple[str, str]], at: int) -> bool:
    """ "Liam Prestage, 27, fled": a verb's form behind a name, in capitals where the verbs of the sentence are in small letters."""
    if not (words[at].istitle() and words[at - 1].istitle() and tags[at - 1][0] == "NP0" and tags[at][0][:2] == "VV"):
        return False
    near = range(max(0, at - _NEAR), min(len(words), at + _NEAR))
    return any(tags[n][0][:2] in _VERBS and words[n].islower() for n in near)


_NEAR = 40  # words within which a verb of the sentence is looked for
_VERBS = frozenset({"VV", "VB", "VH", "VD", "VM"})


# "Pekka Laine told": what follows a name and has a verb is its second part.
_FINITE = frozenset({"VVD", "VVZ", "VBD", "VBZ", "VHD", "VHZ", "VM0"})


@cache
def _reduced() -> frozenset[str]:
    return words_of("grammar", "reduced")


def _past_form(word: str, c5: str, before: str, following: str, *, follows_age: bool) -> str:
    """The tag of a past form or participle: "a man killed in the fire", "Moynihan, 47, apologised"."""
    reduced = following in ("PRP", "PRF") and before[:2] in ("NN", "NP", "PU") and word.lower() in _reduced()
    if c5 == "VVD":
        return "VVN" if reduced else c5
    return "VVD" if word.endswith("ed") and follows_age else c5


def _follows_age(tags: Sequence[tuple[str, str]], at: int) -> bool:
    """ "Moynihan, 47, apologised": the verb behind a name and its age; "Daley, 27, arrested on Friday, was freed" has another."""
    aged = at > _AGE_TOKENS and [c5[:2] for c5, _ in tags[at - 4 : at]] == ["NP", "PU", "CR", "PU"]
    return aged and not any(tags[n][0] in _FINITE and tags[n - 1][0] == "PUN" for n in range(at + 1, len(tags)))


_AGE_TOKENS = 3


def _stressed(words: Sequence[str], tags: Sequence[tuple[str, str]], at: int) -> bool:
    """ "Did in fact wire money", "will of course fund schools": an adverbial between the auxiliary and its verb."""
    between = " ".join(words[max(0, at - 2) : at]).lower()
    return at > 2 and between in _ADVERBIALS and tags[at - 3][0] in ("VDD", "VDZ", "VDB", "VM0")


_ADVERBIALS = frozenset(
    {"in fact", "of course", "in turn", "at least", "in effect", "at first", "by now", "in time", "at once"}
)


def _after_be(tags: Sequence[tuple[str, str]], at: int) -> bool:
    """Directly after a form of "be", or with only "not" between."""
    before = at - 2 if at > 1 and tags[at - 1][0] == "XX0" else at - 1
    return before >= 0 and tags[before][0][:2] == "VB"


@lru_cache(maxsize=65_536)
def _participle_lemma(word: str) -> str:
    with _lock:
        found = _tagger().analyze(word.lower(), pos="VVG")
    return str(found[0]).lower() if found else word[:-3]


def _short(word: str) -> str:
    return word if len(word) <= _MAX_WORD_CHARS else word[:_MAX_WORD_CHARS]


# "Tiangong-1", "Hwasong-12": a name with its number.
_NUMBERED = re.compile(r"[A-Z][a-z]{3,}-\d{1,3}")


def _corrected(word: str, c5: str, lemma: str) -> tuple[str, str]:
    """Marks and numbers by their form, and irregular lemmas that the model misses by table."""
    if not any(ch.isalnum() for ch in word):
        return "PUN", word
    if word[0].isdigit() and not any(ch.isalpha() for ch in word):
        return "CRD", word
    if c5 == "CRD" and _NUMBERED.fullmatch(word):
        return "NP0", word
    fixed = _irregular().get((c5[:2], word.lower()))
    return c5, fixed or (lemma if c5 == "NP0" else lemma.lower())


@cache
def _irregular() -> dict[tuple[str, str], str]:
    return {
        (str(entry["tag"]), form): str(lemma)
        for entry in table("lemmas").values()
        for form, lemma in cast(dict[str, str], entry["forms"]).items()
    }


_COARSE = {
    "NN": "NOUN", "NP": "PROPN", "VV": "VERB", "VB": "AUX", "VH": "AUX", "VD": "AUX", "VM": "AUX", "AJ": "ADJ", "AV": "ADV",
    "AT": "DET", "DT": "DET", "DP": "DET", "PR": "PREP", "TO": "TO", "CR": "NUM", "OR": "ORD", "PN": "PRON", "CJ": "CONJ",
    "PU": "PUNCT", "PO": "POS", "XX": "NEG", "EX": "EX", "IT": "INTJ", "UN": "X", "ZZ": "X",
}  # fmt: skip


def coarse(c5: str) -> str:
    """The coarse class of a C5 tag: NOUN, PROPN, VERB, AUX, ADJ, ADV, DET, PREP, TO, NUM, ORD, PRON, CONJ, PUNCT, POS, NEG, EX, INTJ, X."""
    return _COARSE.get(c5[:2], "X")
