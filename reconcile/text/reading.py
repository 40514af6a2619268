"""A report to a document: clean, segment, tokenize, tag, chunk."""

from collections.abc import Callable, Iterable, Sequence
from sys import intern

from reconcile.config import Config
from reconcile.model.documents import Document, Sentence, Token
from reconcile.model.reports import Report
from reconcile.model.spans import Span
from reconcile.text.cleaning import CLEANERS, Cleaner, clean
from reconcile.text.phrases import chunk
from reconcile.text.quotes import quotes
from reconcile.text.segmentation import paragraphs, sentences
from reconcile.text.tagging import coarse, tag
from reconcile.text.tokens import tokenize
from reconcile.text.zones import SentenceKind, cut, sentence_kinds, zones


def read(
    report: Report,
    config: Config,
    cleaners: Iterable[Cleaner] = CLEANERS,
    needs_tags: Callable[[str], bool] | None = None,
) -> Document:
    """The document of a report; of a text over ``config.max_chars`` only the first so many characters are read.

    Tagging takes nine tenths of the time: where ``needs_tags`` is given, sentences that it refuses stay without tags and phrases.
    """
    text, edits = clean(report.text[: config.max_chars], cleaners)
    blocks = list(paragraphs(text))
    found_zones = tuple(zones(text, blocks, report))
    whole = ((number, span) for number, block in enumerate(blocks) for span in sentences(text, block))
    spans = cut(whole, found_zones, text)
    kinds = sentence_kinds(text, [span for _, span in spans], blocks, found_zones)
    read_sentences = tuple(
        _sentence(text, index, span, number, kinds[index], needs_tags) for index, (number, span) in enumerate(spans)
    )
    return Document(report, text, edits, read_sentences, tuple(quotes(text, blocks)), found_zones)


def _sentence(
    text: str, index: int, span: Span, paragraph: int, kind: SentenceKind, needs_tags: Callable[[str], bool] | None
) -> Sentence:
    if needs_tags is not None and not needs_tags(text[span.start : span.end]):
        return Sentence(index, span, (), (), paragraph, kind)
    tokens = _tokens(text, span)
    return Sentence(index, span, tokens, chunk(tokens), paragraph, kind)


def _tokens(text: str, span: Span) -> tuple[Token, ...]:
    places = [(span.start + a, span.start + b) for a, b in tokenize(text[span.start : span.end])]
    # a word that stands in many places is held in memory once
    words: Sequence[str] = [intern(text[a:b]) for a, b in places]
    return tuple(
        Token(Span(a, b), word, intern(word.lower()), c5, coarse(c5), intern(lemma))
        for (a, b), word, (c5, lemma) in zip(places, words, tag(words), strict=True)
    )
