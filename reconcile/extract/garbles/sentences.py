"""Sentences that were cut in two, lost their head, or were fused."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.extract.garbles.prose import Paragraph, Prose
from reconcile.lexicon.load import word_list, words
from reconcile.lexicon.spelling import is_known
from reconcile.model.documents import Sentence, Token
from reconcile.model.marks import Mark
from reconcile.model.spans import Span

_RUNS_ON = re.compile(r"\.\w|[/@_]")
_MAX_AMOUNT_WORDS = 7
_QUOTES = re.compile(r"[\"\u201c\u201d]|``|''")


def find(prose: Prose) -> Iterator[Mark]:
    """Stops in mid-sentence, lower case after a stop, and orphans that repeat the end of the sentence before."""
    lower = sum(prose.text[p.span.start].islower() for p in prose.readable)
    for paragraph in prose.readable:
        for before, after in pairwise(paragraph.sentences):
            mark = (
                _lower_case(prose, before, after)
                or _dangling(prose, before, after)
                or _repeated_tail(prose, before, after)
                or _bare_amount(prose, before, after)
            )
            if mark is not None:
                yield mark
        yield from _headless(prose, paragraph, lower)


def _words(sentence: Sentence) -> list[Token]:
    return [t for t in sentence.tokens if t.text[0].isalnum()]


def _lower_case(prose: Prose, before: Sentence, after: Sentence) -> Mark | None:
    """ "has been reached. month surpassing": no abbreviation, no iPhone, no "von"."""
    left, right = _words(before), _words(after)
    if not left or not right or prose.text[before.span.end - 1] != ".":
        return None
    last, first = left[-1], right[0]
    if first.span.start != after.span.start or not _is_plain_word(first, right[1:2]) or _may_be_shortened(last):
        return None
    if prose.in_link(first.span) or _RUNS_ON.match(prose.text, first.span.end):
        return None
    span = last.span.join(first.span)
    suggestion = f"{last.text} {first.text}" if _goes_on(last, first) else None
    return prose.mark("split_sentence", span, "lower-case-after-stop", suggestion, 0.85, word=first.text)


def _is_plain_word(token: Token, following: Sequence[Token]) -> bool:
    """A lower-case word; "von", "al" and list letters are none, but "a" before another lower-case word is."""
    if not (token.text.islower() and token.text.isalpha() and is_known(token.lower)):
        return False
    is_article = token.text == "a" and bool(following) and following[0].text.islower()
    return is_article or token.lower not in words("sentences", "particles")


def _may_be_shortened(token: Token) -> bool:
    """ "max. speed", "5 ft. tall": a short word that is no word, or a known shortening."""
    if token.lower in words("sentences", "shortened") or token.text in word_list("abbreviations"):
        return True
    return (len(token.text) <= 4 and not is_known(token.lower)) or len(token.text) == 1 or "." in token.text


def _goes_on(last: Token, first: Token) -> bool:
    """Whether one of both words shows that the sentence was not over."""
    openers = words("sentences", "never_last")
    return last.lower in openers or first.pos in ("PREP", "CONJ") or first.pos == "AUX" or first.tag in ("DTQ", "PNQ")


def _dangling(prose: Prose, before: Sentence, after: Sentence) -> Mark | None:
    """ "visited the. Kremlin": an article, a conjunction or a bare preposition before the stop."""
    left, right = _words(before), _words(after)
    if not left or not right or not prose.text[before.span.start : before.span.end].endswith("."):
        return None
    last = left[-1]
    if last.lower not in words("sentences", "never_last") or last.text.isupper() or len(left) < 2:
        return None
    if prose.text[last.span.end : last.span.end + 1] != "." or right[0].lower == "m":
        return None
    span = last.span.join(right[0].span)
    return prose.mark("split_sentence", span, "stop-after-opener", f"{last.text} {right[0].text}", 0.85, word=last.text)


def _repeated_tail(prose: Prose, before: Sentence, after: Sentence) -> Mark | None:
    """ "... in the capital city. The capital city.": up to five words that end the sentence before."""
    left, right = _words(before), _words(after)
    if not 1 < len(right) <= 5 or len(left) <= len(right) + 2:
        return None
    if [t.lower for t in left[-len(right) :]] != [t.lower for t in right] or _QUOTES.search(_words_of(prose, after)):
        return None
    return prose.mark("fragment", Span(before.span.end, after.span.end), "repeated-tail", "", 0.8, words=right[0].text)


def _bare_amount(prose: Prose, before: Sentence, after: Sentence) -> Mark | None:
    """ "10,000 units annually.": a number with its noun and no verb, after a full sentence that does not announce it."""
    right = _words(after)
    text = _words_of(prose, after)
    if (
        not 2 <= len(right) <= _MAX_AMOUNT_WORDS
        or (not text[0].isdigit() and text[0] not in "$\u00a3\u20ac")
        or not text.endswith(".")
    ):
        return None
    if any(t.pos in ("VERB", "AUX", "PROPN") or t.text[0].isupper() for t in right) or not any(
        t.pos in ("VERB", "AUX") for t in before.tokens
    ):
        return None
    if not _words_of(prose, before).endswith(".") or "." in text[:-1] or not right[-1].text.islower():
        return None
    return prose.mark("fragment", after.span, "bare-amount", None, 0.6, words=text)


def _words_of(prose: Prose, sentence: Sentence) -> str:
    """The words of a sentence."""
    return prose.text[sentence.span.start : sentence.span.end]


def _headless(prose: Prose, paragraph: Paragraph, lower: int) -> Iterator[Mark]:
    """A paragraph of several words that begins in lower case, in a report in which hardly any (``lower``) does so."""
    first = _words(paragraph.sentences[0])
    others = len(prose.readable) - 1
    if len(first) < 2 or not _is_plain_word(first[0], first[1:2]) or first[0].span.start != paragraph.span.start:
        return
    if others < 2 and not (paragraph.span.start == prose.first and len(paragraph.sentences) > 2):
        return
    before = prose.text[max(0, paragraph.span.start - 20) : paragraph.span.start].rstrip()[-1:]
    if (lower - 1) * 5 <= others and before not in (":", ";", ",", "-"):
        end = first[min(3, len(first) - 1)].span.end
        yield prose.mark(
            "truncation", Span(paragraph.span.start, end), "lower-case-paragraph", None, 0.7, word=first[0].text
        )
