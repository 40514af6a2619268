"""Names that must stay apart, names that must join, and the reasons that go with a score."""

import csv
from pathlib import Path

import pytest

from reconcile.errors import ArgumentError
from reconcile.measure.names import SAME, explain, guess_kind, similarity

CASES = Path(__file__).parent / "cases"


def _pairs(name: str) -> list[tuple[str | None, str, str]]:
    with (CASES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [(row["kind"] or None, row["left"], row["right"]) for row in csv.DictReader(file)]


APART, JOINED = _pairs("names_apart"), _pairs("names_same")


def test_the_lists_are_long_enough() -> None:
    assert len(set(APART)) == len(APART) >= 150
    assert len(set(JOINED)) == len(JOINED) >= 150


@pytest.mark.parametrize(("kind", "left", "right"), APART)
def test_stay_apart(kind: str | None, left: str, right: str) -> None:
    assert explain(left, right, kind=kind).score < SAME, explain(left, right, kind=kind)


@pytest.mark.parametrize(("kind", "left", "right"), JOINED)
def test_join(kind: str | None, left: str, right: str) -> None:
    assert explain(left, right, kind=kind).score >= SAME, explain(left, right, kind=kind)


@pytest.mark.parametrize(("kind", "left", "right"), APART[::5] + JOINED[::5])
def test_symmetry(kind: str | None, left: str, right: str) -> None:
    assert similarity(left, right, kind=kind) == similarity(right, left, kind=kind)


@pytest.mark.parametrize(("kind", "left", "right"), APART[::9] + JOINED[::9])
def test_a_name_is_itself(kind: str | None, left: str, right: str) -> None:
    assert similarity(left, left, kind=kind) == similarity(right, right, kind=kind) == 1.0


@pytest.mark.parametrize(
    ("left", "right", "kind", "code"),
    [
        ("Sergei Shoigu", "Sergey Shoygu", "person", "name.sound"),
        ("Bill Hale", "William Hale", "person", "name.nickname"),
        ("Juan Moss", "John Moss", "person", "name.cognate"),
        ("J. Hale", "James Hale", "person", "name.initial"),
        ("Francesco Schettino", "Francesco Schettini", "person", "name.fuzzy"),
        ("Abdul Aziz Karim", "Abdulaziz Hamid Karim", "person", "name.joined"),
        ("John Hale Jr.", "John Hale Sr.", "person", "name.generation"),
        ("Mr Hale", "Mrs Hale", "person", "name.gender"),
        ("People's Liberation Army", "PLA", "organization", "name.acronym"),
        ("Tarn AG", "Tarn GmbH", "organization", "name.legal-form"),
        ("Niger", "Nigeria", "place", "name.country"),
        ("Kyiv", "Kiev", "place", "name.gazetteer"),
        ("Oslo", "Osaka", "place", "name.places-differ"),
        ("", "Hale", None, "name.empty"),
    ],
)
def test_a_score_has_its_reason(left: str, right: str, kind: str | None, code: str) -> None:
    assert code in {reason.code for reason in explain(left, right, kind=kind).reasons}


def test_reasons_tell_left_from_right() -> None:
    one, other = (
        explain("John Fitzgerald Hale", "John Hale", kind="person"),
        explain("John Hale", "John Fitzgerald Hale", kind="person"),
    )
    assert ("name.only-left", {"word": "fitzgerald"}) in [tuple(r) for r in one.reasons]
    assert ("name.only-right", {"word": "fitzgerald"}) in [tuple(r) for r in other.reasons]


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("John Hale", "Jane Hale", "person"),
        ("Tarn Ltd", "Orlan Ltd", "organization"),
        ("Niger", "Nigeria", "place"),
        ("March", "May", "organization"),
        ("Orlan, Anna", "Orlan", "person"),
        ("A.nna", "Orlan", "person"),
        ("Orlan River", "Orlan", "organization"),
        ("Orlan Bank", "Orlan", "organization"),
        ("Orlan", "Orlan 7", "organization"),
        ("Orlan", "Norway Steel", "organization"),
        ("Orlan", "Norwegian Steel", "organization"),
        ("Texas", "Norway", "place"),
        ("Norway", "Orlan", "organization"),
        ("Orlan", "Solvang", "person"),
    ],
)
def test_guess_kind(left: str, right: str, kind: str) -> None:
    assert guess_kind(left, right) == kind


@pytest.mark.parametrize(
    "odd",
    [
        "",
        " ",
        "-",
        "...",
        "\u202e\u05d0\u05d1",
        "\u6731\u9555\u57fa",
        "1",
        "A",
        "\U0001f600",
        "O'",
        "x" * 5000,
        "a " * 500,
    ],
)
def test_odd_names_give_a_score(odd: str) -> None:
    for other in ("John Hale", odd, "Tarn Ltd"):
        assert 0.0 <= similarity(odd, other) <= 1.0


def test_wrong_arguments_raise() -> None:
    with pytest.raises(ArgumentError, match="string"):
        similarity("Hale", 3)  # type: ignore[arg-type]
    with pytest.raises(ArgumentError, match="kind"):
        similarity("Hale", "Hale", kind="planet")


@pytest.mark.parametrize("kind", ["organization", "place", "vehicle", "work", "event", "other"])
def test_kinds_of_things(kind: str) -> None:
    assert explain("Tarn Bank", "Tarn Bank", kind=kind) == explain("Tarn Bank", "Tarn Bank ", kind=kind)
    assert explain("Tarn Bank", "The Tarn Bank", kind=kind).kind == kind
    assert explain("", "", kind=kind).score == 1.0
    assert explain("", "Tarn", kind=kind).score == 0.0
