"""Given names in several spellings, and slips from one into another."""

import pytest

from reconcile.measure.names_persons import SOUND, begin_alike, is_respelt, is_seldom, is_slip, token_score


@pytest.mark.parametrize(
    ("left", "right", "respelt"),
    [
        ("ann", "anne", True),
        ("stephen", "steven", True),
        ("catherine", "kathryn", True),
        ("brian", "bryan", True),
        ("ann", "ann", False),
        ("ann", "alan", False),
        ("ann", "orlan", False),
        ("orlan", "norvik", False),
    ],
)
def test_one_given_name_in_two_spellings(left: str, right: str, respelt: bool) -> None:
    assert is_respelt(left, right) is is_respelt(right, left) is respelt
    assert (token_score(left, right) == (SOUND, "respelt")) is respelt


@pytest.mark.parametrize(
    ("left", "right", "slip"),
    [
        pytest.param("elena", "helena", True, id="a letter more"),
        pytest.param("marc", "mart", True, id="four letters"),
        pytest.param("ann", "jann", False, id="three letters"),
        pytest.param("jan", "jon", False, id="three letters in both"),
        pytest.param("christian", "christina", True, id="two letters changed places"),
        pytest.param("marlon", "marvin", True, id="two of six letters"),
        pytest.param("clara", "chiara", False, id="two of five letters"),
        pytest.param("gerald", "harald", False, id="two letters, and another beginning"),
        pytest.param("roland", "rodney", False, id="three letters"),
        pytest.param("helena", "helena", True, id="none"),
    ],
)
def test_a_slip_in_a_given_name(left: str, right: str, slip: bool) -> None:
    assert is_slip(left, right) is is_slip(right, left) is slip


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [("a", "anna", (0.8, "initial")), ("a", "berta", (0.0, "")), ("a", "b", (0.0, "")), ("a", "a", (1.0, "equal"))],
)
def test_an_initial(left: str, right: str, expected: tuple[float, str]) -> None:
    assert token_score(left, right) == token_score(right, left) == expected


@pytest.mark.parametrize("other", ["118", "orlan", "209"])
def test_a_number_is_no_name(other: str) -> None:
    assert token_score("117", other) == token_score(other, "117") == (0.0, "")


def test_short_given_names_that_begin_otherwise_are_two() -> None:
    assert token_score("ann", "jan") == token_score("jan", "ann") == (0.0, "")
    assert token_score("ann", "anne") == (0.95, "respelt")


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        ("pete", "paul", True),
        ("malcolm", "martin", True),
        ("paul", "susan", False),
        ("p", "paul", False),
        ("jo", "jack", False),
        ("jack", "jo", False),
        ("paul", "zzorq", False),
    ],
)
def test_given_names_that_begin_alike(left: str, right: str, alike: bool) -> None:
    assert begin_alike(left, right) is begin_alike(right, left) is alike


@pytest.mark.parametrize(
    ("word", "expected"),
    [("zyrqev", True), ("zyq", False), ("zyqv", True), ("river", False), ("water", False), ("siobhan", False)],
)
def test_names_that_texts_hold_hardly_ever(word: str, *, expected: bool) -> None:
    assert is_seldom(word) is expected
