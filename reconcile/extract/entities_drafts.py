"""What the entity extractors pass among themselves: a sentence with its surroundings, and a mention in the making."""

from collections.abc import Mapping
from functools import cached_property

from attrs import define, evolve, frozen

from reconcile.lexicon.load import words
from reconcile.model.documents import Document, Sentence, Token

STRONG, LIKELY, WEAK = 3, 2, 1
UNREAD_RUN = "entities.unread-run"  # the rule of a run of capitalised words that nothing else reads
# "Oslo-listed Norvik" is two names, of which the first is a part of its word.
COMPOUND_TAILS = (
    "-based", "-born", "-led", "-backed", "-owned", "-run", "-made", "-style", "-headquartered", "-listed", "-registered", "-bound",
)  # fmt: skip


@frozen
class Draft:
    """A mention in the making: token indices ``first``..``last`` (excluded) of one sentence.

    ``strength`` is STRONG (its form says what it is), LIKELY, or WEAK (kept only when the rest of the document agrees).
    ``cut`` is the number of characters at the end of the last token that are not part of the name ("-based").
    """

    first: int
    last: int
    kind: str
    name: str
    rule: str
    strength: int = STRONG
    key: str | None = None
    demonym: bool = False
    aliases: tuple[str, ...] = ()
    role: tuple[int, int] | None = None
    cut: int = 0

    def evolved(self, **changes: object) -> "Draft":
        """A copy with some fields changed."""
        return evolve(self, **changes)  # type: ignore[arg-type]


@frozen
class Survey:
    """What a whole document tells: words in lower case, words with a capital inside a sentence, where quotations begin."""

    lower: frozenset[str]
    capital: Mapping[str, int]
    quote_starts: frozenset[int] = frozenset()


@define(frozen=True, slots=False)
class Scene:
    """One sentence as the extractors see it. ``case`` is "prose", "title" (Headline Style) or "upper" (ALL CAPITALS)."""

    document: Document
    sentence: Sentence
    survey: Survey
    case: str

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.sentence.tokens

    def text(self, first: int, last: int) -> str:
        """The clean text from token ``first`` up to but without token ``last``, blanks made single."""
        raw = self.document.text[self.tokens[first].span.start : self.tokens[last - 1].span.end]
        return " ".join(raw.split())

    def is_joined(self, at: int) -> bool:
        """Whether token ``at`` follows the one before it on the same line."""
        return at > 0 and "\n\n" not in self.document.text[self.tokens[at - 1].span.end : self.tokens[at].span.start]

    @cached_property
    def capitals(self) -> tuple[bool, ...]:
        """For each token, whether it is written like a name."""
        in_prose = self.case == "prose"
        return tuple(
            is_capital(t.text)
            and not _is_function_word(t)
            and (in_prose or not _is_plain_in_headlines(t))
            and not self._is_of_currency(n)
            for n, t in enumerate(self.tokens)
        )

    def _is_of_currency(self, at: int) -> bool:
        """The letters of "C$15 million"."""
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return following is not None and following.text in _SIGNS and following.span.start == self.tokens[at].span.end

    @cached_property
    def openers(self) -> frozenset[int]:
        """Indices of tokens that would be capitalised whatever they are: after a sentence start, a colon or an opening quote."""
        found: set[int] = set()
        opening = True
        for at, token in enumerate(self.tokens):
            if any(ch.isalnum() for ch in token.text):
                if opening:
                    found.add(at)
                opening = False
            elif token.text in _OPENING_MARKS or (token.text == '"' and self._opens_quote(at)):
                opening = True
        return frozenset(found)

    def _opens_quote(self, at: int) -> bool:
        return self.tokens[at].span.end in self.survey.quote_starts


def _is_function_word(token: Token) -> bool:
    """ "This", "From", "Although" written with a capital: captions that run on without a stop. "The" may begin a name."""
    return token.tag[:2] in _FUNCTION_TAGS and token.text in words("name_parts", "openers") and token.lower != "the"


_SIGNS = frozenset("$\u00a3\u20ac\u00a5")
_FUNCTION_TAGS = frozenset({"AT", "DT", "PR", "CJ", "TO", "DP"})


def _is_plain_in_headlines(token: Token) -> bool:
    """In Headline Style verbs, prepositions and the like are capitalised too; the tagger often takes "Says" for a name there."""
    if token.tag[:2] in _NO_NAME_TAGS:
        return True
    verbs = words("acting", "government_verbs") | words("acting", "speech_verbs")
    return token.lower.endswith("s") and (token.lower[:-1] in verbs or token.lower[:-2] in verbs)


_NO_NAME_TAGS = frozenset({"VV", "VM", "VB", "VH", "VD", "PR", "AV", "CJ", "AT", "DT", "DP", "PN", "TO", "XX"})
_OPENING_MARKS = frozenset({":", "\u201c", "\u2018", "\u2022", "\u2026", "...", ";", "*", ".", "!", "?", "|"})


def is_capital(word: str) -> bool:
    """Whether a word is written like (a part of) a name: "Moscow", "al-Qaeda", "iPhone", "Il-62M", but not "5G"."""
    if word[0].isupper():
        return True
    return word[0].isalpha() and any(ch.isupper() for ch in word[1:]) and word[0].islower()
