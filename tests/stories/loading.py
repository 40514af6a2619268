"""Stories from their TOML files."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen

from reconcile import Report
from tests.evaluation.gold import Agreement, Contradiction, Event, Garble, Place, Trap

FOLDER = Path(__file__).parent / "cases"
Row = Mapping[str, Any]
Quotation = Sequence[Any]


@frozen
class Story:
    """An event with the reasons of the rows that are not met yet, by table and place in the table.

    ``nothing_else``: categories of which nothing may be told beyond what is expected ("contradictions", "garbles").
    """

    path: Path
    event: Event
    unmet: Mapping[tuple[str, int], str]
    nothing_else: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.path.stem


@cache
def stories() -> tuple[Story, ...]:
    """All stories, in order of their names."""
    return tuple(_story(path) for path in sorted(FOLDER.glob("*.toml")))


def story(name: str) -> Story:
    """The story of that name."""
    return next(s for s in stories() if s.name == name)


def _story(path: Path) -> Story:
    rows = tomllib.loads(path.read_text(encoding="utf-8"))
    reports = tuple(Report.from_dict({**r, "text": r["text"].strip("\n")}, where=str(path)) for r in rows["report"])
    texts = {r.id: r.text for r in reports}
    event = Event(
        path.stem,
        reports,
        tuple(_contradiction(texts, row) for row in rows.get("contradiction", ())),
        tuple(
            Agreement(row["label"], tuple(row["kinds"]), _places(texts, row["passages"]))
            for row in rows.get("agreement", ())
        ),
        tuple(
            Garble(row.get("label", row["kinds"][0]), tuple(row["kinds"]), _places(texts, row["passages"])[0])
            for row in rows.get("garble", ())
        ),
        tuple(Trap(row["why"], _places(texts, row["passages"])) for row in rows.get("trap", ())),
    )
    tables = ("contradiction", "agreement", "garble", "trap", "nothing_else")
    unmet = {(t, n): row["xfail"] for t in tables for n, row in enumerate(rows.get(t, ())) if "xfail" in row}
    return Story(path, event, unmet, tuple(row["of"] for row in rows.get("nothing_else", ())))


def _contradiction(texts: Mapping[str, str], row: Row) -> Contradiction:
    return Contradiction(
        row["label"],
        tuple(row["kinds"]),
        tuple(_places(texts, side) for side in row["sides"]),
        relation=row.get("relation", ""),
        optional=row.get("optional", False),
    )


def _places(texts: Mapping[str, str], quotations: Sequence[Quotation]) -> tuple[Place, ...]:
    return tuple(place_of(texts, *quotation) for quotation in quotations)


def place_of(texts: Mapping[str, str], report: str, quote: str, nth: int = 0) -> Place:
    """The ``nth`` place of ``quote`` in a report; ValueError where it does not stand."""
    at = -1
    for _ in range(nth + 1):
        at = texts[report].index(quote, at + 1)
    return Place(report, at, at + len(quote))
