"""Words, phrases and whole sentences that stand twice."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.extract.garbles.prose import Prose
from reconcile.lexicon.load import words
from reconcile.model.documents import Sentence, Token
from reconcile.model.marks import Mark
from reconcile.model.spans import Span

_MAX_PHRASE_WORDS = 6
_MAX_NAME_WORDS = 2
# A doubled name that stands alone twice more elsewhere is a slip; "Duran Duran" is never "Duran".
_MIN_USES_APART = 4
_MIN_BLOCK_WORDS = 10
_MIN_NEXT_WORDS = 4
_MAX_EVIDENCE_CHARS = 150


def find(prose: Prose) -> Iterator[Mark]:
    """All doublings of the readable prose."""
    uses = Counter(t.text for s in prose.sentences() for t in s.tokens if t.text[0].isupper())
    for sentence in prose.sentences():
        yield from _words(prose, sentence, uses)
        yield from _phrases(prose, sentence)
    yield from _blocks(prose)


def _words(prose: Prose, sentence: Sentence, uses: Counter[str]) -> Iterator[Mark]:
    """ "the the". "had had", "that that", "very very" and doubled names ("Duran Duran") are right."""
    allowed = words("doubling", "allowed")
    for before, left, right in _triples(sentence.tokens):
        if left.lower != right.lower or not left.text.isalpha() or not _adjacent(prose, left, right):
            continue
        is_name = right.text[0].isupper() and not right.text.isupper() and left.text[0].isupper()
        if (
            left.lower in allowed
            or (is_name and uses[left.text] < _MIN_USES_APART)
            or (before is not None and _is_meant(before, left))
        ):
            continue
        span = left.span.join(right.span)
        yield prose.mark("duplicated_word", span, "doubled-word", left.text, 0.9, word=left.text)


def _is_meant(before: Token, left: Token) -> bool:
    """ "what it is is", "no no no"."""
    return before.lower == left.lower or (left.lower == "is" and before.pos == "PRON")


def _triples(tokens: Sequence[Token]) -> Iterator[tuple[Token | None, Token, Token]]:
    for at, (left, right) in enumerate(pairwise(tokens)):
        yield (tokens[at - 1] if at else None), left, right


def _adjacent(prose: Prose, left: Token, right: Token) -> bool:
    return prose.text[left.span.end : right.span.start].isspace()


def _phrases(prose: Prose, sentence: Sentence) -> Iterator[Mark]:
    """ "in the in the": two to six words, at once again. "over and over and over" and "day by day by day" are right."""
    tokens, linking = sentence.tokens, words("doubling", "linking")
    at = 0
    while at < len(tokens):
        size = _repeated(tokens, at)
        phrase = tokens[at : at + size]
        if size and not linking.intersection(t.lower for t in phrase) and len({t.lower for t in phrase}) > 1:
            span = phrase[0].span.join(tokens[at + 2 * size - 1].span)
            once = prose.text[phrase[0].span.start : phrase[-1].span.end]
            yield prose.mark("duplicated_word", span, "doubled-phrase", once, 0.85, word=once)
        at += 2 * size if size else 1


def _repeated(tokens: Sequence[Token], at: int) -> int:
    for size in range(2, _MAX_PHRASE_WORDS + 1):
        if at + 2 * size > len(tokens):
            return 0
        if all(
            tokens[at + i].text == tokens[at + size + i].text and tokens[at + i].text[0].isalpha() for i in range(size)
        ) and (size > _MAX_NAME_WORDS or not all(t.text[0].isupper() for t in tokens[at : at + size])):
            return size
    return 0


def _blocks(prose: Prose) -> Iterator[Mark]:
    """A sentence of ten words and more that stands in the report once before, word for word; at once again, of four."""
    seen: set[str] = set()
    previous = ""
    for sentence in prose.sentences():
        form = " ".join(t.lower for t in sentence.tokens)
        length = sum(t.text.isalpha() for t in sentence.tokens)
        # a line of a poem may be said twice, and has no stop
        at_once, previous = form == previous and length >= _MIN_NEXT_WORDS and form.endswith((".", "!", "?")), form
        if sentence.kind != "prose" or (length < _MIN_BLOCK_WORDS and not at_once):
            continue
        if form in seen or at_once:
            end = min(sentence.span.end, sentence.span.start + _MAX_EVIDENCE_CHARS)
            span = Span(sentence.span.start, end)
            yield prose.mark("duplicated_word", span, "doubled-block", None, 0.75)
        seen.add(form)
