"""Times of a document by form, before any calendar is known. The rules stand in the ``times_*`` modules by meaning."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from attrs import evolve

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
from reconcile.extract.times_grammar import Read, Rule
from reconcile.extract.times_holidays import merge_holidays
from reconcile.extract.times_lexer import Lexeme, lex
from reconcile.extract.times_numbers import classes, merge
from reconcile.extract.times_possible import is_possible
from reconcile.extract.times_tense import tense_at
from reconcile.model.documents import Document, Token
from reconcile.model.marks import Mark
from reconcile.model.mentions import Mention
from reconcile.model.spans import Span
from reconcile.model.times import TimeForm

RULES: tuple[Rule, ...] = (
    *times_sets.RULES, *times_days.RULES, *times_calendar.RULES, *times_relative.RULES, *times_vague.RULES, *times_durations.RULES, *times_clock.RULES,
)  # fmt: skip

Found = tuple[int, int, TimeForm, str]


def find(document: Document) -> tuple[Mention[TimeForm], ...]:
    """All times in order of place, without overlaps: of two matches the longer one, then the earlier rule, is kept."""
    return tuple(_mention(document, *match) for match in _found(document) if is_possible(match[2]))


def impossible(document: Document) -> tuple[Mark, ...]:
    """Marks for what is written as a date that no calendar has: "31 February", "32/13/2023"."""
    mentions = [_mention(document, *match) for match in _found(document) if not is_possible(match[2])]
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

    tokens = merge_holidays(merge(lex(text)))
    found = _matches(tokens, tag_at)
    return bool(asked) or any(_is_directed(time) for _, _, time, _ in found)


def _is_directed(time: TimeForm) -> bool:
    if time.form == "unit":
        return time.get("unit") == "weekend"
    return time.form in _DIRECTED and not (time.get("year") or time.get("year_offset"))


def _found(document: Document) -> list[tuple[int, int, TimeForm, str]]:
    tokens = merge_holidays(merge(lex(document.text)))
    matches = combined(tokens, _matches(tokens, _Tags(document).at))
    placed = [(tokens[first].start, tokens[last - 1].end, time, rule) for first, last, time, rule in matches]
    foreign = list(foreign_dates(document.text))
    if not foreign:
        return placed
    alone = [m for m in placed if not any(m[0] < end and start < m[1] for start, end, _, _ in foreign)]
    return sorted((*alone, *foreign), key=lambda match: match[0])


def _mention(document: Document, start: int, end: int, time: TimeForm, rule: str) -> Mention[TimeForm]:
    span = Span(start, end)
    sentence = document.sentence_at(start) or document.sentences[0]
    time = evolve(time, tense=tense_at(sentence, span))
    return Mention(document.report.id, sentence.index, span, document.text[start:end], time, rule)


def _matches(tokens: Sequence[Lexeme], tag_at: Callable[[int], str]) -> list[Found]:
    """The matches without overlaps, in order of place; what a longer match has taken is not even looked at."""
    chars = classes(tokens)
    candidates = [
        (rule, match) for rule in RULES for match in rule.pattern.finditer(chars) if match.end() > match.start()
    ]
    kept: list[Found] = []
    taken: set[int] = set()
    for rule, match in sorted(candidates, key=lambda pair: pair[1].start() - pair[1].end()):
        places = range(*match.span())
        if not taken.isdisjoint(places):
            continue
        time = rule.build(Read(tokens, match, tag_at))
        if time is not None:
            taken.update(places)
            kept.append((*match.span(), time, rule.name))
    return sorted(kept, key=lambda found: found[0])


class _Tags:
    """The part-of-speech tag at an offset of the text."""

    def __init__(self, document: Document) -> None:
        self._tokens: list[Token] = [token for sentence in document.sentences for token in sentence.tokens]
        self._starts = [token.span.start for token in self._tokens]

    def at(self, offset: int) -> str:
        """The tag of the token that holds ``offset``, or "" between tokens."""
        i = bisect_right(self._starts, offset) - 1
        return self._tokens[i].tag if i >= 0 and offset < self._tokens[i].span.end else ""
