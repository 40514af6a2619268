"""Quantities must come at least as fast as dateparser finds dates in the same text, tagging included."""

import time
import warnings

import pytest

from reconcile.config import Config
from reconcile.extract.quantities import find
from reconcile.model.reports import Report
from reconcile.text.reading import read

TEXT = (
    "At least 12 people died and 34 others were injured when a 40-metre-long ferry sank on Sunday, 5 March 2023, officials said. "
    "The Marigold, which weighed 8.5 tonnes, carried 120 passengers and 14 crew from Port Ellan to the island, 20 km (12 miles) away. "
    "A $1.2bn rescue fund was promised; between 20 and 30 divers, aged 18 to 45, searched for 36 hours in water of 4 degrees Celsius.\n\n"
)


@pytest.mark.benchmark
def test_faster_than_a_search_for_dates() -> None:
    from dateparser.search import search_dates

    find(read(Report(TEXT), Config()))  # loads the models
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        search_dates(TEXT, languages=["en"])
        start = time.perf_counter()
        search_dates(TEXT * 3, languages=["en"])
        dates = time.perf_counter() - start
    start = time.perf_counter()
    found = find(read(Report(TEXT * 3), Config()))
    ours = time.perf_counter() - start
    assert len(found) >= 30
    assert ours <= dates, f"quantities took {ours:.3f} s, dateparser {dates:.3f} s"
