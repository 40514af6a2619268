"""Numbers of one report that do not add up, and those that do."""

from typing import Any

import pytest

from reconcile.compare.arithmetic import check
from reconcile.config import Config
from reconcile.extract.quantities import find
from reconcile.model.mentions import Mention
from reconcile.model.quantities import QuantityValue
from reconcile.model.reports import Report
from reconcile.model.spans import Span
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


# The rules by themselves: quantities as they are read, one behind the other; a number stands for the sentence that begins there.

GAP = 2


def q(low: float | None, of: str | None = None, high: float | None = -1.0, **told: Any) -> QuantityValue:
    """Exactly ``low`` unless its high end is told."""
    return QuantityValue(low, low if high == -1.0 else high, of=of, **told)


def noted(*told: QuantityValue | int, gap: int = GAP) -> list[Mention[QuantityValue]]:
    """Mentions of four characters with ``gap`` between them."""
    found: list[Mention[QuantityValue]] = []
    sentence = 0
    for one in told:
        if isinstance(one, int):
            sentence = one
            continue
        start = len(found) * (4 + gap)
        words = f"{one.low if one.low is not None else one.high:g}"
        found.append(Mention("a", sentence, Span(start, start + 4), words, one, "test"))
    return found


def judged(*told: QuantityValue | int, gap: int = GAP) -> list[tuple[str, int, int]]:
    """Code and numbers of the two quantities."""
    mentions = noted(*told, gap=gap)
    found = check(mentions[::-1])
    return [(d.reason.code.removeprefix("arithmetic."), mentions.index(d.left), mentions.index(d.right)) for d in found]


def params(*told: QuantityValue | int) -> dict[str, str]:
    """The parameters of the one reason."""
    (found,) = check(noted(*told))
    return dict(found.reason.params)


PEOPLE, CASUALTIES = q(13, "people"), q(50, population="people_casualties")
DEAD, HURT = q(12, population="people_dead"), q(34, population="people_injured")
ABOARD = q(21, "people", population="people_aboard")
PASSENGERS, CREW = q(18, "passenger"), q(4, "crew")
KM, MILES = q(120, unit="kilometre", kind="measure"), q(95, unit="mile", kind="measure", restates=True)


def percent(low: float | None, of: str | None = None, **told: Any) -> QuantityValue:
    return q(low, of, kind="percent", unit="percent", **told)


WRONG: dict[str, tuple[tuple[QuantityValue | int, ...], tuple[str, int, int]]] = {
    "a word and its digits": ((q(12, "bag"), q(13, restates=True)), ("words-digits", 0, 1)),
    "digits with one end only": ((q(12, "bag"), q(None, high=11, restates=True)), ("words-digits", 0, 1)),
    "a conversion": ((KM, MILES), ("conversion", 0, 1)),
    "a part of people": ((q(12, "people"), q(15, "child", included=True)), ("part-exceeds-total", 0, 1)),
    "a part of what has no noun": ((q(12), q(15, included=True)), ("part-exceeds-total", 0, 1)),
    "a part of the dead": ((DEAD, q(15, "child", included=True)), ("part-exceeds-total", 0, 1)),
    "a part that is told by its lot": (
        (q(12, "people"), q(15, population="people_dead", included=True)), ("part-exceeds-total", 0, 1),
    ),
    "a part of the same things": ((q(12, "lorry"), q(15, "truck", included=True)), ("part-exceeds-total", 0, 1)),
    "a part of a wider class": ((q(12, "vehicle"), q(15, "car", included=True)), ("part-exceeds-total", 0, 1)),
    "a part of a range": ((q(10, "people", 12), q(13, "child", included=True)), ("part-exceeds-total", 0, 1)),
    "a length between whole and part": (
        (q(12, "people"), KM, q(15, "child", included=True)), ("part-exceeds-total", 0, 2),
    ),
    "another kind between whole and part": (
        (q(12, "people"), q(90, kind="score"), q(15, "child", included=True)), ("part-exceeds-total", 0, 2),
    ),
    "a part between whole and part": (
        (q(30, "people"), q(5, "woman", included=True), q(40, "child", included=True)), ("part-exceeds-total", 0, 2),
    ),
    "more of the whole than it is": ((q(22, "people", share_of=21.0),), ("part-exceeds-total", 0, 0)),
    "more of a whole that is told": ((q(22, "people", share_of=21.0), q(21, "people")), ("part-exceeds-total", 0, 1)),
    "passengers and crew": ((PEOPLE, q(10, "passenger"), q(2, "crew")), ("sum", 0, 1)),
    "crew and passengers": ((PEOPLE, q(2, "crew"), q(10, "passenger")), ("sum", 0, 1)),
    "men and women": ((PEOPLE, q(10, "man"), q(2, "woman")), ("sum", 0, 1)),
    "children and adults": ((PEOPLE, q(10, "child"), q(2, "adult")), ("sum", 0, 1)),
    "civilians and soldiers": ((PEOPLE, q(10, "civilian"), q(2, "soldier")), ("sum", 0, 1)),
    "civilians and police": ((PEOPLE, q(10, "civilian"), q(2, "constable")), ("sum", 0, 1)),
    "on board, in one sentence": ((ABOARD, PASSENGERS, CREW), ("sum", 0, 1)),
    "of one lot": (
        (q(13, "people", population="people_dead"), q(10, "man", population="people_dead"), q(2, "woman")), ("sum", 0, 1),
    ),
    "on board, in two sentences": ((ABOARD, 1, PASSENGERS, CREW), ("sum", 0, 1)),
    "on board, the crew first": ((ABOARD, 1, CREW, PASSENGERS), ("sum", 0, 1)),
    "on board, told behind the halves": ((PASSENGERS, CREW, 1, ABOARD), ("sum", 2, 0)),
    "on board, told twice": ((ABOARD, 1, ABOARD, 2, PASSENGERS, CREW), ("sum", 0, 2)),
    "on board, the halves told twice": ((ABOARD, 1, PASSENGERS, CREW, 2, PASSENGERS, CREW), ("sum", 0, 1)),
    "on board, the halves too": (
        (ABOARD, 1, q(18, "passenger", population="people_aboard"), CREW), ("sum", 0, 1),
    ),
    "the dead and the hurt": ((CASUALTIES, DEAD, HURT), ("sum", 0, 1)),
    "the hurt and the dead": ((CASUALTIES, HURT, DEAD), ("sum", 0, 1)),
    "more than all residents": ((percent(120, "resident"),), ("percent", 0, 0)),
    "a little more than all residents": ((percent(100.5, "resident"),), ("percent", 0, 0)),
    "support and opposition": ((percent(60, event="support"), percent(55, event="oppose")), ("percent", 0, 1)),
    "more than rounding": ((percent(60, event="support"), percent(41.5, event="oppose")), ("percent", 0, 1)),
}  # fmt: skip

RIGHT: dict[str, tuple[QuantityValue | int, ...]] = {
    "two numbers": (q(12, "bag"), q(13, "bag")),
    "a word and its digits": (q(12, "bag"), q(12, restates=True)),
    "a conversion of a bound": (q(None, high=50, unit="kilometre", kind="measure"), MILES),
    "a part of more": (q(12, "people"), q(12, "child", included=True)),
    "a part of at least so many": (q(12, "people", None), q(15, "child", included=True)),
    "a part of at most so many": (q(12, "people"), q(None, "child", 15, included=True)),
    "a part of nothing told": (q(15, "child", included=True),),
    "no part": (q(12, "people"), q(15, "child")),
    "a part of about so many": (q(12, "people", approximate=True), q(15, "child", included=True)),
    "a part of another kind": (q(12, "people"), q(15, "child", kind="score", included=True)),
    "a part with a unit": (q(12, "people"), q(15, "child", unit="metre", included=True)),
    "things of people": (q(12, "people"), q(15, "engine", included=True)),
    "people of things": (q(12, "plane"), q(15, "pilot", included=True)),
    "other things": (q(12, "plane"), q(15, "house", included=True)),
    "all of the whole": (q(21, "people", share_of=21.0),),
    "halves that fit": (q(12, "people"), q(10, "passenger"), q(2, "crew")),
    "a half that is nobody": (PEOPLE, q(13, "passenger"), q(0, "crew")),
    "nobody and a half": (PEOPLE, q(0, "passenger"), q(13, "crew")),
    "halves of no people": (q(13, "lorry"), q(10, "passenger"), q(2, "crew")),
    "halves of a number alone": (q(13), q(10, "passenger"), q(2, "crew")),
    "halves of another lot": (q(13, "people", population="people_injured"), q(10, "passenger"), q(2, "crew")),
    "about half": (PEOPLE, q(10, "passenger", approximate=True), q(2, "crew")),
    "and about half": (PEOPLE, q(10, "passenger"), q(2, "crew", approximate=True)),
    "about so many in all": (q(13, "people", approximate=True), q(10, "passenger"), q(2, "crew")),
    "a rank for a half": (PEOPLE, q(10, "passenger", kind="ordinal"), q(2, "crew")),
    "and a rank for a half": (PEOPLE, q(10, "passenger"), q(2, "crew", kind="ordinal")),
    "one half and another class": (PEOPLE, q(10, "passenger"), q(2, "nurse")),
    "another class and one half": (PEOPLE, q(10, "nurse"), q(2, "crew")),
    "two of one half": (PEOPLE, q(10, "passenger"), q(2, "passenger")),
    "a half without a noun": (PEOPLE, q(10), q(2, "crew")),
    "and a half without a noun": (PEOPLE, q(10, "passenger"), q(2)),
    "on board, and it fits": (q(22, "people", population="people_aboard"), 1, PASSENGERS, CREW),
    "on board, two wholes": (ABOARD, 1, q(22, "people", population="people_aboard"), 2, PASSENGERS, CREW),
    "on board, other halves": (ABOARD, 1, PASSENGERS, CREW, 2, q(19, "passenger"), CREW),
    "on board, halves of two sentences": (ABOARD, 1, PASSENGERS, 2, CREW),
    "on board, but not the crew": (ABOARD, 1, q(18, "man"), q(4, "woman")),
    "of whom it is not told that they were on board": (q(21, "people"), 1, PASSENGERS, CREW),
    "lorries on board": (q(21, "lorry", population="people_aboard"), 1, PASSENGERS, CREW),
    "a rank on board": (q(21, "people", population="people_aboard", kind="ordinal"), 1, PASSENGERS, CREW),
    "the dead of those on board": (
        ABOARD, 1, q(18, "passenger", population="people_dead"), q(4, "crew", population="people_dead"),
    ),
    "the dead and the crew": (ABOARD, 1, q(18, "passenger", population="people_dead"), CREW),
    "casualties that fit": (q(46, population="people_casualties"), DEAD, HURT),
    "about so many casualties": (q(50, population="people_casualties", approximate=True), DEAD, HURT),
    "about so many dead": (CASUALTIES, q(12, population="people_dead", approximate=True), HURT),
    "about so many hurt": (CASUALTIES, DEAD, q(34, population="people_injured", approximate=True)),
    "some of the dead": (CASUALTIES, DEAD, q(2, population="people_dead"), HURT),
    "dead among others": (CASUALTIES, q(12, population="people_dead", included=True), HURT),
    "hurt among others": (CASUALTIES, DEAD, q(8, population="people_injured", included=True)),
    "all residents": (percent(100, "resident"),),
    "sales": (percent(120, "sale"),),
    "points": (q(120, "resident", kind="percent", unit="point"),),
    "a rate": (percent(120, "resident", per="year"),),
    "read as another kind": (q(120, "resident", kind="measure", unit="percent"),),
    "rounded": (percent(60, event="support"), percent(41, event="oppose")),
    "nobody and a little more than all": (percent(0, event="support"), percent(101, event="oppose")),
    "a little more than all and nobody": (percent(101, event="support"), percent(0, event="oppose")),
    "not opposed": (percent(60, event="support"), percent(55, event="back")),
    "of no deed": (percent(60), percent(55)),
}  # fmt: skip


@pytest.mark.parametrize("label", WRONG)
def test_what_does_not_add_up(label: str) -> None:
    told, expected = WRONG[label]
    assert judged(*told) == [expected]


@pytest.mark.parametrize("label", RIGHT)
def test_what_does(label: str) -> None:
    assert judged(*RIGHT[label]) == []


@pytest.mark.parametrize(
    "answers",
    [
        "support oppose", "favor oppose", "favour oppose", "back oppose", "approve disapprove", "agree disagree", "support reject",
        "back reject", "accept reject", "trust distrust", "like dislike",
    ],
)  # fmt: skip
def test_answers_that_exclude_each_other(answers: str) -> None:
    yes, no = answers.split()
    assert judged(percent(60, event=yes), percent(55, event=no)) == [("percent", 0, 1)]
    assert judged(percent(60, event=no), percent(55, event=yes)) == [("percent", 0, 1)]


def test_halves_stand_together() -> None:
    told = PEOPLE, q(10, "passenger"), q(2, "crew")
    assert judged(*told, gap=12) == [("sum", 0, 1)]
    assert judged(*told, gap=13) == []


def test_the_reasons_tell_the_numbers() -> None:
    assert params(q(12, "bag"), q(13, restates=True)) == {"left": "12", "right": "13"}
    assert params(KM, MILES) == {"left": "120", "right": "95", "expected": "74.56"}
    assert params(q(12, "people"), q(15, "child", included=True)) == {"part": "15", "total": "12"}
    assert params(q(22, "people", share_of=21.0)) == {"part": "22", "total": "21"}
    assert params(PEOPLE, q(10, "passenger"), q(2, "crew")) == {"total": "13", "parts": "10 + 2", "sum": "12"}
    assert params(percent(120, "resident")) == {"sum": "120"}
    assert params(percent(60, event="support"), percent(55, event="oppose")) == {"sum": "115"}


def test_they_come_in_the_order_of_their_places() -> None:
    told = q(12, "bag"), q(13, restates=True), 1, q(22, "people", share_of=21.0), 2, percent(120, "resident")
    assert judged(*told) == [("words-digits", 0, 1), ("part-exceeds-total", 2, 2), ("percent", 3, 3)]
