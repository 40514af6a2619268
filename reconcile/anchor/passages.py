"""All time forms of one document against one base, in order, so that "a day earlier" knows what was told before it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from attrs import evolve

from reconcile.anchor.base import Base
from reconcile.anchor.calendar import day_stretch, shifted
from reconcile.anchor.resolution import resolve
from reconcile.model.mentions import Mention
from reconcile.model.times import TimeForm, TimeValue, Window

Forms = Sequence[Mention[TimeForm]]
Values = tuple[Mention[TimeValue], ...]

_CONTEXT_SENTENCES = 3
_TOPIC_SENTENCES = 8


def resolve_passage(forms: Forms, base: Base) -> Values:
    """The forms, in order of place, with their values; a context reaches three sentences far, a quarter spoken of eight."""
    base = evolve(base, order=_order(forms) if base.order == "auto" else base.order)
    done: list[Mention[TimeValue]] = []
    context: Mention[TimeValue] | None = None
    topic: Mention[TimeValue] | None = None
    dated: Mention[TimeValue] | None = None
    for form in forms:
        here = evolve(
            base, context=_within(context, form, _CONTEXT_SENTENCES), topic=_within(topic, form, _TOPIC_SENTENCES)
        )
        value = resolve(form.value, here)
        if dated is not None and _within(dated, form, _CONTEXT_SENTENCES) is not None:
            value = _in_year_of(dated.value, form.value, value)
        done.append(Mention(form.report_id, form.sentence, form.span, form.text, value, form.rule))
        if _is_context(done[-1]):
            context = done[-1]
            if form.value.get("year") or (dated is not None and "anchor.year" in value.assumptions):
                dated = done[-1]
        if form.value.form == "quarter" and value.anchored:
            topic = done[-1]
    return _with_parts(forms, _with_ranges(forms, done, base))


def _in_year_of(told: TimeValue, form: TimeForm, value: TimeValue) -> TimeValue:
    """ "She vanished in February 2018. On 10 February...": a day of a month that was told with its year right before."""
    plain = form.form == "date" and not any(map(form.get, ("year", "year_offset", "weekday")))
    if (
        not plain
        or value.start is None
        or told.start is None
        or told.granularity not in ("day", "month", "daypart", "hour", "minute")
    ):
        return value
    if told.start.month != value.start.month or told.start.year >= value.start.year:
        return value
    return evolve(_moved(value, told.start.year - value.start.year), assumptions=(*value.assumptions, "anchor.year"))


def _within(told: Mention[TimeValue] | None, form: Mention[TimeForm], sentences: int) -> TimeValue | None:
    """A time told before, unless it stands too many sentences away."""
    return told.value if told is not None and form.sentence - told.sentence <= sentences else None


def _order(forms: Forms) -> str:
    """The order of numeric dates, by those that leave no choice: "25/7/2023" makes "3/4/2023" a day in April."""
    first = [
        m.value.get("text").replace(".", "/").replace("-", "/").split("/") for m in forms if m.value.form == "numeric"
    ]
    pairs = [(int(parts[0]), int(parts[1])) for parts in first if len(parts) == 3 and len(parts[0]) <= 2]
    day_first = sum(a > 12 for a, _ in pairs)
    return "DMY" if day_first > sum(b > 12 for _, b in pairs) else "auto"


def _is_context(mention: Mention[TimeValue]) -> bool:
    value = mention.value
    return value.type in ("DATE", "TIME") and value.anchored and value.start is not None and bool(value.granularity)


def _with_ranges(forms: Forms, done: Sequence[Mention[TimeValue]], base: Base) -> list[Mention[TimeValue]]:
    """Both ends of a range carry the interval of the whole range; their TIMEX3 values stay their own."""
    result = list(done)
    for at in range(len(done) - 1):
        if forms[at].value.get("range") != "start" or forms[at + 1].value.get("range") != "end":
            continue
        low, high = _ordered(
            forms[at].value, forms[at + 1].value, _or_now(result[at].value, base), _or_now(result[at + 1].value, base)
        )
        if low.anchored and high.anchored and low.start and high.end and low.start < high.end:
            result[at] = evolve(result[at], value=evolve(low, start=low.start, end=high.end))
            result[at + 1] = evolve(result[at + 1], value=evolve(high, start=low.start, end=high.end))
    return result


def _or_now(value: TimeValue, base: Base) -> TimeValue:
    """ "Now" as the end of a range is the day of writing."""
    if value.timex != "PRESENT_REF" or base.day is None:
        return value
    today = day_stretch(base.day)
    return evolve(
        value, start=today.start, end=today.end, granularity="day", anchored=True, assumptions=("anchor.writing",)
    )


def _ordered(low_form: TimeForm, high_form: TimeForm, low: TimeValue, high: TimeValue) -> tuple[TimeValue, TimeValue]:
    """ "From November to March": where the ends fall in the wrong order, the one without a year moves by one.

    "From 9 a.m. to 5 p.m. on July 20": an hour without a day is of the day at the other end.
    """
    if low_form.form == "clock" and high_form.form != "clock":
        low = _on_day_of(high, low)
    if not (low.start and high.start and low.end and high.end) or low.start <= high.start:
        return low, high
    if low_form.form in ("month", "date", "numeric") and not low_form.get("year"):
        return _moved(low, -1), high
    if high_form.form in ("month", "date", "numeric") and not high_form.get("year"):
        return low, _moved(high, 1)
    return low, high


def _on_day_of(dated: TimeValue, clock: TimeValue) -> TimeValue:
    if (
        dated.start is None
        or clock.start is None
        or clock.end is None
        or dated.granularity not in ("hour", "minute", "day")
    ):
        return clock
    day = dated.start.date()
    start = datetime.combine(day, clock.start.time())
    return evolve(
        clock, timex=f"{day.isoformat()}{clock.timex[10:]}", start=start, end=start + (clock.end - clock.start)
    )


def _moved(value: TimeValue, years: int) -> TimeValue:
    if value.start is None or value.end is None or not 1 < value.start.year < 9998:
        return value
    start = datetime.combine(shifted(value.start.date(), "year", years), value.start.time())
    end = datetime.combine(shifted(value.end.date(), "year", years), value.end.time())
    return evolve(value, timex=f"{start.year:04}{value.timex[4:]}", start=start, end=end)


def _with_parts(forms: Forms, done: Sequence[Mention[TimeValue]]) -> Values:
    """ "The first two weeks of 2021", "3 days from Monday": the length lies at that edge of what follows it."""
    result = list(done)
    for at in range(len(done) - 1):
        form, whole = forms[at].value, done[at + 1].value
        if form.get("edge") and form.get("n") and whole.start is not None:
            result[at] = evolve(done[at], value=_at_edge(form, done[at].value, whole))
    return tuple(result)


def _at_edge(form: TimeForm, length: TimeValue, whole: TimeValue) -> TimeValue:
    edge, unit = form.get("edge"), form.get("unit")
    if whole.start is None or (edge == "last" and whole.end is None):
        return length
    day = whole.end.date() if edge == "last" and whole.end is not None else whole.start.date()
    if unit == "week" and edge != "start":  # whole ISO weeks, which belong to the year and month of their Thursday
        day += timedelta((3 - day.weekday()) % 7 - 3)
    try:
        other = shifted(day, unit, float(form.get("n")) * (-1 if edge == "last" else 1))
    except OverflowError:
        return length
    low, high = sorted((day_stretch(day).start, day_stretch(other).start))
    return evolve(length, start=low, end=high, anchored=True, assumptions=("anchor.context",))


def resolve_in_window(forms: Forms, window: Window, order: str = "auto") -> Values:
    """The forms resolved from the first and from the last day of a window; what differs is widened to hold both."""
    if window.start is None or window.end is None:
        return resolve_passage(forms, Base(order=order))
    first, last = window.start.date(), (window.end - timedelta(microseconds=1)).date()
    low = resolve_passage(forms, Base(day=first, order=order))
    if first == last:
        return low
    high = resolve_passage(forms, Base(day=last, order=order))
    return tuple(evolve(a, value=_widened(a.value, b.value)) for a, b in zip(low, high, strict=True))


def _widened(low: TimeValue, high: TimeValue) -> TimeValue:
    if low == high or not low.anchored:
        return low
    if not high.anchored:
        return evolve(low, start=None, end=None, anchored=False)
    start = min(low.start, high.start) if low.start and high.start else None
    end = max(low.end, high.end) if low.end and high.end else None
    return evolve(
        low, timex=_shared(low.timex, high.timex), start=start, end=end, assumptions=(*low.assumptions, "anchor.window")
    )


def _shared(low: str, high: str) -> str:
    """The part of two TIMEX3 values that is the same, X for the rest."""
    return "".join(a if a == b else "X" for a, b in zip(low, high, strict=False)) if len(low) == len(high) else high
