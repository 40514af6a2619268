"""Text from reports made harmless for the place where it is shown: a note, a spreadsheet, a page, a terminal."""

import re

from reconcile.model.display import html, one_line, visible

__all__ = ["cell", "html", "markdown", "one_line", "uncelled", "visible"]

_MARKDOWN = re.compile(r"([\\`*_\[\]<>#!|~&$])")
_MARKDOWN_LINK = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp|www)([:.])")
_MARKDOWN_MENTION = re.compile(r"([@#])(?=\w)")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def markdown(text: str) -> str:
    """Text for Markdown (CommonMark and GitHub's): marks, links, mentions and markup stay what they look like."""
    marked = _MARKDOWN.sub(r"\\\1", one_line(text))
    # No backslash keeps GitHub from linking "@name" and "#12": only a word joiner, which nobody sees, does.
    return _MARKDOWN_MENTION.sub("\\1\u2060", _MARKDOWN_LINK.sub(r"\1\\\2", marked))


def cell(text: str) -> str:
    """Text for a spreadsheet cell: an apostrophe before what a spreadsheet would calculate (OWASP, CSV injection).

    What already has one gets another, so that it comes back with its own.
    """
    shown = visible(text)
    return f"'{shown}" if shown.lstrip("'").startswith(_FORMULA) else shown


def uncelled(text: str) -> str:
    """The text of a cell that :func:`cell` wrote."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(_FORMULA) else text
