"""Cleaning: what changes, that the edits replay, and that every clean place leads back to the received one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.config import Config
from reconcile.model.reports import Report
from reconcile.model.spans import Span
from reconcile.text.cleaning import clean, replay, without_overlaps
from reconcile.text.reading import read

CASES = {
    "soft hyphen": ("Un\u00adha", "Unha", ["cleaning.invisible"]),
    "zero-width space": ("a\u200bb", "ab", ["cleaning.invisible"]),
    "control character": ("a\x00b", "ab", ["cleaning.invisible"]),
    "line ends": ("a\r\nb\rc", "a\nb\nc", ["cleaning.line-end", "cleaning.line-end"]),
    "no-break space": ("5\u00a0km", "5 km", ["cleaning.space"]),
    "curly apostrophe": ("Kim\u2019s", "Kim's", ["cleaning.apostrophe"]),
    "mojibake of an apostrophe": ("Kim\u00e2\u20ac\u2122s", "Kim's", ["cleaning.mojibake"]),
    "mojibake of an accent": ("caf\u00c3\u00a9", "caf\u00e9", ["cleaning.mojibake"]),
    "entity": ("Smith &amp; Sons", "Smith & Sons", ["cleaning.entity"]),
    "entity of an apostrophe": ("Kim&#8217;s", "Kim's", ["cleaning.entity"]),
    "entity escaped twice": ("Kim&amp;#39;s", "Kim's", ["cleaning.entity"]),
    "accents stay": ("caf\u00e9 na\u00efve \u00c3o", "caf\u00e9 na\u00efve \u00c3o", []),
    "double quotes stay": ("\u201cyes\u201d", "\u201cyes\u201d", []),
    "ampersand stays": ("AT&T; R&D and &c; &nosuch;", "AT&T; R&D and &c; &nosuch;", []),
    "plain text": ("Plain text.", "Plain text.", []),
}


@pytest.mark.parametrize(("received", "expected", "rules"), CASES.values(), ids=CASES)
def test_clean(received: str, expected: str, rules: list[str]) -> None:
    text, edits = clean(received)
    assert text == expected
    assert [e.rule for e in edits] == rules


@given(
    st.text(
        st.characters(codec="utf-8") | st.sampled_from("\r\n\u00a0\u2019\u00ad\u200b&;#39\u00e2\u20ac\u2122 ab"),
        max_size=60,
    )
)
def test_edits_replay(received: str) -> None:
    text, edits = clean(received)
    assert replay(received, edits) == text
    assert without_overlaps(edits) == edits


@given(st.text(st.sampled_from("\r\n\u00a0\u2019\u00ad\u200b\u00e2\u20ac\u2122 abc.&amp;"), max_size=40))
def test_kept_characters_lead_back(received: str) -> None:
    document = read(Report(received), Config())
    for at, character in enumerate(document.text):
        raw = document.to_raw(Span(at, at + 1))
        taken = received[raw.start : raw.end]
        assert taken == character or any(e.raw.overlaps(raw) for e in document.edits)
