import re

import pytest

from reconcile.errors import ArgumentError
from reconcile.results import Reconciliation

ANSI = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("name", ["ferry", "hostile", "empty"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_asked_for(name: str, width: int, request: pytest.FixtureRequest) -> None:
    lines = request.getfixturevalue(name).to_text(width=width).splitlines()
    assert max(map(len, lines)) <= width
    assert all(line == line.rstrip() for line in lines)


def test_colour_only_where_asked_for(ferry: Reconciliation, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = ferry.to_text()
    assert "\x1b" not in plain
    for name, value in (("NO_COLOR", "1"), ("COLUMNS", "200"), ("FORCE_COLOR", "1"), ("TERM", "dumb")):
        monkeypatch.setenv(name, value)
    assert ferry.to_text() == plain
    coloured = ferry.to_text(color=True)
    assert "\x1b[1;31m" in coloured
    assert [line.rstrip() for line in ANSI.sub("", coloured).splitlines()] == plain.splitlines()


def test_a_report_cannot_steer_the_terminal(hostile: Reconciliation) -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", hostile.to_text())
    assert "␛[31mred␛[0m" in hostile.to_text(width=200)


def test_the_report_says_what_matters(ferry: Reconciliation) -> None:
    shown = " ".join(str(ferry).split())
    for words in (
        "The two reports contradict each other on two points",
        "A Harbour News",
        "published 2024-03-05",
        "killing [at least 12 people], the coast guard said.",
        "B Agency (2 origins)",
        "Ask: police (in B) and the coast guard (in A): Which figure holds",
        "[confirmed]",
        "Note: police called at noon",
        "Repair: “was”",
        "2024-03-03 A ferry sank (A)",
    ):
        assert words in shown


@pytest.mark.parametrize("width", [39, 0, -1, "80", True, None])
def test_width_is_checked(ferry: Reconciliation, width: int) -> None:
    with pytest.raises(ArgumentError, match="width"):
        ferry.to_text(width=width)


def test_explain_tells_what_a_finding_rests_on(ferry: Reconciliation) -> None:
    shown = " ".join(ferry.explain("c1").split())
    assert "Fact: fact-1, 2 claims" in shown
    assert "B:0:0: “Fifteen people died” (asserted)" in shown
    assert "Joined: A:0:0 and B:0:0, 0.70" in shown
    with pytest.raises(ArgumentError, match="no finding of id 'zz'"):
        ferry.explain("zz")


def test_reprs_are_short_and_say_what_is_there(ferry: Reconciliation) -> None:
    assert repr(ferry.findings[0]) == (
        "<Finding c1 contradiction quantity conflict 0.80, 2 passages: The number of dead differs: at least 12 or 15.>"
    )
    assert repr(ferry.claims[0]) == "<Claim harbour news:0:0 event die (asserted): 'killing at least 12 people'>"
    assert repr(ferry.facts[0]) == "<Fact fact-1 event, 2 claims of 2 reports: 'killing at least 12 people'>"
    assert repr(ferry.entities[0]) == "<Entity e1 person 'Ana Ruiz', 1 mentions>"
    assert "… (250 characters)" in repr(ferry.reports[0])
    assert len(repr(ferry.reports[0])) < 250
    assert repr(ferry).startswith(
        "<Reconciliation reports=2, contradictions=2, agreements=1, garbles=2, single_source=1: "
    )
