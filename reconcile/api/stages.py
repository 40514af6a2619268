"""The stages as plain callables, and the first of them: reading one report."""

from attrs import frozen

from reconcile.align.entities import align as align_entities
from reconcile.align.facts import align as align_facts
from reconcile.anchor import anchor
from reconcile.claims.build import build
from reconcile.compare.facts import compare
from reconcile.config import Config
from reconcile.extract import entities as entity_rules
from reconcile.extract import marks as mark_rules
from reconcile.extract import quantities as quantity_rules
from reconcile.extract import times as time_rules
from reconcile.model.readings import Reading
from reconcile.model.reports import Report
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
from reconcile.text.reading import read


@frozen
class Stages:
    """Every step as a plain callable; replace one with ``attrs.evolve(Stages(), entity_extractors=(...,))``.

    Extractors of one kind run in order and their mentions are taken together; the others are one callable each.
    The aligner and the comparer of facts are called for each story by itself.
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
