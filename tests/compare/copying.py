"""Two short reports brought as far as the comparison of their near copies: in one story whatever they tell; and passages by hand."""

import re
from collections.abc import Iterable, Mapping

from attrs import evolve

from reconcile.align.copies import near_copies
from reconcile.api.combining import names_by_report
from reconcile.api.stages import Stages, read_report
from reconcile.compare.passages import Judge, Judged, Side
from reconcile.compare.rewordings import rewordings
from reconcile.config import Config
from reconcile.model.claims import Claim
from reconcile.model.copies import NearCopy, Rewording
from reconcile.model.documents import Document, Token
from reconcile.model.entities import EntityValue
from reconcile.model.mentions import Mention, V
from reconcile.model.quantities import QuantityValue
from reconcile.model.readings import Reading
from reconcile.model.reports import Report
from reconcile.model.spans import Span
from reconcile.model.stories import Stories
from reconcile.model.times import TimeValue
from tests.compare.telling import claim, slot


def readings(*texts: str) -> list[Reading]:
    """The texts read, as reports a, b, c..."""
    return [read_report(Report(text, id=chr(97 + n)), Config(), Stages()) for n, text in enumerate(texts)]


def one_story(found: list[Reading]) -> Stories:
    """All of them in one story."""
    return Stories((tuple(r.report_id for r in found),))


def copied(*texts: str) -> tuple[NearCopy, ...]:
    """The near copies between the texts."""
    found = readings(*texts)
    return near_copies(found, one_story(found))


def reworded(*texts: str, shared: int | None = None) -> tuple[Rewording, ...]:
    """The changes between the texts that contradict; ``shared`` sets how many words the passages have in common."""
    found, stages, config = readings(*texts), Stages(), Config()
    anchored = stages.anchor(found, config)
    names = names_by_report(stages.entity_aligner(found, config))
    claims = {
        r.report_id: stages.claim_builder(r, anchored[r.report_id], names.get(r.report_id, {}), config) for r in found
    }
    copies = near_copies(found, one_story(found))
    if shared is not None:
        copies = tuple(evolve(c, shared=shared) for c in copies)
    return rewordings(copies, found, anchored, claims)


def told(texts: list[str], found: Rewording) -> list[str]:
    """Kind and the changed words on both sides, by report."""
    clean = {r.report_id: r.document.text for r in readings(*texts)}
    return [found.kind, *(_words(clean, side) for side in (found.left, found.right))]


def _words(clean: dict[str, str], side: tuple[str, Span]) -> str:
    report, span = side
    return clean[report][span.start : span.end]


def named(found: list[Reading]) -> tuple[dict[Span, str], dict[str, str]]:
    """The entity ids of the first reading by span, and the name of every entity by its id."""
    entities = Stages().entity_aligner(found, Config())
    return names_by_report(entities).get(found[0].report_id, {}), {e.id: e.name for e in entities}


_PIECE = re.compile(r"[\[\]]|[^\s\[\]]+")


def passage(
    written: str,
    *,
    times: Mapping[str, TimeValue] | None = None,
    quantities: Mapping[str, QuantityValue] | None = None,
    entities: Mapping[str, EntityValue] | None = None,
    roles: Iterable[str] = (),
    speakers: Iterable[str] = (),
    rest: str = "",
) -> Side:
    """A sentence with the changed words in brackets, "[]" where words are left out; "sank/VERB/sink" tells class and lemma of a word.

    The mentions stand at their words; ``rest`` is what else the report says.
    """
    tokens: list[Token] = []
    ends: list[int] = []
    at = 0
    for piece in _PIECE.findall(written):
        if piece in "[]":
            ends.append(at if piece == "[" else tokens[-1].span.end if tokens else 0)
            continue
        text, _, told = piece.partition("/")
        pos, _, lemma = told.partition("/")
        span = Span(at, at + len(text))
        tokens.append(Token(span, text, text.lower(), "", pos or "NOUN", lemma or text.lower()))
        at = span.end + 1
    text = " ".join(t.text for t in tokens)
    start, end = ends
    changed = Span(start, end) if start < end else None
    return Side(
        Document(Report(f"{text} {rest}", id="a"), f"{text} {rest}", (), ()),
        tuple(tokens),
        changed,
        () if changed is None else tuple(t for t in tokens if changed.overlaps(t.span)),
        start,
        _mentions(text, times),
        _mentions(text, quantities),
        _mentions(text, entities),
        tuple(_role(text, words) for words in roles),
        frozenset(speakers),
    )


def _mentions(text: str, values: Mapping[str, V] | None) -> tuple[Mention[V], ...]:
    places = (
        (Span(text.index(words), text.index(words) + len(words)), words, v) for words, v in (values or {}).items()
    )
    return tuple(Mention("a", 0, span, words, value, "test") for span, words, value in places)


def _role(text: str, words: str) -> Claim:
    at = text.index(words)
    held = evolve(slot(f"role: {words}"), span=Span(at, at + len(words)))
    return evolve(claim({"report": "a", "kind": "role"}), slots=(held,))


def both(judge: Judge, left: Side, right: Side) -> Judged | None:
    """The judgement, which is the same the other way round but for its sides."""
    found, turned = judge(left, right), judge(right, left)
    assert (found is None) == (turned is None)
    if found is not None and turned is not None:
        assert (found.kind, found.left, found.right, found.score) == (
            turned.kind,
            turned.right,
            turned.left,
            turned.score,
        )
    assert found is None or isinstance(found, Judged)
    return found
