"""Two places of one fact, by the map."""

import pytest

from reconcile.compare.places import compare
from reconcile.lexicon import gazetteer
from reconcile.model.entities import EntityValue


def _place(name: str, kind: str = "place", *, demonym: bool = False) -> EntityValue:
    found = gazetteer.lookup(name)
    return EntityValue(kind, name, found[0].key if found else None, demonym=demonym)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("Kyiv", "Kyiv", "SAME"),
        ("Kyiv", "Kiev", "EQUIVALENT"),
        ("North Korea", "DPRK", "EQUIVALENT"),
        ("Nice", "France", "COARSER"),
        ("Texas", "Wichita Falls", "COARSER"),
        ("Moscow", "Pyongyang", "CONFLICT"),
        ("Niger", "Nigeria", "CONFLICT"),
        ("Orlan Bay", "Orlan Bay", "SAME"),
        ("Orlan Bay", "Orlann Bay", "APPROXIMATE"),
        ("Orlan Bay", "Nice", "UNCLEAR"),
        ("Nice", "Provence", "UNCLEAR"),
    ],
)
def test_compare(left: str, right: str, verdict: str) -> None:
    found, score, reasons = compare(_place(left), _place(right))
    assert found == verdict, reasons
    assert 0.0 <= score <= 1.0
    assert reasons
    assert compare(_place(right), _place(left))[0] == verdict


def test_a_country_and_its_government_are_one_agent() -> None:
    government = EntityValue("organization", "Moscow", "government:RU")
    assert compare(government, _place("Russia"))[0] == "EQUIVALENT"
    assert compare(government, EntityValue("organization", "Kyiv", "government:UA"))[0] != "EQUIVALENT"


def test_a_demonym_is_the_country_in_other_words() -> None:
    assert compare(EntityValue("place", "Russia", "country:RU", demonym=True), _place("Russia"))[0] == "EQUIVALENT"
