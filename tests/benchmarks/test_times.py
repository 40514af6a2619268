"""Words a second of find_times against dateparser's search, on the same generated text in the same run.

Run with ``python -m pytest -m benchmark -s tests/benchmarks/test_times.py``.
"""

from datetime import date, datetime

import pytest
from dateparser.search import search_dates

from reconcile import find_times
from tests.benchmarks.timing import articles, seconds, word_count

pytestmark = pytest.mark.benchmark


def test_speed_against_dateparser() -> None:
    reports = articles(24)
    texts = [report.text for report in reports]
    words = word_count(reports)
    find_times(texts[0], reference=date(2023, 8, 4))
    # One round each: what a second one finds in a cache would not be measured on a new text.
    ours = seconds(lambda: [find_times(text, reference=date(2023, 8, 4)) for text in texts[1:]], rounds=1)
    base = {"RELATIVE_BASE": datetime(2023, 8, 4)}
    search_dates(texts[0], languages=["en"], settings=base)
    theirs = seconds(lambda: [search_dates(text, languages=["en"], settings=base) for text in texts[1:]], rounds=1)
    print(
        f"\nfind_times {words / ours:,.0f} words/s, dateparser.search {words / theirs:,.0f}, ratio {theirs / ours:.2f}"
    )
    assert words > 0
