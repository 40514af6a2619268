"""What a wrong table, a lost font or a careless export left in the text."""

import re
from collections.abc import Iterator
from itertools import accumulate

from reconcile.extract.garbles.prose import Prose
from reconcile.lexicon.spelling import frequency
from reconcile.model.marks import Mark
from reconcile.model.spans import Span

_DEBRIS = re.compile(r"[A-Za-z]{0,20}[\ufffd\x80-\x9f]{1,20}[A-Za-z]{0,20}")
_QUESTION = re.compile(r"\b(?P<word>[A-Za-z]{2,20})\?(?P<clitic>s|t|re|ve|ll|d|m)\b(?!\?)")
_LIGATURE = re.compile(r"(?<![\w'])(?P<head>[A-Za-z]{0,12}?(?:ffi|ffl|fi|fl|ff)) (?P<tail>[a-z]{2,12})(?![\w'])")
_TAG = re.compile(
    r"</?(?:p|br|b|i|em|strong|div|span|a|li|ul|h[1-6]|img|figure|blockquote)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE
)
_RULES = ("cleaning.mojibake", "cleaning.entity")
_MERGE_CHARS = 120
_SOFT_HYPHEN = "\u00ad"


def find(prose: Prose) -> Iterator[Mark]:
    """Wrong characters that cleaning mended, and debris that it could not mend."""
    yield from _mended(prose)
    yield from _debris(prose)
    for match in prose.matches(_QUESTION):
        fixed = f"{match['word']}'{match['clitic']}"
        yield prose.mark("mojibake", Span(*match.span()), "question-for-apostrophe", fixed, 0.8, character="?")
    for match in prose.matches(_LIGATURE):
        whole = match["head"] + match["tail"]
        if frequency(whole.lower()) > max(100, frequency(match["tail"])):
            yield prose.mark("mojibake", Span(*match.span()), "torn-ligature", whole, 0.9, word=whole)
    for match in prose.matches(_TAG):
        yield prose.mark("other", Span(*match.span()), "html-tag", "", 0.8, tag=match.group())


def _mended(prose: Prose) -> Iterator[Mark]:
    """One mark for edits that stand close together: the clean text holds the repair already."""
    text = prose.text
    pending: Span | None = None
    repair = ""
    for span, mended in _edited(prose):
        between = text[pending.end : span.start] if pending is not None else ""
        if pending is not None and span.end - pending.start <= _MERGE_CHARS and "\n" not in between:
            pending, repair = pending.join(span), repair + between + mended
            continue
        if pending is not None:
            yield prose.mark("mojibake", pending, "wrong-characters", repair, 0.95)
        pending, repair = span, mended
    if pending is not None:
        yield prose.mark("mojibake", pending, "wrong-characters", repair, 0.95)


def _edited(prose: Prose) -> Iterator[tuple[Span, str]]:
    """Clean spans of the edits that mended characters, with what was meant; a lone soft hyphen with its neighbours."""
    edits, text = prose.document.edits, prose.text
    shifts = accumulate((len(e.new) - len(e.raw) for e in edits), initial=0)
    received = prose.document.report.text
    for edit, shift in zip(edits, shifts, strict=False):
        start = edit.raw.start + shift
        if edit.rule in _RULES:
            # only the curly apostrophe is read wrong; cleaning makes it straight
            meant = edit.new.replace("'", "\u2019") if edit.rule == _RULES[0] else edit.new
            yield Span(start, start + len(edit.new)), meant
        elif (
            _SOFT_HYPHEN in received[edit.raw.start : edit.raw.end]
            and not received[max(0, edit.raw.start - 1) : edit.raw.start].isalpha()
        ):
            around = Span(max(0, start - 1), start + 1)
            yield around, text[around.start : around.end]


def _debris(prose: Prose) -> Iterator[Mark]:
    for match in _DEBRIS.finditer(prose.text):
        yield prose.mark("mojibake", Span(*match.span()), "lost-character", None, 0.85, character=ascii(match.group()))
