"""Contradictions out of near copies: one finding for all passages that stand against each other."""

from datetime import date

import pytest

from reconcile import Finding, Report, reconcile

FLIGHT = (
    "Flight {} from the capital was on its way to the southern islands that night.",
    "The airline said that the aircraft was in good repair.",
)
DAYS = (date(2024, 3, 4), date(2024, 3, 5), date(2024, 3, 6))


def contradictions(*texts: str, published: bool = False) -> list[Finding]:
    days = DAYS if published else (None, None, None)
    reports = [Report(text, id=chr(97 + n), source=f"Paper {n}", published=days[n]) for n, text in enumerate(texts)]
    return list(reconcile(reports).contradictions)


def flights(*numbers: str) -> list[str]:
    return [f"{FLIGHT[0].format(n)} {FLIGHT[1]}" for n in numbers]


def test_sides_are_the_values() -> None:
    (found,) = contradictions(*flights("209", "290", "209"))
    assert (found.kind, found.relation, found.scope) == ("quantity", "conflict", "cross")
    assert [(s.value, [e.report_id for e in s.evidence]) for s in found.sides] == [("209", ["a", "c"]), ("290", ["b"])]
    assert [e.text for e in found.evidence] == ["209", "209", "290"]


def test_three_values_are_three_sides_of_one_finding() -> None:
    (found,) = contradictions(*flights("209", "290", "902"))
    assert [s.value for s in found.sides] == ["209", "290", "902"]


def test_copies_are_one_voice() -> None:
    (found,) = contradictions(*flights("209", "290", "209"))
    assert [s.origins for s in found.sides] == [1, 1]


@pytest.mark.parametrize(("numbers", "expect"), [(("209", "290"), "update"), (("290", "209"), "conflict")])
def test_a_later_and_higher_count_is_an_update(numbers: tuple[str, ...], expect: str) -> None:
    text = "The rains filled {} cellars in the old quarter before dawn, and the mayor asked for pumps."
    (found,) = contradictions(*(text.format(n) for n in numbers), published=True)
    assert found.relation == expect


def test_a_number_that_counts_nothing_is_never_an_update() -> None:
    """The number of a flight does not grow as news comes in."""
    (found,) = contradictions(*flights("209", "290"), published=True)
    assert found.relation == "conflict"


def test_a_copy_gives_nothing() -> None:
    assert contradictions(*flights("209", "209")) == []


def test_what_the_facts_tell_already_is_told_once() -> None:
    """The toll is a fact of both reports and a change of a near copy as well."""
    text = "The storm killed {} people in the old quarter of the town on Monday night, the mayor said."
    (found,) = contradictions(text.format("four"), text.format("nine"))
    assert (found.kind, {s.value for s in found.sides}) == ("quantity", {"four people", "nine people"})


def test_the_words_are_quoted_as_received() -> None:
    """Evidence holds the text before cleaning, the value of a side is plain."""
    first, second = flights("209", "290")
    texts = first.replace("Flight 209", "Flight  209"), second
    (found,) = contradictions(*texts)
    for e in found.evidence:
        assert {"a": texts[0], "b": texts[1]}[e.report_id][e.start : e.end] == e.text
