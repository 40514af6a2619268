"""A text as a string of classes, one character a token, over which the time grammar runs.

Every word of ``lexicon/en/times.toml`` has a class character of its own, so that "second" can be a unit and an ordinal;
numbers have one by their range, and all that times are never made of is one class. A match over the class string is a
match over tokens, ten times shorter than the text.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple, cast

from reconcile.lexicon.load import table

BREAK, OTHER = "|", "x"
# Numbers: 1-12 may be a month, a day or an hour; 13-24 a day or an hour; 25-31 a day; 32-59 minutes or a short year.
_RANGES = ((0, 0, "z"), (1, 12, "a"), (13, 24, "b"), (25, 31, "c"), (32, 59, "d"), (60, 99, "e"))

_TOKEN = re.compile(
    r"""
    (?P<plain>    [^\W\d_]{2,} (?=[\x20,;)!?]) )             # most words: nothing special can begin with them
  | (?P<gap>      \n [^\S\n]{0,20} \n )
  | (?P<skip>     https?://\S+ | www\.\S+ | [\w.+-]{1,64}@[\w.-]{2,64} | [$\u00a3\u20ac\u00a5#]\s?\d[\d,.]*(?:[a-z]+)? | \$[A-Za-z]+ )
  | (?P<iso>      (?<![\w./])(?<!\d-) \d{4}-\d\d?-\d\d? (?:[T\x20]\d\d:\d\d(?::\d\d(?:\.\d+)?)? (?:Z|[+-]\d\d:?\d\d)? )? (?![\w/]|-\d|\.\d) )
  | (?P<compact>  (?<![\w.,/])(?<!\d-) (?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) (?![\w/]|[.,-]\d) )
  | (?P<ndate>    (?<![\w./])(?<!\d[:,])(?<!\d\d-)(?<![A-Za-z]-)
                  (?: \d{1,2}(?P<sep1>[/.\u2044-])\d{1,2}(?P=sep1)(?:\d{4}|\d{2}) | \d{4}(?P<sep2>[/.])\d{1,2}(?P=sep2)\d{1,2} | \d{1,2}/\d{1,2} | \d{1,2}[/-](?:19|20)\d\d | (?:19|20)\d\d[/-](?:0?[1-9]|1[0-2])(?!\d) )
                  (?! [\w/] | [.:,]\d | -\d(?!\d?[/-]\d) | \s?% ) )
  | (?P<ranged>   (?<=\d-) \d{1,2}(?P<sep3>/)\d{1,2}(?:/(?:\d{4}|\d{2}))? (?! [\w/] | [.:,-]\d | \s?% ) )
  | (?P<sign>     \b [QqHh][1-4] \b | \b [1-4][Qq] \b )
  | (?P<fraction> (?<!\w) [\u00bd\u00bc\u00be] )
  | (?P<serial>   \+?\d+(?:[-./]\d+){2,} [\w-]* | \d{1,24}/\d[\d./]{0,24} | \d[\d.,]{0,24}\s?(?:%|percent\b|per\ cent\b) )
  | (?P<clock>    (?<![\w.:]) (?:[01]?\d|2[0-4])[:h][0-5]\d(?::[0-5]\d)? (?=\s?[ap]\.?m\b|\W|$) (?!:\d|\.\d) )
  | (?P<dotclock> (?<![\w.:]) (?:0?\d|1[0-2])\.[0-5]\d (?=\s?[ap]\.?m\b) )
  | (?P<atclock>  (?<=\bat\x20) (?:[01]?\d|2[0-3])\.[0-5]\d (?=\x20(?:on|local|GMT|BST|CET|UTC|yesterday|today|this|last|in\ the)\b) )
  | (?P<decade>   (?<![\w.,-]) (?:1\d|20)\d0(?:'s|s)\b | ['\u2018]?[2-9]0(?:'s|s)\b )
  | (?P<nth>      (?<![\w.,]) \d{1,4}\s?(?:st|nd|rd|th)\b )
  | (?P<number>   \d{1,3}(?:,\d{3})+(?:\.\d+)? | \d+\.\d+ | \d+ )
  | (?P<halfday>  [ap]\.\s?m\.? (?![A-Za-z]) )
  | (?P<dotted>   (?:[A-Za-z]\.){2,} )
  | (?P<oclock>   o'clock\b )
  | (?P<genitive> 's\b | '(?=\s) )
  | (?P<word>     [^\W\d_]+ )
  | (?P<mark>     [^\w\s] | _ )
    """,
    re.VERBOSE,
)
_MARKS = {",": ",", ".": ".", "-": "-", "\u2013": "-", "\u2014": "-", "\u2010": "-", "\u2011": "-", "~": "-", "(": "(", ")": ")", "/": "/", ":": ":", "'": "'", "\u2018": "'"}  # fmt: skip
_FRACTIONS = {"\u00bd": "0.5", "\u00bc": "0.25", "\u00be": "0.75"}
_DASHED_OK = frozenset({"mid", "early", "late", "post", "pre", "year", "fiscal", "long", "then", "half"})


class Lexeme(NamedTuple):
    """One token: its place, its class character, its ``key`` (the lexeme or the number), the words as written.

    A named tuple, since one is made for every word of a text and an attrs class takes five times as long to make.
    """

    start: int
    end: int
    char: str
    key: str
    text: str


@cache
def sections() -> Mapping[str, tuple[str, ...]]:
    """The lexemes of every section of the lexicon."""
    return MappingProxyType({name: tuple(_forms(entry)) for name, entry in table("times").items() if "forms" in entry})


def _forms(entry: Mapping[str, object]) -> Mapping[str, list[str]]:
    return cast(Mapping[str, list[str]], entry["forms"])


@cache
def characters() -> Mapping[str, str]:
    """The class character of every lexeme: private-use characters in the order of the lexicon."""
    keys = [key for keys in sections().values() for key in keys]
    return MappingProxyType({key: chr(0xE000 + n) for n, key in enumerate(dict.fromkeys(keys))})


@cache
def _keys() -> Mapping[str, str]:
    return MappingProxyType({form: key for entry in table("times").values() if "forms" in entry for key, forms in _forms(entry).items() for form in forms})  # fmt: skip


def forms_of(section: str) -> tuple[str, ...]:
    """All written forms of a section, in lower case."""
    return tuple(form for forms in _forms(table("times")[section]).values() for form in forms)


@cache
def _capitalised() -> frozenset[str]:
    """Forms that are names only with a capital: "may", "march", "sat", "sun", "mar", "wed"..."""
    return frozenset(str(word) for word in cast(list[str], table("times")["capitalised"]["words"]))


def lex(text: str) -> list[Lexeme]:
    """The tokens of a text in order."""
    return list(_glued(text, _tokens(text)))


def _tokens(text: str) -> Iterator[Lexeme]:
    keys, chars = _keys(), characters()
    done = 0
    for match in _TOKEN.finditer(text):
        (start, end), kind, written = match.span(), str(match.lastgroup), match.group()
        if start < done:  # the stop of an abbreviation
            continue
        if kind not in ("plain", "word"):
            yield _special(kind, start, end, written)
            continue
        lower = written.lower()
        key = keys.get(lower, "")
        if kind == "word" and text.startswith(".", end) and f"{lower}." in keys and _is_name(written):
            key, done = keys[f"{lower}."], end + 1
            yield Lexeme(start, done, chars[key], key, text[start:done])
        elif key and _is_name(written):
            yield Lexeme(start, end, chars[key], key, written)
        else:
            yield Lexeme(start, end, OTHER, "", written)


def _is_name(written: str) -> bool:
    return not (written.islower() and written in _capitalised())


def _special(kind: str, start: int, end: int, written: str) -> Lexeme:
    reader = _READERS.get(kind)
    char, key = reader(written) if reader is not None else (_PLAIN.get(kind, OTHER), written)
    return Lexeme(start, end, char, key, written)


def _number(written: str) -> tuple[str, str]:
    return number_class(written), written.replace(",", "")


def _nth(written: str) -> tuple[str, str]:
    value = int(re.sub(r"\D", "", written))
    return "o" if 1 <= value <= 31 else "O", str(value)


def _named(key: str) -> tuple[str, str]:
    return (characters()[key], key) if key else (OTHER, "")


def _quarter_sign(written: str) -> tuple[str, str]:
    letter, digit = sorted(written.lower(), reverse=True)
    return "Q", f"{letter}{digit}"


_PLAIN = {
    "gap": BREAK,
    "iso": "I",
    "ndate": "N",
    "ranged": "N",
    "clock": "K",
    "dotclock": "K",
    "atclock": "K",
    "decade": "D",
    "genitive": "s",
}
_READERS: Mapping[str, Callable[[str], tuple[str, str]]] = MappingProxyType({
    "number": _number, "nth": _nth, "sign": _quarter_sign,
    "halfday": lambda written: _named(f"{written[0].lower()}m"),
    "dotted": lambda written: _named(_keys().get(written.lower(), "")),
    "oclock": lambda _: _named("clock"),
    "mark": lambda written: (_MARKS.get(written, OTHER), _MARKS.get(written, written)),
    "compact": lambda written: ("I", f"{written[:4]}-{written[4:6]}-{written[6:]}"),
    "fraction": lambda written: ("f", _FRACTIONS[written]),
})  # fmt: skip


def number_class(written: str) -> str:
    """The class of a number by its form and range."""
    if "." in written:
        return "f"
    if "," in written:
        return "g"
    value = int(written) if len(written) <= 9 else 10**9
    if len(written) == 4:
        return "m" if written[0] == "0" else "y" if 1000 <= value < 2200 else "g"
    return next((char for low, high, char in _RANGES if low <= value <= high), "g")


def _glued(text: str, tokens: Iterator[Lexeme]) -> Iterator[Lexeme]:
    """Letters and digits written together are a name ("T54", "62M", "Il-62") unless the letters are a word of time ("5pm", "30min")."""
    earlier: Lexeme | None = None
    before: Lexeme | None = None
    for written in tokens:
        token = written if before is None or before.end != written.start else _behind(earlier, before, written)
        if before is not None:
            yield _unglued(before, token)
        earlier, before = before, token
    if before is not None:
        yield before


def _behind(earlier: Lexeme | None, before: Lexeme, token: Lexeme) -> Lexeme:
    """A token that stands directly behind another."""
    unit = _unit_letters().get(token.text.lower(), "") if before.char in _NUMERIC else ""
    if unit:
        return Lexeme(token.start, token.end, characters()[unit], unit, token.text)
    return Lexeme(token.start, token.end, OTHER, "", token.text) if _is_designator(earlier, before, token) else token


_NUMERIC = frozenset("zabcdefgym")


def _is_designator(earlier: Lexeme | None, before: Lexeme, token: Lexeme) -> bool:
    if token.char not in _NUMERIC | {"o", "O", "D", "N", "K"}:
        return False
    if before.char == "-" and earlier is not None and earlier.end == before.start:
        if token.char == "I":
            return False
        return earlier.text[-1].isalpha() and (earlier.char == OTHER or earlier.key not in _DASHED_OK | _month_keys())
    return before.text[-1].isalpha() and before.key not in _month_keys()


@cache
def _unit_letters() -> Mapping[str, str]:
    """Letters that are units when written behind a number: "3h", "10d"."""
    return cast(Mapping[str, str], table("times")["unit_letters"]["letters"])


@cache
def _month_keys() -> frozenset[str]:
    return frozenset(sections()["months"])


def _unglued(token: Lexeme, following: Lexeme) -> Lexeme:
    """A number with a word of no time stuck to its end is no number."""
    glued = token.char in _NUMERIC and following.start == token.end and following.text[0].isalpha()
    if glued and (following.char == OTHER or following.key not in _suffixes()):
        return Lexeme(token.start, token.end, OTHER, "", token.text)
    return token


@cache
def _suffixes() -> frozenset[str]:
    return frozenset({"am", "pm", *sections()["units"], *sections()["months"]})
