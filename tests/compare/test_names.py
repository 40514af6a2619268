"""Two spellings of one name: variants that are both right, or a slip."""

import pytest

from reconcile.compare.names import compare
from reconcile.model.entities import EntityValue


def _value(name: str, kind: str = "person", key: str | None = None) -> EntityValue:
    return EntityValue(kind, name, key)


@pytest.mark.parametrize(
    ("left", "right", "kind", "verdict"),
    [
        ("Ada Lund", "ADA LUND", "person", "SAME"),
        ("José Reyes", "Jose Reyes", "person", "SAME"),
        ("Kim Jong-su", "Kim Jong Su", "person", "SAME"),
        ("Sergei Shoigu", "Sergey Shoygu", "person", "EQUIVALENT"),
        ("Mohammed Karim", "Mohamed Karim", "person", "EQUIVALENT"),
        ("Bill Hale", "William Hale", "person", "EQUIVALENT"),
        ("Lund", "Ada Lund", "person", "COARSER"),
        ("Ada Lund", "Ada Maria Lund", "person", "COARSER"),
        ("Francesco Marchetti", "Francesco Marchelti", "person", "CONFLICT"),
        ("Manuel Borrego", "Manuel Borrega", "person", "CONFLICT"),
        ("Ada Lund", "Peter Lund", "person", "UNCLEAR"),
        ("Orlan Systems Ltd", "Orlan Systems Limited", "organization", "EQUIVALENT"),
        ("Stuedlgrat", "Stüdlgrat", "place", "EQUIVALENT"),
        ("Aarhus Havn", "Århus Havn", "organization", "EQUIVALENT"),
        ("Victoria Water Board", "Victorian Water Board", "organization", "EQUIVALENT"),
        ("Chile Water Board", "Chilean Water Board", "organization", "EQUIVALENT"),
        ("Iran Water Board", "Iranian Water Board", "organization", "EQUIVALENT"),
        ("Bill Hale", "William Hale", "organization", "UNCLEAR"),
        ("Harbour Safety Board", "HSB", "organization", "EQUIVALENT"),
        ("Harbour Safety Board", "Mountain Safety Board", "organization", "UNCLEAR"),
    ],
)
def test_compare(left: str, right: str, kind: str, verdict: str) -> None:
    found, score, reasons = compare(_value(left, kind), _value(right, kind))
    assert found == verdict, reasons
    assert 0.0 <= score <= 1.0
    assert reasons
    assert compare(_value(right, kind), _value(left, kind))[0] == verdict


def test_names_of_one_key_are_equivalent() -> None:
    left, right = _value("Kyiv", "place", "city:703448"), _value("Kiev", "place", "city:703448")
    verdict, score, (reason,) = compare(left, right)
    assert (verdict, score, tuple(reason)) == ("EQUIVALENT", 0.95, ("name.key", {"key": "city:703448"}))


def test_names_of_two_keys_go_by_their_words() -> None:
    left, right = _value("Port Ellan", "place", "city:1"), _value("Lower Marsh", "place", "city:2")
    assert compare(left, right)[0] == "UNCLEAR"


def test_names_alike_but_for_case_say_so() -> None:
    verdict, score, (reason,) = compare(_value("Ada Lund"), _value("ADA LUND"))
    assert (verdict, score, reason.code) == ("SAME", 1.0, "name.equal")


def test_another_first_letter_of_one_sound_is_no_slip() -> None:
    left, right = _value("Kommando Works", "organization"), _value("Commando Works", "organization")
    assert compare(left, right)[0] == compare(right, left)[0] == "EQUIVALENT"
    assert compare(_value("Rommando Works", "organization"), right)[0] == "CONFLICT"


def test_a_conflict_names_the_words() -> None:
    _, _, reasons = compare(_value("Francesco Marchetti"), _value("Francesco Marchelti"))
    assert [tuple(r) for r in reasons] == [("name.fuzzy", {"left": "marchetti", "right": "marchelti"})]
