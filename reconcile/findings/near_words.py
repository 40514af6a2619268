"""Words that no other passage has where all have their twin: "space satiation" beside many a "space station"."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile

from reconcile.findings.suspects import Suspect
from reconcile.measure.remembered import for_one
from reconcile.measure.strings import distance
from reconcile.model.documents import Sentence, Token
from reconcile.model.marks import Mark
from reconcile.model.readings import Reading
from reconcile.model.reasons import Reason
from reconcile.model.spans import Span

_MIN_CHARS = 6
_MIN_TWIN_USES = 3
_MAX_EDITS = 2
_MAX_ENDING_CHARS = 3
_CONTENT = frozenset({"NOUN", "ADJ", "VERB"})
# Beginnings and endings that make another word of a word and no slip: "import" and "export", "ship" and "shipping"
_OPPOSITES = (
    "in",
    "im",
    "un",
    "ex",
    "de",
    "dis",
    "out",
    "over",
    "under",
    "up",
    "down",
    "re",
    "pre",
    "post",
    "sub",
    "inter",
)

Use = tuple[str, Span]


def misplaced_words(readings: Sequence[Reading]) -> Iterator[Suspect]:
    """Known words used once, beside a content word that elsewhere has a near twin of theirs beside it three times or more."""
    uses: list[Counter[str]] = []
    beside: dict[str, dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    for reading in readings:
        told, pairs = for_one("words beside words", reading, _beside)
        uses.append(told)
        for neighbour, token in pairs:
            beside[neighbour][token.lower].append((reading.report_id, token.span))
    for _, held in sorted(beside.items()):
        frequent = sorted(word for word, places in held.items() if len(places) >= _MIN_TWIN_USES)
        for word in sorted(w for w in held if sum(told[w] for told in uses) == 1) if frequent else ():
            twin = next((t for t in frequent if _is_slip(word, t)), None)
            if twin is not None:
                yield _suspect(held[word][0], word, twin, held[twin])


def _beside(reading: Reading) -> tuple[Counter[str], list[tuple[str, Token]]]:
    """How often each word stands in prose, and which stands beside which."""
    prose = [s for s in reading.document.sentences if s.kind == "prose"]
    return Counter(t.lower for s in prose for t in s.tokens), [pair for s in prose for pair in _pairs(s)]


def _pairs(sentence: Sentence) -> Iterator[tuple[str, Token]]:
    """Each plain content word with the content word before it."""
    for left, token in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        is_plain = len(token.text) >= _MIN_CHARS and token.text.islower() and token.text.isalpha()
        if is_plain and token.pos in _CONTENT and left.pos in (*_CONTENT, "PROPN") and left.text.isalpha():
            yield left.lower, token


def _is_slip(word: str, twin: str) -> bool:
    """At most two edits inside the word; not another form or an opposite of it."""
    if (
        word[0] != twin[0]
        or word[-1] != twin[-1]
        or _common_start(word, twin) >= min(len(word), len(twin)) - _MAX_ENDING_CHARS
    ):
        return False
    if any(a != b and word.startswith(a) and twin.startswith(b) for a in _OPPOSITES for b in _OPPOSITES):
        return False
    return distance(word, twin, limit=_MAX_EDITS) <= _MAX_EDITS


def _common_start(word: str, twin: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, twin, strict=False)))


def _suspect(use: Use, word: str, twin: str, places: Sequence[Use]) -> Suspect:
    report_id, span = use
    mark = Mark("misspelt_word", span, word, "garble.twin-elsewhere", twin, 0.6, (("twin", twin), ("word", word)))
    return Suspect(report_id, mark, tuple(places), (Reason.of("garble.near-twin", twin=twin, uses=len(places)),))
