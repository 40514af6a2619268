"""Quotation marks and brackets without their partner."""

import re
from collections.abc import Iterator

from reconcile.extract.garbles.prose import Paragraph, Prose
from reconcile.model.marks import Mark
from reconcile.model.spans import Span

_MARK = re.compile(r"``|''|[\"\u201c\u201d]")
_MAX_EVIDENCE_CHARS = 80
_OPENING, _CLOSING = ("\u201c", "``"), ("\u201d", "''")
_BRACKETS = re.compile(r"[()\[\]]")
_LIST_LETTER = re.compile(r"(?:^|[\s;,])(?:\d{1,2}|[a-z]|[ivx]{1,4})$")
_SMILEY = re.compile(r"[:;=8][-o']?$")


def find(prose: Prose) -> Iterator[Mark]:
    """Unbalanced quotation marks and brackets, paragraph by paragraph."""
    paragraphs = prose.readable
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        lone, mixed = _scan(prose, paragraph)
        if lone and lone[-1][1] and following is not None and _opens(prose.text, following):
            lone.pop()
        for at, is_open in lone:
            yield _quote_mark(prose, paragraph, at, is_open=is_open)
        for opened, closed in mixed[:1]:
            yield _mixed_mark(prose, paragraph, opened, closed)
        yield from _lone_brackets(prose, paragraph)


def _opens(text: str, paragraph: Paragraph) -> bool:
    """A quotation over several paragraphs opens each of them anew and closes the last one only."""
    return text[paragraph.span.start : paragraph.span.start + 2].startswith(("\u201c", '"', "``"))


def _scan(prose: Prose, paragraph: Paragraph) -> tuple[list[tuple[int, bool]], list[tuple[int, int]]]:
    """Marks without a partner, with whether they open; and pairs (opening, closing) of a curly and a straight mark."""
    text = prose.text
    lone: list[tuple[int, bool]] = []
    mixed: list[tuple[int, int]] = []
    opened: int | None = None
    for match in _MARK.finditer(text, paragraph.span.start, paragraph.span.end):
        mark, at = match.group(), match.start()
        if mark == '"' and _is_measure(text, at, opened):
            continue
        if opened is None and (mark in _CLOSING or (mark == '"' and _only_closes(text, at, paragraph))):
            lone.append((at, False))
        elif opened is None:
            opened = at
        elif mark in _OPENING or (mark == '"' and _only_opens(text, at)):
            lone.append((opened, True))
            opened = at
        else:
            if {text[opened], mark} in ({"\u201c", '"'}, {'"', "\u201d"}):
                mixed.append((opened, at))
            opened = None
    if opened is not None:
        lone.append((opened, True))
    return lone, mixed


def _mixed_mark(prose: Prose, paragraph: Paragraph, opened: int, closed: int) -> Mark:
    """The closing mark is made to fit the opening one."""
    start = _word_start(prose.text, closed - 1, paragraph)
    fitting = "\u201d" if prose.text[opened] == "\u201c" else '"'
    suggestion = prose.text[start:closed] + fitting
    return prose.mark("unbalanced_quote", Span(start, closed + 1), "mixed-quotes", suggestion, 0.7)


def _only_closes(text: str, at: int, paragraph: Paragraph) -> bool:
    """A straight mark after a letter or stop and before a space can only close."""
    before = text[at - 1] if at > paragraph.span.start else " "
    after = text[at + 1 : at + 2] or " "
    return not before.isspace() and before not in "([-\u2013\u2014/" and (after.isspace() or after in ".,;:!?)")


def _only_opens(text: str, at: int) -> bool:
    """A straight mark after a space and before a letter can only open."""
    before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    return before.isspace() and after.isalnum()


def _is_measure(text: str, at: int, opened: int | None) -> bool:
    """Six feet two is 6'2", and a screen has 15"."""
    return opened is None and at > 0 and text[at - 1].isdigit()


def _quote_mark(prose: Prose, paragraph: Paragraph, at: int, *, is_open: bool) -> Mark:
    if is_open:
        end = min(at + _MAX_EVIDENCE_CHARS, paragraph.span.end)
        span = Span(at, _word_edge(prose.text, end, paragraph))
    else:
        start = max(at - _MAX_EVIDENCE_CHARS, paragraph.span.start)
        span = Span(_word_start(prose.text, start, paragraph), at + 1)
    rule = "quote-not-closed" if is_open else "quote-not-opened"
    return prose.mark("unbalanced_quote", span, rule, None, 0.8)


def _word_edge(text: str, at: int, paragraph: Paragraph) -> int:
    while at < paragraph.span.end and not text[at].isspace():
        at += 1
    return at


def _word_start(text: str, at: int, paragraph: Paragraph) -> int:
    while at > paragraph.span.start and not text[at - 1].isspace():
        at -= 1
    return at


def _lone_brackets(prose: Prose, paragraph: Paragraph) -> Iterator[Mark]:
    text, stack = prose.text, []
    for match in _BRACKETS.finditer(text, paragraph.span.start, paragraph.span.end):
        at = match.start()
        if match.group() in "([":
            if not _SMILEY.search(text[max(0, at - 2) : at]):
                stack.append(at)
        elif stack:
            stack.pop()
        elif not _is_list_or_smiley(text, at, paragraph):
            yield prose.mark(
                "unbalanced_quote", Span(_word_start(text, at, paragraph), at + 1), "bracket-not-opened", None, 0.7
            )
    for at in stack:
        yield prose.mark("unbalanced_quote", Span(at, _word_edge(text, at, paragraph)), "bracket-not-closed", None, 0.7)


def _is_list_or_smiley(text: str, at: int, paragraph: Paragraph) -> bool:
    before = text[max(paragraph.span.start, at - 6) : at]
    return bool(_LIST_LETTER.search(before) or _SMILEY.search(before))
