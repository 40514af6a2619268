"""Marks that stand where none can stand."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from reconcile.extract.garbles.prose import Prose
from reconcile.lexicon.load import word_list
from reconcile.lexicon.spelling import is_known
from reconcile.model.marks import Mark
from reconcile.model.spans import Span

# Not "..." nor ". . ." nor "a.m.," nor "?!" nor "!!!" nor smileys.
_STRAY = re.compile(
    r"""
    (?P<word> [\w%)\]"'\u201d\u2019] )
    (?P<marks>
        \.\ {1,3}\.(?!\ ?\.|\w)            # "times. ."
      | (?<!\.)\.\.(?![.\w/\\])        # "Marseille.."
      | ,\ ?,{1,4}                       # "times,, and"
      | ,\ ?\.(?!\.|\d)                # "times,."
      | ;\ ?[,;.]  | \ ?,\ ?; | \ ;,      # "times;,"
      | (?<!\.\w)(?<!\.)\.\ ?,         # "times.,", but "a.m.,"
      | :\ ?[.,;](?![-)\w])
      | \ ,(?=\ ?[a-z])                # "times , and"
      | \ [;:](?=\ [a-z])
      | \?\.(?!\.)
      | \ \.(?=\s|$)(?!\ \.)           # "times ."
    )
    """,
    re.VERBOSE,
)
_HALF_DOTTED = re.compile(r"(?<=\d)\ ?[ap]\.m(?![.\w])", re.IGNORECASE)
_OPENING_APOSTROPHE = re.compile(r"(?<=\w)[\u2018`](?=[sS]\b)")
_LONE = re.compile(r"(?<=[a-z,;] )[~#*|^=<>\\\u2022\u00b7\u00a7](?= [a-z])")
_MIDDLE = re.compile(r"(?<=[a-z] )[a-z]{2,20}(?P<mark>[!?])(?= [a-z]{2,20} [a-z])")
_AFTER_ARTICLE = re.compile(r"(?<=\b[Tt]he)[,;](?= [a-z]{4})")


def find(prose: Prose) -> Iterator[Mark]:
    """Stray marks of the readable prose."""
    yield from _stray(prose)
    yield from _half_dotted(prose)
    yield from _lone(prose)


def _stray(prose: Prose) -> Iterator[Mark]:
    for match in prose.matches(_STRAY):
        marks = match["marks"]
        if marks.startswith(".") and "," in marks and _is_abbreviated(prose.text, match.start("marks")):
            continue
        start = match.start("marks")
        suggestion = _single(marks)
        yield prose.mark(
            "stray_punctuation",
            Span(start, match.end("marks")),
            "stray-punctuation",
            suggestion,
            0.85,
            marks=marks.strip(),
        )


def _half_dotted(prose: Prose) -> Iterator[Mark]:
    """ "9 a.m Sunday", and the opening mark in "QUALCOMM\u2018S"."""
    for match in prose.matches(_HALF_DOTTED):
        yield prose.mark(
            "stray_punctuation",
            Span(*match.span()),
            "half-dotted",
            match.group() + ".",
            0.8,
            word=match.group().strip(),
        )
    for match in prose.matches(_OPENING_APOSTROPHE):
        yield prose.mark("stray_punctuation", Span(*match.span()), "opening-apostrophe", "'", 0.8)


def _lone(prose: Prose) -> Iterator[Mark]:
    """ "the minister ~ said", "the, minister"."""
    for match in prose.matches(_LONE):
        span = Span(match.start(), match.end() + 1)
        yield prose.mark("stray_punctuation", span, "lone-symbol", "", 0.7)
    for match in prose.matches(_MIDDLE):
        if not _is_quoted(prose, match.start("mark")):
            yield prose.mark("stray_punctuation", Span(*match.span("mark")), "mark-in-mid-sentence", "", 0.6)
    for match in prose.matches(_AFTER_ARTICLE):
        yield prose.mark("stray_punctuation", Span(*match.span()), "mark-after-article", "", 0.7)


def _is_quoted(prose: Prose, at: int) -> bool:
    """Whether a quotation holds the place; "what now? he asked" is one in single marks or none."""
    quotes = prose.document.quotes
    before = bisect_right(quotes, at, key=lambda q: q.span.start)
    return before > 0 and quotes[before - 1].span.end >= at


def _single(marks: str) -> str:
    """The one mark to keep: of two the first, but the stop where one of them ends the sentence."""
    bare = marks.replace(" ", "")
    if len(set(bare)) == 1:
        return bare[0]
    if "," in bare and "." in bare and bare[0] == ".":
        return "."
    return "," if "," in bare else bare[0]


def _is_abbreviated(text: str, stop: int) -> bool:
    word = re.search(r"[\w.]{1,20}$", text[max(0, stop - 20) : stop])
    return word is not None and (
        word.group() in word_list("abbreviations")
        or "." in word.group()
        or (len(word.group()) == 1 and word.group().isupper())  # "Yassin E., 21"
        or (len(word.group()) <= 4 and not is_known(word.group().lower()))
    )
