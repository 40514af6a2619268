"""Agreements, contradictions and updates out of two short reports, and what only one of them tells."""

from datetime import date, datetime

import pytest

from reconcile import Finding, Reconciliation, Report, reconcile

FIRST = (
    "A ferry sank off Port Ellan on Sunday, killing 12 people, the coast guard said. The ferry Marigold had left Port Ellan at dawn with "
    "80 passengers on board. Captain Ana Ruiz was rescued."
)
SECOND = (
    "Fifteen people died when the ferry Marigold sank off Port Ellan on Sunday, police said. The ferry carried 80 passengers. A fire broke "
    "out in the engine room."
)
EARLY, LATE = date(2024, 3, 5), date(2024, 3, 6)


def told(first: str = FIRST, second: str = SECOND, *days: date | None) -> Reconciliation:
    published = days or (None, None)
    texts = zip(("a", "b"), (first, second), published, strict=True)
    return reconcile([Report(text, id=name, source=name.upper(), published=day) for name, text, day in texts])


def toll(result: Reconciliation) -> Finding:
    (found,) = (f for f in result.contradictions if f.kind == "quantity")
    return found


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (None, None, "conflict"),
        (EARLY, LATE, "update"),
        (LATE, EARLY, "conflict"),
        (EARLY, EARLY, "conflict"),
        (EARLY, None, "conflict"),
        (None, LATE, "conflict"),
        (datetime(2024, 3, 5, 8), datetime(2024, 3, 5, 20), "conflict"),
        (datetime(2024, 3, 5, 8), LATE, "update"),
    ],
)
def test_a_later_report_with_a_higher_toll_is_an_update(first: date | None, second: date | None, relation: str) -> None:
    """A toll that falls is no update: news comes in, nobody rises."""
    assert toll(told(FIRST, SECOND, first, second)).relation == relation


def test_the_sides_of_a_contradiction_hold_their_passages() -> None:
    found = toll(told())
    assert [(s.value, [e.text for e in s.evidence], s.origins) for s in found.sides] == [
        ("12 people", ["12 people"], 1),
        ("Fifteen people", ["Fifteen people"], 1),
    ]
    assert (found.scope, found.fact_id != "") == ("cross", True)
    assert found.evidence == tuple(e for s in found.sides for e in s.evidence)


def test_three_values_are_one_contradiction() -> None:
    third = SECOND.replace("Fifteen", "Twenty")
    reports = [Report(text, id=name) for name, text in zip("abc", (FIRST, SECOND, third), strict=True)]
    found = toll(reconcile(reports))
    assert {s.value for s in found.sides} == {"12 people", "Fifteen people", "Twenty people"}


def test_what_fits_is_one_agreement_with_both_passages() -> None:
    (found,) = (f for f in told().agreements if f.kind == "quantity")
    assert (found.relation, [e.text for e in found.evidence]) == ("exact", ["80 passengers on board", "80 passengers"])
    assert found.sides[0].origins == 2


def test_a_looser_number_fits_approximately() -> None:
    relations = {
        f.relation
        for f in told(second=SECOND.replace("80 passengers", "about 80 passengers")).agreements
        if f.kind == "quantity"
    }
    assert relations == {"approximate"}


@pytest.mark.parametrize("words", ["Captain Ana Ruiz was rescued", "A fire broke out in the engine room"])
def test_what_only_one_report_tells(words: str) -> None:
    assert [f.relation for f in told().single_source if f.evidence[0].text == words] == [""]


def test_what_both_tell_is_not_of_one_source() -> None:
    alone = [e.text for f in told().single_source for e in f.evidence]
    assert not [text for text in alone if "sank" in text or "80" in text]


def test_a_report_alone_has_no_single_source() -> None:
    assert reconcile([Report(FIRST, id="a")]).single_source == ()


def test_copies_are_no_second_source() -> None:
    result = told(FIRST, FIRST)
    assert {s.origins for f in result.agreements for s in f.sides} == {1}
    assert {e.report_id for f in result.single_source for e in f.evidence} <= {"a"}


def test_a_copy_makes_no_agreement_of_others_surer() -> None:
    """Two copies are alike word for word; how like the third report is to them decides whether it agrees."""
    reports = [Report(text, id=name, source=name.upper()) for name, text in (("a", FIRST), ("b", SECOND))]
    copied = [*reports, Report(FIRST, id="c", source="C")]

    def sure(given: list[Report]) -> dict[str, float]:
        found = (f for f in reconcile(given).agreements if {"a", "b"} <= set(f.report_ids))
        return {f"{f.kind} {f.sides[0].value}": f.confidence for f in found}

    assert sure(reports)
    assert sure(copied) == sure(reports)
