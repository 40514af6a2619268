"""When did it happen? Two times of one event, by interval, granularity and zone."""

from reconcile.measure.times import relation
from reconcile.model.comparisons import Member
from reconcile.model.reasons import Reason
from reconcile.model.times import TimeValue

Verdict = tuple[str, float, tuple[Reason, ...]]

_FITS = {"equal": "SAME", "refines": "COARSER", "coarser": "COARSER"}
_BOUNDS = frozenset({"since", "until", "till", "by", "before", "after", "from", "to", "through", "for", "over", "than"})


def compare_times(left: Member, right: Member) -> Verdict:
    """CONFLICT only between anchored points that are stated as the time of the event; bounds and vague times are UNCLEAR."""
    a, b = _value(left), _value(right)
    if a is None or b is None:
        return "MISSING", 0.0, ()
    found = relation(a, b)
    reason = Reason.of("time.relation", relation=found, left=a.timex, right=b.timex)
    if found in _FITS:
        return _FITS[found], 1.0, (reason,)
    if found == "incomparable" or _is_bound(left) or _is_bound(right) or not (a.anchored and b.anchored):
        return "UNCLEAR", 0.5, (reason,)
    if found == "overlaps":
        return "APPROXIMATE", 0.7, (reason,)
    if a.mod or b.mod or _is_wide(a) or _is_wide(b):
        return "UNCLEAR", 0.5, (reason,)
    return "CONFLICT", 1.0, (reason,)


def _value(member: Member) -> TimeValue | None:
    return member.slot.value if member.slot is not None and isinstance(member.slot.value, TimeValue) else None


def _is_bound(member: Member) -> bool:
    return member.slot is not None and member.slot.prep in _BOUNDS


def _is_wide(value: TimeValue) -> bool:
    """Decades and centuries are told too loosely to be held against a date."""
    return value.granularity in ("decade", "century", "season", "")
