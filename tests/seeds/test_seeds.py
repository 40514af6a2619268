"""What must be found in the two seed articles (A: 000_..., B: 001_...), each on the articles' own offsets.

A place is a quote, with the number of its occurrence where it stands more than once. A finding covers places when each is
touched by a piece of its evidence that is no longer than 200 characters.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from reconcile import Finding, Reconciliation, Report, reconcile
from tests.evaluation.gold import Place
from tests.stories.loading import place_of

FOLDER = Path(__file__).resolve().parents[2] / "seeds"
MAX_CHARS = 200
Quotation = tuple[str, str] | tuple[str, str, int]
Quotations = Sequence[Quotation]


@cache
def reports() -> tuple[Report, Report]:
    a, b = sorted(FOLDER.glob("*.txt"))
    return Report.from_file(a, id="A"), Report.from_file(b, id="B")


@cache
def result() -> Reconciliation:
    return reconcile(reports())


def at(quotation: Quotation) -> Place:
    return place_of({r.id: r.text for r in reports()}, *quotation)


def covers(finding: Finding, quotations: Quotations) -> bool:
    short = [e for e in finding.evidence if e.end - e.start <= MAX_CHARS]
    return all(
        any(e.report_id == p.report and e.start < p.end and p.start < e.end for e in short) for p in map(at, quotations)
    )


def covering(findings: Iterable[Finding], *alternatives: Quotations) -> list[Finding]:
    return [f for f in findings if any(covers(f, quotations) for quotations in alternatives)]


AGREEMENTS: dict[str, list[Quotations]] = {
    "the aircraft": [
        [("A", "Ilyushin Il-62M"), ("B", "Ilyushin IL-62M")],
        [("A", "Ilyushin Il-62M"), ("B", "Ilyushin IL-62M", 1)],
        [("A", "Ilyushin Il-62M"), ("B", "Ilyushin IL-62M", 2)],
    ],
    "Moscow to Pyongyang": [
        [("A", "from Moscow to Pyongyang"), ("B", "from Moscow to Pyongyang")],
        [("A", "from Moscow to Pyongyang", 1), ("B", "from Moscow to Pyongyang")],
    ],
    "36 hours on the ground": [[("A", "36 hours"), ("B", "about 36 hours")]],
    "the airport of the capital": [
        [("A", "North Korean capital"), ("B", "Pyongyang’s international airport")],
        [("A", "the airport"), ("B", "international airport")],
    ],
    "the visit in July": [[("A", "Last July"), ("B", "July 25")]],
    "the defence minister": [
        [("A", "Russian Defense Minister Sergei Shoigu"), ("B", "Russian Defense Minister Sergei Shoigu")],
        [("A", "Russian Defense Minister Sergei Shoigu"), ("B", "Russian Defense Minister Sergei Shoigu", 1)],
        [("A", "Russian Defense Minister Sergei Shoigu"), ("B", "Russian Defense Minister Sergei Shoigu", 2)],
    ],
    "Kirby on ammunition": [
        [("A", "North Korea providing ammunition to Russia"), ("B", "North Korea may be considering supplying Russia")]
    ],
    "Kirby on cooperation": [
        [
            ("A", "Russia is seeking to increase its military cooperation"),
            ("B", "Russia is seeking to increase military cooperation"),
        ]
    ],
    "the visit was about weapons": [
        [("A", "aims to secure supplies of weapons"), ("B", "to persuade Pyongyang to sell weapons")]
    ],
    "the announcement of March": [[("A", "Last March"), ("B", "In March")]],
}

CONTRADICTIONS: dict[str, tuple[tuple[str, ...], list[Quotations]]] = {
    "what the flight was for": (
        ("certainty",),
        [
            [("A", "possible weapons cargo"), ("B", "purpose is unknown")],
            [("A", "with speculation of being carrying cargo of weapon"), ("B", "purpose is unknown")],
        ],
    ),
    "the office of Kirby": (
        ("role",),
        [
            [
                ("A", "spokesman for the US National Security Council"),
                ("B", "US Security Council’s strategic communications coordinator"),
            ]
        ],
    ),
}

NOT_CONTRADICTIONS: dict[str, list[Quotations]] = {
    "53, 5 and 1.8 times": [
        [("B", "53 times"), ("B", "5 times")],
        [("B", "53 times"), ("B", "1.8 times")],
        [("B", "5 times in 2023"), ("B", "1.8 times")],
    ],
    "days of July": [
        [("B", x), ("B", y)]
        for n, x in enumerate(("July 11", "July 24", "July 25", "July 31"))
        for y in ("July 11", "July 24", "July 25", "July 31")[n + 1 :]
    ],
    "the visit and the flight": [[("A", "Last July"), ("B", "July 31")]],
    "earlier this month and last week": [[("A", "Earlier this month"), ("B", "Last week")]],
    "36 hours and two days": [
        [("A", "36 hours"), ("B", "July 31")],
        [("A", "36 hours"), ("B", "August 2")],
        [("B", "about 36 hours"), ("B", "August 2")],
    ],
}

GARBLES: dict[str, tuple[tuple[str, ...], list[Quotations]]] = {
    "war in North Korea. Ukraine": (("split_sentence", "wrong_entity"), [[("B", "North Korea. Ukraine")]]),
    "has been reached. month": (("split_sentence", "fragment", "truncation"), [[("B", "reached. month")]]),
    "53 times. .": (("stray_punctuation",), [[("B", ". .")]]),
    "belive": (("misspelt_word",), [[("A", "belive")]]),
}
LEFTOVERS: list[Quotation] = [
    ("A", "Share it..."), ("A", "Leave a Reply"), ("A", "Your email address will not be published."),
    ("B", "Leave a Comment"), ("B", "Your email address will not be published."), ("B", "Scroll to Top"),
]  # fmt: skip
SINGLE: dict[str, list[Quotations]] = {
    "Miller's statement": [
        [("A", "Matthew Miller said")],
        [("A", "Washington has made clear its concerns")],
        [("A", "United States will work to implement")],
    ],
    "tanks": [[("A", "Tanks")], [("A", "T54 and T62")], [("A", "spare parts")]],
    "drones": [[("A", "briefed him on drones")], [("A", "North Korean drones")], [("A", "drones")]],
    "Manturov": [[("B", "Denis Manturov")], [("B", "Manturov said on July 24")], [("B", "monthly production")]],
    "the Orlan figures": [[("B", "Orlan reconnaissance")], [("B", "53 times")]],
    "the denials": [[("B", "repeatedly denied")], [("B", "repeatedly denied", 1)]],
}


@pytest.mark.parametrize("label", AGREEMENTS)
def test_agreement_is_found(label: str) -> None:
    assert covering(result().agreements, *AGREEMENTS[label])


def test_stay_agrees_approximately() -> None:
    """About 36 hours against 36 hours."""
    told = covering(result().agreements, *AGREEMENTS["36 hours on the ground"])
    assert "approximate" in {f.relation for f in told}


def test_last_july_is_refined() -> None:
    told = covering(result().agreements, *AGREEMENTS["the visit in July"])
    assert "compatible" in {f.relation for f in told}


@pytest.mark.parametrize("label", CONTRADICTIONS)
def test_contradiction_is_found(label: str) -> None:
    kinds, alternatives = CONTRADICTIONS[label]
    assert {f.kind for f in covering(result().contradictions, *alternatives)} & set(kinds)


@pytest.mark.parametrize("label", NOT_CONTRADICTIONS)
def test_it_is_no_contradiction(label: str) -> None:
    assert [f.summary for f in covering(result().contradictions, *NOT_CONTRADICTIONS[label])] == []


def test_nothing_else_contradicts() -> None:
    expected = [quotations for _, alternatives in CONTRADICTIONS.values() for quotations in alternatives]
    known = {f.id for f in covering(result().contradictions, *expected)}
    assert [f.summary for f in result().contradictions if f.id not in known] == []


@pytest.mark.parametrize("label", GARBLES)
def test_garble_is_found(label: str) -> None:
    kinds, alternatives = GARBLES[label]
    assert {f.kind for f in covering(result().garbles, *alternatives)} & set(kinds)


def test_the_war_is_put_back_into_ukraine() -> None:
    told = covering(result().garbles, [("B", "North Korea. Ukraine")])
    assert any("war in Ukraine" in (f.suggestion or "") for f in told)
    assert not any("North Korea" in (f.suggestion or "") for f in told)


def test_both_reports_speak_for_ukraine() -> None:
    """The evidence names the passages of both that put the war in Ukraine, and none that puts it in North Korea."""
    told = covering(result().garbles, [("B", "North Korea. Ukraine")])
    passages = [e for f in told for e in f.evidence]
    garbled = at(("B", "North Korea. Ukraine"))
    others = [e for e in passages if not (e.report_id == "B" and e.start < garbled.end and garbled.start < e.end)]
    assert {e.report_id for e in others} == {"A", "B"}
    assert all("Ukraine" in e.text for e in others)


@pytest.mark.parametrize("quotation", LEFTOVERS, ids=lambda q: f"{q[0]}-{q[1]}")
def test_page_leftover_is_set_apart(quotation: Quotation) -> None:
    assert "boilerplate" in {f.kind for f in covering(result().garbles, [quotation])}
    place = at(quotation)
    claims = [
        c.text for c in result().claims if c.report_id == place.report and c.start < place.end and place.start < c.end
    ]
    assert claims == []
    told = [f for f in result().findings if f.category != "garble"]
    assert covering(told, [quotation]) == []


def test_nothing_else_is_garbled() -> None:
    expected = [quotations for _, alternatives in GARBLES.values() for quotations in alternatives]
    known = {f.id for f in covering(result().garbles, *expected, *([q] for q in LEFTOVERS))}
    rest = [f for f in result().garbles if f.id not in known and f.kind != "boilerplate"]
    # "with speculation of being carrying cargo of weapon" is bad English that an editor may be told about.
    assert [f.summary for f in rest if not covers(f, [("A", "being carrying cargo")])] == []


@pytest.mark.parametrize("label", SINGLE)
def test_single_source_is_told(label: str) -> None:
    assert covering(result().single_source, *SINGLE[label])


def test_timeline_runs_in_order_with_its_events() -> None:
    lines = [str(entry) for entry in result().timeline]
    wanted = ["2023-03", "2023-07-11", "2023-07-24", "2023-07-25", "2023-07-31", "2023-08-02"]
    first = [next((n for n, line in enumerate(lines) if line.startswith(f"{day} ")), None) for day in wanted]
    assert None not in first, lines
    assert first == sorted(n for n in first if n is not None)


@pytest.mark.parametrize(
    ("day", "word"),
    [("2023-07-11", "Shoigu"), ("2023-07-24", "Manturov"), ("2023-07-25", "Shoigu"), ("2023-08-02", "return")],
)
def test_timeline_says_what_happened(day: str, word: str) -> None:
    lines = [str(entry) for entry in result().timeline if str(entry).startswith(f"{day} ")]
    assert any(word in line for line in lines), lines


def window(report: str) -> tuple[datetime | None, datetime | None]:
    return next((d.window.start, d.window.end) for d in result().windows if d.report_id == report)


def test_b_was_written_in_august() -> None:
    """After the return of 2 August, and before September, since "In March" and "July 31" have no year."""
    start, end = window("B")
    assert start is not None
    assert end is not None
    assert datetime(2023, 8, 2) <= start < end <= datetime(2023, 9, 1)
    assert start <= datetime(2023, 8, 4) < end


def test_a_was_not_written_before_august() -> None:
    start, _ = window("A")
    assert start is not None
    assert start >= datetime(2023, 8, 1)


def test_windows_say_what_they_rest_on() -> None:
    assert all(d.window.reasons for d in result().windows)
