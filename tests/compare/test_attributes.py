"""Which of several it was."""

import pytest

from reconcile.compare.attributes import attributed, compare_attributes
from reconcile.model.comparisons import Member
from tests.compare.telling import member

FLED = {"predicate": "flee", "classes": "escape", "words": "flee man van works"}


def told(van: str, report: str, part: str = "oblique", **more: object) -> Member:
    return member({**FLED, "slots": ["agent: two men", f"{part}: {van}"], "about": part, **more}, report)


@pytest.mark.parametrize(
    ("left", "right", "verdict", "codes"),
    [
        (told("a grey van", "a"), told("a black van", "b"), "CONFLICT", ["attribute.other"]),
        (told("a grey van", "a", "origin"), told("a black van", "b", "origin"), "CONFLICT", ["attribute.other"]),
        (told("a grey van", "a"), told("a silver van", "b"), "SAME", []),
        (told("a grey van", "a"), told("the van", "b"), "SAME", []),
        (told("a grey van", "a"), told("a black car", "b"), "UNCLEAR", ["claim.other-part"]),
        (told("a grey van", "a", nominal=True), told("a black van", "b"), "CONFLICT", ["attribute.other"]),
        (
            told("a grey van", "a", nominal=True),
            told("a black van", "b", nominal=True),
            "UNCLEAR",
            ["claim.other-deed"],
        ),
        (told("a grey van", "a"), told("a black van", "b", text="They also fled."), "UNCLEAR", ["claim.other-deed"]),
        (told("a grey van", "a"), told("a black van", "b", text="They may flee."), "UNCLEAR", ["claim.other-deed"]),
        (
            told("a grey van", "a"),
            told("a black van", "b", predicate="bring", classes="carry", words="bring blanket"),
            "UNCLEAR",
            ["claim.other-deed"],
        ),
    ],
)
def test_verdicts(left: Member, right: Member, verdict: str, codes: list[str]) -> None:
    for found in (compare_attributes(left, right), compare_attributes(right, left)):
        assert (found[0], [r.code for r in found[2]]) == (verdict, codes)
        assert found[1] == {"CONFLICT": 0.85, "SAME": 1.0, "UNCLEAR": 0.5}[verdict]


def test_the_reason_tells_both() -> None:
    (reason,) = compare_attributes(told("a grey van", "a"), told("a black van", "b"))[2]
    assert dict(reason.params) == {"sort": "colours", "left": "a grey van", "right": "a black van"}


def test_nothing_is_missing() -> None:
    van = told("a grey van", "a")
    assert compare_attributes(van, member({}, "b")) == ("MISSING", 0.0, ())
    assert compare_attributes(member({}, "b"), van) == ("MISSING", 0.0, ())


@pytest.mark.parametrize(("part", "count"), [("oblique", 1), ("patient", 1), ("goal", 1), ("time", 0), ("holder", 0)])
def test_what_is_told_apart(part: str, count: int) -> None:
    assert len(attributed(told("a grey van", "a", part).claim)) == count
    assert attributed(told("the van", "a", part).claim) == []
