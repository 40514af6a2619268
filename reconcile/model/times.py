"""Times as half-open intervals with a granularity, and as TIMEX3 values."""

from datetime import datetime

from attrs import frozen

from reconcile.model.findings import Evidence
from reconcile.model.pickled import by_fields

Interval = tuple[datetime | None, datetime | None]


@by_fields
@frozen
class TimeValue:
    """A time expression, resolved as far as it can be.

    ``type`` is DATE, TIME, DURATION or SET; ``timex`` the TIMEX3 value ("2023-07-25", "P36H", "XXXX-WXX-2", "PRESENT_REF").
    ``start``/``end`` are the half-open calendar interval (naive, local to the event), each None where open; ``anchored``
    is False where the calendar is not known and both are None. ``granularity`` is one of "minute", "hour", "daypart",
    "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century" or "" (durations, vague times).
    A day whose granularity is larger ("two months ago": the day counted to, granularity "month") is told only that closely;
    :func:`reconcile.measure.times.allowed` gives what it allows. Both ends of a range ("July 25-27") carry the interval of the
    whole range, their last unit included; their TIMEX3 values stay their own. An interval is open at the end that a preposition
    leaves open ("since Monday", "by Friday"). ``mod`` is the TIMEX3 modifier (APPROX, START, END, MID, BEFORE, AFTER, ON_OR_BEFORE, ON_OR_AFTER, LESS_THAN, MORE_THAN,
    EQUAL_OR_LESS, EQUAL_OR_MORE) or None. ``seconds`` is the length of a duration. ``zone`` is the offset from UTC in minutes
    when the text states it. ``assumptions`` are codes of what the resolution rests on ("tense.past", "anchor.published").
    """

    type: str
    timex: str
    start: datetime | None = None
    end: datetime | None = None
    granularity: str = ""
    mod: str | None = None
    seconds: float | None = None
    zone: int | None = None
    anchored: bool = False
    assumptions: tuple[str, ...] = ()

    @property
    def interval(self) -> Interval | None:
        """The half-open interval, or None when the expression could not be anchored."""
        return (self.start, self.end) if self.anchored else None


@frozen
class TimeExpression:
    """A time as :func:`reconcile.find_times` gives it; offsets into the text as passed in.

    ``interval`` is half-open ``(start, end)``, None at an open end, None altogether when it cannot be anchored. A range ("from
    March to May") is two expressions: the first carries the stretch up to the beginning of May, the second the stretch with May.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    interval: Interval | None
    granularity: str = ""
    mod: str | None = None
    assumptions: tuple[str, ...] = ()


@frozen
class TimeForm:
    """A time expression as found by form, before any calendar is known.

    ``type`` and ``mod`` as in :class:`TimeValue`. ``fields`` are the named parts that the pattern read
    (("month", "7"), ("day", "25"), ("direction", "last")...), enough for the anchor to resolve it.
    ``tense`` is the tense of the governing verb group: "past", "present", "future" or "".
    """

    type: str
    form: str
    fields: tuple[tuple[str, str], ...] = ()
    mod: str | None = None
    tense: str = ""

    def get(self, name: str, default: str = "") -> str:
        """The value of one field."""
        return next((v for k, v in self.fields if k == name), default)


@frozen
class Window:
    """When a report was written: half-open ``start``..``end`` (None where open) and the codes of what it rests on."""

    start: datetime | None
    end: datetime | None
    reasons: tuple[str, ...] = ()


@frozen
class TimelineEntry:
    """Something dated: half-open ``interval``, its ``granularity``, what happened and where that stands."""

    interval: Interval
    granularity: str
    summary: str
    evidence: tuple[Evidence, ...]

    def __str__(self) -> str:
        return f"{iso_interval(self.interval, self.granularity)}  {self.summary}"


_ISO = {"year": "%Y", "month": "%Y-%m", "hour": "%Y-%m-%dT%H:%M", "minute": "%Y-%m-%dT%H:%M"}


def iso_interval(interval: Interval, granularity: str) -> str:
    """ISO 8601: one date or time where the interval is one unit of its granularity, else "start/end" (end excluded)."""
    start, end = interval
    if start and granularity in _ISO:
        return start.strftime(_ISO[granularity])
    if start and end and (granularity == "daypart" or (end - start).total_seconds() == 86400):
        return start.date().isoformat()
    return f"{start.date().isoformat() if start else '..'}/{end.date().isoformat() if end else '..'}"
