"""Lengths of time as TIMEX3 periods and as seconds."""

LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "W", "weekend": "WE", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "millennium": "L",
}  # fmt: skip
SECONDS = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "night": 86400, "week": 604800, "fortnight": 1209600, "weekend": 172800,
    "month": 2592000, "quarter": 7776000, "year": 31536000, "decade": 315360000, "century": 3153600000, "millennium": 31536000000,
}  # fmt: skip


def period(n: str, unit: str, more: str = "", more_unit: str = "") -> str:
    """The TIMEX3 value of ``n`` units, "X" for a vague number: P3Y, PT1.5H, P1E for a decade, P2W for a fortnight; PT1H30M."""
    letter = LETTERS[unit]
    if unit == "fortnight" and n:
        n = str(2 * float(n))
    whole = f"{number(n)}{letter.lstrip('T')}"
    if not more:
        return f"PT{whole}" if letter[0] == "T" else f"P{whole}"
    tail = f"{number(more)}{LETTERS[more_unit].lstrip('T')}"
    return (
        f"PT{whole}{tail}"
        if letter[0] == "T"
        else f"P{whole}T{tail}"
        if LETTERS[more_unit][0] == "T"
        else f"P{whole}{tail}"
    )


def number(n: str) -> str:
    """A number without an empty fraction, "X" for a vague one."""
    return (n.rstrip("0").rstrip(".") if "." in n else n) or "X"


def seconds_of(n: str, unit: str, more: str = "", more_unit: str = "") -> float | None:
    """The length in seconds, a month of 30 and a year of 365 days; None for a vague one."""
    if not n:
        return None
    return float(n) * SECONDS[unit] + (float(more) * SECONDS[more_unit] if more else 0.0)
