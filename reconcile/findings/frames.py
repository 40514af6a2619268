"""What stands where: frames ("war in" + "Ukraine") and names, over all readings, as evidence for and against a passage.

A frame is a head word and a preposition with the name that fills it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from reconcile.measure.remembered import for_one
from reconcile.model.documents import Token
from reconcile.model.entities import Entity
from reconcile.model.readings import Reading
from reconcile.model.spans import Span

_MAX_NAME_TOKENS = 4
Place = tuple[str, Span]


@frozen
class Frame:
    """One filled frame in one sentence: ``head`` (lemma) and ``prep`` with its ``name`` in lower case; token indices."""

    head: str
    prep: str
    name: str
    head_at: int
    name_at: int
    name_end: int


@frozen
class Index:
    """Where all readings have which name: (report id, span) of each place.

    ``filled``: frame to name to places; ``ids``: alias in lower case to the id of what it alone names; ``known``: words
    that are names, since they stand in capitals in mid-sentence or in a gazetteer; ``pairs``: adjacent words in capitals.
    """

    filled: Mapping[tuple[str, str], Mapping[str, Sequence[Place]]]
    ids: Mapping[str, str]
    known: frozenset[str]
    pairs: Mapping[tuple[str, str], Sequence[Place]]

    def identity(self, name: str) -> str:
        """The id of what ``name`` (lower case) names, or the name itself."""
        return self.ids.get(name, name)

    def places(self, frame: Frame, identity: str) -> list[Place]:
        """Where the frame is filled by ``identity``."""
        return list(self.filled.get((frame.head, frame.prep), {}).get(identity, ()))

    def other_prepositions(self, frame: Frame, identity: str) -> list[Place]:
        """ "war with Ukraine", "war against Ukraine" support "war in Ukraine" too."""
        keys = sorted(key for key in self.filled if key[0] == frame.head and key[1] != frame.prep)
        return [place for key in keys for place in self.filled[key].get(identity, ())]


def index(readings: Sequence[Reading], entities: Sequence[Entity]) -> Index:
    """Index all readings once; linear in their length."""
    ids = _same_names(entities)
    filled: dict[tuple[str, str], dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    pairs: dict[tuple[str, str], list[Place]] = defaultdict(list)
    known: set[str] = set(_known_heads(entities))
    for reading in readings:
        own = for_one("frames", reading, _seen)
        for frame, span in own.filled:
            filled[frame.head, frame.prep][ids.get(frame.name, frame.name)].append((reading.report_id, span))
        for pair, span in own.pairs:
            pairs[pair].append((reading.report_id, span))
        known |= own.known
    return Index(filled, ids, frozenset(known), pairs)


@frozen
class _Seen:
    """What one report has: frames, adjacent words in capitals, and words in capitals after one without."""

    filled: Sequence[tuple[Frame, Span]]
    pairs: Sequence[tuple[tuple[str, str], Span]]
    known: frozenset[str]


def _seen(reading: Reading) -> _Seen:
    filled: list[tuple[Frame, Span]] = []
    pairs: list[tuple[tuple[str, str], Span]] = []
    known: set[str] = set()
    for sentence in reading.document.sentences:
        tokens = sentence.tokens
        filled += [(f, tokens[f.head_at].span.join(tokens[f.name_end - 1].span)) for f in frames(tokens)]
        for left, right in pairwise(tokens):
            if left.text[0].isupper() and right.text[0].isupper():
                pairs.append(((left.text, right.text), left.span.join(right.span)))
        if sentence.kind == "prose":
            known.update(b.text for a, b in pairwise(tokens) if a.text[0].islower() and _is_name(b))
    return _Seen(filled, pairs, frozenset(known))


def _same_names(entities: Sequence[Entity]) -> Mapping[str, str]:
    """Every alias, in lower case, to the id of what it names; one that names two things stands for itself."""
    held: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        for alias in (entity.name, *entity.aliases):
            held[alias.lower()].add(entity.id)
    return {alias: min(ids) for alias, ids in held.items() if len(ids) == 1}


def _known_heads(entities: Sequence[Entity]) -> Iterator[str]:
    """First words of names that a gazetteer knows or that are used more than once."""
    for entity in entities:
        if entity.key is not None or len(entity.mentions) > 1:
            for alias in (entity.name, *entity.aliases):
                if alias[:1].isupper():
                    yield alias.split()[0]


def frames(tokens: Sequence[Token], *, any_head: bool = False) -> Iterator[Frame]:
    """The filled frames of one sentence: noun, verb or adjective, preposition, name. ``any_head`` takes names as heads too."""
    at = 0
    while at < len(tokens):
        end = name_end(tokens, at)
        if end == at:
            at += 1
            continue
        frame = _frame_before(tokens, at, end, any_head=any_head)
        if frame is not None:
            yield frame
        at = end


def name_end(tokens: Sequence[Token], at: int, *, heads_sentence: bool = False) -> int:
    """The index after the name that begins at ``at``, or ``at`` where none begins.

    ``heads_sentence`` takes the first word as one whatever its tag: the caller knows it for a name.
    """
    end = at
    while (
        end < len(tokens) and end - at < _MAX_NAME_TOKENS and (_is_name(tokens[end]) or (heads_sentence and end == at))
    ):
        end += 1
    return end


def _is_name(token: Token) -> bool:
    return (
        token.text[0].isupper() and any(c.isalpha() for c in token.text) and token.pos in ("PROPN", "NOUN", "ADJ", "X")
    )


def _frame_before(tokens: Sequence[Token], at: int, end: int, *, any_head: bool) -> Frame | None:
    prep_at = at - 1
    if prep_at > 0 and tokens[prep_at].lower == "the":
        prep_at -= 1
    if prep_at < 1 or tokens[prep_at].pos != "PREP":
        return None
    head = tokens[prep_at - 1]
    if not any_head and (head.pos not in ("NOUN", "VERB", "ADJ") or head.text[0].isupper()):
        return None
    name = " ".join(t.lower for t in tokens[at:end])
    return Frame(head.lemma, tokens[prep_at].lower, name, prep_at - 1, at, end)
