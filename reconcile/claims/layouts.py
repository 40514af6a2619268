"""A sentence's phrases by their token places, and the noun chains that run through them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from attrs import define, evolve

from reconcile.lexicon.load import words
from reconcile.model.documents import Phrase, Sentence, Token
from reconcile.model.spans import Span

# What may hang a further noun phrase on a noun: "a spokesman for the ministry in London".
_BEFORE_VERB = frozenset(
    "of for in at from with on to near by about under against behind aboard inside into within after before during since over "
    "between among outside off through without".split()
)
_AFTER_CUE = frozenset({"of", "for", "at", "in", "from", "with", "near", "within"})
QUOTE_MARKS = frozenset('"\u201c\u201d\u201e\u00ab\u00bb')
_APOSTROPHES = frozenset("'\u2018\u2019")
DASHES = frozenset({"-", "--", "\u2013", "\u2014"})


_MAX_TOKENS = 400


def window(sentence: Sentence, offset: int) -> Sentence:
    """The sentence, or of one with hundreds of tokens the stretch that holds the character ``offset``: time stays linear."""
    if len(sentence.tokens) <= _MAX_TOKENS:
        return sentence
    at = bisect_right(sentence.tokens, offset, key=lambda t: t.span.start) - 1
    return _piece(sentence, max(at, 0) // _MAX_TOKENS * _MAX_TOKENS)


def windows(sentence: Sentence) -> Iterator[Sentence]:
    """All stretches of a sentence in order, for most sentences just itself."""
    if len(sentence.tokens) <= _MAX_TOKENS:
        yield sentence
        return
    for first in range(0, len(sentence.tokens), _MAX_TOKENS):
        yield _piece(sentence, first)


def _piece(sentence: Sentence, first: int) -> Sentence:
    last = min(first + _MAX_TOKENS, len(sentence.tokens))
    lowest = bisect_left(sentence.phrases, first, key=lambda p: p.first)
    highest = bisect_left(sentence.phrases, last, key=lambda p: p.first)
    phrases = (p for p in sentence.phrases[lowest:highest] if p.last <= last)
    shifted = tuple(evolve(p, first=p.first - first, last=p.last - first, head=p.head - first) for p in phrases)
    tokens = sentence.tokens[first:last]
    return evolve(sentence, span=Span(tokens[0].span.start, tokens[-1].span.end), tokens=tokens, phrases=shifted)


@define(frozen=True, slots=False)
class Layout:
    """One sentence seen by token index. Ranges of tokens are half-open."""

    sentence: Sentence

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    @cached_property
    def _starting(self) -> dict[int, Phrase]:
        return {p.first: p for p in self.sentence.phrases}

    @cached_property
    def _ending(self) -> dict[int, Phrase]:
        return {p.last: p for p in self.sentence.phrases}

    @cached_property
    def verb_groups(self) -> tuple[Phrase, ...]:
        """The verb groups in order."""
        return tuple(p for p in self.sentence.phrases if p.kind == "VG")

    def noun_at(self, first: int) -> Phrase | None:
        """The noun phrase that starts at token ``first``."""
        phrase = self._starting.get(first)
        return phrase if phrase is not None and phrase.kind == "NP" else None

    def noun_until(self, last: int) -> Phrase | None:
        """The noun phrase that ends before token ``last``."""
        phrase = self._ending.get(last)
        return phrase if phrase is not None and phrase.kind == "NP" else None

    def verb_at(self, first: int) -> Phrase | None:
        """The verb group that starts at token ``first``; adverbs before it are passed over."""
        while first < len(self.tokens) and self.tokens[first].pos == "ADV":
            first += 1
        phrase = self._starting.get(first)
        return phrase if phrase is not None and phrase.kind == "VG" else None

    def is_mark(self, at: int) -> bool:
        """Whether the token at ``at`` is a quotation mark; an apostrophe is one beside a stop or between space and word."""
        if not 0 <= at < len(self.tokens):
            return False
        if self.tokens[at].text in QUOTE_MARKS:
            return True
        if self.tokens[at].text not in _APOSTROPHES:
            return False
        closes = at > 0 and self.tokens[at - 1].text in (",", ".", "?", "!")
        free = at == 0 or self.tokens[at - 1].span.end < self.tokens[at].span.start
        return closes or (
            free and at + 1 < len(self.tokens) and self.tokens[at + 1].span.start == self.tokens[at].span.end
        )

    def verb_from(self, offset: int) -> Phrase | None:
        """The verb group whose first character stands at ``offset``: the one of a reporting cue."""
        at = self.index_at(offset)
        if at >= len(self.tokens) or self.tokens[at].span.start != offset:
            return None
        phrase = self._starting.get(at)
        return phrase if phrase is not None and phrase.kind == "VG" else None

    def lower(self, at: int) -> str:
        """The lower-case word at ``at``, "" outside the sentence."""
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""

    def span(self, first: int, last: int) -> Span:
        """The characters from token ``first`` to before token ``last``."""
        return Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)

    def index_at(self, offset: int) -> int:
        """The first token that ends after the character ``offset``; the number of tokens where none does."""
        return bisect_right(self.tokens, offset, key=lambda t: t.span.end)

    def is_temporal_word(self, at: int) -> bool:
        """Whether the token at ``at`` is a weekday, a month, "today"..."""
        return self.lower(at) in words("reporting", "times")

    def is_temporal(self, phrase: Phrase) -> bool:
        """Whether a noun phrase tells a time: "Monday", "last week", "12 May"."""
        head = self.tokens[phrase.head]
        if head.lemma.lower() in words("reporting", "times"):
            return True
        return head.pos == "NUM" and any(self.is_temporal_word(i) for i in range(phrase.first, phrase.last))

    def is_venue(self, phrase: Phrase) -> bool:
        """Whether a noun phrase tells where things are said: "a statement", "a news conference"."""
        return self.tokens[phrase.head].lemma.lower() in words("reporting", "venues")

    def chain_before(self, last: int) -> int | None:
        """Where the noun chain that ends before token ``last`` starts; None without a noun phrase there."""
        phrase = self.noun_until(last)
        if phrase is None:
            return None
        first = self._past_initial(phrase.first)
        while first >= 2 and self.lower(first - 1) in _BEFORE_VERB:
            before = self._governing_noun(first - 1)
            if before is None or self.is_temporal(before) or self._opens_clause(first):
                break
            first = self._past_initial(before.first)
        return first

    def _opens_clause(self, first: int) -> bool:
        """As in "after it waited": before a pronoun "after" is a conjunction."""
        return self.tokens[first].tag == "PNP" and self.lower(first - 1) in ("after", "before", "since")

    def _governing_noun(self, last: int) -> Phrase | None:
        """The noun that a preposition at ``last`` hangs on, also over a participle: "a statement released by"."""
        reduced = ("VVN", "VVG", "VVD") if self.lower(last) == "by" else ("VVN", "VVG")
        while last > 0 and self.tokens[last - 1].pos == "ADV":
            last -= 1
        if last > 1 and self.tokens[last - 1].tag in reduced and self.noun_until(last) is None:
            last -= 1
        return self.noun_until(last)

    def _past_initial(self, first: int) -> int:
        """As in "R. Nicholas Burns", "23-year-old Jane": a stop or hyphen parts one name into two phrases."""
        if first >= 2 and self.tokens[first - 1].text == "-" and self._adjoins(first - 1):
            before = self.noun_until(first - 1)
            return before.first if before is not None else first
        if first >= 2 and self.tokens[first - 1].text == "." and len(self.tokens[first - 2].text) == 1:
            before = self.noun_until(first - 1)
            return before.first if before is not None else first
        return first

    def chain_after(self, first: int) -> int | None:
        """Where the noun chain that starts at token ``first`` ends; None without a noun phrase there."""
        phrase = self.noun_at(first)
        if phrase is None:
            return None
        last = self._over_initial(phrase.last)
        while self.lower(last) in _AFTER_CUE:
            following = self.noun_at(last + 1)
            if (
                following is None
                or self.is_temporal(following)
                or (self.is_venue(following) and self.lower(last) != "of")
            ):
                break
            last = following.last
        if self.lower(last) == "and":
            following = self.noun_at(last + 1)
            if following is not None and self.verb_at(following.last) is None and not self.is_temporal(following):
                last = following.last
        return last

    def _adjoins(self, at: int) -> bool:
        inside = 0 < at < len(self.tokens) - 1
        return (
            inside
            and self.tokens[at - 1].span.end == self.tokens[at].span.start
            and self.tokens[at].span.end == self.tokens[at + 1].span.start
        )

    def _over_initial(self, last: int) -> int:
        if self.lower(last) == "-" and self._adjoins(last):
            following = self.noun_at(last + 1)
            return following.last if following is not None else last
        if self.lower(last) == "." and len(self.tokens[last - 1].text) == 1:
            following = self.noun_at(last + 1)
            return following.last if following is not None and self.tokens[following.first].pos == "PROPN" else last
        return last

    def head_of(self, first: int, last: int) -> Token:
        """The head token of the first noun phrase in the range."""
        phrase = self.noun_at(first)
        return self.tokens[phrase.head] if phrase is not None else self.tokens[last - 1]
