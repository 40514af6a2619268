"""Times of a document by form, before any calendar is known. The rules stand in the ``times_*`` modules by meaning."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from attrs import evolve, frozen

from reconcile.extract import (
    times_calendar,
    times_clock,
    times_days,
    times_durations,
    times_relative,
    times_sets,
    times_vague,
)
from reconcile.extract.times_combining import combined
from reconcile.extract.times_foreign import foreign_dates
from reconcile.extract.times_forms import Found
from reconcile.extract.times_grammar import Read, Rule
from reconcile.extract.times_holidays import holiday_words, merge_holidays
from reconcile.extract.times_lexer import Lexeme, forms_of, lex
from reconcile.extract.times_numbers import classes, merge
from reconcile.extract.times_possible import is_possible
from reconcile.extract.times_tense import Tenses
from reconcile.model.documents import Document, Sentence
from reconcile.model.marks import Mark
from reconcile.model.mentions import Mention
from reconcile.model.spans import Span
from reconcile.model.times import TimeForm

RULES: tuple[Rule, ...] = (
    *times_sets.RULES, *times_days.RULES, *times_calendar.RULES, *times_relative.RULES, *times_vague.RULES, *times_durations.RULES, *times_clock.RULES,
)  # fmt: skip


def find(document: Document) -> tuple[Mention[TimeForm], ...]:
    """All times in order of place, without overlaps: of two matches the longer one, then the earlier rule, is kept."""
    return tuple(mention for mention in _mentions(document) if is_possible(mention.value))


def impossible(document: Document) -> tuple[Mark, ...]:
    """Marks for what is written as a date that no calendar has: "31 February", "32/13/2023"."""
    mentions = [mention for mention in _mentions(document) if not is_possible(mention.value)]
    return tuple(Mark("number_mangled", m.span, m.text, "times.impossible-date", None, 0.8) for m in mentions)


# Forms that lie ahead or behind by the tense of their verb.
_DIRECTED = frozenset(
    {"date", "numeric", "month", "weekday", "monthday", "holiday", "quarter", "half", "season", "ahead"}
)


def needs_tags(text: str) -> bool:
    """Whether the times of a sentence depend on its parts of speech: to tell a time from a name or number, or ahead from behind."""
    asked: list[int] = []

    def tag_at(offset: int) -> str:
        asked.append(offset)
        return ""

    found = _matches(_scanned(text), tag_at)
    return bool(asked) or any(_is_directed(time) for _, _, time, _ in found)


def _is_directed(time: TimeForm) -> bool:
    if time.form == "unit":
        return time.get("unit") == "weekend"
    return time.form in _DIRECTED and not (time.get("year") or time.get("year_offset"))


def _mentions(document: Document) -> list[Mention[TimeForm]]:
    own = [mention for sentence in document.sentences for mention in _in_sentence(document, sentence)]
    foreign = [_foreign(document, *found) for found in foreign_dates(document.text)]
    if not foreign:
        return own
    taken = {place for mention in foreign for place in range(mention.span.start, mention.span.end)}
    alone = [m for m in own if taken.isdisjoint(range(m.span.start, m.span.end))]
    return sorted((*alone, *foreign), key=lambda mention: mention.span)


def _in_sentence(document: Document, sentence: Sentence) -> Iterator[Mention[TimeForm]]:
    at = sentence.span.start
    scanned = _scanned(document.text[at : sentence.span.end])
    if not scanned.candidates:
        return
    tenses = Tenses(sentence)
    for first, last, time, rule in combined(scanned.tokens, _matches(scanned, _Tags(sentence).at)):
        span = Span(at + scanned.tokens[first].start, at + scanned.tokens[last - 1].end)
        text = document.text[span.start : span.end]
        if time.type == "DURATION" and _NAME.fullmatch(text) and _CAPITAL.match(document.text, span.end):
            continue
        yield Mention(document.report.id, sentence.index, span, text, evolve(time, tense=tenses.at(span)), rule)


# "The Six-Day War", "the Hundred Years War": a length in capitals before another is part of a name.
_NAME = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)+")
_CAPITAL = re.compile(r"\u2019? [A-Z][a-z]")


def _foreign(document: Document, start: int, end: int, time: TimeForm, rule: str) -> Mention[TimeForm]:
    sentence = document.sentence_at(start) or document.sentences[0]
    return Mention(document.report.id, sentence.index, Span(start, end), document.text[start:end], time, rule)


@frozen
class _Scan:
    """The tokens of a sentence and every place where the pattern of a rule fits, longest first."""

    tokens: tuple[Lexeme, ...] = ()
    candidates: tuple[tuple[Rule, re.Match[str]], ...] = ()


_WORD = re.compile(r"[a-z]+")


_NAMING = (
    "months",
    "weekdays",
    "units",
    "seasons",
    "dayparts",
    "deictics",
    "present",
    "past",
    "future",
    "frequencies",
    "decades",
)
# The rest of what a time can be told with when it has no digit and no word of those sections ("at the moment", "nineteen eighty").
_BARE = (
    "half",
    "future",
    "past",
    "present",
    "moment",
    "time",
    "term",
    "latest",
    "noughties",
    "period",
    "nineteen",
    "twenty",
    "thousand",
)


@cache
def _trigger_words() -> frozenset[str]:
    """Words of which a time has one, where it has no digit."""
    forms = (form.partition(".")[0] for section in _NAMING for form in forms_of(section))
    return frozenset({*forms, *_BARE, *holiday_words()})


# A sentence is scanned twice in a row, first to ask whether it needs tags, then for its times.
@lru_cache(maxsize=4096)
def _scanned(text: str) -> _Scan:
    lower = text.lower()
    if not any(ch.isdigit() for ch in lower) and _trigger_words().isdisjoint(_WORD.findall(lower)):
        return _Scan()
    tokens = tuple(merge_holidays(merge(lex(text))))
    chars = classes(tokens)
    here = set(chars)
    fitting = [rule for rule in RULES if not rule.needs or not rule.needs.isdisjoint(here)]
    found = [(rule, match) for rule in fitting for match in rule.pattern.finditer(chars) if match.end() > match.start()]
    return _Scan(tokens, tuple(sorted(found, key=lambda pair: pair[1].start() - pair[1].end())))


def _matches(scanned: _Scan, tag_at: Callable[[int], str]) -> list[Found]:
    """The matches without overlaps, in order of place; what a longer match has taken is not even looked at."""
    kept: list[Found] = []
    taken: set[int] = set()
    for rule, match in scanned.candidates:
        places = range(*match.span())
        if not taken.isdisjoint(places):
            continue
        time = rule.build(Read(scanned.tokens, match, tag_at))
        if time is not None:
            taken.update(places)
            kept.append((*match.span(), time, rule.name))
    return sorted(kept, key=lambda found: found[0])


class _Tags:
    """The part-of-speech tag at an offset of a sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._starts = [token.span.start for token in sentence.tokens]

    def at(self, offset: int) -> str:
        """The tag of the token that holds ``offset``, or "" between tokens."""
        place = self._sentence.span.start + offset
        i = bisect_right(self._starts, place) - 1
        return self._sentence.tokens[i].tag if i >= 0 and place < self._sentence.tokens[i].span.end else ""
