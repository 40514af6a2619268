"""Direct speech: which cue each quotation belongs to, before it, after it, in its middle, or in an earlier sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from attrs import evolve

from reconcile.claims.complements import content_start, is_terminal, past_adjuncts
from reconcile.claims.cues import Cue, may_follow, sections_of, verb_cues
from reconcile.claims.layouts import QUOTE_MARKS, Layout, window
from reconcile.claims.speakers import as_span, subject_after, subject_before
from reconcile.model.claims import AttributedSpan
from reconcile.model.documents import Document, Quote, Sentence
from reconcile.model.spans import Span

_MIN_CARRIED_CHARS = 15
_MAX_GAP_CHARS = 12
_MAX_CUE_CHARS = 1500


def quoted(document: Document, spans: Sequence[AttributedSpan]) -> Iterator[AttributedSpan]:
    """``spans`` with those that lie in a quotation made direct, and a record for every quotation that had none."""
    quotes = tuple(q for q in document.quotes if len(q.span) > 0)
    found = sorted((_direct(quotes, s) for s in spans), key=lambda s: (s.cue.start, s.cue.end, s.content.start))
    yield from found
    own = [_own(q, found) or _beside(document, q, found) for q in quotes]
    ahead = _ahead(document, quotes, own)
    voices = [s for s in found if _is_voice(s)]
    last: AttributedSpan | None = None
    for at, quote in enumerate(quotes):
        record = own[at] or ahead[at]
        last = _latest(voices, quote, last)
        if record is None and last is not None and _carries_on(document, quote, last):
            record = evolve(last, content=quote.span, mode="direct", carried=True)
        record = record or _nobody(document, quote)
        if record is not None:
            last = record
            yield record


def _is_voice(span: AttributedSpan) -> bool:
    """Whether an attribution introduces a speaker whose quotation may follow in the next sentence."""
    return span.speaker is not None and bool(sections_of(span.cue_lemma) & {"say", "tell", "announce"})


def _latest(voices: Sequence[AttributedSpan], quote: Quote, last: AttributedSpan | None) -> AttributedSpan | None:
    """The last speaker before a quotation, whether of direct or of indirect speech; not one inside the last quotation."""
    at = bisect_left(voices, quote.span.start, key=lambda s: s.cue.start)
    while at > 0 and last is not None and last.content.contains(voices[at - 1].cue):
        at -= 1
    outside = voices[at - 1] if at > 0 else None
    if last is None or (outside is not None and outside.cue.start > max(last.cue.start, last.content.start)):
        return outside
    return last


def _ahead(
    document: Document, quotes: Sequence[Quote], own: Sequence[AttributedSpan | None]
) -> list[AttributedSpan | None]:
    """The cue of a later paragraph: a quotation left open goes on with the next one, whose speaker is its own."""
    found: list[AttributedSpan | None] = [None] * len(quotes)
    for at in range(len(quotes) - 2, -1, -1):
        following = own[at + 1] or found[at + 1]
        if following is not None and not quotes[at].closed and _adjoin(document, quotes[at], quotes[at + 1]):
            found[at] = evolve(following, content=quotes[at].span, mode="direct", carried=True)
    return found


def _adjoin(document: Document, left: Quote, right: Quote) -> bool:
    """Whether only space lies between a quotation and the next one's opening mark."""
    between = document.text[left.span.end : right.span.start]
    return len(between) < _MAX_GAP_CHARS and not between.strip('"\u201c \n\t')


def _direct(quotes: Sequence[Quote], span: AttributedSpan) -> AttributedSpan:
    """Content that is all one quotation is direct and takes the whole quotation, also over earlier sentences."""
    if span.mode not in ("indirect", "mixed"):
        return span
    inner = Span(span.content.start + 1, span.content.end - 1) if len(span.content) > 2 else span.content
    at = bisect_right(quotes, inner.start, key=lambda q: q.span.start) - 1
    if at >= 0 and quotes[at].span.contains(inner) and not quotes[at].span.contains(span.cue):
        return evolve(span, content=quotes[at].span, mode="direct")
    return span


def _own(quote: Quote, found: Sequence[AttributedSpan]) -> AttributedSpan | None:
    """The attribution from outside the quotation that covers it already; its cue stands near."""
    inner = Span(quote.span.start, max(quote.span.start + 1, quote.span.end - 2))
    around = [s for s in _near(found, quote.span) if s.content.contains(inner) and not quote.span.contains(s.cue)]
    return min(around, key=lambda s: (len(s.content), s.cue.start), default=None)


def _near(found: Sequence[AttributedSpan], place: Span) -> Sequence[AttributedSpan]:
    """The attributions with a cue not far from ``place``."""
    lowest = bisect_left(found, place.start - _MAX_CUE_CHARS, key=lambda s: s.cue.start)
    return found[lowest : bisect_right(found, place.end + _MAX_CUE_CHARS, key=lambda s: s.cue.start)]


def _beside(document: Document, quote: Quote, found: Sequence[AttributedSpan]) -> AttributedSpan | None:
    sentence = document.sentence_at(quote.span.start)
    if sentence is None:
        return None
    within = _split(quote, sentence, found) or _after_cue(quote, sentence) or _before_cue(document, quote)
    return within or _after_colon(document, quote, sentence)


def _split(quote: Quote, sentence: Sentence, found: Sequence[AttributedSpan]) -> AttributedSpan | None:
    """As in "We left," Miller said, "at noon.": the second part belongs to the cue between, where no other verb stands between."""
    for span in reversed(_near(found, Span(quote.span.start, quote.span.start))):
        if span.mode != "direct" or not sentence.span.contains(span.cue) or span.cue.start >= quote.span.start:
            continue
        between = Span(span.cue.end, quote.span.start)
        if any(t.pos in ("VERB", "AUX") for t in sentence.tokens_in(between) if not span.cue.contains(t.span)):
            return None
        return evolve(span, content=quote.span)
    return None


def _after_cue(quote: Quote, sentence: Sentence) -> AttributedSpan | None:
    """Miller said: "We left." / Miller told reporters that "we left"."""
    layout = Layout(window(sentence, quote.span.start))
    opening = layout.index_at(quote.span.start) - 1
    for cue in reversed([c for c in verb_cues(layout) if c.last <= opening]):
        start = content_start(layout, cue)
        near = start is not None and abs(start - opening) <= 1
        if near or ("naming" in cue.kinds and _only_nouns(layout, cue.last, opening)):
            mode = "mixed" if "naming" in cue.kinds and "clause" not in cue.kinds else "direct"
            speaker = as_span(layout, cue.speaker or subject_before(layout, cue.first)) if not cue.passive else None
            return AttributedSpan(quote.span, layout.span(cue.first, cue.last), cue.lemma, speaker, mode)
    return None


def _only_nouns(layout: Layout, first: int, last: int) -> bool:
    return last - first <= 12 and all(
        (t.pos not in ("VERB", "AUX", "CONJ") and t.text != ",") or t.lower == "as" for t in layout.tokens[first:last]
    )


def _after_colon(document: Document, quote: Quote, sentence: Sentence) -> AttributedSpan | None:
    """Miller said: | "We left.": the cue at the end of the sentence before."""
    if sentence.index == 0 or quote.span.start - sentence.span.start > 1:
        return None
    before = document.sentences[sentence.index - 1]
    if not before.tokens or before.tokens[-1].text != ":":
        return None
    layout = Layout(window(before, before.tokens[-1].span.start))
    cue = next(iter(reversed(list(verb_cues(layout)))), None)
    if (
        cue is None
        or not may_follow(cue.lemma)
        or past_adjuncts(layout, cue.last, addressee=True) < len(layout.tokens) - 1
    ):
        return None
    speaker = as_span(layout, cue.speaker or subject_before(layout, cue.first)) if not cue.passive else None
    return AttributedSpan(quote.span, layout.span(cue.first, cue.last), cue.lemma, speaker, "direct")


def _before_cue(document: Document, quote: Quote) -> AttributedSpan | None:
    """As in "We left." Miller said. / "We left!" shouted Miller.: a cue directly after the closing mark."""
    sentence = document.sentence_at(quote.span.end)
    if sentence is None or not quote.closed:
        return None
    layout = Layout(window(sentence, quote.span.end))
    closing = layout.index_at(quote.span.end)
    if closing + 1 >= len(layout.tokens):
        return _next_sentence(document, quote, sentence)
    if layout.tokens[closing].text not in QUOTE_MARKS | {","}:
        closing -= 1
    for cue in verb_cues(layout):
        if cue.first > closing:
            return _adjacent(layout, quote, cue, closing)
    return _as_put(layout, quote, closing)


def _as_put(layout: Layout, quote: Quote, closing: int) -> AttributedSpan | None:
    """As in "We left," as Miller put it."""
    start = closing + 1
    while layout.lower(start) in (",", "\u201d", '"'):
        start += 1
    verb = next((g for g in layout.verb_groups if g.first > start), None)
    if layout.lower(start) != "as" or verb is None or layout.tokens[verb.head].lemma.lower() != "put":
        return None
    subject = subject_before(layout, verb.first)
    if subject is None or subject[0] != start + 1 or layout.lower(verb.last) != "it":
        return None
    words = layout.span(verb.first, verb.last + 1)
    return AttributedSpan(quote.span, words, "put", as_span(layout, subject), "direct")


def _next_sentence(document: Document, quote: Quote, sentence: Sentence) -> AttributedSpan | None:
    """The cue after a question or exclamation mark that was taken for the end: "Stop!" | Miller said."""
    if sentence.index + 1 >= len(document.sentences) or document.text[quote.span.end - 1] not in "?!,":
        return None
    following = document.sentences[sentence.index + 1]
    layout = Layout(window(following, following.span.start))
    if following.paragraph != sentence.paragraph or not following.tokens:
        return None
    cue = next(iter(verb_cues(layout)), None)
    if cue is None or not may_follow(cue.lemma):
        return None
    end = (subject_after(layout, cue.last) or (0, cue.last))[1]
    return (
        _adjacent(layout, quote, cue, -1) if is_terminal(layout, past_adjuncts(layout, end, addressee=True)) else None
    )


def _adjacent(layout: Layout, quote: Quote, cue: Cue, closing: int) -> AttributedSpan | None:
    start = closing + 1
    while layout.lower(start) in (",", "\u201d", '"'):
        start += 1
    if not may_follow(cue.lemma):
        return None
    words = layout.span(cue.first, cue.last)
    if cue.first == start:
        speaker = as_span(layout, subject_after(layout, cue.last))
        return AttributedSpan(quote.span, words, cue.lemma, speaker, "direct") if speaker is not None else None
    subject = subject_before(layout, cue.first)
    if subject is not None and subject[0] == start and not cue.passive:
        return AttributedSpan(quote.span, words, cue.lemma, as_span(layout, cue.speaker or subject), "direct")
    return None


def _carries_on(document: Document, quote: Quote, last: AttributedSpan) -> bool:
    """Whether a whole quoted sentence without a cue goes on with the speech of ``last``, in its paragraph or the next."""
    sentence, before = (
        document.sentence_at(quote.span.start),
        document.sentence_at(max(last.content.end, last.cue.end) - 1),
    )
    if sentence is None or before is None or sentence.paragraph - before.paragraph > 1:
        return False
    opens = (
        quote.span.start - sentence.span.start <= 1 or document.text[quote.span.start : quote.span.start + 1].isupper()
    )
    return opens and quote.span.start - sentence.span.start <= 1 and len(quote.span) >= _MIN_CARRIED_CHARS


def _nobody(document: Document, quote: Quote) -> AttributedSpan | None:
    """A whole quoted sentence that names no speaker: somebody's words all the same, its opening mark for a cue."""
    sentence = document.sentence_at(quote.span.start)
    if sentence is None or sentence.kind != "prose" or quote.span.start - sentence.span.start > 1:
        return None
    if len(quote.span) < _MIN_CARRIED_CHARS or quote.span.end < sentence.span.end - 2:
        return None
    return AttributedSpan(
        quote.span, Span(quote.span.start - 1, quote.span.start), "quote", None, "direct", carried=True
    )
