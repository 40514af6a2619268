"""Small streams of reports for the engines: good events, and every way in which a row can be bad."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tests import factory

if TYPE_CHECKING:
    import pandas as pd

FERRY = "ferry"
QUAKE = (
    "An earthquake of magnitude 6.1 struck the town of Ostermoor on Friday, killing 9 people, the governor said.",
    "The earthquake that struck Ostermoor on Friday killed 14 people and injured 30, the fire service said.",
)
GOOD: tuple[dict[str, object], ...] = (
    {"event": FERRY, "id": "a", "source": "Desk", "text": factory.HARBOUR, "published": "2023-03-06"},
    {"event": "quake", "id": "q1", "source": "Wire", "text": QUAKE[0], "published": "2023-05-06"},
    {"event": FERRY, "id": "b", "source": "Agency", "text": factory.AGENCY, "published": "2023-03-07"},
    {"event": "quake", "id": "q2", "source": "Radio", "text": QUAKE[1], "published": "2023-05-06"},
    {"event": "alone", "id": "s", "source": "Post", "text": "The mayor said said nothing.", "published": None},
)
BAD: tuple[dict[str, object], ...] = (
    {"event": FERRY, "id": "null", "source": "Desk", "text": None, "published": None},
    {"event": "quake", "id": "undated", "source": "Desk", "text": "Rescuers left Ostermoor.", "published": "soon"},
    {"event": None, "id": "lost", "source": "Desk", "text": "A mayor resigned.", "published": None},
    {"event": "clash", "id": "x", "source": "Desk", "text": "Five died.", "published": None},
    {"event": "clash", "id": "x", "source": "Desk", "text": "Six died.", "published": None},
    {"event": "copies", "id": "y", "source": "Desk", "text": "Seven died.", "published": None},
    {"event": "copies", "id": "y", "source": "Desk", "text": "Seven died.", "published": None},
    {"event": "blank", "id": "z", "source": "Desk", "text": "", "published": None},
)
# Event, status and a part of the message of every row that tells of the bad rows.
TOLD = {
    (FERRY, "error", "report 'null': text is null"),
    ("quake", "warning", "report 'undated': published must be an ISO 8601 date, got 'soon'; read without a date"),
    (None, "error", "report 'lost': the event is null"),
    ("clash", "warning", "2 different reports have the id 'x'; read as x~"),
    ("copies", "warning", "report 'y': 2 rows, 1 of them different; equal ones are one report"),
    ("blank", "empty", "nothing found in 1 report(s)"),
}
EVENTS = {str(row["event"]) for row in (*GOOD, *BAD)}


def by_event(rows: Iterable[Mapping[str, object]]) -> dict[object, list[tuple[object, ...]]]:
    """The cells of a result, the event first in every row, in the order of the rows: what all engines must agree on."""
    events: dict[object, list[tuple[object, ...]]] = {}
    for row in rows:
        event, *cells = row.values()
        events.setdefault(event, []).append(tuple(cells))
    return events


class DieOnce:
    """Passes frames on, but ends the process of the first that comes; ``flag`` is a file that tells it has."""

    def __init__(self, flag: Path) -> None:
        self.flag = flag

    def __call__(self, part: "pd.DataFrame") -> "pd.DataFrame":
        """The frame as it came."""
        if len(part) and not self.flag.exists():
            self.flag.touch()
            os._exit(1)
        return part


def plain(frame: "pd.DataFrame") -> list[dict[str, object]]:
    """The rows of a frame with None for every null."""
    cells = frame.astype(object)
    return [{str(k): v for k, v in row.items()} for row in cells.where(cells.notna(), None).to_dict("records")]


def is_told(rows: Iterable[Mapping[str, object]]) -> bool:
    """Whether every line of :data:`TOLD` stands in a result."""
    seen = [(row["event"], row["status"], str(row["message"])) for row in rows]
    return all(any(s[:2] == t[:2] and s[2].startswith(t[2]) for s in seen) for t in TOLD)
