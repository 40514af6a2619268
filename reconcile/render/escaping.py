"""Text from reports made harmless: nothing in it can steer a terminal, a page, a note or a spreadsheet."""

import re
from html import escape as _html_escape

# Control characters, bidirectional overrides, line separators, interlinear marks, lone surrogates and tags: all that
# moves a cursor, reorders a line or hides. Newline and tab stay; joiners stay, for emoji and several scripts need them.
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_NEWLINE = re.compile("\r\n?|[\x85\u2028\u2029]")
_SPACE = re.compile(r"\s+")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#!|~&$])")
_MARKDOWN_LINK = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp|www)([:.])")
_MARKDOWN_MENTION = re.compile(r"([@#])(?=\w)")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def visible(text: str) -> str:
    """Every character that steers a display becomes a picture of itself: ESC as "␛", U+202E as "⟨U+202E⟩"."""
    return _STEERING.sub(_picture, _NEWLINE.sub("\n", text))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"⟨U+{code:04X}⟩"


def one_line(text: str) -> str:
    """:func:`visible`, with every run of white space as one space."""
    return _SPACE.sub(" ", visible(text)).strip()


def markdown(text: str) -> str:
    """Text for Markdown (CommonMark and GitHub's): marks, links, mentions and markup stay what they look like."""
    marked = _MARKDOWN.sub(r"\\\1", one_line(text))
    # No backslash keeps GitHub from linking "@name" and "#12": only a word joiner, which nobody sees, does.
    return _MARKDOWN_MENTION.sub("\\1\u2060", _MARKDOWN_LINK.sub(r"\1\\\2", marked))


def html(text: str) -> str:
    """Text for HTML element content and quoted attributes."""
    return _html_escape(visible(text), quote=True)


def cell(text: str) -> str:
    """Text for a spreadsheet cell: an apostrophe before what a spreadsheet would calculate (OWASP, CSV injection)."""
    shown = visible(text)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown


def uncelled(text: str) -> str:
    """The text of a cell that :func:`cell` wrote."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text
