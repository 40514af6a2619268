"""The report for a terminal: readable at 80 columns, colour only where asked for."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reconcile.errors import ArgumentError
from reconcile.model.reasons import Reason
from reconcile.model.results import Result
from reconcile.render.escaping import one_line
from reconcile.render.passages import LONGEST, Places, snippet
from reconcile.render.phrasing import any_of, clipped, counted, label, readable, reason_in_words
from reconcile.render.terminal import drawn
from reconcile.render.view import in_order, view_of
from reconcile.render.views import MOST_PASSAGES, Bar, FindingView, Group, Passage, View

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

MIN_WIDTH = 40
_STYLE = {"contradiction": "bold red", "garble": "yellow", "agreement": "green", "single_source": "cyan"}
_SHORT = ("agreement", "single_source")
_LABEL_WIDTH = 4
_MATRIX_COLUMNS = 30


def to_text(result: Result, *, width: int = 80, color: bool = False) -> str:
    """The whole report as plain text of ``width`` columns. Raises :class:`ArgumentError` for a width under 40."""
    if isinstance(width, bool) or not isinstance(width, int) or width < MIN_WIDTH:
        raise ArgumentError(f"width must be a whole number of at least {MIN_WIDTH}, got {width!r}")
    return drawn(_parts(view_of(result), width), width=width, color=color)


def explanation(result: Result, finding: FindingView, *, width: int = 80, color: bool = False) -> str:
    """One finding with all its passages, and the claims and comparisons behind it."""
    return drawn(_explained(result, finding), width=width, color=color)


def _explained(result: Result, finding: FindingView) -> "Iterator[RenderableType]":
    yield from _finding(finding, full=True)
    yield _indented(_labelled("Id", finding.id))
    fact = next((f for f in result.facts if f.id == finding.fact_id), None)
    if fact is None:
        return
    letters = Places.of(in_order(result.reports)).letter

    def name(claim_id: str) -> str:
        report_id, _, rest = claim_id.partition(":")
        return one_line(f"{letters.get(report_id, report_id)}:{rest}")

    yield _indented(_labelled("Fact", f"{one_line(fact.id)}, {counted(len(fact.claims), 'claim')}"))
    for claim in fact.claims:
        stance = f"{claim.stance.certainty}{', negated' if claim.stance.polarity < 0 else ''}"
        yield _indented(_text(f"{name(claim.id)}: “{clipped(claim.text, LONGEST)}” ({stance})"))
    for link in fact.links:
        yield _indented(
            _labelled("Joined", _because(f"{name(link.left)} and {name(link.right)}, {link.score:.2f}", link.reasons))
        )
    for told in result.comparisons:
        if told.fact_id == fact.id:
            verdict = (
                f"{told.slot} of {name(told.left)} and {name(told.right)}: {readable(told.verdict)}, {told.score:.2f}"
            )
            yield _indented(_labelled("Compared", _because(verdict, told.reasons)))


def _because(words: str, reasons: tuple[Reason, ...]) -> str:
    told = "; ".join(reason_in_words(r) for r in reasons)
    return f"{one_line(words)} ({told})" if told else one_line(words)


def _parts(view: View, width: int) -> "Iterator[RenderableType]":
    yield _text(view.verdict, "bold")
    yield _text(" · ".join(f"{number} {name}" for _, name, number in view.counts), "dim")
    if view.reports:
        yield from _heading("Reports", len(view.reports))
        for report in view.reports:
            yield _row(report.letter, f"{report.name}\n{report.dated}, {counted(report.words, 'word')}")
    for group in view.groups:
        yield from _group(group)
    yield from _matrix(view, width)
    yield from _timeline(view)
    yield from _origins(view)
    if view.unchecked:
        told = sum(len(p.words.split()) for p in view.unchecked)
        yield from _heading("Not checked", len(view.unchecked))
        yield _text(
            f"{counted(told, 'word')} that no extractor understood; to_html() and to_frame() show where.", "dim"
        )


def _heading(name: str, number: int) -> "Iterator[RenderableType]":
    yield _text("")
    yield _text(f"{name.upper()} ({number})", "bold underline")


def _group(group: Group) -> "Iterator[RenderableType]":
    if not group.findings:
        return
    yield from _heading(group.heading, len(group.findings))
    if group.category == "leftover":
        for leftover in group.findings:
            yield from (_row(str(leftover.number), _row_words(*told)) for told in leftover.said)
        return
    for finding in group.findings:
        yield from _finding(finding, full=finding.category not in _SHORT)


def _finding(finding: FindingView, *, full: bool) -> "Iterator[RenderableType]":
    facts = [
        finding.kind_label if full else "",
        finding.relation_label,
        f"{label('confidence', finding.level)} ({finding.confidence:.2f})",
    ]
    title = _text(finding.headline if full else finding.kind_label.capitalize(), _STYLE[finding.category])
    title.append(f"  {' · '.join(f for f in facts if f)}", "dim")
    if finding.review:
        title.append(f"  [{label('verdicts', finding.review.verdict)}]", "bold")
    yield _row(str(finding.number), title)
    if not full:
        yield from (_row("", _row_words(letter, passages)) for letter, passages in finding.said)
        return
    for place in _sided(finding):
        yield _indented(place)
    yield from (_indented(line) for line in _remarks(finding))


def _row_words(letter: str, passages: tuple[Passage, ...]) -> "Text":
    """A report and its words for the finding, short ones with a little of their context."""
    text = _text(f"{letter}  ", "dim")
    for number, passage in enumerate(passages[:MOST_PASSAGES]):
        before, words, after = snippet(passage)
        text.append(f"{'; ' if number else ''}{before}")
        text.append(f"[{words}]" if before or after else f"“{words}”", "bold" if before or after else "")
        text.append(after)
    if more := len(passages) - MOST_PASSAGES:
        text.append(f"; and {more} more" if more > 0 else "")
    return text


def _sided(finding: FindingView) -> "Iterator[Text]":
    if len(finding.sides) < 2:
        yield from _passages(finding.passages)
        return
    for side in finding.sides:
        yield _text(f"{_sources(side.passages) or f'“{side.heading}”'} ({counted(side.origins, 'origin')})", "bold")
        yield from _passages(side.passages)


def _passages(passages: tuple[Passage, ...]) -> "Iterator[Text]":
    yield from (_passage(p) for p in passages[:MOST_PASSAGES])
    if rest := passages[MOST_PASSAGES:]:
        yield _text(
            f"and {counted(len(rest), 'more passage')}, in {', '.join(dict.fromkeys(p.report for p in rest))}", "dim"
        )


def _sources(passages: tuple[Passage, ...]) -> str:
    return ", ".join(dict.fromkeys(f"{p.report} {p.source}" for p in passages))


def _passage(passage: Passage) -> "Text":
    text = _text(f"{passage.report}  ", "dim")
    text.append(passage.before)
    text.append(f"[{clipped(passage.words, LONGEST)}]", "bold reverse")
    text.append(passage.after)
    return text


def _remarks(finding: FindingView) -> "Iterator[Text]":
    if finding.suggestion is not None:
        yield _labelled("Repair", f"“{finding.suggestion}”" if finding.suggestion else "cut it")
    if finding.reasons:
        yield _labelled("Why", "; ".join(finding.reasons))
    if finding.question:
        yield _labelled("Ask", f"{any_of(finding.ask, 'and')}: {finding.question}" if finding.ask else finding.question)
    if finding.review and finding.review.note:
        yield _labelled("Note", finding.review.note)


def _labelled(name: str, words: str) -> "Text":
    text = _text(f"{name}: ", "bold")
    text.append(words)
    return text


def _matrix(view: View, width: int) -> "Iterator[RenderableType]":
    room = (width - _MATRIX_COLUMNS) // 3  # two columns and a gap for every report
    if not view.matrix or len(view.reports) < 2 or len(view.reports) > room:
        return
    from rich.table import Table

    yield from _heading("Facts by reports", len(view.matrix))
    table = Table(box=None, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("", justify="right", width=_LABEL_WIDTH - 1)
    label_width = width - _LABEL_WIDTH - sum(len(r.letter) + 1 for r in view.reports)
    table.add_column("", width=label_width, no_wrap=True, overflow="ellipsis")
    for report in view.reports:
        table.add_column(report.letter, justify="center")
    for row in view.matrix:
        table.add_row(_text(str(row.number)), _text(row.label), *(_text(label("marks", c.stance)) for c in row.cells))
    yield table
    stances = ("agrees", "refines", "contradicts", "updates", "alone", "silent")
    yield _text("  ".join(f"{label('marks', s)} {label('stances', s)}" for s in stances), "dim")


def _timeline(view: View) -> "Iterator[RenderableType]":
    bars: list[Bar] = [bar for panel in view.timeline for bar in panel.bars]
    if not bars:
        return
    from rich.table import Table

    yield from _heading("Timeline", len(bars))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for bar in bars:
        table.add_row(_text(bar.when, "bold"), _text(f"{bar.summary} ({', '.join(bar.reports)})"))
    yield table


def _origins(view: View) -> "Iterator[RenderableType]":
    if not view.origins:
        return
    yield from _heading("One origin", len(view.origins))
    for number, (reason, said) in enumerate(view.origins, 1):
        yield _row(str(number), f"{', '.join(letter for letter, _ in said)}: {reason}; they count as one voice there")
        letter, passages = said[0] if said else ("", ())
        yield _indented(_row_words(letter, passages))


def _text(words: str, style: str = "") -> "Text":
    from rich.text import Text

    return Text(words, style)


def _row(name: str, content: "str | Text") -> "RenderableType":
    from rich.table import Table

    grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
    grid.add_column(width=_LABEL_WIDTH - 1, justify="right", no_wrap=True)
    grid.add_column(ratio=1)
    grid.add_row(_text(name, "bold"), content if not isinstance(content, str) else _text(content))
    return grid


def _indented(content: "Text") -> "RenderableType":
    from rich.padding import Padding

    return Padding(content, (0, 0, 0, _LABEL_WIDTH))
