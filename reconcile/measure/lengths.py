"""Lengths of time as TIMEX3 periods and as seconds."""

# A decade is ten years, a fortnight two weeks, a weekend two days, so that their periods are ISO 8601 wherever the number is known.
LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "W", "weekend": "WE", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "millennium": "L",
}  # fmt: skip
SECONDS = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "night": 86400, "week": 604800, "fortnight": 1209600, "weekend": 172800,
    "month": 2592000, "quarter": 7776000, "year": 31536000, "decade": 315360000, "century": 3153600000, "millennium": 31536000000,
}  # fmt: skip
_MULTIPLES = {
    "fortnight": (2, "W"),
    "weekend": (2, "D"),
    "decade": (10, "Y"),
    "century": (100, "Y"),
    "millennium": (1000, "Y"),
}


def period(n: str, unit: str, more: str = "", more_unit: str = "") -> str:
    """The TIMEX3 value of ``n`` units, "X" for a vague number: P3Y, PT1.5H, P20Y for two decades, PXE for some; PT1H30M."""
    factor, letter = _MULTIPLES.get(unit, (1, LETTERS[unit])) if n else (1, LETTERS[unit])
    whole = f"{number(n, factor)}{letter.lstrip('T')}"
    if not more:
        return f"PT{whole}" if letter[0] == "T" else f"P{whole}"
    tail_letter = LETTERS[more_unit]
    tail = f"{number(more)}{tail_letter.lstrip('T')}"
    if letter[0] == "T":
        return f"PT{whole}{tail}"
    return f"P{whole}T{tail}" if tail_letter[0] == "T" else f"P{whole}{tail}"


def number(n: str, factor: int = 1) -> str:
    """``n`` times ``factor`` without an empty fraction, "X" for a vague one."""
    return f"{float(n) * factor:.10g}" if n else "X"


def seconds_of(n: str, unit: str, more: str = "", more_unit: str = "") -> float | None:
    """The length in seconds, a month of 30 and a year of 365 days; None for a vague one."""
    if not n:
        return None
    return float(n) * SECONDS[unit] + (float(more) * SECONDS[more_unit] if more else 0.0)
