"""Whether it happened, and how surely."""

import pytest

from reconcile.compare import exclusions, stances
from reconcile.compare.stances import compare_certainty, compare_denials, compare_polarity
from tests.compare.telling import Row, pair, rows


@pytest.mark.parametrize("row", rows("stances"))
def test_verdicts(row: Row) -> None:
    for left, right in (pair(row), pair(row)[::-1]):
        for compare, expected in ((compare_polarity, row["polarity"]), (compare_certainty, row["certainty"])):
            verdict, score, reasons = compare(left, right)
            assert [verdict, *(r.code for r in reasons[:1])] == expected
            assert 0.5 <= score <= 1.0


def test_reasons_tell_both_sides() -> None:
    rows_by = {p.id: p.values[0] for p in rows("stances")}
    (polar,) = compare_polarity(*pair(rows_by["it did and it did not"]))[2]
    assert dict(polar.params) == {"left": "1", "right": "-1"}
    (sure,) = compare_certainty(*pair(rows_by["asserted and suspected"]))[2]
    assert dict(sure.params) == {"left": "asserted", "right": "suspected"}
    (group,) = compare_polarity(*pair(rows_by["verbs that exclude each other"]))[2]
    assert dict(group.params) == {"group": "leaving office"}
    (loose,) = compare_polarity(*pair(rows_by["it may not have"]))[2]
    assert dict(loose.params) == {"left": "asserted", "right": "possible"}


SANK = {
    "classes": "sink",
    "predicate": "sink",
    "words": "ferry sink",
    "slots": ["agent: the ferry"],
    "text": "the ferry sank",
}


@pytest.mark.parametrize("row", rows("stances", "polarity"))
def test_yes_and_no(row: Row) -> None:
    """The left claim affirms, the right one denies, both that the ferry sank unless told otherwise."""
    left, right = pair({"both": {**SANK, **row.get("both", {})}, "left": row["left"], "right": row["right"]})
    for one, other in ((left, right), (right, left)):
        verdict, score, reasons = compare_polarity(one, other)
        assert [verdict, *(r.code for r in reasons)] == row["expect"]
        exclusive = row["expect"][1:] == ["stance.exclusive"]
        assert score == (0.9 if exclusive else {"CONFLICT": 1.0, "UNCLEAR": 0.5, "SAME": 1.0}[verdict])


@pytest.mark.parametrize("row", rows("stances", "certainty"))
def test_fact_and_guess(row: Row) -> None:
    """The left claim is firm, the right one guesses, both that the ferry sank unless told otherwise."""
    guess = {"stance": "1 suspected", "cues": ["suspected:believe"], **row["right"]}
    left, right = pair({"both": {**SANK, **row.get("both", {})}, "left": row["left"], "right": guess})
    for one, other in ((left, right), (right, left)):
        verdict, score, reasons = compare_certainty(one, other)
        assert [verdict, *(r.code for r in reasons)] == row["expect"]
        assert score == row.get("score", {"CONFLICT": 0.85, "UNCLEAR": 0.5}[verdict])


@pytest.mark.parametrize("row", rows("stances", "more"))
def test_a_guess_at_more_than_the_deed(row: Row) -> None:
    guess, firm = (m.claim for m in pair(row))
    assert stances._tells_more(guess, firm) is row["expect"]


@pytest.mark.parametrize("row", rows("stances", "above"))
def test_negated_from_above(row: Row) -> None:
    claim, _ = (m.claim for m in pair({**row, "right": {}}))
    assert stances._is_negated_above(claim) is row["expect"]


@pytest.mark.parametrize("row", rows("stances", "distant"))
def test_verbs_of_one_sense_in_passing(row: Row) -> None:
    left, right = (m.claim for m in pair(row))
    assert stances._are_distant_verbs(left, right) is stances._are_distant_verbs(right, left) is row["expect"]


@pytest.mark.parametrize("row", rows("stances", "object"))
def test_there_was_one_or_none(row: Row) -> None:
    left, right = (m.claim for m in pair(row))
    assert stances._is_of_one_object(left, right) is stances._is_of_one_object(right, left) is row["expect"]


@pytest.mark.parametrize("row", rows("stances", "new"))
def test_each_brings_up_somebody(row: Row) -> None:
    left, right = (m.claim for m in pair(row))
    assert exclusions._are_newly_told(left, right) is exclusions._are_newly_told(right, left) is row["expect"]


@pytest.mark.parametrize("row", rows("stances", "denied"))
def test_what_one_denies_and_the_other_tells(row: Row) -> None:
    left, right = pair(row)
    found = compare_denials(left, right)
    assert found == compare_denials(right, left) or found[0] == "CONFLICT"
    assert [found[0], found[1], *(r.code for r in found[2])] == row["expect"]


@pytest.mark.parametrize(("affirmed", "expect"), [("coach have symptom", False), ("coach have physical symptom", True)])
def test_none_of_a_kind_leaves_room_for_others(affirmed: str, expect: bool) -> None:
    told = {"left": {"words": affirmed}, "right": {"words": "coach have physical symptom"}}
    left, right = pair({"both": {"predicate": "have", "slots": ["patient: no physical symptom"]}, **told})
    assert stances._is_of_one_object(left.claim, right.claim) is expect


@pytest.mark.parametrize(
    ("left", "right", "opposite"),
    [
        pytest.param({"predicate": "survive", "states": ["life 0 agent"]}, {"predicate": "die", "states": ["life 1 agent"]}, True, id="two states"),
        pytest.param({"predicate": "die", "states": ["life 1 agent"]}, {"predicate": "kill", "states": ["life 1 patient"]}, False, id="one state"),
        pytest.param({"predicate": "die", "states": ["life 1 agent"]}, {"predicate": "sail", "states": ["custody 0 agent"]}, False, id="states of two kinds"),
        pytest.param({"predicate": "sail"}, {"predicate": "row"}, False, id="no states"),
    ],
)  # fmt: skip
def test_what_keeps_the_denied_from_being(left: Row, right: Row, *, opposite: bool) -> None:
    one, other = (m.claim for m in pair({"left": {"words": "x", **left}, "right": {"words": "x", **right}}))
    assert stances._are_opposites(one, other) is stances._are_opposites(other, one) is opposite


@pytest.mark.parametrize(
    ("left", "right", "other"),
    [
        ({"classes": "say", "predicate": "answer"}, {"classes": "say", "predicate": "tell"}, True),
        ({"classes": "say", "predicate": "answer"}, {"classes": "say", "predicate": "answer"}, False),
        ({"classes": "say", "predicate": "answer"}, {"classes": "sink", "predicate": "sink"}, False),
        ({"classes": "say deny", "predicate": "answer"}, {"classes": "say", "predicate": "tell"}, True),
    ],
)
def test_who_does_not_answer_may_have_spoken(left: Row, right: Row, *, other: bool) -> None:
    affirmed, negated = (m.claim for m in pair({"left": left, "right": right}))
    assert stances._tells_other_things(affirmed, negated) is other


@pytest.mark.parametrize(
    ("left", "right", "other"),
    [
        ({"predicate": "be"}, {"predicate": "sink"}, True),
        ({"predicate": "be"}, {"predicate": "be"}, False),
        ({"predicate": "sink"}, {"predicate": "sink"}, False),
        ({"predicate": "be", "states": ["life 0 agent"]}, {"predicate": "die"}, False),
        ({"predicate": "be"}, {"predicate": "die", "states": ["life 0 agent"]}, False),
    ],
)
def test_a_form_of_be_names_another_thing_by_its_subject(left: Row, right: Row, *, other: bool) -> None:
    one, two = (m.claim for m in pair({"left": left, "right": right}))
    assert stances._is_of_its_subject(one, two) is stances._is_of_its_subject(two, one) is other
