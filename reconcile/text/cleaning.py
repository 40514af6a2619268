"""Cleaning as a list of edits, so that every clean offset leads back to the text as received."""

import re
from collections.abc import Callable, Iterable

from reconcile.model.spans import Edit, RawSpan
from reconcile.text.mojibake import entities, mojibake

Cleaner = Callable[[str], Iterable[Edit]]

_CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
_INVISIBLE = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"


def control_characters(text: str) -> Iterable[Edit]:
    """Control characters, soft hyphens, zero-width and bidi marks go: "Un-ha" with a soft hyphen is "Unha"."""
    for match in re.finditer(f"{_CONTROL}+|{_INVISIBLE}+", text):
        yield Edit(RawSpan(*match.span()), "", "cleaning.invisible")


def line_ends(text: str) -> Iterable[Edit]:
    """Windows and old Mac line ends, and the Unicode separators, become one newline."""
    for match in re.finditer("\r\n?|\u2028|\u2029|\x85", text):
        yield Edit(RawSpan(*match.span()), "\n", "cleaning.line-end")


def spaces(text: str) -> Iterable[Edit]:
    """No-break, thin and other special spaces, and tabs, become a plain space."""
    for match in re.finditer("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]", text):
        yield Edit(RawSpan(*match.span()), " ", "cleaning.space")


def apostrophes(text: str) -> Iterable[Edit]:
    """The curly apostrophe becomes the straight one; double quotes stay, since their direction matters."""
    for match in re.finditer("[\u2019\u02bc\u00b4]", text):
        yield Edit(RawSpan(*match.span()), "'", "cleaning.apostrophe")


CLEANERS: tuple[Cleaner, ...] = (control_characters, line_ends, mojibake, entities, spaces, apostrophes)


def clean(text: str, cleaners: Iterable[Cleaner] = CLEANERS) -> tuple[str, tuple[Edit, ...]]:
    """Apply ``cleaners`` to the received text; where two edits meet the same characters the earlier cleaner wins."""
    wanted = [edit for cleaner in cleaners for edit in cleaner(text)]
    return replay(text, kept := without_overlaps(wanted)), kept


def without_overlaps(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Edits in order of place, the first of the given order kept where two overlap."""
    ranked = sorted(enumerate(edits), key=lambda pair: (pair[1].raw.start, pair[0]))
    kept: list[Edit] = []
    for _, edit in ranked:
        if not kept or edit.raw.start >= kept[-1].raw.end:
            kept.append(edit)
    return tuple(kept)


def replay(text: str, edits: Iterable[Edit]) -> str:
    """The clean text: ``edits``, in order and without overlaps, applied to the received ``text``."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.raw.start], edit.new)
        at = edit.raw.end
    return "".join((*parts, text[at:]))
