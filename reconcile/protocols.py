"""The types of the plug-ins: plain callables, listed in ordered tuples in :class:`reconcile.api.Stages`."""

from collections.abc import Callable, Mapping, Sequence

from reconcile.config import Config
from reconcile.model.claims import Claim, Fact
from reconcile.model.comparisons import Compared
from reconcile.model.documents import Document
from reconcile.model.entities import Entity, EntityValue
from reconcile.model.marks import Mark
from reconcile.model.mentions import Mention
from reconcile.model.quantities import QuantityValue
from reconcile.model.readings import Anchored, Reading
from reconcile.model.reports import Report
from reconcile.model.spans import Span
from reconcile.model.stories import Stories
from reconcile.model.times import TimeForm

Reader = Callable[[Report, Config], Document]
TimeExtractor = Callable[[Document], tuple[Mention[TimeForm], ...]]
QuantityExtractor = Callable[[Document], tuple[Mention[QuantityValue], ...]]
EntityExtractor = Callable[[Document], tuple[Mention[EntityValue], ...]]
MarkExtractor = Callable[[Document], tuple[Mark, ...]]
Anchor = Callable[[Sequence[Reading], Config], Mapping[str, Anchored]]
EntityAligner = Callable[[Sequence[Reading], Config], tuple[Entity, ...]]
ClaimBuilder = Callable[[Reading, Anchored, Mapping[Span, str], Config], tuple[Claim, ...]]
FactAligner = Callable[[Sequence[Claim], Stories, Config], tuple[Fact, ...]]
FactComparer = Callable[[Sequence[Fact], Config], tuple[Compared, ...]]
