"""What a report tells of the past to set its news beside: "a crash on the same road in 2011 left 15 dead"."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from reconcile.model.documents import Phrase, Sentence
from reconcile.model.mentions import Mention
from reconcile.model.spans import Span
from reconcile.model.times import TimeValue, Window

_LONG_AGO = timedelta(days=28)
_DATED = ("DATE", "TIME")
# Needs no calendar: "four months ago" is long ago whenever it was written.
_AGO = re.compile(r"\b(?:months?|years?|decades?|century|centuries)\s+(?:ago|earlier|before)\b", re.IGNORECASE)


def written(window: Window, times: Iterable[Mention[TimeValue]]) -> datetime | None:
    """When the report was written at the earliest: the start of its window, else the last day that it tells of."""
    told = [
        m.value.start for m in times if m.value.anchored and m.value.granularity == "day" and m.value.start is not None
    ]
    return window.start or max(told, default=None)


def is_background(times: Sequence[Mention[TimeValue]], reach: Span, day: datetime | None) -> bool:
    """Whether all dates within ``reach`` lie four weeks or more before ``day``; False where none is told."""
    told = [m for m in times if reach.contains(m.span) and m.value.type in _DATED]
    return bool(told) and all(_AGO.search(m.text) or _is_past(m.value, day) for m in told)


def of_own_clause(
    sentence: Sentence, verb: Phrase | None, extent: Span, times: Sequence[Mention[TimeValue]]
) -> Sequence[Mention[TimeValue]]:
    """The times but those set off between the subject and its verb: "the mill, built in 1911, employed nine people"."""
    if verb is None or not times:
        return times
    stop = sentence.tokens[verb.first].span.start
    before = [t for t in sentence.tokens if extent.start <= t.span.start < stop]
    opens = next((t.span.start for t in before if t.tag == "VVN"), None)
    closes = max((t.span.end for t in before if t.text == ","), default=None)
    if opens is None or closes is None:
        return times
    return [m for m in times if not opens < m.span.start < closes]


def is_of_past_event(sentence: Sentence, span: Span, times: Sequence[Mention[TimeValue]], day: datetime | None) -> bool:
    """Of a sentence that is all long ago.

    "Fined in 2014 after a fire in which nobody was hurt", "burnt down in 2011; nobody was hurt", "in 1976, when the plant opened".
    """
    before = [t.lower for t in sentence.tokens if t.span.end <= span.start][-2:]
    hangs_on = "which" in before or before[-1:] == [";"] or before == [",", "when"]
    return hangs_on and is_background(times, sentence.span, day)


def names_former(sentence: Sentence, day: datetime | None) -> bool:
    """Whether the sentence brings up an event of an earlier year: "a 2015 data breach", not "a 2013 Toyota"."""
    tokens = sentence.tokens
    return day is not None and any(
        before.lower in ("a", "an")
        and _YEAR.fullmatch(year.text)
        and int(year.text) < day.year
        and after.text.islower()
        for before, year, after in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def goes_on(
    sentence: Sentence, before: Sentence | None, times: Sequence[Mention[TimeValue]], day: datetime | None
) -> bool:
    """Whether a sentence opens with a date of long before, or has none and goes on right after one that does.

    "Last year another plane burst two tyres. Nobody was hurt."
    """
    dated = [m for m in times if m.value.type in _DATED and sentence.span.contains(m.span)]
    if not dated:
        return before is not None and before.paragraph == sentence.paragraph and before.index == sentence.index - 1
    opening = sentence.tokens[min(_OPENING, len(sentence.tokens)) - 1].span.end
    return dated[0].span.start < opening and is_background(dated, sentence.span, day)


_OPENING = 3  # "In 2011", "Back in May"


def _is_past(value: TimeValue, day: datetime | None) -> bool:
    return day is not None and value.anchored and value.end is not None and value.end + _LONG_AGO <= day
