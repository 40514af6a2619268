"""Where sentences end."""

import pytest

from reconcile import Config, Report
from reconcile.text.reading import read


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("The walkout is to start at 6 a.m. Trains to Paris will run.", 2),
        ("It began at 6 p.m. Police said so.", 2),
        ("It began at 6 p.m. The police said so.", 2),
        ("It begins at 6 a.m. Friday in Paris.", 1),
        ("It begins at 6 a.m. Moscow time on Friday.", 1),
        ("At 6 p.m. Eastern on Friday it began.", 1),
        ("At 6 p.m. Tom Smith left.", 1),
        ("He met Ada K. Lund there.", 1),
        ("She left the U.S. The army stayed.", 2),
    ],
)
def test_sentences(text: str, expect: int) -> None:
    assert len(read(Report(text), Config()).sentences) == expect
