"""What is tried: each target takes bytes, turns them into an argument, and raises where a promise is broken."""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from reconcile import Config, FormatError, Reconciliation, Report, ReportError, reconcile
from tests.factory import ferry, hostile, reconciliation

_MOST_CHARS = 3_000
_APART = "\x1e"  # between the reports of one event
_FOUND = Path(__file__).with_name("found")


def told(data: bytes) -> str:
    """The bytes as a text; what is no UTF-8 becomes lone surrogates."""
    return data.decode("utf-8", "surrogateescape")


def try_reconcile(data: bytes) -> None:
    """Up to three reports of one event, and every rendering of what comes out."""
    texts = [t[:_MOST_CHARS] for t in told(data).split(_APART)[:3]]
    reports = [Report(text, id=f"r{n}", source=text[:20] or None) for n, text in enumerate(texts)]
    result = reconcile(reports, config=Config(max_chars=_MOST_CHARS))
    received = {r.id: r.text for r in reports}
    for finding in result.findings:
        for e in (*finding.evidence, *(e for s in finding.sides for e in s.evidence)):
            assert received[e.report_id][e.start : e.end] == e.text
    written = result.to_json()
    assert Reconciliation.from_json(written) == result
    assert reconcile(reports[::-1], config=result.config).to_json() == written or len({*texts}) < len(texts)
    for shown in (written, result.to_html(), result.to_markdown(), result.to_text(), result.to_csv()):
        shown.encode("utf-8")


def try_from_dict(data: bytes) -> None:
    """A mapping, or anything else that JSON can hold."""
    value: object = told(data)
    with suppress(ValueError, RecursionError):
        value = json.loads(data)
    with suppress(ReportError):
        Report.from_dict(value)  # type: ignore[arg-type]
    with suppress(ReportError):
        Report.from_dict({"text": value, "source": value, "published": value, "url": value})


def try_from_html(data: bytes) -> None:
    """A page, as bytes and as text."""
    for page in (data, told(data)):
        with suppress(ReportError):
            assert isinstance(Report.from_html(page).text, str)


def try_from_json(data: bytes) -> None:
    """A document as it is, and a true one in which parts are exchanged for what the bytes hold."""
    for document in (data, told(data), _patched(data)):
        try:
            result = Reconciliation.from_json(document)
        except FormatError:
            continue
        assert Reconciliation.from_json(result.to_json()) == result


def try_with_reviews(data: bytes) -> None:
    """A table of reviews as it is, and behind the heading of a true one."""
    result = _kept()
    heading = result.to_csv().split("\r\n")[0].split("\n")[0]
    for table in (told(data), f"{heading}\n{told(data)}"):
        try:
            reviewed = result.with_reviews(table)
        except FormatError:
            continue
        assert {r.finding_id for r in reviewed.reviews} <= {f.id for f in result.findings}
        again = reviewed.with_reviews(reviewed.to_csv())  # control characters come back as what shows them
        assert [(r.finding_id, r.verdict) for r in again.reviews] == [
            (r.finding_id, r.verdict) for r in reviewed.reviews
        ]
        assert again.with_reviews(again.to_csv()) == again


@cache
def _kept() -> Reconciliation:
    return reconciliation(ferry())


def _patched(data: bytes) -> str:
    """A true document with values exchanged: two bytes choose the place, the next the new value."""
    document = json.loads(_kept().to_json())
    values = (
        "null",
        "true",
        "0",
        "-1",
        "1e300",
        '""',
        '"x"',
        "[]",
        "{}",
        "[[]]",
        '{"a": 1}',
        '"2024-01-01"',
        "NaN",
        "9" * 30,
    )
    for at in range(0, min(len(data), 24) - 2, 3):
        places = list(_places(document))
        owner, key = places[int.from_bytes(data[at : at + 2]) % len(places)]
        owner[key] = json.loads(values[data[at + 2] % len(values)])  # type: ignore[index]
    return json.dumps(document)


def _places(value: object) -> Iterator[tuple[object, object]]:
    """Every list and mapping of a document with each of its keys."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else []
    for key in keys:
        yield value, key
        yield from _places(value[key])  # type: ignore[index]


TARGETS: dict[str, Callable[[bytes], None]] = {
    "reconcile": try_reconcile,
    "from_dict": try_from_dict,
    "from_html": try_from_html,
    "from_json": try_from_json,
    "with_reviews": try_with_reviews,
}


def starts(target: str) -> Iterator[bytes]:
    """What a search begins with: true inputs of that border, hostile ones, and those that once broke a promise."""
    yield from (path.read_bytes() for path in sorted((_FOUND / target).glob("*")))
    texts = [r.text for result in (ferry(), hostile()) for r in result.reports]
    match target:
        case "reconcile":
            yield _APART.join(texts[:2]).encode("utf-8", "surrogateescape")
            yield from (t.encode("utf-8", "surrogateescape") for t in texts[:2])
        case "from_dict":
            yield json.dumps(
                {"text": texts[0], "published": "2024-03-05T10:00:00+01:00", "url": "https://n.example/a"}
            ).encode()
        case "from_html":
            paragraphs = "".join(f"<p>{p}</p>" for p in texts[0].split("\n\n"))
            yield f"<html><head><title>Ferry</title></head><body><article>{paragraphs}</article></body></html>".encode()
        case "from_json":
            yield _kept().to_json().encode()
        case _:
            yield _kept().to_csv().encode()
            yield b"c1,confirmed,a note\nc2,dismissed,"
