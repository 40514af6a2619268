"""Events of very many reports: what holds for a few must hold for hundreds."""

from collections import Counter
from functools import cache

from reconcile import Reconciliation, Report, reconcile
from reconcile.measure.pairs import CROWD
from tests.benchmarks.generator import one_event

SCENES = (
    "A ferry sank off Port Ellan on Sunday, killing {toll} people, the coast guard said.\n\n{extra}",
    "The coast guard said {toll} people were killed when a ferry sank off Port Ellan on Sunday.\n\n{extra}",
    "{toll} people were killed on Sunday when a ferry went down off Port Ellan, according to the coast guard.\n\n{extra}",
)
EXTRAS = (
    "The captain, Oskar Brand, was questioned by the police on Monday.",
    "Divers searched the wreck for a third day.",
    "The owner of the ferry, Halden Lines, declined to comment.",
    "Storm winds had been forecast for the whole weekend.",
)


@cache
def told(count: int, wrong: int = 0) -> Reconciliation:
    """``count`` reports of which the last ``wrong`` have another toll."""
    reports = []
    for n in range(count):
        toll = 21 if n >= count - wrong else 14
        text = SCENES[n % len(SCENES)].format(toll=toll, extra=EXTRAS[n % len(EXTRAS)])
        reports.append(Report(text, id=f"r{n:03d}", source=f"Paper {n}"))
    return reconcile(reports)


def tolls(result: Reconciliation) -> list[Counter[str]]:
    """For each contradiction of numbers the reports of each value."""
    return [
        Counter({s.value.split()[0]: len({e.report_id for e in s.evidence}) for s in f.sides})
        for f in result.contradictions
        if f.kind == "quantity"
    ]


def test_every_claim_of_a_crowd_stands_in_a_fact() -> None:
    result = reconcile(one_event(CROWD + 8, words=60))
    assert {c.id for c in result.claims} == {c.id for f in result.facts for c in f.claims}


def test_a_crowd_has_no_more_findings_than_its_event() -> None:
    few, many = told(CROWD - 2), told(2 * CROWD)
    assert len(many.agreements) <= len(few.agreements) + 2
    assert many.contradictions == few.contradictions == ()


def test_all_reports_of_a_crowd_stand_behind_an_agreement() -> None:
    result = told(2 * CROWD)
    numbers = [f for f in result.agreements if f.kind == "quantity"]
    assert max(len(f.report_ids) for f in numbers) == 2 * CROWD


def test_a_few_reports_of_a_crowd_contradict_the_others() -> None:
    assert tolls(told(CROWD - 2, wrong=3)) == [Counter({"14": CROWD - 5, "21": 3})]
    assert tolls(told(2 * CROWD, wrong=3)) == [Counter({"14": 2 * CROWD - 3, "21": 3})]


def test_links_and_comparisons_of_a_crowd_grow_with_its_reports() -> None:
    smaller, larger = told(2 * CROWD), told(4 * CROWD)
    assert links(larger) <= 2.5 * links(smaller)
    assert len(larger.comparisons) <= CROWD * len(larger.claims)


def links(result: Reconciliation) -> int:
    return sum(len(f.links) for f in result.facts)


def test_the_order_of_a_crowd_changes_nothing() -> None:
    reports = one_event(CROWD + 3, words=60)
    assert reconcile(reports[::-1]).to_json() == reconcile(reports).to_json()
