"""Attribution without a reporting verb: source phrases, hearsay adverbs, reporting nouns and headline colons."""

from collections.abc import Iterator, Sequence

from reconcile.claims.complements import content_end, is_terminal, last_token
from reconcile.claims.cues import phrase_cues
from reconcile.claims.layouts import DASHES, QUOTE_MARKS, Layout
from reconcile.claims.speakers import as_span
from reconcile.lexicon.load import words
from reconcile.model.claims import AttributedSpan
from reconcile.model.spans import Span


def hearsay(layout: Layout, breaks: Sequence[int]) -> Iterator[AttributedSpan]:
    """The attributed stretches of one sentence that no reporting verb carries."""
    yield from _phrases(layout)
    yield from _adverbs(layout, breaks)
    yield from _nouns(layout, breaks)
    yield from _colons(layout)


def _phrases(layout: Layout) -> Iterator[AttributedSpan]:
    for first, last, phrase in phrase_cues(layout):
        end = layout.chain_after(last)
        source = layout.noun_at(last)
        if (
            end is None
            or source is None
            or layout.tokens[source.head].lemma in words("reporting", "according", "not_sources")
        ):
            continue
        if phrase == "per" and layout.tokens[source.head].pos != "PROPN":
            continue
        speaker, cue = as_span(layout, (last, end)), layout.span(first, last)
        if phrase in ("citing", "quoting", "based on") and not is_terminal(layout, end):
            continue
        for start, stop in _around(layout, first, end):
            yield AttributedSpan(layout.span(start, stop), cue, phrase, speaker, "according")


def _around(layout: Layout, first: int, end: int) -> Iterator[tuple[int, int]]:
    """What a source phrase covers: the clause after it where it opens one, else the words before, and after a comma the rest."""
    closing = last_token(layout.tokens)
    start = first
    while start > 0 and layout.tokens[start - 1].text in {",", *DASHES, *QUOTE_MARKS}:
        start -= 1
    interrupts = 0 < start < first and layout.lower(end) == ","
    if _has_words(layout, 0, start) or (interrupts and start > 0):
        yield 0, start
    comma = next((i for i in range(end, min(end + 15, len(layout.tokens))) if layout.tokens[i].text == ","), None)
    if (
        comma is not None
        and comma + 1 < closing
        and (start == 0 or (_has_verb(layout, comma + 1, closing) and comma == end))
    ):
        yield comma + 1, closing
    elif start == 0 and end < closing and layout.noun_at(end) is not None:
        yield end, closing


def _has_words(layout: Layout, first: int, last: int) -> bool:
    return last - first > 1 and (
        _has_verb(layout, first, last) or layout.sentence.kind == "headline" or last - first > 3
    )


def _has_verb(layout: Layout, first: int, last: int) -> bool:
    return any(first <= g.first < last for g in layout.verb_groups)


def _adverbs(layout: Layout, breaks: Sequence[int]) -> Iterator[AttributedSpan]:
    for at, token in enumerate(layout.tokens):
        if token.lower in words("reporting", "hearsay"):
            start, end = _clause_round(layout, at, breaks)
            if end - start > 1:
                yield AttributedSpan(layout.span(start, end), token.span, token.lower, None, "indirect")


def _clause_round(layout: Layout, at: int, breaks: Sequence[int]) -> tuple[int, int]:
    """The clause of a hearsay adverb: from the subject of its verb group to the next comma or the sentence's end."""
    group = next((g for g in layout.verb_groups if g.first <= at < g.last or g.first == at + 1), None)
    first = group.first if group is not None and group.first <= at else at
    start = layout.chain_before(first)
    if start is None:
        start = at if at == 0 or group is None else group.first
    comma = next(
        (
            i
            for i in range(at + 2, len(layout.tokens))
            if layout.tokens[i].text in (",", ";") or layout.lower(i) in ("but", "while")
        ),
        len(layout.tokens),
    )
    return start, content_end(layout, at, [*breaks, comma])


def _nouns(layout: Layout, breaks: Sequence[int]) -> Iterator[AttributedSpan]:
    nouns, of_nouns = words("reporting", "nouns"), words("reporting", "nouns", "of_words")
    for phrase in layout.sentence.phrases:
        head = layout.tokens[phrase.head]
        if phrase.kind != "NP" or head.pos != "NOUN" or head.lemma not in nouns:
            continue
        start, speaker = _after_noun(layout, phrase.last, head.lemma in of_nouns)
        end = (
            content_end(layout, start, [*breaks, *_main_verb(layout, phrase.first, start)]) if start is not None else 0
        )
        if start is not None and end > start:
            speaker = speaker or _possessor(layout, phrase.first, phrase.head)
            yield AttributedSpan(layout.span(start, end), head.span, head.lemma, speaker, "indirect")


def _main_verb(layout: Layout, noun: int, start: int) -> list[int]:
    """The main verb after a subject noun's content: "claims that he fled | were false"."""
    if any(g.last <= noun for g in layout.verb_groups):
        return []
    finite = [
        g
        for g in layout.verb_groups
        if g.first >= start and layout.tokens[g.first].tag not in ("VVG", "TO0", "VVI", "VHG", "VBG")
    ]
    if layout.lower(start - 1) == "of":
        comma = next((i for i in range(start, len(layout.tokens)) if layout.tokens[i].text == ","), len(layout.tokens))
        return [comma, *(g.first for g in finite[:1])]
    if len(finite) < 2 or any(t.pos == "CONJ" for t in layout.tokens[finite[0].last : finite[1].first]):
        return []
    return [finite[1].first]


def _after_noun(layout: Layout, at: int, takes_of: bool) -> tuple[int | None, Span | None]:
    speaker = None
    if layout.lower(at) in ("by", "from"):
        end = layout.chain_after(at + 1)
        if end is not None:
            speaker, at = as_span(layout, (at + 1, end)), end
    if layout.lower(at) == "that" and layout.verb_at(at + 1) is None and at + 1 < len(layout.tokens):
        return at + 1, speaker
    if takes_of and layout.lower(at) == "of" and at + 1 < len(layout.tokens):
        return at + 1, speaker
    return None, None


def _possessor(layout: Layout, first: int, head: int) -> Span | None:
    """As in "the ministry's claim", "his claim"."""
    if layout.tokens[first].tag == "DPS":
        return layout.tokens[first].span
    mark = next((i for i in range(first, head) if layout.tokens[i].pos == "POS"), None)
    return layout.span(first, mark) if mark is not None and mark > first else None


def _colons(layout: Layout) -> Iterator[AttributedSpan]:
    """As in "Police: Driver was drunk", "Driver was drunk - police"."""
    if layout.sentence.kind != "headline":
        return
    closing = last_token(layout.tokens)
    for at, token in enumerate(layout.tokens):
        if token.text == ":" and at > 0 and at + 1 < closing and _is_source(layout, 0, at):
            yield AttributedSpan(layout.span(at + 1, closing), token.span, ":", layout.span(0, at), "according")
            return
        if token.text in {*DASHES, ":"} and at > 1 and at + 1 < closing and _is_source(layout, at + 1, closing):
            yield AttributedSpan(layout.span(0, at), token.span, token.text, layout.span(at + 1, closing), "according")
            return


def _is_source(layout: Layout, first: int, last: int) -> bool:
    if layout.chain_after(first) != last:
        return False
    phrase = layout.noun_until(last)
    return phrase is not None and layout.tokens[phrase.head].lemma.lower() in words("reporting", "sources")
