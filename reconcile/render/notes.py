"""Markdown that pastes into an issue or a note (CommonMark with GitHub's tables)."""

from collections.abc import Iterator

from reconcile.model.results import Result
from reconcile.render.escaping import markdown as escaped
from reconcile.render.phrasing import any_of, clipped, counted, label
from reconcile.render.view import view_of
from reconcile.render.views import MOST_PASSAGES, FindingView, Passage, View

_MATRIX_REPORTS = 12
_MOST_CHARS = 240


def to_markdown(result: Result) -> str:
    """The whole report; every word of a report is escaped, so that it stays words."""
    return "\n".join(_lines(view_of(result))).rstrip("\n") + "\n"


def finding_to_markdown(finding: FindingView) -> str:
    """One finding with all its passages."""
    return "\n".join(_finding(finding)).rstrip("\n") + "\n"


def _lines(view: View) -> Iterator[str]:
    yield f"**{view.verdict}**"
    yield ""
    yield " · ".join(f"{number} {name}" for _, name, number in view.counts)
    if view.reports:
        yield from ("", "| | report | dated | words |", "|---|---|---|---:|")
        for report in view.reports:
            yield f"| **{report.letter}** | {escaped(report.name)} | {escaped(report.dated)} | {report.words} |"
    for group in view.groups:
        if group.findings:
            yield from ("", f"## {group.heading} ({len(group.findings)})", "")
            for finding in group.findings:
                yield from _finding(finding)
    yield from _matrix(view)
    yield from _timeline(view)
    if view.unchecked:
        told = sum(len(p.words.split()) for p in view.unchecked)
        yield from ("", "## Not checked", "", f"{counted(told, 'word')} in {counted(len(view.unchecked), 'passage')}.")


def _finding(finding: FindingView) -> Iterator[str]:
    facts = [finding.kind_label, finding.relation_label, f"{finding.level}, {finding.confidence:.2f}"]
    review = f" — **{label('verdicts', finding.review.verdict)}**" if finding.review else ""
    yield f"{finding.number}. **{escaped(finding.summary)}** ({'; '.join(f for f in facts if f)}){review}"
    indent = "   "
    for line in _body(finding):
        yield indent + line


def _body(finding: FindingView) -> Iterator[str]:
    if len(finding.sides) > 1:
        for side in finding.sides:
            yield f"- **“{escaped(side.heading)}”** ({counted(side.origins, 'origin')})"
            yield from (f"  - {line}" for line in _passages(side.passages))
    else:
        yield from (f"- {line}" for line in _passages(finding.passages))
    if finding.suggestion is not None:
        yield f"- Repair: “{escaped(finding.suggestion)}”" if finding.suggestion else "- Repair: cut it"
    if finding.reasons:
        yield f"- Why: {escaped('; '.join(finding.reasons))}"
    if finding.question:
        whom = f"{escaped(any_of(finding.ask, 'and'))}: " if finding.ask else ""
        yield f"- Ask {whom}{escaped(finding.question)}"
    if finding.review and finding.review.note:
        yield f"- Note: {escaped(finding.review.note)}"


def _passages(passages: tuple[Passage, ...]) -> Iterator[str]:
    yield from (_passage(p) for p in passages[:MOST_PASSAGES])
    if rest := passages[MOST_PASSAGES:]:
        yield f"and {counted(len(rest), 'more passage')}, in {', '.join(dict.fromkeys(p.report for p in rest))}"


def _passage(passage: Passage) -> str:
    before, after = escaped(passage.before), escaped(passage.after)
    gap = " " if passage.before[-1:].isspace() else ""
    next_gap = " " if passage.after[:1].isspace() else ""
    return f"{passage.report}: {before}{gap}**{escaped(clipped(passage.words, _MOST_CHARS))}**{next_gap}{after}"


def _matrix(view: View) -> Iterator[str]:
    if not view.matrix or not 2 <= len(view.reports) <= _MATRIX_REPORTS:
        return
    letters = [r.letter for r in view.reports]
    yield from ("", "## Facts by reports", "")
    yield f"| | fact | {' | '.join(letters)} |"
    yield f"|---:|---|{':-:|' * len(letters)}"
    for row in view.matrix:
        yield f"| {row.number} | {escaped(row.label)} | {' | '.join(label('marks', c.stance) for c in row.cells)} |"
    yield ""
    stances = ("agrees", "refines", "contradicts", "updates", "alone", "silent")
    yield " · ".join(f"{label('marks', s)} {label('stances', s)}" for s in stances)


def _timeline(view: View) -> Iterator[str]:
    bars = [bar for panel in view.timeline for bar in panel.bars]
    if bars:
        yield from ("", "## Timeline", "", "| when | what | reports |", "|---|---|---|")
    for bar in bars:
        yield f"| {bar.when} | {escaped(bar.summary)} | {', '.join(bar.reports)} |"
