"""What a report speaks of: its words with their weights, its topics and its seldom names."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import cast

from attrs import define, evolve

from reconcile.lexicon.frequencies import rarity
from reconcile.lexicon.gazetteer import country_names, demonyms, fold
from reconcile.lexicon.load import table, word_list, words
from reconcile.measure.names_persons import is_seldom
from reconcile.model.readings import Reading

_RARITY_CAP = 14.0
_NAME_BOOST = 1.5
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "X"})


@define(frozen=True, eq=False)
class Sketch:
    """A report's words with their weights, the length of that vector, the names that it speaks of most, and all through; its seldom
    names, and those of them that it begins with or tells more than once; the day on which it came out.
    """

    report_id: str
    weights: Mapping[str, float]
    norm: float
    topics: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    seldom: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    day: date | None = None


def sketch_of(reading: Reading) -> Sketch:
    """The sketch of one report: its content lemmas outside page leftovers; proper nouns count as names."""
    told, names = telling_words(reading)
    counts = Counter(told)
    weights = {w: weight(1 + math.log(n), w, names) for w, n in counts.items()}
    capitals = frozenset(_capitals(reading))
    own, again, finer = _told_again(names, counts, weights)
    if not finer:
        _, again, finer = _told_again(names | capitals, counts, weights)
    themes = frozenset(w for w in own if counts[w] >= _ALL_THROUGH)
    seldom = frozenset(fold(w) for w in {*own, *capitals} if is_seldom(w) and w not in _idle_names())
    once = [w for w in own if fold(w) in seldom and _is_fine(w)]  # better than the country, though that is named again
    leading = seldom & (_begun_with(reading) | {fold(w) for w in counts if counts[w] > 1})
    found = sketch(reading.report_id, weights)
    topics = frozenset((finer or once or again)[:_MOST_TOPICS])
    published = reading.document.report.published
    day = published.date() if isinstance(published, datetime) else published
    return evolve(found, topics=topics, themes=themes, seldom=seldom, leading=leading, day=day)


def _begun_with(reading: Reading) -> frozenset[str]:
    """The words of the headline and the first sentences."""
    first = [s for s in reading.document.sentences if s.kind != "boilerplate"][:_LEAD_SENTENCES]
    return frozenset(fold(t.lemma.lower()) for s in first for t in s.tokens)


_LEAD_SENTENCES = 4


@cache
def _nations() -> frozenset[str]:
    """The words of countries and of their people: two towns of one country have two stories."""
    return frozenset(w.casefold() for name in (*country_names(), *demonyms()) for w in name.split())


def _told_again(
    names: frozenset[str], counts: Mapping[str, int], weights: Mapping[str, float]
) -> tuple[list[str], list[str], list[str]]:
    """The names in a report, the most frequent first; those told more than once, or all; and of these the finer than a country."""
    told = (w for w in names & weights.keys() if w not in _idle_names())
    own = sorted(told, key=lambda w: (-counts[w], -weights[w], w))
    again = [w for w in own if counts[w] > 1] or own
    return own, again, [w for w in again if _is_fine(w)]


def _is_fine(name: str) -> bool:
    """No name of a country, nor a word of many names."""
    return name not in _nations() and rarity(name) >= _TELLING


def _capitals(reading: Reading) -> Iterator[str]:
    """The words with a capital, or with digits, inside the sentences of a report, that the tagger may take for common nouns."""
    for sentence in reading.document.sentences:
        if sentence.kind == "prose":
            yield from (t.lemma.lower() for t in sentence.tokens[1:] if t.text[:1].isupper() and t.pos in _NOMINAL)


_NOMINAL = frozenset({"NOUN", "PROPN", "X", "NUM"})


_MOST_TOPICS = 5
# "Rescue" and "service" stand in the names of many bodies, and in all texts.
_TELLING = 11.0
_ALL_THROUGH = 3


@cache
def _idle_names() -> frozenset[str]:
    """What stands in many names and tells none: titles, legal forms, points of the compass, the calendar."""
    entries = (e.get("words", []) for name in ("titles", "legal_forms") for e in table(name).values())
    compass = table("closed_classes")["compass"]["sets"]
    listed = (*cast(Iterable[list[str]], entries), *cast(list[list[str]], compass), words("name_parts", "calendar"))
    return frozenset(f"{w.casefold()}{stop}" for group in listed for w in group for stop in ("", "."))


def telling_words(reading: Reading) -> tuple[list[str], frozenset[str]]:
    """The content lemmas of a report outside page leftovers, in order of place; and those that are proper nouns somewhere."""
    tokens = [t for s in reading.document.sentences if s.kind != "boilerplate" for t in s.tokens if t.pos in _CONTENT]
    light = word_list("light_words") | word_list("temporal_nouns")
    told = [t.lemma.lower() for t in tokens if len(t.text) > 1 and t.lemma.lower() not in light]
    return told, frozenset(t.lemma.lower() for t in tokens if t.pos == "PROPN")


def weight(told: float, word: str, names: frozenset[str]) -> float:
    """How often a word is ``told``, times its rarity in English (never in the other reports); names weigh more."""
    return told * min(_RARITY_CAP, rarity(word)) * (_NAME_BOOST if word in names else 1.0)


def sketch(report_id: str, weights: Mapping[str, float]) -> Sketch:
    """The sketch of a report with the given weights."""
    ordered = dict(sorted(weights.items()))
    return Sketch(report_id, ordered, math.sqrt(math.fsum(w * w for w in ordered.values())) or 1.0)
