"""A report made readable: clean text with its edits, sentences, tokens, phrases, quotes and zones."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from attrs import define, field, frozen

from reconcile.model.pickled import by_fields
from reconcile.model.reports import Report
from reconcile.model.spans import Edit, RawSpan, Span


@by_fields
@frozen
class Token:
    """A word or mark. ``tag`` is a CLAWS C5 tag (VVD, NN1, NP0...), ``pos`` its coarse class."""

    span: Span
    text: str
    lower: str
    tag: str
    pos: str
    lemma: str


@by_fields
@frozen
class Phrase:
    """A chunk of a sentence: ``first``..``last`` are token indices (``last`` excluded), ``head`` the head token.

    ``kind`` is "NP" (noun phrase without its post-modifiers) or "VG" (verb group with auxiliaries and negation).
    """

    kind: str
    first: int
    last: int
    head: int


@by_fields
@frozen
class Sentence:
    """One sentence. ``kind`` is "prose", "headline", "caption" or "boilerplate"; ``paragraph`` counts from 0."""

    index: int
    span: Span
    tokens: tuple[Token, ...]
    phrases: tuple[Phrase, ...]
    paragraph: int
    kind: str = "prose"

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that overlap ``span``."""
        return tuple(t for t in self.tokens if t.span.overlaps(span))


@frozen
class Quote:
    """A stretch between quotation marks, the marks excluded. ``closed`` is False where the end mark is missing."""

    span: Span
    closed: bool = True


@frozen
class Zone:
    """A stretch that is not the report's prose: ``kind`` is "boilerplate", "byline", "dateline", "caption", "credit"..."""

    span: Span
    kind: str
    rule: str


@define(frozen=True, slots=False)
class Document:
    """A report's clean text and structure. ``to_raw`` leads every clean span back to the text as received."""

    report: Report
    text: str
    edits: tuple[Edit, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...] = ()
    zones: tuple[Zone, ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False, eq=False)
    _shifts: tuple[int, ...] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        shifts = list(accumulate(len(e.raw) - len(e.new) for e in self.edits))
        starts = [e.raw.end - shift for e, shift in zip(self.edits, shifts, strict=True)]
        object.__setattr__(self, "_starts", tuple(starts))
        object.__setattr__(self, "_shifts", tuple(shifts))

    def to_raw(self, span: Span) -> RawSpan:
        """The received characters that ``span`` came from; an edit that is only touched is taken whole."""
        return RawSpan(self._raw_start(span.start), self._raw_end(span.end))

    def _raw_start(self, clean: int) -> int:
        i = bisect_right(self._starts, clean)
        shift = self._shifts[i - 1] if i else 0
        raw = clean + shift
        if i < len(self.edits) and raw > self.edits[i].raw.start:
            return self.edits[i].raw.start
        return raw

    def _raw_end(self, clean: int) -> int:
        i = bisect_right(self._starts, clean - 1) if clean else 0
        shift = self._shifts[i - 1] if i else 0
        raw = clean + shift
        if i < len(self.edits) and raw > self.edits[i].raw.start:
            return self.edits[i].raw.end
        return raw

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(s.span.start for s in self.sentences)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence whose span holds the clean ``offset``, or the last one that begins before it; None before all."""
        i = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[i] if i >= 0 else None

    def zone_at(self, span: Span) -> Zone | None:
        """The first zone that overlaps ``span``."""
        return next((z for z in self.zones if z.span.overlaps(span)), None)
