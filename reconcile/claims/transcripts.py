"""Speech in transcripts: paragraphs that begin with the speaker's name in capitals and a colon."""

import re
from collections.abc import Iterator

from reconcile.lexicon.load import words
from reconcile.model.claims import AttributedSpan
from reconcile.model.documents import Document, Sentence
from reconcile.model.spans import Span

_LABEL = re.compile(
    r"""
    (?P<name> [A-Z][A-Z.'\u2019-]{1,30} (?: [ ] [A-Z][A-Z.'\u2019-]{0,30} ){0,3} )
    (?: [ ]? \( [^()\n]{1,40} \) )?                  # (via telephone)
    (?: , [ ] [A-Z][A-Za-z .]{1,40} )?               # , HOST
    (?P<colon> : ) [ ]
    """,
    re.VERBOSE,
)
_FEWEST = 2


def spoken(document: Document) -> Iterator[AttributedSpan]:
    """One stretch for each labelled paragraph, from the colon to the paragraph's end; none where fewer than two are labelled."""
    found = tuple(_labelled(document))
    if len(found) >= _FEWEST:
        yield from found


def _labelled(document: Document) -> Iterator[AttributedSpan]:
    last_of = {s.paragraph: s for s in document.sentences}
    opened: set[int] = set()
    for sentence in document.sentences:
        if sentence.paragraph not in opened:
            opened.add(sentence.paragraph)
            yield from _label(document, sentence, last_of[sentence.paragraph])


def _label(document: Document, first: Sentence, last: Sentence) -> Iterator[AttributedSpan]:
    match = _LABEL.match(document.text, first.span.start, first.span.end)
    if match is None or match["name"].lower() in words("reporting", "labels"):
        return
    if match.end() < last.span.end:
        speaker, colon = Span(*match.span("name")), Span(*match.span("colon"))
        yield AttributedSpan(Span(match.end(), last.span.end), colon, ":", speaker, "direct")
