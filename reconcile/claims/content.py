"""The words of a stretch that tell which event it is about."""

from collections.abc import Iterable, Sequence
from sys import intern

from reconcile.lexicon.load import word_list
from reconcile.model.documents import Phrase, Sentence, Token
from reconcile.model.spans import Span

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "X"})


def content_words(tokens: Iterable[Token]) -> tuple[str, ...]:
    """Content lemmas in lower case, light words left out, each once, sorted."""
    return tuple(sorted({lemma for token in tokens if (lemma := content_word(token))}))


def content_word(token: Token) -> str | None:
    """The token's lemma in lower case where it carries content, else None."""
    if token.pos not in _CONTENT:
        return None
    lemma = intern(token.lemma.lower())
    if lemma in word_list("light_words") or lemma in word_list("temporal_nouns") or len(lemma) < 2:
        return None
    return lemma


def phrase_span(sentence: Sentence, phrase: Phrase) -> Span:
    """The clean span of a phrase."""
    return Span(sentence.tokens[phrase.first].span.start, sentence.tokens[phrase.last - 1].span.end)


def noun_phrase_end(tokens: Sequence[Token], phrases: Sequence[Phrase], phrase: Phrase, limit: int) -> int:
    """Token index after the noun phrase with its "of" phrases and one further prepositional phrase chain, at most ``limit``."""
    end = phrase.last
    nouns = {p.first: p for p in phrases if p.kind == "NP"}
    while end < limit and tokens[end].pos == "PREP" and end + 1 in nouns and nouns[end + 1].last <= limit:
        end = nouns[end + 1].last
    return end
