"""One thing under several names, and several things under one."""

from collections.abc import Sequence
from itertools import permutations

import pytest

from reconcile.align.entities import align
from reconcile.config import Config
from reconcile.extract.entities import find
from reconcile.model.entities import Entity
from reconcile.model.readings import Reading
from reconcile.model.reports import Report
from reconcile.text.reading import read


def readings(*texts: str) -> list[Reading]:
    """A reading of each text; ids follow the order of the texts."""
    documents = [read(Report(text, id=f"r{n}"), Config()) for n, text in enumerate(texts)]
    return [Reading(d, entities=find(d)) for d in documents]


def entities(*texts: str) -> tuple[Entity, ...]:
    return align(readings(*texts), Config())


def aliases(found: Sequence[Entity], kind: str) -> list[tuple[str, ...]]:
    return sorted(e.aliases for e in found if e.kind == kind)


@pytest.mark.parametrize(
    ("label", "kind", "texts", "expected"),
    [
        ("full name and surname", "person", ("Ada Lund opened it. Lund left.",), [("Ada Lund", "Lund")]),
        ("surname in another report", "person", ("Ada Lund opened it.", "The mayor, Mrs. Lund, left."), [("Ada Lund", "Lund")]),
        ("transliterations", "person", ("Sergei Shoigu spoke.", "Sergey Shoygu spoke."), [("Sergei Shoigu", "Sergey Shoygu")]),
        ("hyphens", "person", ("Kim Jong Su spoke.", "Kim Jong-su spoke."), [("Kim Jong Su", "Kim Jong-su")]),
        ("middle initial", "person", ("Ada Lund spoke.", "Ada K. Lund spoke."), [("Ada K. Lund", "Ada Lund")]),
        ("short form of the given name", "person", ("William Hale spoke.", "Bill Hale spoke."), [("Bill Hale", "William Hale")]),
        ("misspelt surname", "person", ("Francesco Marchetti spoke.", "Francesco Marcheti spoke."), [("Francesco Marcheti", "Francesco Marchetti")]),
        ("two given names stay two", "person", ("Ada Lund spoke.", "Peter Lund spoke."), [("Ada Lund",), ("Peter Lund",)]),
        ("father and son stay two", "person", ("Martin Hale Sr. spoke.", "Martin Hale Jr. spoke."), [("Martin Hale Jr.",), ("Martin Hale Sr.",)]),
        ("a shared surname goes to the one named last", "person", ("Ada Lund sat. Lund rose. Peter Lund came.",), [("Ada Lund", "Lund"), ("Peter Lund",)]),
        ("a shared surname from elsewhere stays alone", "person", ("Ada Lund sat.", "Peter Lund came.", "It was Mr. Lund."), [("Ada Lund",), ("Lund",), ("Peter Lund",)]),
        ("an initial that fits two joins neither", "person", ("James Hale sat.", "John Hale came.", "It was J. Hale."), [("J. Hale",), ("James Hale",), ("John Hale",)]),
        ("acronym in brackets", "organization", ("The Harbour Safety Board (HSB) met.", "The HSB met."), [("HSB", "Harbour Safety Board")]),
        ("legal forms", "organization", ("He works for Orlan Systems Ltd. now.", "He works for Orlan Systems Limited now."), [("Orlan Systems Limited", "Orlan Systems Ltd.")]),
        ("known names", "organization", ("The United Nations met.", "The U.N. met."), [("U.N.", "United Nations")]),
        ("with and without its country", "organization", ("The US National Harbour Council met.", "The National Harbour Council met."), [("National Harbour Council", "US National Harbour Council")]),
        ("two countries' bodies stay two", "organization", ("The Russian Defense Ministry met.", "The Ukrainian Defense Ministry met."), [("Russian Defense Ministry",), ("Ukrainian Defense Ministry",)]),
        ("two ministries stay two", "organization", ("The Ministry of Health met.", "The Ministry of Education met."), [("Ministry of Education",), ("Ministry of Health",)]),
        ("country and demonym", "place", ("Russia is large.", "The Russian plane left."), [("Russia", "Russian")]),
        ("spellings of a town", "place", ("It was in Kyiv.", "It was in Kiev."), [("Kiev", "Kyiv")]),
        ("names of a country", "place", ("It was in North Korea.", "It was in the DPRK."), [("DPRK", "North Korea")]),
        ("neighbours stay two", "place", ("It was in Niger.", "It was in Nigeria."), [("Niger",), ("Nigeria",)]),
        ("model with and without its maker", "vehicle", ("An Ilyushin Il-62M left.", "The Il-62M aircraft left."), [("Il-62M", "Ilyushin Il-62M")]),
        ("models stay apart", "vehicle", ("A Boeing 737 left.", "A Boeing 747 left."), [("Boeing 737",), ("Boeing 747",)]),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else None,
)  # fmt: skip
def test_align(label: str, kind: str, texts: tuple[str, ...], expected: list[tuple[str, ...]]) -> None:
    assert aliases(entities(*texts), kind) == expected, label


def test_a_capital_that_acts_is_its_government() -> None:
    found = {
        e.id: e
        for e in entities(
            "Moscow denied the report. He flew from Moscow.", "The Kremlin denied it. The Russian government denied it."
        )
    }
    assert found["government:RU"].aliases == ("Kremlin", "Moscow", "Russian government")
    assert found["government:RU"].name == "Russia (government)"
    assert found["city:524901"].aliases == ("Moscow",)


def test_one_person_with_two_right_titles_is_one() -> None:
    (person,) = [
        e
        for e in entities(
            "John Hale, a spokesman for the Harbour Board, left.", "Harbour Board coordinator John Hale left."
        )
        if e.kind == "person"
    ]
    assert person.roles == ("Harbour Board coordinator", "spokesman for the Harbour Board")


def test_every_mention_belongs_to_one_entity() -> None:
    found = readings(
        "Ada Lund met Peter Lund in Paris. Lund said Moscow denied it.", "Mr. Lund of Orlan Systems Ltd. was in Kiev."
    )
    mentions = [(m.report_id, m.span, m.text) for e in align(found, Config()) for m in e.mentions]
    assert sorted(mentions) == sorted((m.report_id, m.span, m.text) for r in found for m in r.entities)


def test_order_of_reports_changes_nothing() -> None:
    found = readings(
        "Ada Lund sat in Kyiv.",
        "Lund and Sergei Shoigu sat.",
        "Sergey Shoygu of the HSB (Harbour Safety Board) sat in Kiev.",
        "J. Lund",
    )
    results = {align(list(order), Config()) for order in permutations(found)}
    assert len(results) == 1


def test_ids_are_unique_and_sorted() -> None:
    ids = [
        e.id
        for e in entities("Ada Lund, Peter Lund and Lund met in Paris.", "Russian planes left Russia. Ada Lund stayed.")
    ]
    assert ids == sorted(set(ids))


def test_the_threshold_is_that_of_the_configuration() -> None:
    found = readings("Francesco Marchetti spoke.", "Francesco Marcheti spoke.")
    assert len(align(found, Config(name_threshold=1.0))) == 2
    assert len(align(found, Config())) == 1


def test_no_readings() -> None:
    assert align([], Config()) == ()


def test_a_copied_sentence_has_one_voice_in_what_a_name_names() -> None:
    """Two sentences have Orvane as a town and one as a man: five copies of the one decide nothing."""
    town, other = ("He drove to Orvane on Monday.", "He lives in Orvane, a town in the north."), "Mr Orvane left."
    for copies in (1, 5):
        assert {(e.kind, e.name) for e in entities(*town, *([other] * copies))} == {("place", "Orvane")}
