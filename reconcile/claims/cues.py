"""The verbs, phrases, adverbs and nouns of a sentence that hand its content to a speaker."""

from collections.abc import Iterator
from functools import cache, lru_cache

from attrs import frozen

from reconcile.claims.layouts import Layout
from reconcile.lexicon.load import table, words
from reconcile.model.documents import Phrase, Token

_VERB_SECTIONS = ("say", "tell", "announce", "think", "accuse", "beside_quotes", "naming")
_BE = frozenset({"be", "get", "become"})


@frozen
class Cue:
    """A reporting verb group: tokens ``first``..``last`` (excluded), ``kinds`` of complement it can take, ``passive`` or not.

    ``speaker`` is set where it is not the subject: "the agency quoted Kim as saying".
    """

    first: int
    last: int
    lemma: str
    kinds: frozenset[str]
    passive: bool
    speaker: tuple[int, int] | None = None


@lru_cache(maxsize=65_536)
def kinds_of(lemma: str) -> frozenset[str]:
    """The complement kinds of a reporting verb (clause, addressee, object, accusation, quote, naming); empty for another verb."""
    return frozenset(str(table("reporting")[s]["kind"]) for s in _VERB_SECTIONS if lemma in words("reporting", s))


@lru_cache(maxsize=65_536)
def sections_of(lemma: str) -> frozenset[str]:
    """The sections of the lexicon that list a verb: say, tell, think..."""
    return frozenset(s for s in _VERB_SECTIONS if lemma in words("reporting", s))


def verb_cues(layout: Layout) -> Iterator[Cue]:
    """The reporting verb groups of a sentence in order, whatever stands beside them."""
    done = 0
    for group in layout.verb_groups:
        cue = _quoted(layout, group) or _plain(layout, group)
        if cue is not None and group.first >= done and not _is_source_phrase(layout, group):
            done = cue.last
            yield cue


def _plain(layout: Layout, group: Phrase) -> Cue | None:
    head = layout.tokens[group.head]
    if head.pos != "VERB" or _is_modifier(layout, group):
        return None
    last, lemma = group.head + 1, head.lemma
    for length in (3, 2, 1):
        phrase = " ".join([lemma, *(t.lower for t in layout.tokens[last : last + length])])
        if kinds_of(phrase) and last + length <= len(layout.tokens):
            return Cue(group.first, last + length, phrase, kinds_of(phrase), is_passive(layout, group))
    kinds = kinds_of(lemma)
    if (layout.lower(group.last) == "as" and lemma in words("reporting", "think")) or layout.lower(
        group.head - 1
    ) == "so":
        return None  # "known as", "so called"
    if _is_absolute(layout, group) and layout.lower(group.last) != "to":
        return None
    return Cue(group.first, max(last, group.last), lemma, kinds, is_passive(layout, group)) if kinds else None


def _is_modifier(layout: Layout, group: Phrase) -> bool:
    """As in "a credit reporting agency": a participle between nouns is part of a name for a thing."""
    before, after = group.first - 1, group.head + 1
    if (
        layout.tokens[group.head].tag != "VVG"
        or group.last - group.first > 1
        or before < 0
        or after >= len(layout.tokens)
    ):
        return False
    return layout.tokens[before].pos in ("NOUN", "ADJ", "DET") and layout.tokens[after].pos == "NOUN"


def _is_absolute(layout: Layout, group: Phrase) -> bool:
    """As in "Asked about the plan, he left", "Mr. Moon, considered a dove, left": a participle without auxiliary after a comma."""
    alone = layout.tokens[group.head].tag == "VVN" and all(
        t.pos == "ADV" for t in layout.tokens[group.first : group.head]
    )
    return alone and (group.first == 0 or layout.lower(group.first - 1) == ",")


@lru_cache(maxsize=65_536)
def may_follow(lemma: str, *, quote: bool = True) -> bool:
    """Whether a verb may stand after what it reports ("..., police say"): verbs of saying and some of belief.

    Without a ``quote`` before it, a verb such as "continue" or "shout" reports nothing.
    """
    spoken = any(lemma in words("reporting", s) for s in ("say", "tell", "announce", "parenthetical"))
    return spoken or (quote and lemma in words("reporting", "beside_quotes"))


def is_passive(layout: Layout, group: Phrase) -> bool:
    """Whether a verb group is passive: "had been told", "is being asked"; "had told" is not."""
    before = layout.tokens[group.first : group.head]
    if is_bare_raising(layout, group):
        return True
    return _is_participle(layout.tokens[group.head]) and any(t.lemma in _BE or t.tag.startswith("VB") for t in before)


def is_bare_raising(layout: Layout, group: Phrase) -> bool:
    """As in "a missile believed to be new": a participle without auxiliary before an infinitive."""
    bare = layout.tokens[group.head].lemma in words("reporting", "raising", "bare")
    alone = all(t.pos == "ADV" for t in layout.tokens[group.first : group.head])
    return bare and alone and layout.lower(group.last) == "to" and layout.verb_at(group.last) is not None


def _is_participle(token: Token) -> bool:
    return token.tag in ("VVN", "VVD", "AJ0")


def _quoted(layout: Layout, group: Phrase) -> Cue | None:
    """As in "was quoted by the paper as saying", "quoted Kim as saying"."""
    if layout.tokens[group.head].lemma not in words("reporting", "quoted"):
        return None
    active = not is_passive(layout, group)
    limit = min(group.last + 12, len(layout.tokens) - 1)
    at = next((i for i in range(group.last, limit) if layout.lower(i) == "as"), None)
    if active and (at is None or layout.chain_after(group.last) != at):
        return None
    if at is None:
        at = next((i - 1 for i in range(group.last, limit) if layout.tokens[i].tag == "VVG"), None)
    if at is None or layout.tokens[at + 1].lemma not in words("reporting", "quoted", "verbs_of_saying"):
        return None
    lemma = layout.tokens[at + 1].lemma
    quoted = (group.last, at) if active else None
    return Cue(group.first, at + 2, lemma, kinds_of(lemma) | {"clause"}, passive=False, speaker=quoted)


def _is_source_phrase(layout: Layout, group: Phrase) -> bool:
    """As in "citing", "quoting" open source phrases."""
    return layout.lower(group.first) in words("reporting", "according", "phrases")


@cache
def _first_words() -> frozenset[str]:
    """With what a source phrase can begin."""
    return frozenset(phrase.split()[0] for phrase in words("reporting", "according", "phrases"))


def phrase_cues(layout: Layout) -> Iterator[tuple[int, int, str]]:
    """Source phrases ("according to"): first token, the token after it, and the phrase."""
    entry = words("reporting", "according", "phrases")
    at = 0
    while at < len(layout.tokens):
        if layout.lower(at) == "as" and layout.lower(at + 2) == "by" and kinds_of(layout.tokens[at + 1].lemma):
            yield at, at + 3, f"as {layout.lower(at + 1)} by"
        found = 0
        if layout.lower(at) in _first_words():
            found = next((n for n in (4, 3, 2, 1) if " ".join(t.lower for t in layout.tokens[at : at + n]) in entry), 0)
        if found:
            yield at, at + found, " ".join(t.lower for t in layout.tokens[at : at + found])
        at += max(found, 1)
