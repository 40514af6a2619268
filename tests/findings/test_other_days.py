"""Reports that came out more than a week apart: what may happen again is not held against each other."""

from datetime import date

import pytest

from reconcile import Report, reconcile

MONDAY = date(2024, 3, 4)
# Told in other words on each side: what copies say is compared whenever they came out.
TOLL = (
    "A ferry sank off Port Ellan, killing 12 people, the coast guard said.",
    "Fifteen people died when the ferry sank off Port Ellan, police said.",
)
HOUSES = (
    "The ferry carried 12 lorries across the bay of Port Ellan, the harbour office said.",
    "Across the bay of Port Ellan the ferry carried 15 lorries, a driver said in the evening.",
)
SIGN = (
    "Ana Ruiz visited the harbour of Port Ellan, her office said.",
    "According to the mayor, Ana Ruiz did not visit the harbour of Port Ellan.",
)
ARREST = (
    "Police arrested Ana Ruiz in Port Ellan, her lawyer said.",
    "According to the mayor, police in Port Ellan have not arrested Ana Ruiz.",
)


def kinds(texts: tuple[str, str], first: date | None, second: date | None) -> set[str]:
    reports = [
        Report(text, id=name, published=day) for name, text, day in zip("ab", texts, (first, second), strict=True)
    ]
    return {f.kind for f in reconcile(reports).contradictions}


@pytest.mark.parametrize(("told", "kind"), [(HOUSES, "quantity"), (SIGN, "polarity")])
@pytest.mark.parametrize(
    ("second", "expect"),
    [(MONDAY, True), (date(2024, 3, 11), True), (date(2024, 3, 12), False), (None, True)],
)
def test_what_may_happen_again(told: tuple[str, str], kind: str, second: date | None, expect: bool) -> None:
    """A week apart is near enough; reports without a date are near."""
    assert (kind in kinds(told, MONDAY, second)) is expect
    assert (kind in kinds(told, second, MONDAY)) is expect


@pytest.mark.parametrize(("told", "kind"), [(TOLL, "quantity"), (ARREST, "polarity")])
def test_what_happens_once(told: tuple[str, str], kind: str) -> None:
    """A toll, and an arrest of a named person, are compared whenever they were told."""
    assert kind in kinds(told, MONDAY, date(2024, 3, 20))
