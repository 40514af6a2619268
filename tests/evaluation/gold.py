"""What an editor expects of the reports of one event, and how it is read from a folder (format: the package's docstring)."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from reconcile import Report


@frozen(order=True)
class Place:
    """A passage: half-open offsets into the text of ``report`` as received."""

    report: str
    start: int
    end: int


@frozen
class Contradiction:
    """Two sides or more, each with every place that states it. ``kinds``: those under which it may be told; empty for any.

    ``optional``: may be told or not; it counts neither as missed nor as a false alarm.
    """

    label: str
    kinds: tuple[str, ...]
    sides: tuple[tuple[Place, ...], ...]
    strength: str = "clear"
    relation: str = ""
    optional: bool = False


@frozen
class Agreement:
    """One fact in at least two reports."""

    label: str
    kinds: tuple[str, ...]
    places: tuple[Place, ...]


@frozen
class Garble:
    """A defect of one text."""

    label: str
    kinds: tuple[str, ...]
    place: Place


@frozen
class Trap:
    """Places that must not be told as a contradiction of each other."""

    label: str
    places: tuple[Place, ...]


@frozen
class Event:
    """Reports of one event with everything expected of them."""

    name: str
    reports: tuple[Report, ...]
    contradictions: tuple[Contradiction, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    garbles: tuple[Garble, ...] = ()
    traps: tuple[Trap, ...] = ()


Json = Mapping[str, Any]


def read_articles(folder: Path) -> dict[str, Json]:
    """The articles of a folder by id, in order of id."""
    found = (json.loads(p.read_text(encoding="utf-8")) for p in (folder / "articles").glob("*.json"))
    return dict(sorted((str(a["id"]), a) for a in found))


def as_report(article: Json) -> Report:
    """The report of one article."""
    return Report.from_dict({k: article.get(k) for k in ("id", "text", "title", "source", "published")})


def read_events(folder: Path) -> Iterator[Event]:
    """The annotated events of a folder, in order of file name."""
    articles = read_articles(folder)
    for path in sorted((folder / "gold").glob("*.json")):
        yield _event(json.loads(path.read_text(encoding="utf-8")), articles)


def _event(gold: Json, articles: Mapping[str, Json]) -> Event:
    return Event(
        name=str(gold["name"]),
        reports=tuple(as_report(articles[r]) for r in gold["reports"]),
        contradictions=tuple(
            Contradiction(
                c["topic"],
                (c["kind"],),
                tuple(_places(s["evidence"]) for s in c["sides"]),
                c["strength"],
                "update" if "update" in c["topic"].lower() else "",
            )
            for c in gold["contradictions"]
        ),
        agreements=tuple(Agreement(a["topic"], (a["kind"],), _places(a["evidence"])) for a in gold["agreements"]),
        garbles=tuple(Garble(g["why"], (g["kind"],), _place(g)) for g in gold["garbles"]),
        traps=tuple(Trap(t["why"], _places(t["evidence"])) for t in gold["traps"]),
    )


def _place(value: Json) -> Place:
    return Place(str(value["report"]), int(value["start"]), int(value["end"]))


def _places(values: list[Json]) -> tuple[Place, ...]:
    return tuple(_place(v) for v in values)
