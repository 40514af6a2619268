"""All time forms of one document against one base, in order, so that "a day earlier" knows what was told before it."""

from collections.abc import Sequence
from datetime import timedelta

from attrs import evolve

from reconcile.anchor.resolution import Base, resolve
from reconcile.model.mentions import Mention
from reconcile.model.times import TimeForm, TimeValue, Window

_PASSAGE_SENTENCES = 3


def resolve_passage(forms: Sequence[Mention[TimeForm]], base: Base) -> tuple[Mention[TimeValue], ...]:
    """The forms, in order of place, with their values; a context reaches three sentences far."""
    done: list[Mention[TimeValue]] = []
    for mention in forms:
        context = next(
            (d for d in reversed(done) if _is_context(d) and mention.sentence - d.sentence <= _PASSAGE_SENTENCES), None
        )
        value = resolve(mention.value, evolve(base, context=context.value if context else None))
        done.append(Mention(mention.report_id, mention.sentence, mention.span, mention.text, value, mention.rule))
    return _with_ranges(forms, done)


def resolve_in_window(
    forms: Sequence[Mention[TimeForm]], window: Window, order: str = "auto"
) -> tuple[Mention[TimeValue], ...]:
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
    if not high.anchored or low.start is None or high.start is None or low.end is None or high.end is None:
        return evolve(low, start=None, end=None, anchored=False)
    start, end = min(low.start, high.start), max(low.end, high.end)
    return evolve(
        low, timex=_shared(low.timex, high.timex), start=start, end=end, assumptions=(*low.assumptions, "anchor.window")
    )


def _shared(low: str, high: str) -> str:
    """The part of two TIMEX3 values that is the same, X for the rest."""
    return "".join(a if a == b else "X" for a, b in zip(low, high, strict=False)) if len(low) == len(high) else high


def _is_context(mention: Mention[TimeValue]) -> bool:
    return (
        mention.value.type in ("DATE", "TIME")
        and mention.value.anchored
        and mention.value.start is not None
        and bool(mention.value.granularity)
    )


def _with_ranges(
    forms: Sequence[Mention[TimeForm]], done: Sequence[Mention[TimeValue]]
) -> tuple[Mention[TimeValue], ...]:
    """Both ends of a range carry the interval of the whole range; their TIMEX3 values stay their own."""
    result = list(done)
    for at in range(len(done) - 1):
        if forms[at].value.get("range") == "start" and forms[at + 1].value.get("range") == "end":
            left, right = done[at].value, done[at + 1].value
            if left.anchored and right.anchored and left.start and right.end and left.start < right.end:
                for place, value in ((at, left), (at + 1, right)):
                    result[place] = evolve(done[place], value=evolve(value, start=left.start, end=right.end))
    return tuple(result)
