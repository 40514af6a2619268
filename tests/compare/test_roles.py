"""Two role phrases of one person."""

import pytest

from reconcile.compare.roles import are_two_offices, compare_roles
from reconcile.model.comparisons import Member
from tests.compare.telling import Row, member, rows


def holding(role: str, report: str) -> Member:
    return member({"slots": [f"role: {role}"], "about": "role"}, report)


SCORES = {"SAME": 1.0, "EQUIVALENT": 0.9, "COARSER": 0.9, "CONFLICT": 0.85, "UNCLEAR": 0.5, "MISSING": 0.0}


@pytest.mark.parametrize("row", rows("roles"))
def test_verdicts(row: Row) -> None:
    left, right = holding(row["left"], "a"), holding(row["right"], "b")
    for one, other in ((left, right), (right, left)):
        verdict, score, reasons = compare_roles(one, other)
        assert [verdict, *(r.code for r in reasons[:1])] == row["expect"]
        assert score == row.get("score", SCORES[verdict])


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("1 asserted", "1 reported", "CONFLICT"),
        ("1 planned", "1 planned", "CONFLICT"),
        ("1 planned", "1 asserted", "UNCLEAR"),
        ("-1 asserted", "1 asserted", "UNCLEAR"),
        ("-1 asserted", "-1 asserted", "UNCLEAR"),
        ("1 conditional", "1 conditional", "UNCLEAR"),
        ("1 possible", "1 asserted", "UNCLEAR"),
    ],
)
def test_an_office_that_is_held_and_one_that_is_to_come(left: str, right: str, verdict: str) -> None:
    mayor = member({"slots": ["role: mayor"], "about": "role", "stance": left}, "a")
    chief = member({"slots": ["role: fire chief"], "about": "role", "stance": right}, "b")
    for one, other in ((mayor, chief), (chief, mayor)):
        found, _, (reason,) = compare_roles(one, other)
        assert (found, reason.code) == (verdict, "role.words" if verdict == "CONFLICT" else "role.to-come")


def test_no_role_is_missing() -> None:
    assert compare_roles(member({}, "a"), holding("minister", "b"))[0] == "MISSING"


def test_the_reasons_tell_what_differs() -> None:
    _, _, (qualifier,) = compare_roles(holding("former prime minister", "a"), holding("prime minister", "b"))
    assert dict(qualifier.params) == {"left": "former", "right": ""}
    _, _, (office, words) = compare_roles(
        holding("president of Delmar Foods", "a"), holding("chairman of Delmar Foods", "b")
    )
    assert dict(office.params) == {"body": "delmar foods"}
    assert dict(words.params) == {"left": "president", "right": "chairman"}
    (nations,) = compare_roles(holding("Danish cook", "a"), holding("tall Norwegian cook", "b"))[2]
    assert dict(nations.params) == {"left": "Denmark", "right": "Norway"}
    (several,) = compare_roles(holding("tall old waiter", "a"), holding("young red cook", "b"))[2]
    assert dict(several.params) == {"left": "tall old waiter", "right": "young red cook"}
    (twice,) = compare_roles(holding("former deputy mayor", "a"), holding("vice assistant mayor", "b"))[2]
    assert dict(twice.params) == {"left": "former deputy", "right": "vice assistant"}


@pytest.mark.parametrize("word", ["former", "ex", "deputy", "vice", "assistant", "co"])
def test_a_word_that_makes_another_office(word: str) -> None:
    plain, other = holding("mayor of Port Ellan", "a"), holding(f"{word} mayor of Port Ellan", "b")
    for one, two in ((plain, other), (other, plain)):
        verdict, score, reasons = compare_roles(one, two)
        assert (verdict, score, [r.code for r in reasons]) == ("CONFLICT", 0.8, ["role.qualifier"])


@pytest.mark.parametrize(
    "word", ["the", "of", "for", "a", "an", "and", "at", "in", "to", "on", "s", "its", "his", "her", "their"]
)
def test_a_small_word_says_nothing(word: str) -> None:
    assert compare_roles(holding("bridge master", "a"), holding(f"bridge {word} master", "b"))[0] == "SAME"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("head", "chief"),
        ("boss", "chief"),
        ("head", "boss"),
        ("chair", "chairman"),
        ("chair", "chairwoman"),
        ("health centre", "health center"),
        ("defence", "defense"),
    ],
)
def test_two_words_for_one_office(left: str, right: str) -> None:
    assert compare_roles(holding(f"{left} of Delmar", "a"), holding(f"{right} of Delmar", "b"))[0] == "SAME"


@pytest.mark.parametrize(
    ("left", "right", "two"),
    [
        ("foreign minister", "prime minister", True),
        ("foreign minister of Norway", "secretary of state", False),
        ("foreign minister", "mayor", False),
        ("mayor", "cook", False),
        ("prime minister and foreign minister", "foreign minister", False),
        ("head of state", "premier", True),
    ],
)
def test_two_offices_of_government(left: str, right: str, two: bool) -> None:
    one, other = holding(left, "a"), holding(right, "b")
    assert are_two_offices(one, other) is are_two_offices(other, one) is two


@pytest.mark.parametrize("word", ["deputy", "vice", "assistant", "co"])
@pytest.mark.parametrize("part", ["captain", "pianist", "curator", "activist"])
def test_the_second_of_a_part_is_not_the_first(word: str, part: str) -> None:
    """Also of what is no office."""
    first, second = holding(f"{part} of Lyme", "a"), holding(f"{word} {part} of Lyme", "b")
    assert compare_roles(first, second)[0] == compare_roles(second, first)[0] == "CONFLICT"
    assert compare_roles(holding("bridge of Lyme", "a"), holding(f"{word} bridge of Lyme", "b"))[0] == "COARSER"


def test_a_former_captain_is_one_still() -> None:
    assert compare_roles(holding("captain of Lyme", "a"), holding("former captain of Lyme", "b"))[0] == "COARSER"
    assert compare_roles(holding("captain of Lyme", "a"), holding("former vice captain of Lyme", "b"))[0] == "COARSER"


@pytest.mark.parametrize("written", ["vice-mayor", "ex-mayor", "deputy-mayor", "co-mayor"])
def test_a_joint_is_two_words(written: str) -> None:
    joint, apart = holding(f"{written} of Lyme", "a"), holding(f"{written.replace('-', ' ')} of Lyme", "b")
    assert compare_roles(joint, apart)[0] == "SAME"


@pytest.mark.parametrize("word", ["founder", "pilot", "author", "owner"])
def test_one_of_two_is_not_the_one(word: str) -> None:
    """However it is written; a word that merely begins with these letters is another."""
    joint, hyphened, alone = (
        holding(f"{w} of Delmar Foods", r) for w, r in ((f"co{word}", "a"), (f"co-{word}", "b"), (word, "c"))
    )
    assert compare_roles(joint, hyphened)[0] == "SAME"
    assert compare_roles(joint, alone)[0] == compare_roles(hyphened, alone)[0] != "SAME"
    assert compare_roles(holding("cook", "a"), holding("co ok", "b"))[0] != "SAME"
    assert compare_roles(holding("cofounders", "a"), holding("co-founders", "b"))[0] != "SAME"
