"""Who said it."""

import pytest
from attrs import evolve

from reconcile.compare.speakers import compare_speakers
from reconcile.model.comparisons import Member
from tests.compare.telling import Row, member, rows


def saying(speaker: str, report: str) -> Member:
    return member({"slots": [f"speaker: {speaker}"], "about": "speaker"}, report)


@pytest.mark.parametrize("row", rows("speakers"))
def test_verdicts(row: Row) -> None:
    left, right = saying(row["left"], "a"), saying(row["right"], "b")
    for one, other in ((left, right), (right, left)):
        verdict, score, _ = compare_speakers(one, other)
        assert verdict == row["expect"]
        assert score == {"SAME": 1.0, "COARSER": 0.8, "CONFLICT": 0.8, "UNCLEAR": 0.5}[verdict]


@pytest.mark.parametrize(("left", "code"), [("the aide", "speaker.spokesman"), ("Ana Ruiz", "speaker.other")])
def test_the_reason_tells_both(left: str, code: str) -> None:
    first = saying(f"{left} = person:{'tom' if code == 'speaker.spokesman' else 'ana'}", "a")
    _, score, (reason,) = compare_speakers(first, saying("Tom Holt = person:tom", "b"))
    assert (reason.code, dict(reason.params), score) == (code, {"left": left, "right": "Tom Holt"}, 0.8)


@pytest.mark.parametrize("pronoun", ["he", "she", "they", "it", "i", "we", "him", "her", "them"])
def test_a_pronoun_may_be_anybody(pronoun: str) -> None:
    assert (
        compare_speakers(saying(f"{pronoun} = person:ana", "a"), saying("Tom Holt = person:tom", "b"))[0] == "UNCLEAR"
    )


@pytest.mark.parametrize(
    "voice", ["spokesman", "spokeswoman", "spokesperson", "spokesmen", "aide", "lawyer", "attorney", "representative"]
)
def test_who_speaks_for_another_is_another(voice: str) -> None:
    assert compare_speakers(saying(f"her {voice} = person:ana", "a"), saying("Ruiz = person:ana", "b"))[0] == "CONFLICT"


def test_nobody_is_missing() -> None:
    assert compare_speakers(member({}, "a"), saying("Tom Holt", "b")) == ("MISSING", 0.0, ())
    assert compare_speakers(saying("Tom Holt", "b"), member({}, "a")) == ("MISSING", 0.0, ())


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("He said, \u2018You cannot run a plant on loyalty,\u2019", "UNCLEAR"),
        ("He told us: \u201cYou cannot run a plant on loyalty\u201d", "UNCLEAR"),
        ("You cannot run a plant on what he said", "CONFLICT"),
    ],
)
def test_who_gives_the_words_of_somebody_else(words: str, verdict: str) -> None:
    left = saying("Ana Ruiz = person:ana", "a")
    told = evolve(left.claim, slots=(*left.claim.slots, evolve(left.claim.slots[0], name="words", text=words)))
    other = saying("Tom Holt = person:tom", "b")
    for found in (compare_speakers(evolve(left, claim=told), other), compare_speakers(other, evolve(left, claim=told))):
        assert found[:2] == (verdict, {"UNCLEAR": 0.5, "CONFLICT": 0.8}[verdict])


@pytest.mark.parametrize(
    ("words", "others", "speaker", "verdict"),
    [
        ("a b c", "a b c", "Tom Holt", "UNCLEAR"),
        ("a b c d", "a b c d", "Tom Holt", "CONFLICT"),
        ("a b c d", "a b c d", "he", "UNCLEAR"),
        ("a b c d e", "a b c d e f", "Tom Holt", "UNCLEAR"),
        ("a b c d e f", "b c d e f g", "Tom Holt", "CONFLICT"),
        ("a b c d e f", "b c d e f g", "he", "CONFLICT"),
    ],
)
def test_a_pronoun_beside_many_words_is_whom_it_stands_for(words: str, others: str, speaker: str, verdict: str) -> None:
    she, other = (
        evolve(m, claim=evolve(m.claim, slots=(*m.claim.slots, evolve(m.claim.slots[0], name="words", head=head))))
        for m, head in (
            (saying("she = person:ana", "a"), words),
            (saying(f"{speaker} = person:tom", "b"), others),
        )
    )
    for found in (compare_speakers(she, other), compare_speakers(other, she)):
        assert found[0] == verdict
        assert [r.code for r in found[2]] == [{"UNCLEAR": "speaker.pronoun", "CONFLICT": "speaker.other"}[verdict]]
