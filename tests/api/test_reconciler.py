"""What a reconciler keeps is only used where all that it rests on is the same."""

from itertools import permutations

import pytest

from reconcile import Reconciler, Report, reconcile

SALE = "The sale of the Halden works brings $5.2 million. A new hall will cost $8.1 million."
OTHER = "Buyers found $6.1 million for the Halden works."
THIRD = "Norvia got the Halden works for $5.2 million."


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param((SALE, OTHER, THIRD), id="a third report makes two sums the only ones that differ"),
        pytest.param((SALE, SALE, OTHER, THIRD), id="and a copy"),
        pytest.param((SALE, OTHER, "The Halden works have been sold."), id="a third report without a sum"),
    ],
)
def test_reports_in_any_order_give_what_one_call_gives(texts: tuple[str, ...]) -> None:
    reports = [Report(text, id=f"r{n}", source=f"Paper {n}") for n, text in enumerate(texts)]
    expected = reconcile(reports).to_json()
    for order in permutations(reports):
        reconciler = Reconciler()
        for report in order:
            reconciler.add(report)
        assert reconciler.result().to_json() == expected
