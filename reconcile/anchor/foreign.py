"""The door to dateparser: the date behind a string that our own patterns have accepted.

It never sees free text, where it reads "may" and "10" as months, and its base is always explicit, so that no clock is read.
"""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

# Any day does: only full dates are parsed, so nothing of the base is left in the result.
_BASE = datetime(2000, 1, 1)


def parsed(text: str, languages: Sequence[str]) -> date | None:
    """The day that ``text`` names in one of ``languages`` (ISO 639-1), None where dateparser knows none."""
    return _parsed(text, tuple(languages))


@lru_cache(maxsize=1024)
def _parsed(text: str, languages: tuple[str, ...]) -> date | None:
    import dateparser

    settings = {
        "RELATIVE_BASE": _BASE,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "DATE_ORDER": "DMY",
        "TIMEZONE": "UTC",
    }
    found = dateparser.parse(text, languages=list(languages), settings=settings)
    return found.date() if found is not None else None
