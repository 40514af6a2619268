"""Two places of one fact, by the map."""

import pytest

from reconcile.compare.places import _may_be_a_namesake, compare
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


def keyed(name: str, key: str | None = None) -> EntityValue:
    return EntityValue("place", name, key)


MOSCOW, MOSCOW_IDAHO = keyed("Moscow", "city:524901"), keyed("Moscow", "city:5601538")
BATH, BERGEN, NICE, LYON = (
    keyed(n, f"city:{k}") for n, k in (("Bath", 2656173), ("Bergen", 3161732), ("Nice", 2990440), ("Lyon", 2996944))
)
FRANCE, NORWAY = keyed("France", "country:FR"), keyed("Norway", "country:NO")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (BATH, BATH, ("SAME", 1.0, "place.same")),
        (BATH, keyed("the spa", BATH.key), ("EQUIVALENT", 1.0, "place.same")),
        (keyed("Paris", "government:FR"), FRANCE, ("EQUIVALENT", 0.95, "place.government")),
        (keyed("Orlan Bay"), keyed("ORLAN BAY"), ("SAME", 0.9, "place.spelling")),
        (keyed("Orlan Bay"), keyed("Orlann Bay"), ("APPROXIMATE", 0.9, "place.spelling")),
        (keyed("Wichita Fals"), keyed("Wichita Falls", "city:4741752"), ("APPROXIMATE", 0.9, "place.spelling")),
        (keyed("the capital", MOSCOW.key), keyed("Moscow"), ("SAME", 0.95, "place.equal")),
        (NICE, FRANCE, ("COARSER", 0.9, "place.within")),
        (NICE, keyed("Orlan Bay"), ("UNCLEAR", 0.5, "place.unknown")),
        (MOSCOW, MOSCOW_IDAHO, ("CONFLICT", 0.85, "place.disjoint")),
        (BATH, BERGEN, ("CONFLICT", 0.85, "place.disjoint")),
        (NICE, LYON, ("CONFLICT", 0.7, "place.disjoint")),
        (NICE, NORWAY, ("CONFLICT", 0.85, "place.disjoint")),
        (BATH, NORWAY, ("UNCLEAR", 0.5, "place.disjoint")),
        (BATH, keyed("France"), ("UNCLEAR", 0.5, "place.disjoint")),
        (FRANCE, NORWAY, ("CONFLICT", 0.85, "place.disjoint")),
    ],
)
def test_each_step_of_the_ladder(left: EntityValue, right: EntityValue, expected: tuple[str, float, str]) -> None:
    for one, other in ((left, right), (right, left)):
        verdict, score, (reason,) = compare(one, other)
        assert (verdict, score, reason.code.replace("contains", "within")) == expected


def test_the_reason_tells_the_places() -> None:
    assert dict(compare(BATH, BATH)[2][0].params) == {"key": "city:2656173"}
    assert dict(compare(keyed("Paris", "government:FR"), FRANCE)[2][0].params) == {"country": "FR"}
    assert dict(compare(NICE, FRANCE)[2][0].params) == {"left": "Nice", "right": "France"}


def test_a_small_town_may_have_a_namesake() -> None:
    assert _may_be_a_namesake(BATH, NORWAY) is _may_be_a_namesake(NORWAY, BATH) is True
    assert _may_be_a_namesake(BATH, BERGEN) is _may_be_a_namesake(NICE, NORWAY) is False
