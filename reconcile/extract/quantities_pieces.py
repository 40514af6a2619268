"""Sentences cut into smaller pieces than tokens: "28-year-old", "$1.2bn" and "5ft3in" come apart, dates and phone numbers stay whole."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from typing import cast

from attrs import define, evolve, frozen

from reconcile.lexicon.load import table, words
from reconcile.measure.units import currency_forms, unit_forms
from reconcile.model.documents import Phrase, Sentence, Token

_PIECE = re.compile(
    r"""
    (?P<code>
        (?: https?:// | www\. ) \S+                         # addresses
      | [\w.+-]{1,64} @ [\w-]{1,64} \. [\w.]{2,64}
      | \d+ (?: \. \d+ ){2,}                                # 192.168.1.2, 25.07.2023
      | \d{1,2} : \d{2} (?: : \d{2} )?                      # clock times
      | \d{1,4} / \d{1,2} / \d{2,4}                         # 5/17/2018
      | \d{4} - \d{2} (?: - \d{2} )? (?! [\d,]|\s?%)        # 2023-07-25
      | \+? \d{1,5} (?: [-/] \d{2,8} ){2,}                  # phone numbers
      | \d{1,5} (?: - \d{1,8} ){3,}
      | \( \d{3} \) \s? \d{3} - \d{4}
      | \d+ (?: st | nd | rd | th ) (?! [^\W_] )            # ordinals are kept apart
      | '? \d{2,4} s (?! [^\W_] )                           # 1990s
      | 24/7 | 9/11 | 50[/-]50 (?! [\d%] )
    )
  | (?P<euro>    \d{1,3} (?: \. \d{3} )+ , \d+ )             # 1.111,11
  | (?P<power>   \d+ (?: \. \d+ )? (?: [eE] [+-]? \d+ | [xX\u00d7] 10 \^ -? \d+ | \^ [+-]? \d+ ) (?! [^\W_] ) )
  | (?P<ratio>   \d{1,4} / \d{1,4} (?! [\d/] ) )
  | (?P<grouped> \d{1,3} (?: [ ] \d{3} )+ (?: \. \d+ )? (?! [\d,.]*\d ) (?! [^\W\d_] ) )
  | (?P<number>  \d+ (?: , \d+ )* (?: \. \d+ )? | (?<! [\w.] ) \. \d+ )
  | (?P<vulgar>  [\u00bc-\u00be\u2150-\u215e] )
  | (?P<initials> (?: [^\W\d_] \. ){2,} )
  | (?P<clitic>  ' (?: s | t | re | ve | ll | d | m ) (?! [^\W_] ) )
  | (?P<word>    [^\W\d_]+ )
  | (?P<mark>    [<>]\s?= | \S )
    """,
    re.VERBOSE,
)
HYPHENS = "-\u2010\u2011"
_MAX_NUMBER_CHARS = 30
_NUMERIC = frozenset({"euro", "power", "ratio", "grouped", "number", "vulgar"})


@frozen
class Piece:
    """A piece of a sentence, offsets into the clean text. ``glued`` tells that no space stands before it.

    ``value`` is the number that digits stand for; ``kind`` is number, ratio, vulgar, word, code or mark.
    """

    start: int
    end: int
    text: str
    lower: str
    kind: str
    glued: bool
    value: float | None = None


@define(slots=False)
class Line:
    """The pieces of one sentence together with its tokens."""

    sentence: Sentence
    pieces: tuple[Piece, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [t.span.start for t in self.sentence.tokens]

    def token(self, at: int) -> Token | None:
        """The token that holds the piece number ``at``, None outside the sentence."""
        if not 0 <= at < len(self.pieces):
            return None
        return self.sentence.tokens[self.token_index(at)]

    def token_index(self, at: int) -> int:
        """The number of the token that holds the start of piece ``at``."""
        return max(0, bisect_right(self._starts, self.pieces[at].start) - 1)

    def lower(self, at: int) -> str:
        """The piece in lower case; an empty string outside the sentence."""
        return self.pieces[at].lower if 0 <= at < len(self.pieces) else ""

    def kind(self, at: int) -> str:
        """The kind of the piece; an empty string outside the sentence."""
        return self.pieces[at].kind if 0 <= at < len(self.pieces) else ""

    def glued(self, at: int) -> bool:
        """Whether piece ``at`` exists and follows the one before without a space."""
        return 0 < at < len(self.pieces) and self.pieces[at].glued

    @cached_property
    def _lowers(self) -> frozenset[str]:
        return frozenset(piece.lower for piece in self.pieces)

    def holds(self, cues: frozenset[str]) -> bool:
        """Whether one of ``cues`` stands anywhere in the sentence."""
        return not cues.isdisjoint(self._lowers)

    @cached_property
    def has_no_small_words(self) -> bool:
        """Whether it is a headline in capitals."""
        return not any(piece.kind == "word" and piece.text.islower() for piece in self.pieces)

    @cached_property
    def looks_like_code(self) -> bool:
        """Brackets glued to words, braces, assignments: at least two of them."""
        marks = sum(piece.text in ("{", "}", "=", "==", ";") for piece in self.pieces)
        pairs = zip(self.pieces, self.pieces[1:], strict=False)
        calls = sum(b.text in ("(", "[") and b.glued and a.kind == "word" for a, b in pairs)
        return calls > 0 and marks + calls > 1

    @cached_property
    def _ends(self) -> list[int]:
        return [piece.end for piece in self.pieces]

    @cached_property
    def _groups(self) -> tuple[list[int], list[Phrase]]:
        groups = [phrase for phrase in self.sentence.phrases if phrase.kind == "VG"]
        return [group.first for group in groups], groups

    def verb_group(self, token: int) -> Phrase | None:
        """The first verb group at or behind the token number ``token``."""
        firsts, groups = self._groups
        at = bisect_left(firsts, token)
        return groups[at] if at < len(groups) else None

    @cached_property
    def first_toll(self) -> int:
        """The number of the first piece "toll", -1 without one."""
        return next((n for n, piece in enumerate(self.pieces) if piece.lower == "toll"), -1)

    def after(self, token: Token) -> int:
        """The number of the first piece that begins at or after the end of ``token``."""
        return bisect_right(self._ends, token.span.end)

    def matches(self, at: int, form: tuple[str, ...]) -> bool:
        """Whether ``form`` stands at ``at``, piece by piece, case ignored."""
        pieces = self.pieces
        return at >= 0 and at + len(form) <= len(pieces) and all(pieces[at + n].lower == w for n, w in enumerate(form))


def split(text: str, sentence: Sentence) -> Line:
    """Cut one sentence of the clean ``text``."""
    pieces: list[Piece] = []
    end = sentence.span.start
    for match in _PIECE.finditer(text, sentence.span.start, sentence.span.end):
        kind = str(match.lastgroup)
        glued = match.start() == end and bool(pieces)
        end = match.end()
        if kind in _NUMERIC:
            pieces.extend(_numbers(match.start(), match.group(), kind, glued))
        else:
            kind = {"initials": "word", "clitic": "mark"}.get(kind, kind)
            lower = match.group().lower().replace(" ", "")
            pieces.append(Piece(match.start(), end, match.group(), lower, kind, glued))
    return Line(sentence, tuple(_with_codes(pieces)))


def _numbers(start: int, text: str, kind: str, glued: bool) -> list[Piece]:
    """One piece, or one for each part of a list without spaces ("22,24,26"); what is no number after all is a code."""
    value = _VALUES[kind](text) if len(text) <= _MAX_NUMBER_CHARS else None
    if value is not None:
        return [
            Piece(
                start,
                start + len(text),
                text,
                text.lower(),
                kind if kind in ("ratio", "vulgar") else "number",
                glued,
                value,
            )
        ]
    if kind != "number" or "," not in text or len(text) > _MAX_NUMBER_CHARS:
        return [Piece(start, start + len(text), text, text.lower(), "code", glued)]
    pieces, at = [], start
    for part in text.split(","):
        pieces.append(Piece(at, at + len(part), part, part, "number", glued or at > start, float(part)))
        at += len(part) + 1
    return pieces


def _plain(text: str) -> float | None:
    """1,234,567.8 and the Indian 12,34,567; a comma before one or two last digits is a decimal one; None for a list."""
    whole, _, fraction = text.partition(".")
    groups = whole.split(",")
    western = len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:])
    indian = len(groups[0]) <= 2 and len(groups[-1]) == 3 and all(len(g) == 2 for g in groups[1:-1])
    if len(groups) == 1 or western or indian:
        return float(text.replace(",", ""))
    if len(groups) == 2 and not fraction and len(groups[0]) <= 3 and len(groups[1]) <= 2:
        return float(text.replace(",", "."))
    return None


def _power(text: str) -> float | None:
    base, _, exponent = text.partition("^")
    try:
        if "e" in text.lower():
            value = float(text)
        elif "10" in base[-2:] and base[-3:-2] in ("x", "X", "\u00d7"):
            value = float(base[:-3]) * 10.0 ** int(exponent)
        else:
            value = float(base) ** int(exponent)
    except (OverflowError, ValueError, ZeroDivisionError):
        return None
    return value if abs(value) < 1e100 else None


def _ratio(text: str) -> float | None:
    upper, lower = (int(part) for part in text.split("/"))
    return upper / lower if 0 < upper < lower and lower in _DENOMINATORS else None


_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 50, 64, 100, 1000})


def _vulgar(text: str) -> float | None:
    return cast(dict[str, float], table("quantities")["vulgar"]["values"]).get(text)


_VALUES: Mapping[str, Callable[[str], float | None]] = {
    "number": _plain,
    "grouped": lambda text: float(text.replace(" ", "")),
    "euro": lambda text: float(text.replace(".", "").replace(",", ".")),
    "power": _power,
    "ratio": _ratio,
    "vulgar": _vulgar,
}


_JOINTS = ("in", "to", "by", "and", "or", "of")


def _with_codes(pieces: list[Piece]) -> list[Piece]:
    """Digits glued to letters before them ("Il-62M", "SCP-173", "A1") belong to a name, unless the letters are a currency's."""
    for at in range(1, len(pieces)):
        here, before = pieces[at], pieces[at - 1]
        if here.kind != "number" or not here.glued:
            continue
        hyphen = before.text in HYPHENS and before.glued and at > 1
        letters = pieces[at - 2] if hyphen else before
        if hyphen and at > 2 and letters.glued and pieces[at - 3].kind == "number":
            continue
        if hyphen and (letters.lower in unit_forms().before or letters.lower in _JOINTS):
            continue
        if (
            letters.kind == "word"
            and not is_currency(letters.text)
            and not (hyphen and letters.lower in number_words())
            and not (before is letters and letter_currency(pieces, at - 1))
        ) or letters.kind == "code":
            pieces[at] = evolve(here, kind="code", value=None)
    return pieces


def letter_currency(pieces: Sequence[Piece], at: int) -> str | None:
    """The currency of one letter glued to a great number: "R2.3 billion", "R1,200"; None for "R2"."""
    known = cast(dict[str, str], table("units_currencies")["one_letter"]["units"])
    unit = known.get(pieces[at].text)
    if unit is None or at + 1 >= len(pieces) or not pieces[at + 1].glued:
        return None
    behind = pieces[at + 2].lower if at + 2 < len(pieces) else ""
    is_great = behind in words("units_currencies", "one_letter") or "," in pieces[at + 1].text
    return unit if is_great else None


def is_currency(word: str) -> bool:
    """Whether ``word`` is a currency's code or symbol, or ends with a currency sign ("US$")."""
    forms = currency_forms()
    return word.upper() in forms.codes or word in forms.symbols or word.lower() in ("rmb", "musd", "meur")


@cache
def number_words() -> frozenset[str]:
    """Cardinals and magnitudes in words."""
    sections = table("quantities")
    return frozenset(
        w for name in ("cardinals", "magnitudes") for w in cast(dict[str, float], sections[name]["values"])
    )


@cache
def cues(section: str, name: str = "quantities_context") -> frozenset[str]:
    """The words of a section of the lexicon, read once."""
    return words(name, section)
