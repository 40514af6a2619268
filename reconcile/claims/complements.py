"""Where the content of a reporting verb starts and ends inside its sentence."""

from collections.abc import Sequence

from reconcile.claims.cues import Cue
from reconcile.claims.layouts import DASHES, QUOTE_MARKS, Layout
from reconcile.lexicon.load import words
from reconcile.model.documents import Token

_QUESTION_WORDS = frozenset({"whether", "if", "how", "why", "what", "when", "where", "who", "which"})
_COORDINATORS = frozenset({"and", "but", "while", "whereas", "although", "though", "or", "yet"})
_STOPS = frozenset({".", "!", "?", ";", ":", ")", "]"})
_MAX_BRIDGE_TOKENS = 25


def past_adjuncts(layout: Layout, at: int, *, addressee: bool = False) -> int:
    """The first token after ``at`` that is neither addressee, time, venue nor manner of the saying."""
    if addressee:
        at = _past_addressee(layout, at)
    while at < len(layout.tokens):
        following = _past_one(layout, at)
        if following == at:
            return at
        at = following
    return at


def _past_addressee(layout: Layout, at: int) -> int:
    end = layout.chain_after(at)
    if end is None or (layout.verb_at(end) is not None and layout.tokens[end].pos != "TO"):
        return at
    return end


def _past_one(layout: Layout, at: int) -> int:
    token = layout.tokens[at]
    if token.pos == "ADV" and token.lower not in words("reporting", "approximators"):
        return at + 1
    following = layout.tokens[min(at + 1, len(layout.tokens) - 1)]
    if token.pos == "PROPN" and layout.is_temporal_word(at) and following.pos != "POS":
        return at + 1
    phrase = layout.noun_at(at)
    if phrase is not None and layout.is_temporal(phrase) and layout.verb_at(phrase.last) is None:
        return phrase.last
    return _past_preposition(layout, at) if token.pos == "PREP" else at


def _past_preposition(layout: Layout, at: int) -> int:
    """Past "on Tuesday", "in a statement", "to reporters"; of "on Monday 12 miners" only past the weekday."""
    phrase = layout.noun_at(at + 1)
    if phrase is None:
        return at
    times = _leading_times(layout, at + 1)
    if times and phrase.first + times < phrase.last and layout.tokens[phrase.first + times].pos != "POS":
        return at + 1 + times
    if layout.is_temporal(phrase):
        return phrase.last if layout.verb_at(phrase.last) is None else at + 1 + times
    if layout.is_venue(phrase) or layout.lower(at) == "to":
        return layout.chain_after(at + 1) or phrase.last
    return at


def _leading_times(layout: Layout, at: int) -> int:
    count = 0
    while layout.is_temporal_word(at + count):
        count += 1
    return count


def content_start(layout: Layout, cue: Cue) -> int | None:
    """The first token of what is told after the cue; None where nothing is told there. A quotation mark counts as a start."""
    if cue.last >= len(layout.tokens):
        return None
    if "accusation" in cue.kinds:
        accused = _accused_of(layout, cue)
        if accused is not None or cue.kinds == {"accusation"}:
            return accused
    bridge = _that(layout, cue.last)
    if bridge is not None:
        while bridge < len(layout.tokens) and layout.tokens[bridge].text == ",":
            bridge = past_adjuncts(layout, bridge + 1)
        return bridge if bridge < len(layout.tokens) else None
    if cue.lemma in words("reporting", "directive") and not _opens_quote(layout, cue.last):
        return None
    at = past_adjuncts(layout, cue.last, addressee="addressee" in cue.kinds and not cue.passive)
    while at < len(layout.tokens) and layout.tokens[at].text in (",", ":") and at > cue.last - 1:
        at = past_adjuncts(layout, at + 1)
    if at >= len(layout.tokens) or layout.tokens[at].text in _STOPS:
        return None
    return _past_place(layout, at)


def _past_place(layout: Layout, at: int) -> int:
    """As in "said in Oslo the ship was lost": a place is passed where a subject with its verb follows directly."""
    if layout.tokens[at].pos != "PREP" or layout.lower(at) in words("reporting", "approximators"):
        return at
    end = layout.chain_after(at + 1)
    subject = layout.noun_at(end) if end is not None else None
    return subject.first if subject is not None and layout.verb_at(subject.last) is not None else at


def _opens_quote(layout: Layout, at: int) -> bool:
    return layout.is_mark(at) or (layout.lower(at) in (",", ":") and layout.is_mark(at + 1))


def _that(layout: Layout, first: int) -> int | None:
    """The token after "that" (or a question word itself) where only nouns, prepositions and adverbs stand before it."""
    for at in range(first, min(first + _MAX_BRIDGE_TOKENS, len(layout.tokens))):
        token = layout.tokens[at]
        if token.lower == "that" and (
            token.tag == "CJT" or token.pos == "CONJ" or at == first or layout.noun_at(at + 1)
        ):
            if at == first and layout.verb_at(at + 1) is not None and layout.tokens[at + 1].tag != "VVG":
                return at  # "said that would do": the pronoun
            return at + 1 if _is_complementizer(layout, at) else None
        if token.lower in _QUESTION_WORDS and at <= first + 6 and (at == first or layout.tokens[at - 1].pos != "PREP"):
            return at if token.lower in ("whether", "if") or at == first else None
        if token.pos == "NOUN" and token.lemma in words("reporting", "nouns") and layout.tokens[at - 1].pos != "PREP":
            return None
        if token.lower in words("reporting", "venues") and token.text[0].isupper():
            continue
        if token.pos in ("VERB", "AUX", "TO", "CONJ") or token.text in _STOPS or token.text in QUOTE_MARKS:
            return None
    return None


def _is_complementizer(layout: Layout, at: int) -> bool:
    """As in "said that he" against "saw a car that had": a relative "that" is followed by its verb."""
    return layout.verb_at(at + 1) is None or layout.tokens[at - 1].pos in ("VERB", "ADV")


def _accused_of(layout: Layout, cue: Cue) -> int | None:
    frames = words("reporting", "accuse", "frames")
    end = layout.chain_after(cue.last) or cue.last
    for at in (end, cue.last):
        if f"{cue.lemma} {layout.lower(at)}" in frames and at + 1 < len(layout.tokens):
            return at + 1
    return None


def is_terminal(layout: Layout, at: int) -> bool:
    """Whether a cue that ends before ``at`` says nothing after itself in its sentence: a stop, a comma, a mark or the end."""
    if at >= len(layout.tokens):
        return True
    token = layout.tokens[at]
    if token.text == ":":
        return False
    return layout.is_mark(at) or token.text in {",", *_STOPS, *DASHES} or token.lower in ("and", "but")


def last_token(tokens: Sequence[Token]) -> int:
    """The number of tokens without the closing stop and quotation marks."""
    last = len(tokens)
    while last > 0 and (
        tokens[last - 1].text in _STOPS or tokens[last - 1].text in QUOTE_MARKS or tokens[last - 1].text == ","
    ):
        last -= 1
    return last


def content_end(layout: Layout, start: int, breaks: Sequence[int]) -> int:
    """Where content from ``start`` ends: at the first of ``breaks`` after it, or with the sentence."""
    end = min((b for b in breaks if b > start), default=len(layout.tokens))
    quoted = any(t.text in QUOTE_MARKS for t in layout.tokens[start : end - 1])
    marks = frozenset() if quoted else QUOTE_MARKS
    while end > start and layout.tokens[end - 1].text in {",", ";", ":", *_STOPS, *DASHES, *marks}:
        end -= 1
    return end


def speech_breaks(layout: Layout, cue_starts: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Tokens at which a new speech clause of the same level begins: ", but the ministry said", "and added", ", adding".

    ``cue_starts`` are (where the clause of the cue starts, where the cue itself starts).
    """
    result: list[int] = []
    for clause, cue in cue_starts:
        if clause == 0:
            continue
        before = layout.lower(clause - 1)
        if before in _COORDINATORS or before == ";" or (before == "," and layout.tokens[cue].tag == "VVG"):
            result.append(clause - 1)
    return tuple(sorted(result))


def relative_end(layout: Layout, cue: Cue) -> int | None:
    """Where a speech clause in a relative clause ends: the comma before the main verb ("Kim, who said he would go, fled")."""
    for at in range(cue.last, len(layout.tokens) - 1):
        if (
            layout.tokens[at].text == ","
            and layout.verb_at(at + 1) is not None
            and layout.tokens[at + 1].tag not in ("VVG", "TO0")
        ):
            return at
    return None
