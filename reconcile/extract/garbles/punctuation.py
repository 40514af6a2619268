"""Marks that stand where none can stand, and spaces that are missing around them."""

import re
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
_CLOSED = re.compile(r"\b(?P<first>[A-Za-z]{0,20}[a-z]{2})(?P<stop>[.!?])(?P<next>[A-Z][a-z]{1,30}|[AI](?=\s))")
_COMMA = re.compile(r"\b(?P<first>[A-Za-z]{2,24})(?P<stop>[,;])(?P<next>[A-Za-z]{2,24})")
_BRACKET = re.compile(
    r"\b(?P<first>[A-Za-z]{3,24})(?P<stop>\()(?P<next>[A-Za-z]{4,24}|\d{4})|\b(?P<first2>[A-Za-z]{2,24})(?P<stop2>\))(?P<next2>[A-Za-z]{2,24})"
)
_QUOTED = re.compile(
    r"(?P<first>[a-z][.,!?])(?P<stop>[\u201d\"])(?P<next>[A-Za-z]{2,24})|\b(?P<first2>[a-z]{2,24})(?P<stop2>\u201c)(?P<next2>[A-Za-z]{2,24})"
)
_HALF_DOTTED = re.compile(r"(?<=\d)\ ?[ap]\.m(?![.\w])", re.IGNORECASE)
_OPENING_APOSTROPHE = re.compile(r"(?<=\w)[\u2018`](?=[sS]\b)")
_DATE = re.compile(r"\b(?P<month>[A-Z][a-z]{2,8}\.?)\ (?P<first>[0-3]?\d)(?P<stop>,)(?P<next>(?:19|20)\d\d)\b")


def find(prose: Prose) -> Iterator[Mark]:
    """Stray marks and missing spaces of the readable prose."""
    yield from _stray(prose)
    yield from _half_dotted(prose)
    yield from _missing(prose)


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
        or (len(word.group()) <= 4 and not is_known(word.group().lower()))
    )


def _missing(prose: Prose) -> Iterator[Mark]:
    for match in prose.matches(_CLOSED):
        if not _is_abbreviated_name(match) and _both_words(prose, match, match["first"], match["next"]):
            yield _spaced(prose, match, match.start("first"), match.end("stop"), match.end("next"))
    for match in prose.matches(_COMMA):
        if _both_words(prose, match, match["first"], match["next"]):
            yield _spaced(prose, match, match.start("first"), match.end("stop"), match.end("next"))
    for match in prose.matches(_DATE):
        yield _spaced(prose, match, match.start("first"), match.end("stop"), match.end("next"))
    for match in prose.matches(_BRACKET):
        if match["stop"] and _both_words(prose, match, match["first"], match["next"]):
            yield _spaced(prose, match, match.start("first"), match.start("stop"), match.end("next"))
        elif match["stop2"] and _both_words(prose, match, match["first2"], match["next2"]):
            yield _spaced(prose, match, match.start("first2"), match.end("stop2"), match.end("next2"))
    for match in prose.matches(_QUOTED):
        if match["stop"]:
            yield _spaced(prose, match, match.start("stop"), match.end("stop"), match.end("next"))
        else:
            yield _spaced(prose, match, match.start("first2"), match.start("stop2"), match.end("next2"))


def _spaced(prose: Prose, match: re.Match[str], start: int, at: int, end: int) -> Mark:
    suggestion = f"{prose.text[start:at]} {prose.text[at:end]}"
    return prose.mark("missing_space", Span(start, end), "missing-space", suggestion, 0.85, words=match.group())


def _is_abbreviated_name(match: re.Match[str]) -> bool:
    """ "Amazon.Com", "St.Louis": a name with a stop of its own."""
    return match["first"].capitalize() in word_list("abbreviations") or match["next"] in (
        "Com",
        "Net",
        "Org",
        "Js",
        "Io",
    )


def _both_words(prose: Prose, match: re.Match[str], first: str, second: str) -> bool:
    """Both sides are English words or names, and no link stands there: not code, not a file name."""
    if prose.in_link(Span(*match.span())):
        return False
    return all(word[0].isupper() or is_known(word.lower()) for word in (first, second))
