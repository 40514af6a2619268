"""Two short reports brought as far as the comparison of their near copies: in one story whatever they tell."""

from reconcile.align.copies import near_copies
from reconcile.api.combining import names_by_report
from reconcile.api.stages import Stages, read_report
from reconcile.compare.rewordings import rewordings
from reconcile.config import Config
from reconcile.model.copies import NearCopy, Rewording
from reconcile.model.readings import Reading
from reconcile.model.reports import Report
from reconcile.model.spans import Span
from reconcile.model.stories import Stories


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


def reworded(*texts: str) -> tuple[Rewording, ...]:
    """The changes between the texts that contradict."""
    found, stages, config = readings(*texts), Stages(), Config()
    anchored = stages.anchor(found, config)
    names = names_by_report(stages.entity_aligner(found, config))
    claims = [
        c for r in found for c in stages.claim_builder(r, anchored[r.report_id], names.get(r.report_id, {}), config)
    ]
    return rewordings(near_copies(found, one_story(found)), found, anchored, claims)


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
