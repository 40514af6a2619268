import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reconcile.render.escaping import cell, markdown, one_line, uncelled, visible

STEERING = [
    *range(9),
    *range(0xB, 0x20),
    *range(0x7F, 0xA0),
    0x61C,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
]


@pytest.mark.parametrize("code", STEERING)
def test_no_steering_character_is_left(code: int) -> None:
    shown = visible(f"a{chr(code)}b")
    assert chr(code) not in shown
    assert shown[0] == "a"
    assert shown[-1] == "b"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("\u202e", "⟨U+202E⟩"),
        ("\x7f", "␡"),
        ("\ud800", "⟨U+D800⟩"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("family \U0001f468\u200d\U0001f469", "family \U0001f468\u200d\U0001f469"),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"),
        ("tab\tand\nline", "tab\tand\nline"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_visible_is_stable_and_fits_utf8(text: str) -> None:
    shown = visible(text)
    assert visible(shown) == shown
    shown.encode("utf-8")
    assert "\n" not in one_line(text)


@given(st.text(alphabet="ab *_`[]()<>#!|~&$\\{}-+.=\"':/@1", max_size=30))
def test_markdown_stays_words(text: str) -> None:
    """Drawn as CommonMark with GitHub's tables and strike-through, the text comes out as it went in."""
    drawn = MarkdownIt("gfm-like", {"linkify": False}).renderInline(f"x{markdown(text)}x")
    plain = (
        drawn.replace("\u2060", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", '"')
        .replace("&amp;", "&")
    )
    assert plain == f"x{one_line(text)}x"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"])
def test_cell_is_never_calculated(text: str) -> None:
    assert cell(text)[0] == "'"


@given(st.text())
@example("'@")
@example("''=1+1")
@example("'")
def test_cell_comes_back(text: str) -> None:
    assert uncelled(cell(text)) == visible(text)
