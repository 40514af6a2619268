"""The parts of a document in which defects of form mean something: paragraphs of readable English prose."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby

from attrs import frozen

from reconcile.lexicon.load import words
from reconcile.lexicon.spelling import is_known
from reconcile.model.documents import Document, Sentence
from reconcile.model.marks import Mark
from reconcile.model.spans import Span

_LINK = re.compile(
    r"https?://\S{1,400}|www\.\S{1,400}|\b[\w.+-]{1,64}@[\w.-]{1,64}\.\w{2,8}|[@#]\w{1,60}"
    r"|\b[\w-]{1,63}\.(?:com|org|net|co|gov|edu|io|tv|uk|html?|php)\b\S{0,200}"
)
_MIN_JUDGED_WORDS = 6
_MIN_KNOWN_SHARE = 0.6
_SURELY_KNOWN_SHARE = 0.9
_MIN_FUNCTION_SHARE = 0.12
_CODE_MARKS = frozenset("{}[]()=<>_;|\\*+~^")
_MIN_CODE_MARKS = 2
_MIN_NAMES = 25
_MAX_CODE_SHARE = 0.24


@frozen
class Paragraph:
    """Adjacent sentences of one block; ``readable`` is False for code, tables, other languages and noise."""

    span: Span
    sentences: tuple[Sentence, ...]
    readable: bool


@frozen
class Prose:
    """A document with its paragraphs outside the zones, those of English prose, and the links, in which no mark is set."""

    document: Document
    paragraphs: tuple[Paragraph, ...]
    readable: tuple[Paragraph, ...]
    links: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The clean text."""
        return self.document.text

    def in_link(self, span: Span) -> bool:
        """Whether ``span`` touches an address, a handle or a file name."""
        at = bisect_left(self.links, Span(span.end, span.end))
        return at > 0 and self.links[at - 1].overlaps(span)

    @property
    def first(self) -> int:
        """Where the first paragraph begins, -1 in an empty text."""
        return self.paragraphs[0].span.start if self.paragraphs else -1

    def sentences(self) -> Iterator[Sentence]:
        """The sentences of all readable paragraphs."""
        for paragraph in self.readable:
            yield from paragraph.sentences

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Hits of ``pattern`` in the readable paragraphs."""
        for paragraph in self.readable:
            yield from pattern.finditer(self.text, paragraph.span.start, paragraph.span.end)

    def mark(
        self,
        kind: str,
        span: Span,
        rule: str,
        suggestion: str | None = None,
        confidence: float = 0.8,
        **params: str,
    ) -> Mark:
        """A mark at ``span`` with its text."""
        text = self.text[span.start : span.end]
        return Mark(kind, span, text, f"marks.{rule}", suggestion, confidence, tuple(sorted(params.items())))


def prose(document: Document) -> Prose:
    """The prose of ``document``."""
    kept = [s for s in document.sentences if s.kind not in ("boilerplate", "caption")]
    blocks = [tuple(group) for _, group in groupby(kept, key=lambda s: s.paragraph)]
    paragraphs = tuple(_paragraphs(blocks))
    links = tuple(Span(*m.span()) for m in _LINK.finditer(document.text))
    return Prose(document, paragraphs, tuple(p for p in paragraphs if p.readable), links)


def _paragraphs(blocks: list[tuple[Sentence, ...]]) -> Iterator[Paragraph]:
    """A block too short to judge goes with the block before it."""
    readable = True
    for block in blocks:
        verdict = is_readable(block)
        readable = readable if verdict is None else verdict
        yield Paragraph(block[0].span.join(block[-1].span), block, readable)


def is_readable(sentences: tuple[Sentence, ...]) -> bool | None:
    """Whether a block is English prose: most of its words are English, some of them function words, and few marks are code's.

    None for a block of fewer than six words, which is too short to tell.
    """
    tokens = [t for s in sentences for t in s.tokens]
    told = [t for t in tokens if t.text[0].isalnum()]
    strange = sum(t.text[0] in _CODE_MARKS for t in tokens)
    if strange >= _MIN_CODE_MARKS and strange > _MAX_CODE_SHARE * len(tokens):
        return False
    if len(told) < _MIN_JUDGED_WORDS:
        return None if len(tokens) - len(told) <= len(told) + 3 else False
    plain = [t.lower for t in told if t.text.islower() and t.text.isalpha()]
    if not plain:
        return None if len(told) < _MIN_NAMES else False
    known = sum(map(is_known, plain)) / len(plain)
    function_words = words("prose", "function_words")
    linking = sum(t.lower in function_words for t in told) / len(told)
    return known >= _SURELY_KNOWN_SHARE or (known >= _MIN_KNOWN_SHARE and linking >= _MIN_FUNCTION_SHARE)
