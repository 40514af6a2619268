"""Number words."""

import pytest

from reconcile.measure.numerals import numeral


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("nine", "9"),
        ("twenty", "20"),
        ("12", "12"),
        ("1,200", "1200"),
        ("19th", None),
        ("43-year-old", None),
        ("first", None),
        ("i", None),
        ("people", None),
        ("", None),
    ],
)
def test_numerals(word: str, expected: str | None) -> None:
    assert numeral(word) == expected
