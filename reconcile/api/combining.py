"""The whole way of the data on one screen: readings are compared with each other, story by story."""

from collections.abc import Iterable, Sequence
from itertools import chain

from reconcile.align.copies import near_copies
from reconcile.align.origins import origins
from reconcile.anchor.weekdays import mismatches
from reconcile.api.memory import Memory, Work
from reconcile.api.processes import Crew
from reconcile.api.stages import Stages
from reconcile.compare.arithmetic import check
from reconcile.compare.rewordings import rewordings
from reconcile.config import Config
from reconcile.findings.assemble import assemble
from reconcile.findings.coverage import unchecked
from reconcile.findings.desk import Desk
from reconcile.findings.garbles import find as find_garbles
from reconcile.findings.garbles import suspects
from reconcile.findings.misspellings import misspellings
from reconcile.findings.passages import shared_passages
from reconcile.findings.rewordings import reworded
from reconcile.findings.sums import sums
from reconcile.findings.timeline import timeline
from reconcile.measure.remembered import for_one
from reconcile.model.entities import Entity
from reconcile.model.readings import Reading
from reconcile.model.results import Dated
from reconcile.model.spans import Span
from reconcile.results import Reconciliation
from reconcile.version import VERSION


def combine(readings: Sequence[Reading], config: Config, stages: Stages, memory: Memory, crew: Crew) -> Reconciliation:
    """Compare readings with each other; their order does not matter. ``memory`` holds what a call before has worked out."""
    with memory.recalling():
        return _combined(readings, config, stages, memory, crew)


def _combined(
    readings: Sequence[Reading], config: Config, stages: Stages, memory: Memory, crew: Crew
) -> Reconciliation:
    ordered = sorted(readings, key=lambda r: r.report_id)
    anchored = stages.anchor(ordered, config)
    entities = stages.entity_aligner(ordered, config)
    names = names_by_report(entities)
    given = {r.report_id: (r, anchored[r.report_id], names.get(r.report_id, {})) for r in ordered}
    told = memory.grouped(ordered)
    reports = {r.report_id: r.document.report for r in ordered}
    desk = Desk(reports, origins(ordered), config.resolution)
    later = memory.tell(given, told, desk, Work(config, stages), crew)
    extra = {r.report_id: mismatches(r, anchored[r.report_id]) for r in ordered}
    copies = near_copies(ordered, told)
    suspected = suspects(ordered, entities, extra_marks=extra)
    garbles = find_garbles(ordered, suspected)
    inside = tuple(
        sums(ordered, {r.report_id: for_one("sums", r, lambda r: check(r.quantities)) for r in ordered}, desk)
    )
    claims_of, found = later()
    claims = tuple(c for r in ordered for c in claims_of[r.report_id])
    copied = tuple(reworded(rewordings(copies, ordered, anchored, claims_of), ordered, desk))
    misspelt = tuple(misspellings(ordered, suspected, desk))
    findings = assemble(found.findings, (*garbles, *inside), (*copied, *misspelt), config)
    return Reconciliation(
        reports=tuple(reports.values()),
        claims=claims,
        facts=found.facts,
        comparisons=tuple(chain.from_iterable(f.comparisons for f in found.compared)),
        findings=findings,
        timeline=timeline((claims_of[r.report_id] for r in ordered), reports),
        entities=entities,
        origins=shared_passages(desk, ordered),
        unchecked=unchecked(ordered, claims_of, findings),
        windows=tuple(Dated(r.report_id, anchored[r.report_id].window) for r in ordered),
        config=config,
        version=VERSION,
    )


def names_by_report(entities: Iterable[Entity]) -> dict[str, dict[Span, str]]:
    """For each report the entity id of every mention, by its span."""
    names: dict[str, dict[Span, str]] = {}
    for entity in entities:
        for mention in entity.mentions:
            names.setdefault(mention.report_id, {})[mention.span] = entity.id
    return names
