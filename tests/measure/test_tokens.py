"""Names taken to pieces."""

import pytest

from reconcile.measure.names_tokens import is_vowelless, latin, organization, person


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hale", "anna hale"), ("President Anna Hale", "anna hale"), ("Prime Minister Hale", "hale"), ("Mr Sir Hale", "hale"), ("Dr", "dr"),
        ("Anna Dr Hale", "anna hale"), ("Sir Sir Hale", "hale"), ("AnnaMaria Hale", "anna maria hale"), ("ANNAMARIA Hale", "annamaria hale"),
        ("MacDonald", "macdonald"), ("AnnaLena", "anna lena"), ("Anna Hale Jr.", "anna hale"), ("Jr. Hale", "jr hale"), ("J.F. Hale", "j f hale"), ("O'Neill", "oneill"),
        ("Hale's Anna", "hale anna"), ("S3ch1n", "sechin"), ("Hale 2", "hale 2"), ("Abd al Rahman", "abdul rahman"),
        ("Abdel Rahman", "abdul rahman"), ("Abdal Rahman", "abdul rahman"), ("Abdur Rahman", "abdul rahman"), ("Abdoul Rahman", "abdul rahman"),
        ("Al Rahman", "al rahman"), ("", ""), ("...", ""), ("Haji Karim Haji", "karim"), ("Karim Hajji", "karim"), ("Anna Shaikh Hale", "anna hale"),
        ("Anna V Hale", "anna v hale"),
    ],
)  # fmt: skip
def test_words_of_a_person(text: str, expected: str) -> None:
    assert " ".join(person(text).tokens) == expected
    assert person(text).joined == expected.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "gender", "suffix"),
    [
        ("Mr Hale", "m", ""), ("Mrs Hale", "f", ""), ("Ms. Hale", "f", ""), ("Dr Hale", "", ""), ("Mr", "", ""), ("Hale Mr", "", ""),
        ("John Hale Jr.", "", "jr"), ("John Hale Junior", "", "jr"), ("John Hale III", "", "iii"), ("John Hale", "", ""), ("Jr", "", ""),
    ],
)  # fmt: skip
def test_address_and_generation(text: str, gender: str, suffix: str) -> None:
    assert (person(text).gender, person(text).suffix) == (gender, suffix)


def test_a_comma_is_remembered() -> None:
    assert person("Hale, Anna").has_comma
    assert not person("Hale Anna").has_comma


@pytest.mark.parametrize(
    ("text", "expected", "forms"),
    [
        ("Orlan Ltd", "orlan", "limited"), ("Orlan Holdings Ltd.", "orlan", "holding limited"), ("Orlan", "orlan", ""), ("Ltd", "ltd", ""),
        ("Orlan GmbH", "orlan", "llc"), ("The Bank of Orlan", "bank orlan", ""), ("Orlan & Solvang", "orlan solvang", ""),
        ("Orlan's Bank", "orlan bank", ""), ("Miners' Bank", "miners bank", ""), ("U.S. Navy", "country:US navy", ""), ("O.R.L. Bank", "orl bank", ""),
        ("Orlan.com", "orlan", ""), ("Forty Four", "44", ""), ("Twenty One 7", "21 7", ""), ("44th Division", "44 division", ""),
        ("Twenty", "20", ""), ("Twenty 20", "20 20", ""), ("Norwegian Navy", "country:NO navy", ""), ("North Korean Army", "country:KP army", ""),
        ("Northern Union", "north union", ""), ("United Kingdom Army", "country:GB army", ""), ("the of", "the of", ""), ("", "", ""),
        ("Orlan joint stock company", "orlan", "jsc"), ("Orlan joynt stock company", "orlan", "jsc"), ("Orlan incorporatid", "orlan", "corporation"),
        ("De Orlan", "orlan", ""), ("Orlan in Solvang on Sea for All", "orlan solvang sea all", ""), ("Orlan public limited compani", "orlan", "jsc"),
    ],
)  # fmt: skip
def test_words_of_an_organization(text: str, expected: str, forms: str) -> None:
    found = organization(text)
    assert (" ".join(found.tokens), " ".join(sorted(found.forms))) == (expected, forms)


def test_the_joined_form_keeps_everything() -> None:
    assert organization("Orlan Holdings Ltd.").joined == "orlanholdingsltd"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hale", "Hale"), ("O\u2019Neill", "O'Neill"), ("O\u02bcNeill", "O'Neill"), ("Łódź", "Lodz"), ("Шойгу", "Shoygu"), ("김정은", "Kim Jong Un"),
        ("朱镕基", "Zhu Rong Ji"), ("\u3400", "Qiu"), ("가", "Ka"), ("힣", "Hih"), ("東京", "Dong Jing"),
    ],
)  # fmt: skip
def test_latin(text: str, expected: str) -> None:
    assert latin(text) == expected


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        ("a", False), ("\u058f", False), ("\u0590", True), ("\u08ff", True), ("\u0900", True), ("\u0dff", True), ("\u0e00", True), ("\u0fff", True),
        ("\u1000", False), ("\u177f", False), ("\u1780", True), ("\u17ff", True), ("\u1800", False), ("ж", False), ("", False),
    ],
)  # fmt: skip
def test_scripts_that_write_few_vowels(letter: str, expected: bool) -> None:
    assert is_vowelless(letter) is expected
    assert is_vowelless(f"a{letter}") is expected
