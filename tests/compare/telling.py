"""Members of facts built from the rows of the case tables: a claim by its words, its parts and one value.

A row may have ``report``, ``text``, ``predicate``, ``kind``, ``nominal``, ``superseded``, ``background``, ``embedded``; ``classes``, ``words``, ``entities`` and ``around`` in one string each;
``stance`` ("-1 asserted"), ``cues``; and ``slots``, each "name: words" with "= entity", "@ prep" or "# kind" behind it. ``about`` names the
slot that is compared; ``number`` is a sentence whose first quantity becomes the value of a slot "quantity", ``value`` the fields of one, ``time`` a day, a month or an hour
("T09:30"), ``time_is`` other fields of it, ``time_text`` its words, ``occasion`` the day that is told of something else in the sentence. ``states`` are of the form "life 0 agent".
"""

import tomllib
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from reconcile.config import Config
from reconcile.extract.quantities import find
from reconcile.model.claims import Claim, Slot, Stance, State
from reconcile.model.comparisons import Member
from reconcile.model.entities import EntityValue
from reconcile.model.quantities import QuantityValue
from reconcile.model.reports import Report
from reconcile.model.spans import RawSpan, Span
from reconcile.model.times import TimeValue
from reconcile.text.reading import read

_TESTS = Path(__file__).parent.parent
Row = dict[str, Any]


def rows(name: str, section: str = "case", stage: str = "compare") -> list[Any]:
    """The rows of a stage's table as parameters of a test; ``xfail`` holds the reason of a known failure."""
    found = tomllib.loads((_TESTS / stage / "cases" / f"{name}.toml").read_text(encoding="utf-8"))[section]
    return [
        pytest.param(
            row, id=row["label"], marks=[pytest.mark.xfail(strict=True, reason=row["xfail"])] if "xfail" in row else []
        )
        for row in found
    ]


def quantity(text: str) -> QuantityValue:
    """The first quantity of a sentence."""
    return find(read(Report(text), Config()))[0].value


def day(written: str) -> TimeValue:
    """A day ("2023-07-25") or month ("2023-07") as an anchored value, or an hour without its day ("T09:30")."""
    if written.startswith("T"):
        return TimeValue("TIME", written, None, None, "")
    if len(written) == len("2023-07"):
        year, month = map(int, written.split("-"))
        end = datetime(year + month // 12, month % 12 + 1, 1)
        return TimeValue("DATE", written, datetime(year, month, 1), end, "month", anchored=True)
    start = datetime.combine(date.fromisoformat(written), datetime.min.time())
    return TimeValue("DATE", written, start, start + timedelta(1), "day", anchored=True)


def slot(written: str) -> Slot:
    """ "agent: Ana Ruiz = person:ana # person", "place: in Lyme @ in": a part of a claim, its head the last word."""
    name, _, rest = written.partition(": ")
    rest, _, kind = rest.partition(" # ")
    rest, _, prep = rest.partition(" @ ")
    text, _, entity = rest.partition(" = ")
    value = EntityValue(kind, text) if kind else None
    return Slot(
        name,
        Span(0, len(text)),
        RawSpan(0, len(text)),
        text,
        text.split()[-1].lower(),
        value,
        entity or None,
        prep or None,
    )


def claim(row: Row) -> Claim:
    """The claim of a row."""
    slots = [slot(s) for s in row.get("slots", ())]
    if "number" in row:
        told = str(row.get("number_text", row["number"]))
        slots.append(Slot("quantity", Span(0, 1), RawSpan(0, 1), told, "", quantity(row["number"])))
    if "value" in row:
        given: Row = {"low": None, "high": None, **row["value"]}
        fields: Row = {name: tuple(v) if isinstance(v, list) else v for name, v in given.items()}
        exactly = QuantityValue(**fields)
        slots.append(Slot("quantity", Span(0, 1), RawSpan(0, 1), row.get("number_text", "12"), "", exactly))
    if "time" in row:
        when = evolve(day(row["time"]), **row.get("time_is", {}))
        slots.append(
            Slot(
                "time",
                Span(0, 1),
                RawSpan(0, 1),
                str(row.get("time_text", row["time"])),
                "",
                when,
                None,
                row.get("prep"),
            )
        )
    if "occasion" in row:
        slots.append(Slot("occasion", Span(0, 1), RawSpan(0, 1), row["occasion"], "", day(row["occasion"])))
    polarity, _, certainty = row.get("stance", "1 asserted").partition(" ")
    words = tuple(row.get("words", "").split())
    text = row.get("text", " ".join(words))
    return Claim(
        id=f"{row['report']}:0:{row.get('n', 0)}",
        report_id=row["report"],
        sentence=row.get("sentence", 0),
        span=Span(0, len(text)),
        start=0,
        end=len(text),
        text=text,
        predicate=row.get("predicate", ""),
        slots=tuple(slots),
        stance=Stance(int(polarity), certainty, tuple(row.get("cues", ()))),
        kind=row.get("kind", "event"),
        classes=tuple(row.get("classes", "").split()),
        words=words,
        entities=tuple(row.get("entities", "").split()),
        around=tuple(row.get("around", "").split()),
        nominal=row.get("nominal", False),
        superseded=row.get("superseded", False),
        background=row.get("background", False),
        embedded=row.get("embedded", False),
        states=tuple(_state(s) for s in row.get("states", ())),
    )


def _state(written: str) -> State:
    group, side, holder = written.rsplit(maxsplit=2)
    return State(group, int(side), holder)


def member(row: Row, report: str) -> Member:
    """The claim of a row in a report, with the slot that the row is about."""
    found = claim({"report": report, **row})
    about = row.get("about", "quantity" if "number" in row or "value" in row else "time" if "time" in row else None)
    return Member(found, found.slot(about) if about else None)


def pair(row: Row) -> tuple[Member, Member]:
    """Both sides of a row; what stands in ``both`` holds for each."""
    both = row.get("both", {})
    return member({**both, **row["left"]}, "a"), member({**both, **row["right"]}, "b")
