"""Markdown that pastes into an issue or a note (CommonMark with GitHub's tables)."""

from collections.abc import Iterator

from reconcile.model.results import Result
from reconcile.render.escaping import markdown as escaped
from reconcile.render.passages import LONGEST, snippet
from reconcile.render.phrasing import any_of, clipped, counted, label
from reconcile.render.view import view_of
from reconcile.render.views import MOST_PASSAGES, FindingView, Passage, View

_MATRIX_REPORTS = 12
_SHORT = ("agreement", "single_source", "leftover")


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
            show = _brief if group.category in _SHORT else _finding
            for finding in group.findings:
                yield from show(finding)
    yield from _matrix(view)
    yield from _timeline(view)
    if view.origins:
        yield from ("", f"## One origin ({len(view.origins)})", "")
        for reason, said in view.origins:
            yield f"- {', '.join(letter for letter, _ in said)}: {escaped(reason)}; they count as one voice there"
            yield from (
                f"  - {letter}: {'; '.join(map(_snippet, words[:MOST_PASSAGES]))}" for letter, words in said[:1]
            )
    if view.unchecked:
        told = sum(len(p.words.split()) for p in view.unchecked)
        yield from ("", "## Not checked", "", f"{counted(told, 'word')} in {counted(len(view.unchecked), 'passage')}.")


def _brief(finding: FindingView) -> Iterator[str]:
    """What is agreed on, alone or left over: the words of each report."""
    yield f"{finding.number}. {_facts(finding, finding.kind_label.capitalize())}"
    for letter, passages in finding.said:
        words = [_snippet(p) for p in passages[:MOST_PASSAGES]]
        more = [f"and {len(passages) - MOST_PASSAGES} more"] if len(passages) > MOST_PASSAGES else []
        yield f"   - {letter}: {'; '.join(words + more)}"


def _snippet(passage: Passage) -> str:
    before, words, after = snippet(passage)
    return _marked(before, words, after) if before or after else f"“{escaped(words)}”"


def _marked(before: str, words: str, after: str) -> str:
    """Words in bold. Asterisks make no bold beside a stop or a mark; the element does."""
    gap, next_gap = " " * before[-1:].isspace(), " " * after[:1].isspace()
    plain = words[:1].isalnum() and words[-1:].isalnum() and (gap or not before[-1:].isalnum())
    told = f"**{escaped(words)}**" if plain and not after[:1].isalnum() else f"<b>{escaped(words)}</b>"
    return f"{escaped(before)}{gap}{told}{next_gap}{escaped(after)}"


def _facts(finding: FindingView, first: str) -> str:
    told = (first, finding.relation_label, f"{label('confidence', finding.level)}, {finding.confidence:.2f}")
    review = f" — **{label('verdicts', finding.review.verdict)}**" if finding.review else ""
    return "; ".join(t for t in told if t) + review


def _finding(finding: FindingView) -> Iterator[str]:
    yield f"{finding.number}. **{escaped(finding.headline)}**"
    yield f"   {_facts(finding, finding.kind_label)}"
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
    return f"{passage.report}: {_marked(passage.before, clipped(passage.words, LONGEST), passage.after)}"


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
