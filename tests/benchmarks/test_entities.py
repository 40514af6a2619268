"""Finding entities against a date parser on the same text in the same run; tagging is done before the clock starts."""

import pytest

from reconcile.config import Config
from reconcile.extract.entities import find
from reconcile.text.reading import read
from tests.benchmarks.timing import articles, seconds, word_count

pytestmark = pytest.mark.benchmark


def test_half_as_fast_as_a_date_parser_at_least() -> None:
    from dateparser.search import search_dates

    found = articles(20)
    documents = [read(r, Config()) for r in found]
    find(documents[0])  # loads the gazetteer
    ours = seconds(lambda: [find(d) for d in documents])
    sample = found[:6]
    theirs = seconds(lambda: [search_dates(r.text, languages=["en"]) for r in sample], 1)
    speed, other = word_count(found) / ours, word_count(sample) / theirs
    print(f"\nentities {speed:,.0f} words/s, dateparser.search {other:,.0f} words/s, ratio {speed / other:.1f}")
    assert speed >= other / 2


def test_linear_in_the_length_of_a_text() -> None:
    text = "\n\n".join(r.text for r in articles(6))
    report = articles(1)[0]
    short = read(type(report)(text), Config())
    long = read(type(report)("\n\n".join([text] * 8)), Config())
    find(short)
    assert seconds(lambda: find(long)) < 8 * 1.8 * seconds(lambda: find(short))
