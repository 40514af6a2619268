"""One factual error put into a clean text: a number, date, place, name, negation or role that was not there before."""

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen


@frozen
class Swap:
    """``start``..``end`` of the text is replaced by ``new``. An insertion has ``start == end``."""

    kind: str
    start: int
    end: int
    new: str

    def apply(self, text: str) -> str:
        """The text with the error in it."""
        return text[: self.start] + self.new + text[self.end :]


Finder = Callable[[str], Iterator[Swap]]


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("swaps.toml").read_text(encoding="utf-8"))


def _other(words: list[str], word: str, text: str) -> str:
    """The next word of the list that does not stand in the text."""
    at = words.index(word) if word in words else len(word)
    turned = [*words[at % len(words) :], *words[: at % len(words)]]
    return next((w for w in turned if w != word and w not in text), turned[1])


_FIGURE = re.compile(r"(?<![\w.,$€£/:-])(?P<figure>[1-9]\d{0,2}(?:,\d{3})*)(?= [a-z]{3,}s\b| people\b| per cent\b|%)")
_WRITTEN = re.compile(
    r"\b(?P<written>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= [a-z]+s\b| people\b)", re.IGNORECASE
)


def numbers(text: str) -> Iterator[Swap]:
    """A count of something or a percentage becomes another, clearly different one."""
    for match in _FIGURE.finditer(text):
        value = int(match["figure"].replace(",", ""))
        yield Swap("number", *match.span("figure"), f"{value * 2 + 3:,}" if value > 1 else "4")
    written = _tables()["numbers"]["words"]
    for match in _WRITTEN.finditer(text):
        word = written[(written.index(match["written"].lower()) + 3) % len(written)]
        yield Swap("number", *match.span("written"), word.capitalize() if match["written"][0].isupper() else word)


_DAY = re.compile(r"\bon (?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?! \d)")
_MONTH = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}}) {_MONTH}|{_MONTH.replace('month', 'first')} (?P<second>\d{{1,2}})(?!\d))\b"
)


def dates(text: str) -> Iterator[Swap]:
    """Another weekday, or another day of the month."""
    weekdays = _tables()["weekdays"]["words"]
    for match in _DAY.finditer(text):
        yield Swap("date", *match.span("weekday"), weekdays[(weekdays.index(match["weekday"]) + 3) % 7])
    for match in _DATE.finditer(text):
        name = "day" if match["day"] else "second"
        day = int(match[name])
        yield Swap("date", *match.span(name), str(day + 9 if day < 15 else day - 9))


_PLACE = re.compile(
    r"\b(?:in|near|at|from|to) (?:the (?:town|city|village|port) of )?(?P<place>[A-Z][a-z]{3,}(?: [A-Z][a-z]+)?)(?=[,.]? (?:on|and|when|where|after|said|for|is|was|at|with|in)\b|[,.])"
)


def places(text: str) -> Iterator[Swap]:
    """A place after a preposition becomes a city that the text does not name."""
    words = _tables()["places"]["words"]
    calendar = {*_tables()["months"]["words"], *_tables()["weekdays"]["words"]}
    for match in _PLACE.finditer(text):
        if match["place"].split()[0] not in calendar:
            yield Swap("place", *match.span("place"), _other(words, match["place"], text))


_NAME = re.compile(
    r"""
    (?<!\bthe\ )(?<!\bThe\ )(?<![A-Z][a-z]{2}\ )
    \b(?P<first>[A-Z][a-z]{2,})\ (?P<last>[A-Z][a-z]{2,})
    (?= \ (?:said|told|added|announced|who|whose)\b | ,\ (?:\d\d|a|an|the|who|head|chief)\b )
    """,
    re.VERBOSE,
)


def names(text: str) -> Iterator[Swap]:
    """A first name becomes another: "Anna Holt" is told as "Edith Holt"."""
    words = _tables()["names"]["words"]
    for match in _NAME.finditer(text):
        yield Swap("name", *match.span("first"), _other(words, match["first"], text))


_AUXILIARY = re.compile(
    r"(?<=[a-z] )(?P<auxiliary>was|were|is|are|has|have|had|will|would)(?= [a-z]{3,}(?:ed|en|ing|wn|ht|lt|de|id)\b)(?! (?:been|being|never|not)\b)"
)


def negations(text: str) -> Iterator[Swap]:
    """A "not" after an auxiliary."""
    for match in _AUXILIARY.finditer(text):
        yield Swap("negation", match.end(), match.end(), " not")


def roles(text: str) -> Iterator[Swap]:
    """An office or occupation beside a name becomes another one."""
    for old, new in _tables()["roles"]["pairs"]:
        beside = rf"(?i:\b{old})(?=,? [A-Z][a-z]+ [A-Z])|(?<=[A-Z][a-z]{{3}}, )(?:the |a )?(?i:{old})\b"
        for match in re.finditer(beside, text):
            word = new.title() if match.group().istitle() else new
            article = next((a for a in ("the ", "a ") if match.group().lower().startswith(a)), "")
            yield Swap("role", match.start() + len(article), match.end(), word)


FINDERS: dict[str, Finder] = {
    "number": numbers,
    "date": dates,
    "place": places,
    "name": names,
    "negation": negations,
    "role": roles,
}


def swaps(text: str, kind: str, most: int) -> list[Swap]:
    """At most ``most`` errors of a kind, spread evenly over the text."""
    found = sorted(FINDERS[kind](text), key=lambda s: (s.start, s.end, s.new))
    step = max(1, len(found) // most)
    return found[::step][:most]
