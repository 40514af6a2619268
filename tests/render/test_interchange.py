import json
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise
from typing import Any

import jsonschema
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from reconcile.errors import FormatError
from reconcile.model.reports import Report
from reconcile.render import json_schema
from reconcile.results import Reconciliation

Edit = Callable[[Any], object]


def test_published_schema_is_that_of_the_types(pytestconfig: pytest.Config) -> None:
    from reconcile.render import interchange

    built = json.dumps(json_schema.build(), indent=2) + "\n"
    if pytestconfig.getoption("rewrite_golden"):
        from importlib.resources import files
        from pathlib import Path

        folder = Path(str(files("reconcile.render").joinpath("schema")))
        (folder / f"result-{interchange.FORMAT_VERSION}.json").write_text(built, encoding="utf-8")
    assert json_schema.published() == json.loads(built), "run pytest --rewrite-golden and look at the difference"
    jsonschema.Draft202012Validator.check_schema(json_schema.published())


@pytest.mark.parametrize("name", ["ferry", "hostile", "large", "empty"])
def test_round_trip_and_schema(name: str, request: pytest.FixtureRequest) -> None:
    result = request.getfixturevalue(name)
    document = result.to_json()
    again = Reconciliation.from_json(document)
    assert again == result
    assert again.to_json() == document
    assert Reconciliation.from_json(document.encode()) == result
    jsonschema.Draft202012Validator(json_schema.build()).validate(json.loads(document))


TIMES = st.one_of(
    st.none(),
    st.dates(),
    st.datetimes(),
    st.datetimes(timezones=st.just(timezone(timedelta(hours=8, minutes=45)))),
)


@given(st.text(st.characters(exclude_categories=[])), TIMES, st.text())
def test_any_report_round_trips(text: str, published: date | None, source: str) -> None:
    if any("\ud800" <= a <= "\udbff" and "\udc00" <= b <= "\udfff" for a, b in pairwise(text)):
        return  # JSON cannot tell two lone halves from one character
    result = Reconciliation(reports=(Report(text, source=source, published=published),))
    document = result.to_json()
    document.encode("utf-8")
    again = Reconciliation.from_json(document)
    assert again == result
    assert type(again.reports[0].published) is type(published)


def test_claims_of_facts_are_written_once(ferry: Reconciliation) -> None:
    data: Any = ferry.to_dict()
    assert data["facts"][0]["claims"] == [c.id for c in ferry.claims]


def test_a_claim_that_stands_nowhere_else_is_written_whole(ferry: Reconciliation) -> None:
    orphaned = evolve(ferry, claims=ferry.claims[:1])
    data: Any = orphaned.to_dict()
    assert [type(c) for c in data["facts"][0]["claims"]] == [str, dict]
    assert Reconciliation.from_dict(data) == orphaned


def _set(*path: str | int, to: object) -> Edit:
    def edit(data: Any) -> None:
        for step in path[:-1]:
            data = data[step]
        data[path[-1]] = to

    return edit


def _drop(*path: str | int) -> Edit:
    def edit(data: Any) -> None:
        for step in path[:-1]:
            data = data[step]
        del data[path[-1]]

    return edit


FAULTS: list[tuple[Edit, str]] = [
    (_set("format", to="other"), "$.format: "),
    (_drop("format"), "$.format: "),
    (_set("format_version", to=2), "$.format_version: "),
    (_set("reports", to=5), "$.reports: "),
    (_set("reports", 0, "text", to=5), "$.reports[0].text: expected str, got int 5"),
    (_set("reports", 0, "published", to="yesterday"), "$.reports[0].published: "),
    (_set("findings", 1, "confidence", to=7), "$.findings[1]: Finding.confidence must lie in [0, 1]"),
    (_set("findings", 1, "confidence", to=True), "$.findings[1].confidence: expected a number"),
    (_set("findings", 1, "confidence", to=float("nan")), "$.findings[1].confidence: expected a finite number"),
    (_set("facts", 0, "links", 0, "score", to=float("inf")), "$.facts[0].links[0].score: expected a finite number"),
    (_set("facts", 0, "links", 0, "score", to=10**400), "$.facts[0].links[0].score: expected a finite number"),
    (_set("findings", 1, "category", to="gossip"), "$.findings[1]"),
    (_drop("findings", 1, "summary"), "$.findings[1].summary: field 'summary' is missing"),
    (_set("findings", 1, "colour", to="red"), "$.findings[1]: unknown field colour"),
    (_set("findings", 0, "evidence", 0, "start", to=3), "$.findings[0].evidence[0]: characters 3 to "),
    (_set("findings", 0, "evidence", 0, "start", to=-3), "$.findings[0].evidence[0]: characters -3 to "),
    (_set("findings", 0, "evidence", 0, "start", to=1.5), "$.findings[0].evidence[0].start: expected a whole number"),
    (
        _set("findings", 0, "sides", 0, "evidence", 0, "report_id", to="x"),
        "$.findings[0].sides[0].evidence[0].report_id: ",
    ),
    (_set("findings", 0, "reasons", 0, to="x"), "$.findings[0].reasons[0]: "),
    (_set("findings", 0, "reasons", 0, "params", to={"a": 1}), "$.findings[0].reasons[0]: expected params of strings"),
    (_set("facts", 0, "claims", 0, to="nobody"), "$.facts[0].claims[0]: no claim of id 'nobody'"),
    (_set("facts", 0, to=None), "$.facts[0]"),
    (_set("claims", 0, "slots", 0, "value", "kind_of_value", to="x"), "$.claims[0].slots[0].value: "),
    (_set("timeline", 0, "interval", to=[None]), "$.timeline[0].interval: expected [start, end]"),
    (_set("timeline", 0, "interval", to=["x", None]), "$.timeline[0].interval: expected an ISO 8601"),
    (_set("reviews", 0, "verdict", to="maybe"), "$.reviews[0]"),
    (_set("config", "resolution", to="loudest"), "$.config"),
]


@pytest.mark.parametrize(("edit", "message"), FAULTS, ids=[m for _, m in FAULTS])
def test_a_foreign_document_is_refused_with_the_path(ferry: Reconciliation, edit: Edit, message: str) -> None:
    data = json.loads(ferry.to_json())
    edit(data)
    with pytest.raises(FormatError) as caught:
        Reconciliation.from_dict(data)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("document", ["", "{", "[]", "null", "5", '{"a": 1}', b"\xff", "[" * 100_000])
def test_what_is_no_document_is_refused(document: str | bytes) -> None:
    with pytest.raises(FormatError, match=r"^\$"):
        Reconciliation.from_json(document)


def test_lines_hold_one_finding_each(ferry: Reconciliation) -> None:
    lines = [json.loads(line) for line in ferry.to_json_lines().splitlines()]
    assert [line["id"] for line in lines] == [f.id for f in ferry.findings]
    assert lines[0]["question"].startswith("Which figure holds")
    assert lines[0]["ask"] == ["police (in B)", "the coast guard (in A)"]


def test_times_keep_their_kind() -> None:
    moment = datetime(2024, 3, 3, 14, 5, 0, 120)
    reports = (Report("a", published=moment), Report("b", published=date(2024, 3, 3)))
    again = Reconciliation.from_json(Reconciliation(reports=reports).to_json())
    assert [r.published for r in again.reports] == [moment, date(2024, 3, 3)]
