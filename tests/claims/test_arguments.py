"""Who does what to whom: the agents and patients of the events that a sentence tells."""

import pytest

from reconcile import Report, reconcile

PARTS = ("agent", "patient")


def played(text: str) -> dict[str, set[tuple[str, str]]]:
    """For each event predicate the parts and their words."""
    found: dict[str, set[tuple[str, str]]] = {}
    for claim in reconcile([Report(text, id="a")]).claims:
        if claim.kind == "event":
            found.setdefault(claim.predicate, set()).update((s.name, s.text) for s in claim.slots if s.name in PARTS)
    return found


@pytest.mark.parametrize(
    ("text", "predicate", "expect"),
    [
        (
            "The captain and his first officer were arrested.",
            "arrest",
            {("patient", "The captain"), ("patient", "his first officer")},
        ),
        ("Ana Lund, Ben Hale and Tom Reyes were released.", "release",
         {("patient", "Ana Lund"), ("patient", "Ben Hale"), ("patient", "Tom Reyes")}),
        ("Police said that the driver and a guard have resigned.", "resign", {("agent", "the driver"), ("agent", "a guard")}),
        ("Last July, the minister resigned.", "resign", {("agent", "the minister")}),
        ("He shot the guard and his wife was hurt.", "hurt", {("patient", "his wife")}),
        ("Rain fell and the roads were closed.", "close", {("patient", "the roads")}),
        ("He saw the boy and the dog ran.", "run", {("agent", "the dog")}),
        ("The captain was never under arrest.", "arrest", {("patient", "The captain")}),
        ("The town came under attack.", "attack", {("patient", "The town")}),
        ("Ana Lund's release was delayed.", "release", {("patient", "Ana Lund")}),
        ("Ana Lund's visit was delayed.", "visit", set()),
        ("Six of the seven students who got lost under the peak were found on Sunday.", "find", {("patient", "Six")}),
        ("The driver of the bus that burned was arrested.", "arrest", {("patient", "The driver")}),
        ("The man who robbed a bank was jailed.", "jail", {("patient", "The man")}),
        ("She said the museum, founded in 1929, would look at its locks.", "found", {("patient", "the museum")}),
        ("He left the house, followed by a guard.", "follow", {("patient", "He"), ("agent", "a guard")}),
    ],
)  # fmt: skip
def test_parts(text: str, predicate: str, expect: set[tuple[str, str]]) -> None:
    assert played(text)[predicate] == expect


@pytest.mark.parametrize(
    ("text", "polarity"), [("The captain was never under arrest.", -1), ("The captain is under arrest.", 1)]
)
def test_what_happens_to_somebody_under_it_is_one_claim(text: str, polarity: int) -> None:
    told = [c for c in reconcile([Report(text, id="a")]).claims if "arrest" in c.classes]
    assert [c.stance.polarity for c in told] == [polarity]


def test_her_release_is_hers() -> None:
    (told,) = [
        c
        for c in reconcile([Report("Ana Lund was held. Her release was delayed.", id="a")]).claims
        if c.predicate == "release"
    ]
    assert [s.entity for s in told.all("patient")] == ["person:ana lund"]


@pytest.mark.parametrize(
    ("text", "predicate", "classes"),
    [
        ("Police took the banker into custody.", "take", "arrest"),
        ("Police took into custody the banker.", "take", "arrest"),
        ("Police took the road into town.", "take", ""),
    ],
)
def test_a_verb_with_the_words_behind_its_object(text: str, predicate: str, classes: str) -> None:
    (told,) = [c for c in reconcile([Report(text, id="a")]).claims if c.predicate == predicate]
    assert told.classes[:1] == ((classes,) if classes else ())


@pytest.mark.parametrize("text", ["The car was found burnt in Thonon.", "The car was found abandoned in Thonon."])
def test_where_it_was_found(text: str) -> None:
    found = {c.predicate: [s.text for s in c.all("place")] for c in reconcile([Report(text, id="a")]).claims}
    assert found["find"] == ["Thonon"]
