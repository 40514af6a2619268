"""Patterns over class strings, written with words: lower-case words are lexemes, upper-case words are classes of tokens."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from attrs import frozen

from reconcile.extract.times_lexer import Lexeme, characters, sections
from reconcile.model.times import TimeForm

_PART = re.compile(
    r"\s+|(?P<keep>\(\?(?:P<\w+>|[:=!]|<[=!])|[()|*+?^$]|\{[\d,]+\})|(?P<macro>[A-Z][A-Z_]*)|(?P<word>[a-z_]+)|(?P<mark>.)"
)
_LETTERS = {
    "DAY": "abc", "HOUR": "zab", "SMALL": "abcde", "WHOLE": "abcdegyw", "NUMBER": "zabcdefgyw", "YEAR": "yw", "CLOCK": "K", "NUMERIC": "N",
    "ISO": "I", "DECADE": "D", "MILITARY": "ym", "OTHER": "x", "POSS": "s", "BREAK": "|", "DIGITS": "abcdeg", "HOLIDAY": "H", "QUARTERSIGN": "Q", "LPAREN": "(", "RPAREN": ")", "SHORT": "zabcde",
}  # fmt: skip
_SINGULAR = (
    "second",
    "minute",
    "hour",
    "day",
    "night",
    "week",
    "fortnight",
    "weekend",
    "month",
    "quarter",
    "year",
    "decade",
    "century",
    "millennium",
)
_PLURAL = ("seconds", "minutes", "hours", "days", "nights", "weeks", "fortnights", "months", "quarters", "years", "decades", "centuries", "millennia")  # fmt: skip
_GROUPS: Mapping[str, Sequence[str]] = {
    "UNIT": (*_SINGULAR, *_PLURAL),
    "UNITS": _PLURAL,
    "SINGLE": _SINGULAR,
    "REL": ("this", "last", "past", "previous", "prior", "next", "coming", "following", "current", "same", "latest"),
    "BACK": ("last", "past", "previous", "prior"),
    "AHEAD": ("next", "coming", "following"),
    "PHASE": ("early", "late", "mid", "earlier", "later", "beginning", "end"),
    "SEASON": ("spring", "summer", "autumn", "fall", "winter"),
    "SEASONS": ("springs", "summers", "autumns", "winters"),
    "PLAINDAY": ("morning", "afternoon", "evening", "night", "midday"),
    "WEEKDAY": ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    "WEEKDAYS": ("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"),
}


@cache
def _classes() -> Mapping[str, str]:
    chars, named = characters(), sections()
    groups = {name: "".join(chars[key] for key in keys) for name, keys in _GROUPS.items()}
    whole = {
        name.upper().rstrip("S"): "".join(chars[k] for k in keys) for name, keys in named.items() if name != "grammar"
    }
    ordinals = "oO" + "".join(chars[key] for key in (*named["ordinals"], "second"))
    both = {**whole, **groups, **_LETTERS, "DECADE": "D" + whole["DECADE"] + chars["noughties"], "ORD": ordinals}
    return MappingProxyType({name: f"[{letters}]" for name, letters in both.items()})


@frozen
class Read:
    """One match: the tokens behind its groups, and the tokens round it."""

    tokens: Sequence[Lexeme]
    match: re.Match[str]
    tag_at: Callable[[int], str]

    def _at(self, group: str) -> int:
        """Where the group, or its twin in another branch ("year2" for "year"), took part; -1 where none did."""
        names = self.match.re.groupindex
        return next(
            (self.match.start(n) for n in (group, f"{group}2", f"{group}3") if n in names and self.match.start(n) >= 0),
            -1,
        )

    def key(self, group: str) -> str:
        """The key of the first token of a group; "" when the group has no part in the match."""
        at = self._at(group)
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""

    def has(self, group: str) -> bool:
        """Whether the group took part."""
        return self._at(group) >= 0

    def token(self, group: str) -> Lexeme:
        """The first token of a group that took part."""
        return self.tokens[self._at(group)]

    def start(self, group: str) -> int:
        """The index of the first token of a group that took part."""
        return self._at(group)

    def end(self, group: str) -> int:
        """The index after the last token of a group; -1 where it had no part."""
        names = self.match.re.groupindex
        return next(
            (self.match.end(n) for n in (group, f"{group}2", f"{group}3") if n in names and self.match.start(n) >= 0),
            -1,
        )

    @property
    def first(self) -> int:
        """The index of the first token."""
        return self.match.start()

    @property
    def last(self) -> int:
        """The index after the last token."""
        return self.match.end()

    def before(self, steps: int = 1) -> str:
        """The key (or lower-case text) of a token before the match."""
        at = self.first - steps
        return (self.tokens[at].key or self.tokens[at].text.lower()) if at >= 0 else ""

    def after(self, steps: int = 0) -> str:
        """The key (or lower-case text) of a token after the match."""
        at = self.last + steps
        return (self.tokens[at].key or self.tokens[at].text.lower()) if at < len(self.tokens) else ""

    def tag_after(self) -> str:
        """The part-of-speech tag of the token after the match, "" at the end."""
        return self.tag_at(self.tokens[self.last].start) if self.last < len(self.tokens) else ""

    def tag_before(self) -> str:
        """The part-of-speech tag of the token before the match, "" at the beginning."""
        return self.tag_at(self.tokens[self.first - 1].start) if self.first else ""


Builder = Callable[[Read], TimeForm | None]


@frozen
class Rule:
    """A pattern and what it is made into; of two matches of one length the earlier rule wins.

    No match lacks all of the class characters ``needs``; it is empty where no part of the pattern is needed in every match.
    """

    name: str
    pattern: re.Pattern[str]
    build: Builder
    needs: frozenset[str] = frozenset()


def rule(name: str, pattern: str, build: Builder) -> Rule:
    """Compile a pattern written in words."""
    return Rule(name, re.compile(_translated(pattern)), build, _needed(pattern))


def _needed(pattern: str) -> frozenset[str]:
    """The smallest class, or the word, that stands outside all brackets and is not optional."""
    depth = 0
    needed: list[frozenset[str]] = []
    parts = list(_PART.finditer(pattern))
    for match, following in zip(parts, [*parts[1:], None], strict=True):
        keep, is_optional = match["keep"] or "", following is not None and following.group() in ("?", "*")
        depth += keep.startswith("(") - (keep == ")")
        if keep == "|" and depth == 0:
            return frozenset()
        if depth == 0 and not is_optional and (match["macro"] or match["word"]):
            needed.append(_letters(match.group()))
        elif depth == 1 and keep.startswith("(?P") and (single := _SINGLE.match(pattern, match.end())):
            needed.append(_letters(single["name"]))
    return min(needed, key=len, default=frozenset())


# A group that holds one class alone and is not optional: "(?P<month> MONTH )".
_SINGLE = re.compile(r"\s*(?P<name>[A-Z][A-Z_]*)\s*\)(?!\s*[?*])")


def _letters(name: str) -> frozenset[str]:
    return frozenset(_classes()[name][1:-1] if name.isupper() else characters()[name])


def _translated(pattern: str) -> str:
    parts: list[str] = []
    for match in _PART.finditer(pattern):
        if match["keep"]:
            parts.append(match["keep"])
        elif match["macro"]:
            parts.append(_classes()[match["macro"]])
        elif match["word"]:
            parts.append(characters()[match["word"]])
        elif match["mark"]:
            parts.append(re.escape(match["mark"]))
    return "".join(parts)


def form(kind: str, type_: str = "DATE", mod: str | None = None, **fields: object) -> TimeForm:
    """A form of ``kind`` with its non-empty fields as strings."""
    return TimeForm(type_, kind, tuple((k, str(v)) for k, v in fields.items() if v not in ("", None)), mod)
