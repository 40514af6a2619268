"""What one report tells about the day on which it was written."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache

from attrs import frozen

from reconcile.anchor.calendar import is_date
from reconcile.lexicon.load import table
from reconcile.model.mentions import Mention
from reconcile.model.readings import Reading
from reconcile.model.times import TimeForm

_URL_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sep>[/-]?)(?P<month>0[1-9]|1[0-2])(?P=sep)(?P<day>[0-2]\d|3[01])(?!\d)"
)


@frozen
class Point:
    """A day of the text that does not lie ahead: ``year`` None when the text leaves it out.

    ``kind`` is "stamp" (of the page itself), "post", "picture", "dateline" or "" (plain prose); ``is_past`` tells that it is told as past.
    """

    year: int | None
    month: int
    day: int
    kind: str = ""
    is_past: bool = False
    weekday: int | None = None

    def in_year(self, year: int) -> date | None:
        """The day in ``year``, None where that year has none or another weekday is told."""
        if not 1700 <= year <= 2200 or not is_date(year, self.month, self.day):  # no report is older or newer
            return None
        day = date(year, self.month, self.day)
        return day if self.weekday in (None, day.isoweekday()) else None


@frozen
class Evidence:
    """All that a report tells: the ``told`` day of its metadata, its points, and what years and months it speaks of.

    ``newest_year`` is the last year told that does not lie ahead; ``current_years`` are years in progress ("has risen in 2023");
    ``over_months`` are months told as over ("in July", "last July"); ``furthest_year`` is the last year told at all;
    ``ahead`` is the first month, as (year, month), that is told as still to come.
    """

    told: date | None = None
    told_by: str = ""
    points: tuple[Point, ...] = ()
    newest_year: int | None = None
    furthest_year: int | None = None
    current_years: tuple[int, ...] = ()
    over_months: tuple[int, ...] = ()
    last_months: tuple[int, ...] = ()
    ahead: tuple[int, int] | None = None


def evidence_of(reading: Reading) -> Evidence:
    """Metadata first: with a published date or a date in the URL nothing else is needed."""
    report = reading.document.report
    if report.published is not None:
        day = report.published.date() if isinstance(report.published, datetime) else report.published
        return Evidence(day, "window.published")
    in_url = _url_day(report.url or "")
    if in_url is not None:
        return Evidence(in_url, "window.url")
    years = [
        (int(m.value.get("year")), m)
        for m in reading.times
        if m.value.get("year") and m.value.form in ("year", "month", "date", "quarter", "season")
    ]
    behind = [year for year, m in years if not _is_ahead(m.value)]
    return Evidence(
        points=tuple(_points(reading)), newest_year=max(behind, default=None), furthest_year=max((year for year, _ in years), default=None),
        current_years=tuple(sorted({year for year, m in years if m.value.form == "year" and _is_in_progress(reading, m)})),
        over_months=tuple(sorted({int(m.value.get("month")) for m in reading.times if _is_over_month(m.value)})),
        last_months=tuple(sorted({int(m.value.get("month")) for m in reading.times if m.value.form == "month" and m.value.get("offset") == "-1"})),
        ahead=min(((year, int(m.value.get("month"))) for year, m in years if m.value.get("month") and m.value.tense == "future"), default=None),
    )  # fmt: skip


def _url_day(url: str) -> date | None:
    match = _URL_DATE.search(url)
    if match is None:
        return None
    parts = int(match["year"]), int(match["month"]), int(match["day"])
    return date(*parts) if is_date(*parts) else None


def _is_ahead(form: TimeForm) -> bool:
    return form.tense == "future" or form.get("bound") in ("by", "until")


def _is_over_month(form: TimeForm) -> bool:
    """ "In July" is not said in July, where it is "this month"; but a picture or a plan may name its month."""
    return (
        form.form == "month"
        and not form.get("year")
        and not form.get("year_offset")
        and form.tense == "past"
        and form.get("offset") in ("", "-1")
    )


def _is_in_progress(reading: Reading, mention: Mention[TimeForm]) -> bool:
    """A present perfect with "in 2023" is of a year that is not over: English tells what is over in the simple past."""
    sentence = reading.document.sentences[mention.sentence]
    groups = [
        g for g in sentence.phrases if g.kind == "VG" and sentence.tokens[g.last - 1].span.end <= mention.span.start
    ]
    if not groups or mention.value.get("bound"):
        return False
    tokens = sentence.tokens[groups[-1].first : groups[-1].last]
    before = reading.document.text[max(0, mention.span.start - 4) : mention.span.start]
    return (
        before.endswith("in ")
        and any(t.tag in ("VHZ", "VHB") for t in tokens)
        and any(t.tag in ("VVN", "VBN") for t in tokens)
    )


def _points(reading: Reading) -> Iterator[Point]:
    text = reading.document.text
    for mention in reading.times:
        form = mention.value
        parts = _parts(form)
        if parts is None or _is_ahead(form) or form.get("count"):
            continue
        kind = _kind(text, mention.span.start, mention.span.end)
        weekday = int(form.get("weekday")) if form.get("weekday") else None
        yield Point(*parts, kind, form.tense == "past", weekday)


def _parts(form: TimeForm) -> tuple[int | None, int, int] | None:
    if form.form == "iso":
        year, month, day = form.get("text")[:10].rstrip("T ").split("-")
        return int(year), int(month), int(day)
    if form.form != "date" or form.get("year_offset"):
        return None
    return int(form.get("year")) if form.get("year") else None, int(form.get("month")), int(form.get("day"))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    return tuple(
        (kind, _compiled(entry.get("before")), _compiled(entry.get("after")))
        for kind, entry in table("times_stamps").items()
    )


def _compiled(pattern: object) -> re.Pattern[str] | None:
    return re.compile(str(pattern), re.IGNORECASE if "updated" in str(pattern) else 0) if pattern else None


def _kind(text: str, start: int, end: int) -> str:
    """The kind of stamp that stands round a date."""
    before, after = text[max(0, start - 120) : start], text[end : end + 80]
    for kind, left, right in _patterns():
        if (left is None or left.search(before)) and (right is None or right.search(after)):
            return kind
    return ""
