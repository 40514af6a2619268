"""Text from reports made visible: nothing in it can steer a display, reorder a line or hide."""

import re
from html import escape

# Control characters, bidirectional overrides, line separators, interlinear marks, lone surrogates and tags: all that
# moves a cursor, reorders a line or hides. Newline and tab stay; joiners stay, for emoji and several scripts need them.
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_NEWLINE = re.compile("\r\n?|[\x85\u2028\u2029]")
_SPACE = re.compile(r"\s+")


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


def short(text: str, most: int = 60) -> str:
    """The beginning of a text as ``repr`` shows it, with its length where it is cut."""
    return repr(text) if len(text) <= most else f"{text[:most]!r}… ({len(text)} characters)"


def html(text: str) -> str:
    """Text for HTML element content and quoted attributes."""
    return escape(visible(text), quote=True)
