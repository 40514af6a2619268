"""Result -> plain view: the one place that decides what is shown, in which order and under which name."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Self

from attrs import evolve, fields, frozen

from reconcile.model.claims import Claim
from reconcile.model.findings import Evidence, Finding, Side
from reconcile.model.reasons import Reason
from reconcile.model.reports import Report, reading_order
from reconcile.model.results import Result
from reconcile.model.reviews import Review
from reconcile.model.times import Window
from reconcile.render import matrix, timeline
from reconcile.render.asking import by_report, whom
from reconcile.render.escaping import one_line, visible
from reconcile.render.marked import paragraphs
from reconcile.render.passages import Places, name_of, once
from reconcile.render.phrasing import any_of, clipped, headline, label, level, question, reason_in_words, title
from reconcile.render.views import FindingView, Group, Passage, ReportView, SideView, View

ORDER = ("contradiction", "garble", "agreement", "single_source", "leftover")
_HEADINGS = {
    "contradiction": "Contradictions",
    "garble": "Garbled text",
    "agreement": "Agreements",
    "single_source": "Only one source",
    "leftover": "Page leftovers",
}
_FEW_WORDS = 2
# The findings that rest on a report, by number, and what of it they rest on.
Held = Mapping[int, tuple[FindingView, tuple[Evidence, ...]]]
_SOURCES = re.compile(r"(?<=” )\((?P<names>[^()“”]+)\)")
_NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def view_of(result: Result) -> View:
    """The view of a result. Everything in it that comes from a report is visible text; markup is the renderer's to escape."""
    reports = in_order(result.reports)
    places = Places.of(reports)
    build = _Builder.of(result, places)
    ordered = _as_shown(result)
    findings = tuple(build.finding(f, number) for number, f in enumerate(ordered, 1))
    letters = tuple(places.letter.values())
    held, unread = _by_report(ordered, findings), _unread(result)
    return View(
        verdict=verdict(result),
        counts=counts(result),
        reports=tuple(build.report(r, held.get(r.id, {}), unread.get(r.id, ())) for r in reports),
        groups=tuple(Group(g, _HEADINGS[g], tuple(f for f in findings if f.group == g)) for g in ORDER),
        matrix=matrix.rows(findings, letters),
        timeline=timeline.panels(result.timeline, places),
        unchecked=places.passages(result.unchecked, "u"),
        origins=tuple(
            (label("origins", one_line(o.reason)), by_report_letter(places.passages(o.evidence, f"o{number}")))
            for number, o in enumerate(result.origins, 1)
        ),
        settings=tuple((a.name, str(getattr(result.config, a.name))) for a in fields(type(result.config))),
        version=one_line(result.version),
    )


def views_by_finding(result: Result) -> tuple[FindingView, ...]:
    """The views of ``result.findings``, in their order, numbered as they are shown."""
    build = _Builder.of(result, Places.of(in_order(result.reports)))
    number = {id(f): n for n, f in enumerate(_as_shown(result), 1)}
    return tuple(build.finding(f, number[id(f)]) for f in result.findings)


def _as_shown(result: Result) -> list[Finding]:
    return [f for group in ORDER for f in result.findings if group_of(f) == group]


def _by_report(findings: Sequence[Finding], views: Sequence[FindingView]) -> dict[str, Held]:
    """For each report the findings that rest on it, by number, with their passages in it."""
    found: dict[str, dict[int, tuple[FindingView, list[Evidence]]]] = {}
    for finding, view in zip(findings, views, strict=True):
        for evidence in all_evidence(finding):
            found.setdefault(evidence.report_id, {}).setdefault(view.number, (view, []))[1].append(evidence)
    return {r: {n: (view, tuple(held)) for n, (view, held) in mine.items()} for r, mine in found.items()}


def _unread(result: Result) -> dict[str, list[Evidence]]:
    """What no rule understood, by report, to be marked; single words between two readings ("that", "and") would hide what matters."""
    found: dict[str, list[Evidence]] = {}
    for evidence in result.unchecked:
        if len(evidence.text.split()) > _FEW_WORDS:
            found.setdefault(evidence.report_id, []).append(evidence)
    return found


def group_of(finding: Finding) -> str:
    """The group that a finding is shown in: its category, but leftovers of the page apart from garbled sentences."""
    return "leftover" if finding.kind == "boilerplate" else finding.category


def in_order(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Earliest first, those without a date last; then by name and id, whatever the order they came in."""
    return tuple(sorted(reports, key=reading_order))


def counts(result: Result) -> tuple[tuple[str, str, int], ...]:
    """(category, name, number) of every category, in the order shown."""
    updates = sum(f.relation == "update" for f in result.contradictions)
    leftovers = sum(f.kind == "boilerplate" for f in result.garbles)
    found = (
        ("contradiction", "contradiction", "contradictions", len(result.contradictions) - updates),
        ("update", "update", "updates", updates),
        ("garble", "garbled passage", "garbled passages", len(result.garbles) - leftovers),
        ("leftover", "page leftover", "page leftovers", leftovers),
        ("agreement", "agreement", "agreements", len(result.agreements)),
        ("single_source", "told by one source", "told by one source", len(result.single_source)),
    )
    return tuple((c, one if n == 1 else more, n) for c, one, more, n in found if n or c not in ("update", "leftover"))


def verdict(result: Result) -> str:
    """The outcome in one sentence."""
    number = len(result.reports)
    conflicts = [f for f in result.contradictions if f.relation != "update"]
    across = sum(f.scope == "cross" for f in conflicts)
    if not number:
        return "There was no report to reconcile."
    if number == 1:
        own = f"contradicts itself on {_points(len(conflicts))}" if conflicts else "does not contradict itself"
        return f"There is one report and nothing to compare it with; it {own}{_garbled(result)}."
    updates = len(result.contradictions) - len(conflicts)
    told = [
        f"contradict each other on {_points(across)}" if across else "do not contradict each other",
        f"revise one another on {_points(updates)}" if updates else "",
        f"agree on {_points(len(result.agreements))}" if result.agreements else "",
    ]
    if not across and not any(told[1:]):
        told = ["share nothing that could be compared"]
    return f"The {_word(number)} reports {any_of([t for t in told if t], 'and')}{_garbled(result)}."


def _word(number: int) -> str:
    return _NUMBER_WORDS[number] if number < len(_NUMBER_WORDS) else str(number)


def _points(number: int) -> str:
    return f"{_word(number)} point{'' if number == 1 else 's'}"


def _garbled(result: Result) -> str:
    number = sum(f.kind != "boilerplate" for f in result.garbles)
    return f"; {_word(number)} passage{' is' if number == 1 else 's are'} garbled" if number else ""


@frozen
class _Builder:
    result: Result
    places: Places
    reviews: Mapping[str, Review]
    claims: Mapping[str, Sequence[Claim]]
    names: Mapping[str, str]

    @classmethod
    def of(cls, result: Result, places: Places) -> Self:
        reviews = {r.finding_id: r for r in result.reviews}
        return cls(result, places, reviews, by_report(result.claims), {e.id: e.name for e in result.entities})

    def finding(self, finding: Finding, number: int) -> FindingView:
        owner = f"f{number}"
        finding = evolve(finding, sides=self._in_order(finding))
        evidence, asked = all_evidence(finding), question(finding)
        return FindingView(
            id=one_line(finding.id),
            number=number,
            anchor=owner,
            category=finding.category,
            group=group_of(finding),
            title=title(finding),
            headline=_SOURCES.sub(self._by_letters, headline(finding)),
            kind=finding.kind,
            kind_label=label("kinds", finding.kind),
            relation=finding.relation,
            relation_label=label("relations", finding.relation) if finding.relation else "",
            scope=finding.scope,
            confidence=finding.confidence,
            level=level(finding.confidence),
            summary=one_line(finding.summary),
            reasons=tuple(dict.fromkeys(filter(None, map(self._reason, finding.reasons)))),
            sides=tuple(self._side(side, owner) for side in finding.sides),
            passages=(passages := self._passages(finding, evidence, owner)),
            said=by_report_letter(passages),
            question=asked,
            ask=whom(finding, self.claims, self.names, self.places) if asked else (),
            suggestion=None if finding.suggestion is None else visible(finding.suggestion),
            review=self._review(finding.id),
            fact_id=finding.fact_id,
        )

    def _passages(self, finding: Finding, evidence: tuple[Evidence, ...], owner: str) -> tuple[Passage, ...]:
        """In the order of reports; of a garble the garbled passage first, then those that argue for the repair."""
        first, evidence = (1 if finding.category == "garble" else 0), once(evidence)
        rest = self.places.passages(evidence[first:], owner)
        return (*(self.places.passage(e, owner) for e in evidence[:first]), *rest)

    def _reason(self, reason: Reason) -> str:
        """In words, with reports called by their letters."""
        letters = {name: self._lettered(value) for name, value in reason.params}
        return reason_in_words(Reason(reason.code, letters))

    def _by_letters(self, sources: re.Match[str]) -> str:
        """Reports named in brackets after their words, by their letters: the names stand beside the passages."""
        letters = {name_of(r): self.places.letter[r.id] for r in self.places.report.values()}
        names = re.split(", | and ", sources["names"])
        return f"({', '.join(letters[n] for n in names)})" if set(names) <= set(letters) else sources[0]

    def _lettered(self, value: str) -> str:
        parts = value.split(", ")
        return (
            ", ".join(sorted(self.places.letter[p] for p in parts)) if set(parts) <= set(self.places.letter) else value
        )

    def _review(self, finding_id: str) -> Review | None:
        found = self.reviews.get(finding_id)
        return found and Review(finding_id, found.verdict, one_line(found.note))

    def _in_order(self, finding: Finding) -> tuple[Side, ...]:
        """What more origins say first, then in the order of reports; of an update the earlier report first: findings that others made, too."""
        by_origins = 0 if finding.relation == "update" else 1
        places = ((min(map(self.places.rank, s.evidence), default=(0,)), s) for s in finding.sides)
        return tuple(s for _, s in sorted(places, key=lambda pair: (-pair[1].origins * by_origins, pair[0])))

    def _side(self, side: Side, owner: str) -> SideView:
        passages = self.places.passages(side.evidence, owner)
        heading = clipped(passages[0].words if passages else side.value)
        return SideView(heading, one_line(side.value), side.origins, passages)

    def report(self, report: Report, mine: Held, unread: Sequence[Evidence]) -> ReportView:
        letter = self.places.letter[report.id]
        return ReportView(
            letter=letter,
            id=one_line(report.id),
            name=name_of(report),
            title=one_line(report.title or ""),
            source=one_line(report.source or ""),
            url=safe_url(report.url),
            dated=self._dated(report),
            words=len(report.text.split()),
            paragraphs=paragraphs(report.text, letter, mine, unread),
            findings=tuple(mine),
        )

    def _dated(self, report: Report) -> str:
        if report.published:
            return f"published {report.published.isoformat()}"
        window = next((d.window for d in self.result.windows if d.report_id == report.id), None)
        return f"no date given; {_written(window)}" if window and (window.start or window.end) else "no date given"


def _written(window: Window) -> str:
    start = window.start and window.start.date()
    last = window.end and (window.end - timedelta(microseconds=1)).date()
    if start and last:
        when = f"on {start}" if start == last else f"between {start} and {last}"
        return f"by what it says, written {when}"
    return f"by what it says, written on or {'after' if start else 'before'} {start or last}"


def by_report_letter(passages: Iterable[Passage]) -> tuple[tuple[str, tuple[Passage, ...]], ...]:
    """Passages by the letter of their report, each wording once."""
    found: dict[str, dict[str, Passage]] = {}
    for passage in passages:
        found.setdefault(passage.report, {}).setdefault(one_line(passage.words).casefold(), passage)
    return tuple((letter, tuple(words.values())) for letter, words in found.items())


def all_evidence(finding: Finding) -> tuple[Evidence, ...]:
    """The evidence of a finding and of its sides, each once."""
    return tuple(dict.fromkeys((*finding.evidence, *(e for s in finding.sides for e in s.evidence))))


def safe_url(url: str | None) -> str:
    """The address where it is a plain web address, else nothing: no "javascript:" and the like."""
    shown = (url or "").strip()
    return shown if shown.lower().startswith(("https://", "http://")) and visible(shown) == shown else ""
