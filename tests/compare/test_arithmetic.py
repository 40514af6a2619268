"""Numbers of one report that do not add up, and those that do."""

import pytest

from reconcile.compare.arithmetic import check
from reconcile.config import Config
from reconcile.extract.quantities import find
from reconcile.model.reports import Report
from reconcile.text.reading import read


def checked(text: str) -> list[tuple[str, str, str]]:
    found = check(find(read(Report(text), Config())))
    return [(d.reason.code, d.left.text, d.right.text) for d in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It flew 120 km (95 miles).", ("arithmetic.conversion", "120 km", "95 miles")),
        (
            "The moon is 50 miles or 120 kilometres across.",
            ("arithmetic.conversion", "50 miles", "120 kilometres across"),
        ),
        ("They found twelve (13) bags.", ("arithmetic.words-digits", "twelve", "13")),
        (
            "In all 12 people, including 15 children, died.",
            ("arithmetic.part-exceeds-total", "12 people", "15 children"),
        ),
        (
            "Police said 22 of the 21 passengers died.",
            ("arithmetic.part-exceeds-total", "22 of the 21 passengers", "21 passengers"),
        ),
        (
            "The 13 people on board, 10 passengers and two crew, died.",
            ("arithmetic.sum", "13 people on board", "10 passengers"),
        ),
        (
            "There were 21 people on board. It carried 18 passengers and four crew.",
            ("arithmetic.sum", "21 people on board", "18 passengers"),
        ),
        ("There were 50 casualties: 12 dead and 34 injured.", ("arithmetic.sum", "50 casualties", "12 dead")),
        ("Some 60% support the plan and 55% oppose it.", ("arithmetic.percent", "Some 60%", "55%")),
        ("About 120% of residents voted.", ("arithmetic.percent", "About 120%", "About 120%")),
    ],
)
def test_finds(text: str, expected: tuple[str, str, str]) -> None:
    assert checked(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "It flew 120 km (75 miles).",
        "It lay 300 km (180 miles) away.",
        "The moon is 50 miles or 81 kilometres across.",
        "They found twelve (12) bags.",
        "Twelve people, including two pilots, died.",
        "About 12 people, including 13 children, died.",
        "The firm sold 12 planes, including 15 engines.",
        "Police said 12 of the 21 passengers died.",
        "The 12 people on board, 10 passengers and two crew, died.",
        "There were 22 people on board. It carried 18 passengers and four crew.",
        "There were 46 casualties: 12 dead and 34 injured.",
        "Some 60% support the plan and 38% oppose it.",
        "Some 60% of men and 55% of women voted.",
        "Sales rose 120%.",
        "It costs 40 million shekels ($11 million).",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert checked(text) == []
