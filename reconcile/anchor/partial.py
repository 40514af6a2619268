"""TIMEX3 values of what cannot be put on the calendar: X for what is not known."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reconcile.model.times import TimeForm

_UNITS = {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX", "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX"}  # fmt: skip


def partial_value(form: TimeForm) -> str:
    """What the form tells by itself: XXXX-07-25, XXXX-WXX-2, T09:30, PAST_REF."""
    timex = _PARTIAL.get(form.form, _unknown_day)(form)
    if form.form not in ("clock", "part"):
        if form.get("hour"):
            return f"{timex}{_clock(form)}"
        if form.get("part"):
            return f"{timex}T{form.get('part')}"
    return timex


def _unknown_day(form: TimeForm) -> str:
    return "XXXX-XX-XX"


def _clock(form: TimeForm) -> str:
    return f"T{int(form.get('hour')):02}:{int(form.get('minute') or 0):02}"


def _shift(form: TimeForm) -> str:
    if not form.get("n"):
        return "PAST_REF" if form.get("sign") == "-1" else "FUTURE_REF"
    return _UNITS.get(form.get("unit"), "XXXX-XX-XX")


_PARTIAL: Mapping[str, Callable[[TimeForm], str]] = MappingProxyType({
    "date": lambda f: f"{f.get('year', 'XXXX')}-{int(f.get('month')):02}-{int(f.get('day')):02}",
    "month": lambda f: f"{f.get('year', 'XXXX')}-{int(f.get('month')):02}",
    "weekday": lambda f: f"XXXX-WXX-{f.get('weekday')}",
    "monthday": lambda f: f"XXXX-XX-{int(f.get('day')):02}",
    "year": lambda f: f"BC{f.get('year')}" if f.get("era") == "bc" else f.get("year"),
    "century": lambda f: f"BC{int(f.get('century')):02}",
    "quarter": lambda f: f"{f.get('year', 'XXXX')}-Q{f.get('quarter')}",
    "half": lambda f: f"{f.get('year', 'XXXX')}-H{f.get('half')}",
    "season": lambda f: f"{f.get('year', 'XXXX')}-{f.get('season')}",
    "unit": lambda f: _UNITS.get(f.get("unit"), "XXXX-XX-XX"),
    "yearago": lambda f: f.get("year", "XXXX"),
    "shift": _shift,
    "clock": _clock,
    "part": lambda f: f"T{f.get('part')}",
    "iso": lambda f: f.get("text")[:10],
})  # fmt: skip
