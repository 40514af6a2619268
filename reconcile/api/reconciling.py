"""Reports in, a reconciliation or groups out."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from attrs import evolve

from reconcile.align.streams import stream_groups
from reconcile.api.combining import combine
from reconcile.api.memory import Memory
from reconcile.api.processes import Crew
from reconcile.api.stages import Stages, read_report
from reconcile.config import Config
from reconcile.errors import ArgumentError
from reconcile.lexicon.load import building
from reconcile.model.findings import Evidence
from reconcile.model.readings import Reading
from reconcile.model.reports import Report
from reconcile.model.stories import Group
from reconcile.progress import reporting
from reconcile.results import Reconciliation
from reconcile.text.reading import read


def reconcile(
    reports: Iterable[Report],
    *,
    config: Config | None = None,
    stages: Stages | None = None,
    workers: int = 1,
    progress: bool | Callable[[int, int], None] | None = None,
) -> Reconciliation:
    """Reconcile several reports of one event (or of several events mixed together).

    ``workers`` processes share what is done report by report and story by story, with the same result. ``progress`` is True for a
    bar on stderr, or a callable that gets (reports read, reports in all). Raises :class:`ArgumentError` for anything else than
    reports with distinct ids, :class:`ReconcileError` when a process dies.
    """
    given = checked_reports(reports)
    settings, plan = settled(config, stages)
    by_id = sorted(given, key=lambda r: r.id)
    within, beyond = by_id[: settings.max_reports], by_id[settings.max_reports :]
    with building(), Crew(_checked_workers(workers)) as crew:
        readings = read_all(within, settings, plan, crew, progress)
        result = combine(readings, settings, plan, Memory(), crew)
    if not beyond:
        return result
    unread = tuple(Evidence(r.id, 0, len(r.text), r.text) for r in beyond)
    return evolve(result, reports=tuple(by_id), unchecked=(*result.unchecked, *unread))


def _checked_workers(workers: int) -> int:
    if isinstance(workers, bool) or not isinstance(workers, int) or workers < 1:
        raise ArgumentError(f"workers must be a whole number of at least 1, got {workers!r}")
    return workers


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
    crew: Crew,
    progress: bool | Callable[[int, int], None] | None = None,
) -> list[Reading]:
    """Read every report, in the order given; those that read them share the work."""
    found: dict[int, Reading] = {}
    with reporting(progress, len(reports)) as tell:
        work = partial(read_report, config=config, stages=stages)
        for number, reading in crew.each(work, reports, lambda r: len(r.text)):
            found[number] = reading
            tell(len(found), len(reports))
    return [found[n] for n in range(len(reports))]


def group_reports(reports: Iterable[Report], *, config: Config | None = None) -> tuple[Group, ...]:
    """A mixed stream into events: every report in exactly one group, alone where it fits none.

    Words, names and, where given, the dates of publication decide; a report's group depends on what else is in the stream.
    """
    given, (settings, _) = checked_reports(reports), settled(config)
    with building():
        return stream_groups([Reading(read(r, settings)) for r in given])
