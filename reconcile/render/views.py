"""The plain view of a result that every rendering draws: text made visible, places numbered, nothing left to decide."""

from attrs import frozen

from reconcile.model.reviews import Review

MOST_PASSAGES = 4  # of one side that are shown in full; the others are named


@frozen
class Passage:
    """Marked ``words`` in their context. ``report`` is the report's letter, ``source`` its name; ``anchor`` a safe id.

    ``start``/``end`` are offsets into the text as received.
    """

    report: str
    source: str
    anchor: str
    start: int
    end: int
    before: str
    words: str
    after: str
    value: str = ""


Said = tuple[tuple[str, tuple[Passage, ...]], ...]


@frozen
class SideView:
    """One value with its passages, ``heading`` as written first, and the number of independent ``origins``."""

    heading: str
    value: str
    origins: int
    passages: tuple[Passage, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """The letters of the reports on this side, each once."""
        return tuple(dict.fromkeys(p.report for p in self.passages))


@frozen
class FindingView:
    """A finding ready to be shown.

    ``number`` counts from 1 in the order shown, ``anchor`` is a safe id, ``title`` names it in few words, ``summary`` is its
    sentence, ``headline`` what stands over it. ``group`` is the category, or "leftover". ``said`` are the passages by report letter, each wording once.
    """

    id: str
    number: int
    anchor: str
    category: str
    group: str
    title: str
    headline: str
    kind: str
    kind_label: str
    relation: str
    relation_label: str
    scope: str
    confidence: float
    level: str
    summary: str
    reasons: tuple[str, ...]
    sides: tuple[SideView, ...]
    passages: tuple[Passage, ...]
    said: Said
    question: str
    ask: tuple[str, ...]
    suggestion: str | None
    review: Review | None
    fact_id: str | None

    @property
    def percent(self) -> int:
        """Confidence as a whole percentage."""
        return round(round(self.confidence, 2) * 100)  # as the other forms round it

    @property
    def reports(self) -> tuple[str, ...]:
        """The letters of the reports with a passage, each once."""
        return tuple(dict.fromkeys(p.report for p in self.passages))


@frozen
class Piece:
    """A stretch of a report over which the same findings hold.

    ``category`` is that of the most important one ("" for none, "unchecked" for what no extractor read); ``findings`` their
    numbers; ``opens`` the anchors of passages that begin here; ``notes`` the (number, finding anchor) of those that end here.
    """

    text: str
    category: str = ""
    findings: tuple[int, ...] = ()
    target: str = ""
    opens: tuple[str, ...] = ()
    notes: tuple[tuple[int, str], ...] = ()


@frozen
class ReportView:
    """A report with its ``letter`` (A, B... AA), its dating in words and its text in pieces, paragraph by paragraph."""

    letter: str
    id: str
    name: str
    title: str
    source: str
    url: str
    dated: str
    words: int
    paragraphs: tuple[tuple[Piece, ...], ...]
    findings: tuple[int, ...]


@frozen
class Cell:
    """What one report says to one fact: ``stance`` agrees, refines, contradicts, updates, alone or silent."""

    report: str
    stance: str
    value: str = ""
    anchor: str = ""
    side: int = 0


@frozen
class Row:
    """One fact of the matrix: its name, the finding it links to and a cell for every report."""

    label: str
    number: int
    anchor: str
    category: str
    cells: tuple[Cell, ...]


@frozen
class Bar:
    """An entry of the timeline: ``left`` and ``width`` in per cent of its panel; ``exact`` for one day or less.

    What is open on one side reaches to that side of the panel.
    """

    when: str
    summary: str
    left: float
    width: float
    exact: bool
    open_start: bool
    open_end: bool
    reports: tuple[str, ...]
    passages: tuple[Passage, ...]


@frozen
class Tick:
    """A mark on the axis at ``left`` per cent."""

    left: float
    label: str


@frozen
class Panel:
    """A stretch of time drawn to one scale."""

    label: str
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]


@frozen
class Group:
    """The findings of one category (or the page leftovers) under a heading."""

    category: str
    heading: str
    findings: tuple[FindingView, ...]


@frozen
class View:
    """Everything that a rendering shows."""

    verdict: str
    counts: tuple[tuple[str, str, int], ...]
    reports: tuple[ReportView, ...]
    groups: tuple[Group, ...]
    matrix: tuple[Row, ...]
    timeline: tuple[Panel, ...]
    unchecked: tuple[Passage, ...]
    origins: tuple[tuple[str, Said], ...]
    settings: tuple[tuple[str, str], ...]
    version: str

    def group(self, category: str) -> Group:
        """The group of that name."""
        return next(g for g in self.groups if g.category == category)

    @property
    def findings(self) -> tuple[FindingView, ...]:
        """All findings in the order shown."""
        return tuple(f for g in self.groups for f in g.findings)
