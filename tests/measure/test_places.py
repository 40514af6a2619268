"""How places lie to each other."""

import pytest

from reconcile.measure.places import country_of, is_common_town, relation, same_country


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Kyiv", "Kiev", "equal"),
        ("Nice", "France", "within"),
        ("Wichita Falls", "Texas", "within"),
        ("Texas", "United States", "within"),
        ("Wichita Falls", "United States", "within"),
        ("Russia", "Moscow", "contains"),
        ("country:RU", "city:524901", "contains"),
        ("Scotland", "United Kingdom", "within"),
        ("Glasgow", "Scotland", "within"),
        ("Crimea", "Ukraine", "within"),
        ("Moscow", "Pyongyang", "disjoint"),
        ("Niger", "Nigeria", "disjoint"),
        ("North Korea", "South Korea", "disjoint"),
        ("Nice", "Germany", "disjoint"),
        ("Georgia", "Atlanta", "contains"),
        ("Georgia", "Tbilisi", "contains"),
        ("Nice", "Provence", "unknown"),
        ("France", "Europe", "unknown"),
        ("Tarnholm", "France", "unknown"),
        ("", "France", "unknown"),
        ("government:RU", "Moscow", "unknown"),
    ],
)
def test_relation(left: str, right: str, expected: str) -> None:
    assert relation(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right"), [("Nice", "France"), ("Russia", "Moscow"), ("Niger", "Nigeria"), ("France", "Europe")]
)
def test_relation_turns_round(left: str, right: str) -> None:
    turned = {"within": "contains", "contains": "within"}
    found = relation(left, right)
    assert relation(right, left) == turned.get(found, found)


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("country:RU", "RU"),
        ("government:RU", "RU"),
        ("city:524901", "RU"),
        ("state:US-TX", "US"),
        ("region:crimea", "UA"),
        (None, None),
        ("region:africa", None),
        ("organization:nato", None),
    ],
)
def test_country_of(key: str | None, code: str | None) -> None:
    assert country_of(key) == code


def test_a_government_acts_for_its_country_and_a_town_does_not() -> None:
    assert same_country("country:RU", "government:RU")
    assert not same_country("government:RU", "government:UA")
    assert not same_country("city:524901", "country:RU")
    assert not same_country(None, None)


def test_a_small_town_may_have_namesakes() -> None:
    """Bath, but not Moscow; a country and what is unknown are no towns."""
    assert is_common_town("city:2656173") is True
    assert [is_common_town(k) for k in ("city:524901", "country:FR", "city:0", "", None)] == [False] * 5
