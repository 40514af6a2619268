"""Small streams of reports for the engines: good events, and every way in which a row can be bad."""

from tests import factory

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


def is_told(rows: list[tuple[str | None, str, str]]) -> bool:
    """Whether every line of :data:`TOLD` stands among the (event, status, message) of a result."""
    return all(any(r[:2] == t[:2] and r[2].startswith(t[2]) for r in rows) for t in TOLD)
