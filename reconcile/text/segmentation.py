"""Paragraphs and sentences of a clean text."""

import re
from collections.abc import Iterator

from reconcile.lexicon.load import word_list, words
from reconcile.model.spans import Span

# A stop with its closing marks, then space, then what may open a sentence.
_BREAK = re.compile(
    r"""
    (?P<stop> [.!?\u2026]{1,8} )
    (?P<close> ['"\u201d\u2019)\]]{0,4} )
    (?= \s+ (?P<next> \S ) )
    """,
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"[\w.'&-]{1,40}$")
_INITIAL = re.compile(r"(?:^|[\s(.'\u201c\"-])[A-Z]$")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]$")
_OPENERS = "\"'`\u201c\u2018([-\u2013\u2014*#@$\u00a3\u20ac"
_TITLES = frozenset({
    "Mr", "Mrs", "Ms", "Messrs", "Dr", "Prof", "Rev", "Hon", "Gen", "Lt", "Col", "Maj", "Capt", "Cmdr", "Cpl", "Sgt", "Adm", "Brig",
    "Pvt", "Det", "Insp", "Supt", "Sen", "Rep", "Reps", "Sens", "Gov", "Govs", "Pres", "Amb", "Atty", "Fr", "St", "Ste", "Mt", "Ft",
    "Mme", "Mlle", "vs", "e.g", "i.e", "cf", "approx", "No", "Nos",
})  # fmt: skip


def paragraphs(text: str) -> Iterator[Span]:
    """Stretches between newlines, blanks at both ends left out. Hard-wrapped lines are one paragraph."""
    pending: Span | None = None
    for line in _lines(text):
        if pending is not None and _is_wrapped(text, pending, line):
            pending = pending.join(line)
            continue
        if pending is not None:
            yield pending
        pending = line
    if pending is not None:
        yield pending


def _lines(text: str) -> Iterator[Span]:
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        stripped = line.strip()
        if stripped:
            start = match.start() + len(line) - len(line.lstrip())
            yield Span(start, start + len(stripped))


def _is_wrapped(text: str, before: Span, line: Span) -> bool:
    """A line of 45 to 100 characters without a stop that goes on in lower case directly below was wrapped, not ended."""
    gap = text[before.end : line.start]
    last_line = text.rfind("\n", before.start, before.end)
    width = before.end - max(last_line + 1, before.start)
    return (
        gap.count("\n") == 1
        and 45 <= width <= 100
        and text[before.end - 1] not in '.!?:"\u201d'
        and text[line.start].islower()
        and len(line) > 0
    )


def sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """Sentences of one paragraph: abbreviations, initials, decimals, ellipses and quoted sentences do not break it."""
    start = paragraph.start
    for match in _BREAK.finditer(text, paragraph.start, paragraph.end):
        if _ends_sentence(text, match, start):
            yield Span(start, match.end())
            start = (
                match.end() + len(text[match.end() : paragraph.end]) - len(text[match.end() : paragraph.end].lstrip())
            )
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _ends_sentence(text: str, match: re.Match[str], start: int) -> bool:
    following = match["next"]
    if not (following.isupper() or following.isdigit() or following in _OPENERS or not following.isascii()):
        # lower case after a stop: a new sentence only for a plain stop after a plain word; the reader marks it as garbled
        return (
            match["stop"] == "."
            and not match["close"]
            and following.isalpha()
            and not _is_abbreviated(text, match, start)
        )
    if match["stop"] in ("!", "?") or match["close"]:
        return True
    if match["stop"].startswith("..") or match["stop"] == "\u2026":
        return following.isupper() or following in '"\u201c'
    return not _is_abbreviated(text, match, start) or _opens_anew(text, match, start)


def _is_abbreviated(text: str, match: re.Match[str], start: int) -> bool:
    head = text[max(start, match.start() - 41) : match.start()]
    word = _WORD_BEFORE.search(head)
    if word is None:
        return False
    last = word.group().lstrip("'\u2018\u201c(")
    return last in word_list("abbreviations") or bool(_INITIAL.search(head)) or bool(_DOTTED.search(last))


_STARTERS = frozenset(
    "The A An He She It They We I In On At But And This That These Those His Her Their Its There When While After Before As If For".split()
)


def _opens_anew(text: str, match: re.Match[str], start: int) -> bool:
    """Whether a new sentence begins, as in "the U.S. The army": after an abbreviation that is no title, a word that only opens sentences."""
    head = text[max(start, match.start() - 41) : match.start()]
    word = _WORD_BEFORE.search(head)
    last = word.group() if word else ""
    if last in _TITLES or re.fullmatch(r"[A-Z]", last):
        return False
    following = re.match(
        r"\s*[\"'\u201c\u2018(]?([A-Za-z']+)(?:\s+([A-Za-z']+))?", text[match.end() : match.end() + 60]
    )
    if following is None:
        return False
    if following.group(1) in _STARTERS:
        return True
    return bool(_HOUR.search(head)) and _is_plain_opening(following.group(1), following.group(2) or "")


# "6 a.m. Trains to Paris" begins anew, "6 a.m. Friday" and "6 a.m. Moscow time" do not.
_HOUR = re.compile(r"\d\s?[ap]\.m$", re.IGNORECASE)


def _is_plain_opening(word: str, second: str) -> bool:
    """Whether two words after an hour open a sentence: a plural in capitals and a word in small letters, no day, month or zone."""
    plain = word.istitle() and len(word) > 3 and second.islower() and second not in ("time", "standard", "daylight")
    return plain and word not in words("name_parts", "calendar") and word not in _ZONES


_ZONES = frozenset({"Eastern", "Central", "Mountain", "Pacific", "Greenwich", "Atlantic", "Alaska", "Hawaii"})
