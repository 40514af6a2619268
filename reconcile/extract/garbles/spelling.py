"""Ordinary words that no dictionary holds and that are one slip away from one that it holds."""

from collections import Counter
from collections.abc import Iterator

from reconcile.extract.garbles.prose import Prose
from reconcile.lexicon.load import words
from reconcile.lexicon.spelling import RARE, correction, corrections, frequency, is_known
from reconcile.model.documents import Sentence, Token
from reconcile.model.marks import Mark

_QUOTE_MARKS = "\"'\u2018\u201c\u201d"
_MIN_CHARS = 4
_MAX_CHARS = 24
_MAX_USES = 2
_MIN_FREQUENCY = 300
_GLUED_FREQUENCY = 200
_LONG_CHARS = 8


def find(prose: Prose) -> Iterator[Mark]:
    """Misspelt, glued and torn words of the readable prose."""
    uses = Counter(t.lower for s in prose.sentences() for t in s.tokens)
    for sentence in prose.sentences():
        tokens = sentence.tokens
        at = 0
        while at < len(tokens):
            mark, step = _judge(prose, sentence, tokens, at, uses)
            if mark is not None:
                yield mark
            at += step


def _judge(
    prose: Prose, sentence: Sentence, tokens: tuple[Token, ...], at: int, uses: Counter[str]
) -> tuple[Mark | None, int]:
    token = tokens[at]
    torn = _torn(prose, tokens, at)
    if torn is not None:
        return torn, 2
    if not _is_candidate(prose, token) or uses[token.lower] > _MAX_USES or _has_strange_neighbour(tokens, at):
        return None, 1
    return _glued(prose, token) or _misspelt(prose, token), 1


def _is_candidate(prose: Prose, token: Token) -> bool:
    """A plain lower-case word that no list holds; not a part of a name, a link, a handle or a hyphenated word."""
    if not (
        _MIN_CHARS <= len(token.text) <= _MAX_CHARS
        and token.text.islower()
        and token.text.isascii()
        and token.text.isalpha()
    ):
        return False
    around = (
        prose.text[max(0, token.span.start - 1) : token.span.start] + prose.text[token.span.end : token.span.end + 1]
    )
    if any(ch in "-/@#._'\u2019&*\u2010\u2011" and not (ch == "." and around.endswith(".")) for ch in around):
        return False
    if len(around) == 2 and all(ch in _QUOTE_MARKS for ch in around):
        return False
    return not is_known(token.lower) and not prose.in_link(token.span)


def _has_strange_neighbour(tokens: tuple[Token, ...], at: int) -> bool:
    """Two unknown words side by side that are near no other word are another language or a term, no slip."""
    near = tokens[max(0, at - 1) : at] + tokens[at + 1 : at + 2]
    unknown = [t for t in near if t.text.islower() and t.text.isalpha() and len(t.text) > 2 and not is_known(t.lower)]
    return any(not corrections(t.lower) or len(t.text) <= _MIN_CHARS for t in unknown)


def _misspelt(prose: Prose, token: Token) -> Mark | None:
    near = corrections(token.lower)
    if not near or frequency(near[0]) < _least_frequency(token.text):
        return None
    meant = correction(token.lower)
    confidence = 0.85 if meant else 0.7
    return prose.mark("misspelt_word", token.span, "misspelt-word", meant, confidence, word=token.text)


def _least_frequency(word: str) -> int:
    """How frequent the word that was meant must be: a short string is near many words by chance, a long one near none."""
    if len(word) == _MIN_CHARS:
        return 50 * _MIN_FREQUENCY
    return RARE if len(word) >= _LONG_CHARS else _MIN_FREQUENCY


def _glued(prose: Prose, token: Token) -> Mark | None:
    """ "ofthe", "missileapproached": two words, one of them of a kind that makes no compounds."""
    best: tuple[int, str] | None = None
    closed, first = words("spelling", "never_compounded"), words("spelling", "never_first")
    for at in range(2, len(token.lower) - 1):
        head, tail = token.lower[:at], token.lower[at:]
        least = min(frequency(head), frequency(tail))
        needed = _GLUED_FREQUENCY if min(len(head), len(tail)) >= _MIN_CHARS else 15 * _GLUED_FREQUENCY
        parted = head in closed or tail in closed or head in first
        parted = parted or (tail.endswith(("ed", "ly")) and len(head) >= _MIN_CHARS)
        if least >= needed and parted and (best is None or least > best[0]):
            best = (least, f"{head} {tail}")
    if best is None or any(frequency(n) >= _MIN_FREQUENCY for n in corrections(token.lower)):
        return None
    return prose.mark("missing_space", token.span, "glued-words", best[1], 0.8, word=token.text)


def _torn(prose: Prose, tokens: tuple[Token, ...], at: int) -> Mark | None:
    """ "govern ment": a piece that is no word makes one with its neighbour."""
    if at + 1 >= len(tokens):
        return None
    left, right = tokens[at], tokens[at + 1]
    if (
        not (left.lower.isalpha() and right.text.islower() and right.text.isalpha())
        or prose.text[left.span.end : right.span.start] != " "
    ):
        return None
    whole = left.lower + right.lower
    if len(whole) < 5 or (is_known(left.lower) and is_known(right.lower)) or frequency(whole) < _MIN_FREQUENCY:
        return None
    if left.text[0].isupper() and left.span.start != tokens[0].span.start:
        return None
    return prose.mark("misspelt_word", left.span.join(right.span), "torn-word", left.text + right.text, 0.8, word=whole)
