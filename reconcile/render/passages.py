"""Passages in their context, and the letters by which reports are called."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from reconcile.model.findings import Evidence
from reconcile.model.reports import Report
from reconcile.render.escaping import one_line, visible
from reconcile.render.phrasing import clipped
from reconcile.render.views import Passage

CONTEXT_CHARS = 110
SNIPPET_CHARS, SHORT, LONGEST = 40, 40, 240
_ELLIPSIS = "…"


def letters(number: int) -> str:
    """0 is "A", 25 "Z", 26 "AA": as the columns of a spreadsheet."""
    name = ""
    while number >= 0:
        number, rest = divmod(number, 26)
        name = chr(ord("A") + rest) + name
        number -= 1
    return name


def name_of(report: Report) -> str:
    """What a report is called: its source, else its title, else its id."""
    return one_line(report.source or report.title or report.id)


@frozen
class Places:
    """Turns evidence into passages. ``letter`` and ``report`` are by report id."""

    report: Mapping[str, Report]
    letter: Mapping[str, str]

    @classmethod
    def of(cls, reports: Iterable[Report]) -> "Places":
        """Letters by the order of the reports."""
        listed = tuple(reports)
        return cls({r.id: r for r in listed}, {r.id: letters(i) for i, r in enumerate(listed)})

    def passage(self, place: Evidence, owner: str) -> Passage:
        """``place`` with its context; ``owner`` is the anchor of what the passage belongs to."""
        report = self.report.get(place.report_id)
        if report is None:
            return Passage("?", one_line(place.report_id), "", place.start, place.end, "", one_line(place.text), "")
        letter = self.letter[place.report_id]
        text = report.text
        return Passage(
            report=letter,
            source=name_of(report),
            anchor=anchor(letter, place, owner),
            start=place.start,
            end=place.end,
            before=before(text, place.start),
            words=visible(text[place.start : place.end]),
            after=after(text, place.end),
            value=one_line(place.value),
        )

    def passages(self, places: Iterable[Evidence], owner: str) -> tuple[Passage, ...]:
        """All places, in the order of reports and offsets, each once whatever values are read there."""
        return tuple(self.passage(e, owner) for e in sorted(once(places), key=self.rank))

    def rank(self, place: Evidence) -> tuple[int, str, int, int]:
        """The order of reports, then of offsets."""
        letter = self.letter.get(place.report_id, "?")
        return len(letter), letter, place.start, place.end


def snippet(passage: Passage, short: int = SHORT) -> tuple[str, str, str]:
    """Before, words, after: short words with a little of their context, long ones alone and clipped."""
    words = clipped(passage.words, LONGEST)
    if len(words) > short:
        return "", words, ""
    side = SNIPPET_CHARS
    before = passage.before if len(passage.before) <= side else _ELLIPSIS + passage.before[-side:].partition(" ")[2]
    after = passage.after if len(passage.after) <= side else passage.after[:side].rpartition(" ")[0] + _ELLIPSIS
    return before, words, after


def once(places: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The first evidence of every place, in order."""
    first: dict[tuple[str, int, int], Evidence] = {}
    for place in places:
        first.setdefault((place.report_id, place.start, place.end), place)
    return tuple(first.values())


def anchor(letter: str, place: Evidence, owner: str) -> str:
    """The id of a passage in the page: made of letters and numbers only."""
    return f"{owner}-{letter}{place.start}-{place.end}"


def before(text: str, start: int, size: int = CONTEXT_CHARS) -> str:
    """The words before a place in its paragraph, with an ellipsis where they are cut."""
    first = text.rfind("\n", max(0, start - size), start) + 1
    if first or start <= size:
        return visible(text[first:start]).replace("\n", " ")
    cut = text.find(" ", start - size, start)
    return _ELLIPSIS + visible(text[(cut + 1 if cut >= 0 else start - size) : start])


def after(text: str, end: int, size: int = CONTEXT_CHARS) -> str:
    """The words after a place in its paragraph, with an ellipsis where they are cut."""
    last = text.find("\n", end, end + size)
    if last >= 0 or len(text) <= end + size:
        return visible(text[end : last if last >= 0 else len(text)])
    cut = text.rfind(" ", end, end + size)
    return visible(text[end : cut if cut > end else end + size]) + _ELLIPSIS
