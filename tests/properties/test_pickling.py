"""Every public object survives pickling: results, values, settings, errors, functions, and a reconciler with what it has read."""

import pickle
from datetime import date
from typing import TypeVar

import pytest

import reconcile
from reconcile import Config, Reconciler, Report, Stages, find_entities, find_quantities, find_times, group_reports
from tests.factory import AGENCY, HARBOUR, report

T = TypeVar("T")
REPORTS = (report(HARBOUR, "Harbour News", published=date(2024, 3, 5)), report(AGENCY, "Agency"))


def again(value: T) -> T:
    copied: T = pickle.loads(pickle.dumps(value))  # noqa: S301
    return copied


def objects() -> list[object]:
    result = reconcile.reconcile(REPORTS)
    found = [
        *result.findings[:20],
        *result.claims[:20],
        *result.facts[:20],
        *result.timeline,
        *result.entities,
        *result.origins,
        *result.windows,
    ]
    own = [
        *find_times("on Sunday"),
        *find_quantities("12 people"),
        *find_entities("Ana Ruiz left."),
        *group_reports(REPORTS),
    ]
    return [
        *REPORTS,
        Config(min_confidence=0.5),
        Stages(),
        *found,
        *own,
        *(s for f in result.findings for s in f.sides),
        *result.unchecked,
    ]


def test_values() -> None:
    assert [value for value in objects() if again(value) != value] == []


def test_a_result() -> None:
    result = reconcile.reconcile(REPORTS)
    assert again(result) == result
    assert again(result).to_json() == result.to_json()


def test_a_reconciler_goes_on_where_it_stopped() -> None:
    first = Reconciler()
    changes = first.add(REPORTS[0])
    assert again(changes) == changes
    second = again(first)
    assert second.add(REPORTS[1]) == first.add(REPORTS[1])
    assert second.result() == first.result()


@pytest.mark.parametrize("name", [n for n in reconcile.__all__ if n.endswith("Error")])
def test_errors(name: str) -> None:
    error = getattr(reconcile, name)("what was got", 7)
    assert (type(again(error)), again(error).args) == (type(error), error.args)


@pytest.mark.parametrize("name", reconcile.__all__)
def test_names(name: str) -> None:
    value = getattr(reconcile, name)
    assert again(value) is value or again(value) == value


def test_nothing_public_is_left_out() -> None:
    made = {type(value).__name__ for value in objects()}
    values = {n for n in reconcile.__all__ if isinstance(getattr(reconcile, n), type) and not n.endswith("Error")}
    assert values - made <= {"Changes", "Reconciler", "Reconciliation"}


def test_an_empty_report() -> None:
    assert again(Report("")) == Report("")
