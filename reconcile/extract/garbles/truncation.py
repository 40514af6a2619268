"""Texts that were cut off: in a word, in a sentence, by a feed."""

import re
from collections.abc import Iterator

from reconcile.extract.garbles.prose import Paragraph, Prose
from reconcile.lexicon.load import words
from reconcile.lexicon.spelling import is_known
from reconcile.model.documents import Token
from reconcile.model.marks import Mark
from reconcile.model.spans import Span

_NOTE = re.compile(
    r"""
    (?: \s? (?:\.\.\.|\u2026) \s{0,3} )? \[ \+ \s? \d{1,7} \s chars? \]          # "… [+1234 chars]"
  | (?:\.\.\.|\u2026) \s{0,3} (?: \(? (?:read|see|view)\ (?:more|on|the\ rest|full\ (?:story|article)) \)? | \[more\] | \(more\) ) $
  | \[ (?:\.\.\.|\u2026) \] $
  | \(\s?(?:more|cont(?:inued|'d)?)\s?\) $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ENDS = (".", "!", "?", '"', "\u201d", "'", "\u2019", ")", "]", ":", ";", "\u2026", "*", "_", "-", "\u2014")
_MIN_WORDS = 3
_MIN_PARAGRAPHS = 5
_MIN_CAPTION_TOKENS = 15
_LONE_ELLIPSIS = re.compile(r"(?:\.\.\.|\u2026|\[\.\.\.\]|\[\u2026\])")


def find(prose: Prose) -> Iterator[Mark]:
    """Notes of a feed on what it left out, and an end in mid-sentence."""
    noted = False
    for match in prose.matches(_NOTE):
        noted = True
        yield prose.mark("truncation", Span(*match.span()), "feed-note", None, 0.9)
    last = prose.readable[-1] if prose.readable else None
    for paragraph in prose.paragraphs:
        if _LONE_ELLIPSIS.fullmatch(prose.text, paragraph.span.start, paragraph.span.end):
            noted = True
            yield prose.mark("truncation", paragraph.span, "lone-ellipsis", None, 0.75)
    if last is not None and not noted:
        yield from _cut_end(prose, last)
    unended = [p for p in prose.readable[1:-1] if _is_unended(prose, p)]
    for paragraph in prose.readable:
        if paragraph is not last:
            yield from _cut_inside(prose, paragraph)
    if len(unended) == 1 and len(prose.readable) >= _MIN_PARAGRAPHS:
        yield from _no_stop(prose, unended[0])


_BEFORE_STOP = 4
_ARTICLES = frozenset({"a", "an", "the"})


def _cut_end(prose: Prose, paragraph: Paragraph) -> Iterator[Mark]:
    """The last paragraph of prose ends without a mark, though the report writes marks elsewhere."""
    sentence = paragraph.sentences[-1]
    tokens = sentence.tokens
    ended = prose.text[sentence.span.start : sentence.span.end].rstrip().endswith(_ENDS)
    if ended or sentence.kind != "prose" or (len(tokens) < _MIN_WORDS and len(paragraph.sentences) == 1):
        return
    others = prose.readable[:-1]
    ended_before = prose.text[others[-1].span.end - 1] in _ENDS if others else len(paragraph.sentences) > 1
    word, has_verb = tokens[-1], any(t.pos in ("VERB", "AUX") for t in tokens)
    is_cut = _is_cut_word(prose, word)
    if not ended_before or _before_zone(prose, paragraph):
        return
    if not has_verb and not is_cut and len(paragraph.sentences) == 1:
        return
    rule = "cut-in-word" if is_cut else "no-end"
    yield prose.mark(
        "truncation", tokens[max(0, len(tokens) - 4)].span.join(word.span), rule, None, 0.7, word=word.text
    )


def _is_cut_word(prose: Prose, word: Token) -> bool:
    """A word that no list holds, or the beginning of a name that stands whole in the report."""
    if not (word.text.isalpha() and word.text.isascii()) or is_known(word.lower):
        return False
    return word.text.islower() or any(
        len(t.text) > len(word.text) and t.text.startswith(word.text) for s in prose.sentences() for t in s.tokens
    )


def _is_unended(prose: Prose, paragraph: Paragraph) -> bool:
    return prose.text[paragraph.span.end - 1] not in _ENDS


def _no_stop(prose: Prose, paragraph: Paragraph) -> Iterator[Mark]:
    """The only paragraph of several without a mark at its end, a long one with a verb: no caption, no heading."""
    tokens = paragraph.sentences[-1].tokens
    is_long = len(paragraph.sentences) > 1 or len(tokens) >= _MIN_CAPTION_TOKENS
    if not is_long or len(tokens) < _MIN_WORDS or not any(t.pos in ("VERB", "AUX") for t in tokens):
        return
    if tokens[-1].text.isalpha() and tokens[-1].text.islower() and not _before_zone(prose, paragraph):
        span = tokens[-3].span.join(tokens[-1].span)
        yield prose.mark("truncation", span, "paragraph-without-end", None, 0.6, word=tokens[-1].text)


def _before_zone(prose: Prose, paragraph: Paragraph) -> bool:
    """A caption that runs into its credit has no stop of its own."""
    rest = prose.text[paragraph.span.end : paragraph.span.end + 3]
    gap = len(rest) - len(rest.lstrip(" "))
    return prose.document.zone_at(Span(paragraph.span.end + gap, paragraph.span.end + gap + 1)) is not None


def _cut_inside(prose: Prose, paragraph: Paragraph) -> Iterator[Mark]:
    """A paragraph that ends with a word which cannot end a sentence: "worked for the"; an article before a stop: "the tip of a."."""
    for whole in paragraph.sentences:
        ending = whole.tokens[-_BEFORE_STOP:]
        is_article = len(ending) == _BEFORE_STOP and ending[-2].text in _ARTICLES and ending[-3].pos in ("PREP", "VERB")
        if is_article and ending[-1].text == "." and len(whole.tokens) >= _MIN_WORDS:
            span = ending[0].span.join(ending[-1].span)
            yield prose.mark("truncation", span, "ends-with-opener", None, 0.75, word=ending[-2].text)
    sentence = paragraph.sentences[-1]
    last = sentence.tokens[-1]
    if last.lower in words("sentences", "never_last") and last.text.islower() and len(sentence.tokens) >= _MIN_WORDS:
        span = sentence.tokens[max(0, len(sentence.tokens) - 4)].span.join(last.span)
        yield prose.mark("truncation", span, "ends-with-opener", None, 0.75, word=last.text)
