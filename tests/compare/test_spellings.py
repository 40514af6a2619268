"""Two spellings of one name."""

import pytest
from attrs import evolve

from reconcile.compare.spellings import Verdict, _skeleton, compare_spellings
from reconcile.model.comparisons import Member
from reconcile.model.entities import EntityValue
from tests.compare.telling import Row, member, rows

# One report tells of a land whose names come to English in several spellings.
ABROAD = {"a": frozenset({"country:RU", "person:ann"})}
AT_HOME = {"a": frozenset({"country:IE", "person:ann"}), "b": frozenset({"city:5128581"})}


def spelt(left: Member, right: Member, *, at_home: bool = False) -> Verdict:
    return compare_spellings(left, right, AT_HOME if at_home else ABROAD)


def named(name: str, report: str) -> Member:
    return member({"slots": [f"name: {name}"], "about": "name"}, report)


@pytest.mark.parametrize("row", rows("spellings"))
def test_verdicts(row: Row) -> None:
    left, right = named(row["left"], "a"), named(row["right"], "b")
    for one, other in ((left, right), (right, left)):
        verdict, score, reasons = spelt(one, other, at_home=row.get("at_home", False))
        assert verdict == row["expect"]
        assert "code" not in row or ([r.code for r in reasons], score) == ([row["code"]], row["score"])
        assert 0.0 <= score <= 1.0
        assert score == 0.0 or verdict != "MISSING"


def test_the_reason_tells_both_given_names() -> None:
    (given,) = spelt(named("Helena Ruiz # person", "a"), named("Elena Ruiz # person", "b"))[2]
    assert dict(given.params) == {"left": "helena", "right": "elena"}
    (respelt,) = spelt(named("Lynn Hale # person", "a"), named("Lynne Hale # person", "b"))[2]
    assert dict(respelt.params) == {"left": "lynn", "right": "lynne"}


def test_who_is_known_by_a_key_is_one_however_spelt() -> None:
    left, right = named("Helena Ruiz # person", "a"), named("Elena Ruiz # person", "b")
    assert left.slot is not None
    assert isinstance(left.slot.value, EntityValue)
    known = evolve(left, slot=evolve(left.slot, value=evolve(left.slot.value, key="person:helena")))
    assert spelt(known, right)[0] == "UNCLEAR"


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("Defence", "Defense"),
        ("Centre", "Center"),
        ("Labour", "Labor"),
        ("Organisation", "Organization"),
        ("Programme", "Program"),
    ],
)
def test_british_and_american_are_one(british: str, american: str) -> None:
    left, right = (
        named(f"Norvik {british} Board # organization", "a"),
        named(f"Norvik {american} Board # organization", "b"),
    )
    verdict, _, reasons = spelt(left, right)
    assert (verdict, [r.code for r in reasons]) == ("EQUIVALENT", ["name.british"])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Mohammad", "Mohamad"), ("Akhmed", "Ahmed"), ("Rafsandjani", "Rafsanjani"), ("Gholam", "Golam"), ("Yousef", "Youseph"), ("Tarik", "Tariq"),
        ("Isack", "Isak"), ("Lavrow", "Lavrov"), ("Alexei", "Aleksei"), ("Yelena", "Ielena"), ("Omar", "Oumar"), ("Tsipras", "Tzipras"), ("Sarah", "Sara"),
        ("Naim", "Na'im"), ("Hassan", "Hasan"), ("Sergey", "Sergei"),
    ],
)  # fmt: skip
def test_romanisations_are_all_right(left: str, right: str) -> None:
    one, other = named(f"Karim {left} Orlan # person", "a"), named(f"Karim {right} Orlan # person", "b")
    assert spelt(one, other)[0] in ("EQUIVALENT", "SAME"), (left, right)


@pytest.mark.parametrize(
    ("word", "skeleton"),
    [
        ("hassan", "hasan"), ("khaled", "halid"), ("ghalib", "galib"), ("hadji", "hai"), ("iosif", "iusif"), ("ioseph", "iusif"),
        ("isack", "isak"), ("tariq", "tarik"), ("carlos", "karlus"), ("celia", "cilia"), ("lavrow", "lavruv"), ("alexandr", "aliksandr"),
        ("yana", "iana"), ("jana", "iana"), ("oumar", "umar"), ("omar", "umar"), ("khartoom", "hartum"), ("tzipras", "zipras"),
        ("tsipras", "zipras"), ("andrey", "andri"), ("sarah", "sara"), ("na'im", "naim"), ("ana", "ana"),
    ],
)  # fmt: skip
def test_what_romanisations_have_in_common(word: str, skeleton: str) -> None:
    assert _skeleton(word) == skeleton


def test_a_number_is_no_name() -> None:
    number = member({"number": "12 people died."}, "a")
    assert spelt(number, named("Marigold # vehicle", "b")) == ("MISSING", 0.0, ())
    assert spelt(named("Marigold # vehicle", "b"), number) == ("MISSING", 0.0, ())


@pytest.mark.parametrize(
    ("left", "right", "code"),
    [
        ("Omar Quarr = person:q # person", "Karen Quarr = person:q # person", "name.given"),
        ("Karen Liddow = person:k # person", "Karen Riddow = person:k # person", "name.surname"),
        ("Karen Ann Liddow = person:k # person", "Karen Ann Riddow = person:k # person", "name.surname"),
        ("Omar Ann Quarr = person:q # person", "Karen Ann Quarr = person:q # person", "name.given"),
        ("Karen Ann Liddow = person:k # person", "Karen Mae Riddow = person:k # person", ""),
        ("Omar Quarr = person:q # person", "Karen Quarr = person:k # person", ""),
        ("Omar Quarr = person:q # person", "Zzyx Quarr = person:q # person", ""),
        ("Omar Quarr = person:q # person", "Quarr = person:q # person", ""),
        ("Karen Liddow = person:k # person", "Karen Tarquin = person:k # person", ""),
    ],
)
def test_names_of_one_person_a_word_apart(left: str, right: str, code: str) -> None:
    found = spelt(named(left, "a"), named(right, "b"))
    assert (found[0] == "CONFLICT") is bool(code)
    assert not code or [r.code for r in found[2]] == [code]
    apart = [(a, b) for a, b in zip(left.lower().split(), right.lower().split(), strict=False) if a != b]
    assert not code or [tuple(dict(r.params).values()) for r in found[2]] == apart


@pytest.mark.parametrize(
    "around", [{"country:RU"}, {"region:siberia"}, {"city:524901"}, {"person:x", "country:FR", "country:GR"}]
)
def test_what_may_be_romanised_has_several_spellings(around: set[str]) -> None:
    left, right = named("Philip Ash # person", "a"), named("Filip Ash # person", "b")
    assert compare_spellings(left, right, {"b": frozenset(around)})[0] == "EQUIVALENT"
    assert compare_spellings(left, right, {"b": frozenset({"country:FR"}), "c": frozenset(around)})[0] == "CONFLICT"
