"""How alike two claims are: what speaks for it and what against."""

import pytest

from reconcile.align.features import profiles
from reconcile.align.links import other_persons, score
from tests.compare.telling import Row, claim

SANK: Row = {
    "classes": "sink",
    "predicate": "sink",
    "words": "ferry sink lake",
    "entities": "vehicle:m",
    "slots": ["agent: the ferry"],
}
SAME: Row = {}
_OTHERS = [
    {"report": "z", "n": n, "words": w} for n, w in enumerate(("bell ring", "mayor speak", "price rise", "rain fall"))
]


def value(left: Row, right: Row, alike: float = 0.3) -> float:
    """The score of two claims among others of other words, so that theirs are rare."""
    one, other = {**SANK, **left, "report": "a"}, {**SANK, **right, "report": "b"}
    found = profiles(claim(row) for row in (one, other, *_OTHERS))
    (a,), (b,) = ([p for p in found if p.claim.report_id == report] for report in "ab")
    assert score(a, b, alike).value == score(b, a, alike).value
    return score(a, b, alike).value


def test_claims_alike_in_all_are_surely_one() -> None:
    assert value(SAME, SAME) >= 0.9
    assert value(SAME, SAME, alike=0.9) == 1.0


@pytest.mark.parametrize(
    ("right", "why"),
    [
        ({"classes": "sail", "predicate": "sail"}, "another class of event"),
        ({"words": "ferry founder port"}, "other words"),
        ({"entities": "vehicle:n"}, "another name"),
        ({"slots": ["agent: the barge"]}, "another argument"),
        ({"classes": "sail", "words": "bell ring", "entities": "", "slots": []}, "nothing in common"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_difference_counts(right: Row, why: str) -> None:
    assert value(SAME, right) < value(SAME, SAME) - 0.05, why


def test_what_goes_up_and_down_counts_half() -> None:
    rising = {"classes": "rise", "predicate": ""}
    assert value(rising, rising) < value({"predicate": ""}, {"predicate": ""})


def test_reports_of_one_story_are_more_alike() -> None:
    right = {"words": "ferry founder port"}
    assert value(SAME, right, alike=0.1) < value(SAME, right, alike=0.3) < value(SAME, right, alike=0.5)


def test_other_persons_in_one_part_speak_against_it() -> None:
    ana, tom = ({"slots": [f"agent: {n} = person:{n.lower()} # person", "patient: the ferry"]} for n in ("Ana", "Tom"))
    assert value(ana, tom) < value(ana, ana) - 0.2
    a, b, c = profiles(claim({**row, "report": r}) for row, r in ((ana, "a"), (tom, "b"), (ana, "c")))
    assert other_persons(a, b)
    assert not other_persons(a, c)


def test_one_person_in_another_part_does_not() -> None:
    one, other = ({"slots": [f"{part}: Ana = person:ana # person"], "report": part[0]} for part in ("agent", "patient"))
    assert not other_persons(*profiles((claim(one), claim(other))))


def test_the_reasons_tell_what_is_shared() -> None:
    a, b = profiles(claim({**SANK, "report": r}) for r in "ab")
    told = {r.code: dict(r.params) for r in score(a, b, 0.3).reasons}
    assert (
        told
        == {
            "align.same-event": {"classes": "sink"},
            "align.shared-words": {"words": "ferry lake sink"},
            "align.shared-arguments": {"heads": "ship"},
        }
        or told["align.shared-arguments"]["heads"] == "ferry"
    )
    assert score(a, b, 0.3, least=2.0).reasons == ()
