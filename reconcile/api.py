"""The whole way of the data on one screen: reports are read one by one, then compared together."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import partial

from attrs import evolve, frozen

from reconcile.align.copies import near_copies
from reconcile.align.entities import align as align_entities
from reconcile.align.facts import align as align_facts
from reconcile.align.origins import origins
from reconcile.align.stories import groups, sketch_of, stories
from reconcile.anchor import anchor
from reconcile.anchor.single import resolve_all
from reconcile.anchor.weekdays import mismatches
from reconcile.claims.build import build
from reconcile.compare.arithmetic import check
from reconcile.compare.facts import compare
from reconcile.compare.rewordings import rewordings
from reconcile.config import Config
from reconcile.errors import ArgumentError
from reconcile.extract import entities as entity_rules
from reconcile.extract import marks as mark_rules
from reconcile.extract import quantities as quantity_rules
from reconcile.extract import times as time_rules
from reconcile.findings.assemble import assemble
from reconcile.findings.comparing import Desk
from reconcile.findings.coverage import unchecked
from reconcile.findings.garbles import find as find_garbles
from reconcile.findings.passages import shared_passages
from reconcile.findings.rewordings import reworded
from reconcile.findings.sums import sums
from reconcile.findings.timeline import timeline
from reconcile.measure.names import NameMatch, explain, similarity
from reconcile.model.changes import Changes, changes
from reconcile.model.documents import Document
from reconcile.model.entities import Entity, EntityMention
from reconcile.model.findings import Evidence
from reconcile.model.quantities import Quantity
from reconcile.model.readings import Reading
from reconcile.model.reports import Report
from reconcile.model.results import Dated
from reconcile.model.spans import Span
from reconcile.model.stories import Group
from reconcile.model.times import TimeExpression
from reconcile.progress import reporting
from reconcile.protocols import (
    Anchor,
    ClaimBuilder,
    EntityAligner,
    EntityExtractor,
    FactAligner,
    FactComparer,
    MarkExtractor,
    QuantityExtractor,
    Reader,
    TimeExtractor,
)  # fmt: skip
from reconcile.results import Reconciliation
from reconcile.text.reading import read
from reconcile.version import VERSION


@frozen
class Stages:
    """Every step as a plain callable; replace one with ``attrs.evolve(Stages(), entity_extractors=(...,))``.

    Extractors of one kind run in order and their mentions are taken together; the others are one callable each.
    """

    reader: Reader = read
    time_extractors: tuple[TimeExtractor, ...] = (time_rules.find,)
    quantity_extractors: tuple[QuantityExtractor, ...] = (quantity_rules.find,)
    entity_extractors: tuple[EntityExtractor, ...] = (entity_rules.find,)
    mark_extractors: tuple[MarkExtractor, ...] = (mark_rules.find, time_rules.impossible)
    anchor: Anchor = anchor
    entity_aligner: EntityAligner = align_entities
    claim_builder: ClaimBuilder = build
    fact_aligner: FactAligner = align_facts
    comparer: FactComparer = compare


def read_report(report: Report, config: Config, stages: Stages) -> Reading:
    """Read one report by itself; a reading depends on nothing else."""
    document = stages.reader(report, config)
    return Reading(
        document,
        tuple(m for extract in stages.time_extractors for m in extract(document)),
        tuple(m for extract in stages.quantity_extractors for m in extract(document)),
        tuple(m for extract in stages.entity_extractors for m in extract(document)),
        tuple(m for extract in stages.mark_extractors for m in extract(document)),
    )


def combine(readings: Sequence[Reading], config: Config, stages: Stages) -> Reconciliation:
    """Compare readings with each other; their order does not matter."""
    ordered = sorted(readings, key=lambda r: r.report_id)
    anchored = stages.anchor(ordered, config)
    entities = stages.entity_aligner(ordered, config)
    names = names_by_report(entities)
    claims = tuple(
        c for r in ordered for c in stages.claim_builder(r, anchored[r.report_id], names.get(r.report_id, {}), config)
    )
    told = stories([sketch_of(r) for r in ordered])
    facts = stages.fact_aligner(claims, told, config)
    found = stages.comparer(facts, config)
    reports = {r.report_id: r.document.report for r in ordered}
    desk = Desk(reports, origins(ordered), config.resolution)
    extra = {r.report_id: mismatches(r, anchored[r.report_id]) for r in ordered}
    altered = rewordings(near_copies(ordered, told), ordered, anchored, claims)
    garbles = find_garbles(ordered, entities, anchored, config, extra_marks=extra)
    inside = tuple(sums(ordered, {r.report_id: check(r.quantities) for r in ordered}, desk))
    copied = tuple(reworded(altered, ordered, desk))
    findings = assemble(facts, found, (*garbles, *inside), copied, told, desk, config)
    return Reconciliation(
        reports=tuple(reports.values()),
        claims=claims,
        facts=facts,
        comparisons=tuple(c for f in found for c in f.comparisons),
        findings=findings,
        timeline=timeline(claims, reports),
        entities=entities,
        origins=shared_passages(desk, ordered),
        unchecked=unchecked(ordered, claims, findings),
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


def reconcile(
    reports: Iterable[Report],
    *,
    config: Config | None = None,
    stages: Stages | None = None,
    workers: int = 1,
    progress: bool | Callable[[int, int], None] | None = None,
) -> Reconciliation:
    """Reconcile several reports of one event (or of several events mixed together).

    ``workers`` reads reports in that many processes, with the same result. ``progress`` is True for a bar on stderr, or a callable
    that gets (reports read, reports in all). Raises :class:`ArgumentError` for anything else than reports with distinct ids.
    """
    given = checked_reports(reports)
    settings, plan = settled(config, stages)
    by_id = sorted(given, key=lambda r: r.id)
    within, beyond = by_id[: settings.max_reports], by_id[settings.max_reports :]
    readings = read_all(within, settings, plan, workers, progress)
    result = combine(readings, settings, plan)
    if not beyond:
        return result
    unread = tuple(Evidence(r.id, 0, len(r.text), r.text) for r in beyond)
    return evolve(result, reports=tuple(by_id), unchecked=(*result.unchecked, *unread))


def settled(config: Config | None, stages: Stages | None = None) -> tuple[Config, Stages]:
    """The settings and stages given, or the usual ones. Raises :class:`ArgumentError` for anything of another type."""
    for name, value, kind in (("config", config, Config), ("stages", stages, Stages)):
        if value is not None and not isinstance(value, kind):
            raise ArgumentError(f"{name} must be a {kind.__name__} or None, got {type(value).__name__}")
    return config or Config(), stages or Stages()


def checked_reports(reports: Iterable[Report]) -> tuple[Report, ...]:
    """The reports as a tuple, each a :class:`Report` and no id twice."""
    if isinstance(reports, Report | str | bytes) or not isinstance(reports, Iterable):
        raise ArgumentError(f"reports must be an iterable of Report, got {type(reports).__name__}")
    given = tuple(reports)
    seen: dict[str, int] = {}
    for number, report in enumerate(given):
        if not isinstance(report, Report):
            raise ArgumentError(f"reports[{number}] must be a Report, got {type(report).__name__}")
        if report.id in seen:
            raise ArgumentError(f"reports[{seen[report.id]}] and reports[{number}] have the same id {report.id!r}")
        seen[report.id] = number
    return given


def read_all(
    reports: Sequence[Report],
    config: Config,
    stages: Stages,
    workers: int,
    progress: bool | Callable[[int, int], None] | None,
) -> list[Reading]:
    """Read every report, in this process or in ``workers`` of them."""
    if isinstance(workers, bool) or not isinstance(workers, int) or workers < 1:
        raise ArgumentError(f"workers must be a whole number of at least 1, got {workers!r}")
    readings: list[Reading] = []
    with reporting(progress, len(reports)) as tell:
        for reading in _readings(reports, config, stages, workers):
            readings.append(reading)
            tell(len(readings), len(reports))
    return readings


def _readings(reports: Sequence[Report], config: Config, stages: Stages, workers: int) -> Iterable[Reading]:
    if workers == 1 or len(reports) < 2:
        yield from (read_report(report, config, stages) for report in reports)
        return
    # Processes are started only where they are asked for; the module costs 25 ms.
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(max_workers=workers) as pool:
        size = max(1, len(reports) // (workers * 4))
        yield from pool.map(partial(read_report, config=config, stages=stages), reports, chunksize=size)


def _document(text: str, needs_tags: Callable[[str], bool] | None = None) -> Document:
    if not isinstance(text, str):
        raise ArgumentError(f"text must be str, got {type(text).__name__}")
    return read(Report(text), Config(), needs_tags=needs_tags)


def find_times(text: str, *, reference: date | None = None) -> tuple[TimeExpression, ...]:
    """Times in ``text``, with TIMEX3 values and half-open calendar intervals, resolved against ``reference``.

    ``reference`` is the day (or moment) on which the text was written; without it only what the text itself dates has an
    interval. Raises :class:`ArgumentError` for arguments of the wrong type.
    """
    if reference is not None and not isinstance(reference, date):
        raise ArgumentError(f"reference must be datetime.date, datetime.datetime or None, got {reference!r}")
    day = reference.date() if isinstance(reference, datetime) else reference
    document = _document(text, time_rules.needs_tags if day is not None else None)
    found = []
    for mention in resolve_all(document, time_rules.find(document), day):
        raw, v = document.to_raw(mention.span), mention.value
        place = text[raw.start : raw.end]
        found.append(
            TimeExpression(raw.start, raw.end, place, v.type, v.timex, v.interval, v.granularity, v.mod, v.assumptions)
        )
    return tuple(found)


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Numbers in ``text`` as intervals with unit, counted noun and hedge. Raises :class:`ArgumentError` for a non-string."""
    document = _document(text)
    found = []
    for mention in quantity_rules.find(document):
        raw, v = document.to_raw(mention.span), mention.value
        place = text[raw.start : raw.end]
        found.append(
            Quantity(raw.start, raw.end, place, v.low, v.high, v.unit, v.per, v.of, v.approximate, v.kind, v.modifiers)
        )
    return tuple(found)


def find_entities(text: str) -> tuple[EntityMention, ...]:
    """Persons, organizations, places, vehicles, works and events named in ``text``. Raises :class:`ArgumentError` for a non-string."""
    document = _document(text)
    found = []
    for mention in entity_rules.find(document):
        raw, v = document.to_raw(mention.span), mention.value
        found.append(EntityMention(raw.start, raw.end, text[raw.start : raw.end], v.kind, v.name, v.key, v.role))
    return tuple(found)


def name_similarity(left: str, right: str, *, kind: str | None = None) -> float:
    """How likely two names name the same: in [0, 1], 0.7 and above means "the same name"."""
    for side in (left, right):
        if not isinstance(side, str):
            raise ArgumentError(f"a name must be str, got {type(side).__name__}")
    return similarity(left, right, kind=kind)


def explain_names(left: str, right: str, *, kind: str | None = None) -> NameMatch:
    """The score of :func:`name_similarity` with the reasons for it."""
    for side in (left, right):
        if not isinstance(side, str):
            raise ArgumentError(f"a name must be str, got {type(side).__name__}")
    return explain(left, right, kind=kind)


class Reconciler:
    """Reconciles a growing set of reports; each report is read once, and the result equals the batch result.

    Raises :class:`ArgumentError` for a report whose id is there already, and for removing one that is not.
    """

    def __init__(self, config: Config | None = None, stages: Stages | None = None) -> None:
        self._config, self._stages = settled(config, stages)
        self._readings: dict[str, Reading] = {}
        self._result: Reconciliation | None = None

    def add(self, report: Report) -> Changes:
        """Read one more report; tells which findings appeared, changed or fell away."""
        (checked,) = checked_reports([report])
        if checked.id in self._readings:
            raise ArgumentError(f"a report of id {checked.id!r} is there already; remove it first")
        before = self.result()
        self._readings[checked.id] = read_report(checked, self._config, self._stages)
        self._result = None
        return changes(before.findings, self.result().findings)

    def remove(self, report_id: str) -> Changes:
        """Forget a report by its id."""
        if report_id not in self._readings:
            raise ArgumentError(
                f"no report of id {report_id!r}; there are: {', '.join(sorted(self._readings)) or 'none'}"
            )
        before = self.result()
        del self._readings[report_id]
        self._result = None
        return changes(before.findings, self.result().findings)

    def result(self) -> Reconciliation:
        """The reconciliation of all reports added so far."""
        if self._result is None:
            self._result = combine(tuple(self._readings.values()), self._config, self._stages)
        return self._result


def group_reports(reports: Iterable[Report], *, config: Config | None = None) -> tuple[Group, ...]:
    """A mixed stream into events: every report in exactly one group, alone where it fits none."""
    given, (settings, _) = checked_reports(reports), settled(config)
    sketches = [sketch_of(Reading(read(r, settings))) for r in given]
    return groups(stories(sketches), sketches)
