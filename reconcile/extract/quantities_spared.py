"""That all came through is a number too: "everyone on board survived" tells of no dead, "all passengers escaped unhurt" of nobody hurt."""

from collections.abc import Iterator, Sequence

from reconcile.lexicon.load import words
from reconcile.measure.populations import is_person
from reconcile.model.documents import Document, Sentence, Token
from reconcile.model.mentions import Mention
from reconcile.model.quantities import QuantityValue
from reconcile.model.spans import Span

_REACH = 16  # words between those who are meant and what is told of them


def spared(document: Document) -> Iterator[Mention[QuantityValue]]:
    """A count of nought dead, or nought hurt, at each word by which all are told to have come through."""
    for sentence in document.sentences:
        tokens = sentence.tokens
        for at, token in enumerate(tokens):
            if _is_everybody(tokens, at):
                told = _told(tokens, at + 1)
                if told is not None:
                    yield _none(document, sentence, *told)
                break
            if token.lower in words("quantities_events", "spared", "part_of"):
                break  # "almost everyone survived"


def _is_everybody(tokens: Sequence[Token], at: int) -> bool:
    """ "Everyone", "all passengers", "all of the 238 people", "all on board"."""
    word = tokens[at].lower
    if at and tokens[at - 1].lower in words("quantities_events", "spared", "part_of"):
        return False
    if word in ("everyone", "everybody"):
        return True
    if word != "all":
        return False
    behind = at + 1
    while behind < len(tokens) and (
        tokens[behind].lower in ("of", "the", "those", "its", "their") or tokens[behind].pos in ("NUM", "ADJ")
    ):
        behind += 1
    if behind >= len(tokens):
        return False
    return tokens[behind].lower in ("on", "aboard", "inside") or is_person(tokens[behind].lemma.lower())


def _told(tokens: Sequence[Token], first: int) -> tuple[Span, str] | None:
    """The word that tells how they came through, and of which fate nobody is told then."""
    if (
        first < len(tokens)
        and tokens[first].pos == "VERB"
        and tokens[first].lemma.lower() not in ("survive", "escape", "emerge")
    ):
        return None  # "everyone hopes that he survived"
    for at in range(first, min(first + _REACH, len(tokens))):
        token = tokens[at]
        if token.pos in ("PUNCT", "NEG"):
            return None
        if token.lemma.lower() == "survive" and token.tag in ("VVD", "VVN", "VVB", "VVZ"):
            return (token.span, "people_dead") if not _has_but(tokens, at) else None
        if token.lower in words("quantities_events", "spared", "unhurt") and tokens[at - 1].pos in ("VERB", "AUX"):
            return token.span, "people_injured"
        if token.lower == "alive" and tokens[at - 1].pos in ("VERB", "AUX"):
            return token.span, "people_dead"
    return None


def _has_but(tokens: Sequence[Token], at: int) -> bool:
    """ "All survived except one", "all but two survived"."""
    return any(
        t.lower in ("except", "but", "apart", "bar", "save")
        for t in (*tokens[max(0, at - _REACH) : at], *tokens[at : at + 3])
    )


def _none(document: Document, sentence: Sentence, span: Span, population: str) -> Mention[QuantityValue]:
    value = QuantityValue(0.0, 0.0, None, None, "people", kind="count", population=population)
    text = document.text[span.start : span.end]
    return Mention(document.report.id, sentence.index, span, text, value, "quantities.spared")
