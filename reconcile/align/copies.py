"""Near copies: sentences and quotes of two reports that are the same but for a few words."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from reconcile.measure.remembered import for_all, for_one, recalled
from reconcile.measure.strings import edits
from reconcile.model.copies import Change, NearCopy
from reconcile.model.documents import Document, Token
from reconcile.model.readings import Reading
from reconcile.model.spans import Span
from reconcile.model.stories import Stories

_RUN_WORDS = 2
_MOST_CHANGES, _MOST_CHANGES_QUOTED = 4, 1
_LEAST_SHARED = 5
_LEAST_QUOTED = 3
_SHARE = 0.7
_SHARE_QUOTED = 0.6
# A run of words that stands in more passages than this tells nothing of where a passage was copied from.
_MOST_HOLDERS = 40
_LEAST_RUNS = 2


@frozen
class _Passage:
    """Words of one sentence, without marks, with the spans they stand at."""

    place: tuple[str, int]
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    quoted: bool


def near_copies(readings: Sequence[Reading], stories: Stories) -> tuple[NearCopy, ...]:
    """All pairs of passages of different reports of one story that are near copies, each passage with its nearest of each report.

    A passage that stands in the other report word for word is no near copy of anything there. At least 70% of the words of the
    longer sentence must stand in both, in one order (of quotes: 60% of the shorter).
    """
    documents = {r.report_id: r.document for r in readings}
    found: list[NearCopy] = []
    for members in stories.groups:
        told = tuple(documents[m] for m in sorted(members) if m in documents)
        found += for_all("near copies", told, _of_story, whole=True)
    return tuple(found)


def _of_story(told: Sequence[Document]) -> list[NearCopy]:
    sentences = [p for d in told for p in for_one("sentences", d, lambda d: tuple(_sentences(d)))]
    quotes = [p for d in told for p in for_one("quotes", d, lambda d: tuple(_quotes(d)))]
    return [copy for passages in (sentences, quotes) for copy in _pairs(passages)]


def _sentences(document: Document) -> Iterator[_Passage]:
    for sentence in document.sentences:
        if sentence.kind != "boilerplate":
            yield _passage((document.report.id, sentence.index), sentence.tokens, quoted=False)


def _quotes(document: Document) -> Iterator[_Passage]:
    for quote in document.quotes:
        home = document.sentence_at(quote.span.start)
        if home is not None and quote.closed:
            inside = [t for t in home.tokens if quote.span.contains(t.span)]
            yield _passage((document.report.id, home.index), inside, quoted=True)


def _passage(place: tuple[str, int], tokens: Sequence[Token], *, quoted: bool) -> _Passage:
    words = [t for t in tokens if t.pos != "PUNCT"]
    return _Passage(place, tuple(t.lower for t in words), tuple(t.span for t in words), quoted)


def _pairs(passages: Sequence[_Passage]) -> Iterator[NearCopy]:
    verbatim = {(p.place[0], p.words) for p in passages}
    best: dict[tuple[int, str], tuple[float, int]] = {}
    shares = _shares(passages)
    for (a, b), share in shares.items():
        for own, other in ((a, b), (b, a)):
            key = own, passages[other].place[0]
            best[key] = max(best.get(key, (0.0, 0)), (share, -other))
    for a, b in sorted(shares):
        left, right = passages[a], passages[b]
        mutual = best[a, right.place[0]][1] == -b and best[b, left.place[0]][1] == -a
        copied = {(left.place[0], right.words), (right.place[0], left.words)} & verbatim
        if mutual and not copied:
            copy = recalled(("near copy", id(left), id(right)), _compared, left, right)
            if copy is not None:
                yield copy


def _shares(passages: Sequence[_Passage]) -> Mapping[tuple[int, int], float]:
    """Runs of two words in common, as a part of the shorter passage's, by pair of passages of two reports."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    runs = [_runs(p.words) for p in passages]
    for n, own in enumerate(runs):
        for run in own:
            holders[run].append(n)
    shared: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if len(places) > _MOST_HOLDERS:
            continue
        for i, a in enumerate(places):
            shared.update((a, b) for b in places[i + 1 :] if passages[a].place[0] != passages[b].place[0])
    least = 1 if passages and passages[0].quoted else _LEAST_RUNS
    return {pair: n / min(len(runs[i]) for i in pair) for pair, n in sorted(shared.items()) if n >= least}


def _runs(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[n : n + _RUN_WORDS]) for n in range(len(words) - _RUN_WORDS + 1))


def _compared(left: _Passage, right: _Passage) -> NearCopy | None:
    changed = edits(left.words, right.words)
    shared = len(left.words) - sum(last - first for first, last, _, _ in changed)
    shorter, longer = sorted((len(left.words), len(right.words)))
    least = _LEAST_QUOTED if left.quoted else _LEAST_SHARED
    inner = [c for c in changed if c[0] > 0 and c[2] > 0 and (c[1] < len(left.words) or c[3] < len(right.words))]
    if len(inner) > (_MOST_CHANGES_QUOTED if left.quoted else _MOST_CHANGES):
        return None
    if shared < least or shared < (_SHARE_QUOTED * shorter if left.quoted else _SHARE * longer):
        return None
    if left.quoted and shared < _SHARE_QUOTED * (longer - _cut_off(changed, left, right)):
        return None
    changes = tuple(
        Change(
            _span(left, first, last),
            _span(right, other_first, other_last),
            (_offset(left, first), _offset(right, other_first)),
        )
        for first, last, other_first, other_last in changed
    )
    return NearCopy(left.place, right.place, shared, changes, left.quoted)


def _cut_off(changed: Sequence[tuple[int, int, int, int]], left: _Passage, right: _Passage) -> int:
    """How many words the longer of two quotes goes on for before the other begins or after it ends."""
    ends = len(left.words), len(right.words)
    gone = [0, 0]
    for first, last, other_first, other_last in changed:
        alone = first == last or other_first == other_last
        if alone and ((first == 0 and other_first == 0) or (last == ends[0] and other_last == ends[1])):
            gone[0] += last - first
            gone[1] += other_last - other_first
    return gone[0] if ends[0] > ends[1] else gone[1]


def _span(passage: _Passage, first: int, last: int) -> Span | None:
    return passage.spans[first].join(passage.spans[last - 1]) if first < last else None


def _offset(passage: _Passage, first: int) -> int:
    return passage.spans[first].start if first < len(passage.spans) else passage.spans[-1].end
