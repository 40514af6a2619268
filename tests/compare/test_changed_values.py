"""Changed words that are a value: what two of them come to."""

from datetime import datetime
from typing import Any

import pytest
from attrs import evolve

from reconcile.compare import changed_values
from reconcile.compare.changed_values import name, quantity, role, time
from reconcile.compare.passages import Side
from reconcile.model.entities import EntityValue
from reconcile.model.quantities import QuantityValue
from reconcile.model.times import TimeValue
from tests.compare.copying import both, passage
from tests.compare.telling import day

THIRD, FIFTH, MAY = day("2023-05-03"), day("2023-05-05"), day("2023-05")
NINE, TEN = (
    TimeValue("TIME", f"2023-05-03T{h:02}", datetime(2023, 5, 3, h), datetime(2023, 5, 3, h + 1), "hour", anchored=True)
    for h in (9, 10)
)


def on(value: TimeValue, before: str = "ferry sank/VERB/sink on/PREP", after: str = "") -> Side:
    return passage(f"{before} [then] {after}", times={"then": value})


def score(judge: Any, left: Side, right: Side) -> float | None:
    found = both(judge, left, right)
    return None if found is None else found.score


def test_two_days() -> None:
    left, right = on(THIRD), on(FIFTH)
    found = time(left, right)
    assert found is not None
    assert (found.kind, found.score) == ("time", 1.0)
    assert tuple(found.reason) == ("time.relation", {"relation": "before", "left": "2023-05-03", "right": "2023-05-05"})
    assert both(time, left, right) is not None


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (THIRD, FIFTH, 1.0),
        (NINE, TEN, 1.0),
        (THIRD, MAY, 0.0),
        (THIRD, THIRD, 0.0),
        (THIRD, NINE, None),
        (THIRD, evolve(FIFTH, anchored=False), 0.0),
        (THIRD, evolve(FIFTH, mod="APPROX"), 0.0),
        (evolve(THIRD, mod="APPROX"), evolve(FIFTH, mod="APPROX"), 1.0),
        (evolve(THIRD, type="DURATION"), evolve(FIFTH, type="DURATION"), None),
        (THIRD, evolve(FIFTH, type="SET"), None),
    ],
)
def test_times(left: TimeValue, right: TimeValue, expected: float | None) -> None:
    assert score(time, on(left), on(right)) == expected


def test_a_time_on_one_side_only() -> None:
    assert both(time, on(THIRD), passage("ferry sank [slowly]")) is None
    two = passage("ferry sank [then and]", times={"then": THIRD, "and": FIFTH})
    assert both(time, on(THIRD), two) is None


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("mayor said/VERB/say on/PREP the/DET ,/PUNCT", "", 0.75),
        ("said/VERB/say mayor", "", 0.75),
        ("said/VERB/say tall/ADJ mayor", "", 1.0),
        ("ferry", "said/VERB/say mayor", 1.0),
        ("mayor danced/VERB/dance", "", 1.0),
        ("said/VERB/say mayor on/PREP", "", 0.75),
        ("said/VERB/say mayor the/DET", "", 0.75),
        ("said/VERB/say mayor ,/PUNCT", "", 0.75),
        ("statement on/PREP", "", 1.0),
        ("mayor talked/VERB/talk", "", 1.0),
        ("mayor told/VERB/tell", "", 0.75),
    ],
)
def test_when_somebody_spoke(before: str, after: str, expected: float) -> None:
    assert score(time, on(THIRD, before, after), on(FIFTH)) == expected


@pytest.mark.parametrize("word", ["will", "shall", "'ll", "\u2019ll", "Will"])
def test_what_is_to_come_is_another_time(word: str) -> None:
    plan = on(FIFTH, f"ferry {word}/AUX sail/VERB on/PREP")
    assert score(time, on(THIRD), plan) == 0.0
    assert score(time, on(THIRD, f"ferry {word}/AUX sail/VERB on/PREP"), plan) == 1.0


def n(low: float | None, high: float | None = -1.0, **told: Any) -> QuantityValue:
    return QuantityValue(low, low if high == -1.0 else high, **told)


def counting(value: QuantityValue) -> Side:
    return passage("storm tore [many] roofs", quantities={"many": value})


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (n(40, of="house"), n(60, of="house"), 1.0),
        (n(40, of="house"), n(40, of="house"), 0.0),
        (n(40), n(60), 1.0),
        (n(40, of="lorry"), n(60, of="truck"), 1.0),
        (n(40, of="house"), n(60, of="barn"), 0.0),
        (n(40, of="house"), n(60), 0.0),
        (n(40, kind="age"), n(60), 0.0),
        (n(40, unit="metre"), n(60, unit="mile"), 0.0),
        (n(40, former=True), n(60), 0.0),
        (n(4), n(400), 0.0),
        (n(6, None), n(9, None), 1.0),
        (n(6, None), n(6, None), 0.0),
        (n(None, 6), n(None, 9), 1.0),
        (n(None, 6), n(None, 6), 0.0),
        (n(6, None), n(9), 0.0),
        (n(10, None), n(9), 1.0),
        (n(6, None), n(None, 9), 0.0),
    ],
)
def test_quantities(left: QuantityValue, right: QuantityValue, expected: float) -> None:
    assert score(quantity, counting(left), counting(right)) == expected


def test_the_reason_tells_what_is_counted() -> None:
    for value, what in ((n(4, of="house", unit="metre"), "house"), (n(4, unit="metre"), "metre"), (n(4), "count")):
        found = quantity(counting(value), counting(value))
        assert found is not None
        assert (found.kind, tuple(found.reason)) == ("quantity", ("quantity.disjoint", {"what": what}))


def digits(written: str, *, timed: bool = False) -> Side:
    text = written.partition("/")[0].strip()
    return passage(f"flight [{written}] left", times={text: THIRD} if timed else {})


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("302", "303", 0.9),
        ("1,200", "1200", 0.0),
        ("three/NUM", "four/NUM", 0.9),
        ("third/ORD", "fourth/ORD", 0.9),
        ("third/ORD", "four/NUM", None),
        ("next/ORD", "four/NUM", None),
        ("A12", "B12", 0.9),
        ("A12", "plane", None),
        ("three/NUM", "plane", None),
        ("1st", "2nd", 0.9),
        ("3rd", "4th", 0.9),
        ("1st", "2", None),
        ("2nd", "3", None),
        ("3rd", "4", None),
        ("4th", "5", None),
        ("302 303", "304", None),
    ],
)
def test_numbers_that_count_nothing(left: str, right: str, expected: float | None) -> None:
    assert score(quantity, digits(left), digits(right)) == expected


def test_numbers_that_count_nothing_say_so() -> None:
    found = quantity(digits("302"), digits("303"))
    assert found is not None
    assert (found.kind, tuple(found.reason)) == ("quantity", ("quantity.disjoint", {"what": "number"}))
    assert both(quantity, digits("302", timed=True), digits("303")) is None
    assert both(quantity, counting(n(4)), passage("storm tore [red] roofs")) is None


def naming(value: EntityValue, words: str = "", rest: str = "") -> Side:
    words = words or value.name
    return passage(f"prize went to [{words}] again", entities={words: value}, rest=rest)


MARIA, HELEN = EntityValue("person", "Maria Duarte"), EntityValue("person", "Helen Brandt")
LYON, NICE, FRANCE = (
    EntityValue("place", name, key)
    for name, key in (("Lyon", "city:2996944"), ("Nice", "city:2990440"), ("France", "country:FR"))
)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (MARIA, HELEN, ("entity", 1.0, "person.other")),
        (MARIA, EntityValue("person", "Duarte"), ("entity", 0.0, "person.other")),
        (MARIA, EntityValue("organization", "Orlan Works"), ("entity", 0.9, "person.other")),
        (LYON, NICE, ("place", 1.0, "place.disjoint")),
        (LYON, FRANCE, ("place", 0.0, "place.within")),
        (LYON, EntityValue("organization", "Orlan Works"), ("entity", 0.9, "person.other")),
        (
            EntityValue("person", "Margaret Holloway"),
            EntityValue("person", "Margaret Hollaway"),
            ("lexical", 1.0, "name.fuzzy"),
        ),
    ],
)
def test_names(left: EntityValue, right: EntityValue, expected: tuple[str, float, str]) -> None:
    found = both(name, naming(left), naming(right))
    assert found is not None
    assert (found.kind, found.score, found.reason.code) == expected
    if expected[2] == "person.other":
        assert dict(found.reason.params) == {"left": left.name, "right": right.name}


def test_two_persons_of_whom_both_reports_tell() -> None:
    left, right = naming(MARIA, rest="Helen Brandt came second."), naming(HELEN, rest="Maria Duarte came second.")
    assert score(name, left, right) == 0.0
    assert score(name, left, naming(HELEN)) == 1.0
    assert score(name, naming(MARIA), right) == 1.0


def test_a_title_is_no_name() -> None:
    titled = passage("prize went to [Doctor] Maria Duarte", entities={"Doctor Maria Duarte": MARIA})
    other = passage("prize went to [Mayor] Helen Brandt", entities={"Mayor Helen Brandt": HELEN})
    assert both(name, titled, other) is None
    assert both(name, titled, naming(HELEN)) is None
    assert both(name, naming(MARIA), passage("prize went to [someone]")) is None


def test_a_part_of_a_hyphened_or_dotted_name_is_in_it() -> None:
    kim, lee = EntityValue("person", "Kim Jong-su"), EntityValue("person", "Lee Min-ho")
    assert score(name, naming(kim), naming(lee)) == 1.0
    left = passage("prize went to Kim [Jong-su]", entities={"Kim Jong-su": kim})
    right = passage("prize went to Lee [Min-ho]", entities={"Lee Min-ho": lee})
    assert score(name, left, right) == 1.0
    dotted = EntityValue("person", "J. Duarte")
    assert score(name, passage("prize went to [J] Duarte", entities={"J Duarte": dotted}), naming(HELEN)) == 1.0


def test_a_person_and_a_firm_that_share_a_word_are_not_told_apart() -> None:
    firm = EntityValue("organization", "Orlan Duarte")
    left = passage("prize went to [Maria] Duarte", entities={"Maria Duarte": MARIA})
    right = passage("prize went to [Orlan] Duarte", entities={"Orlan Duarte": firm})
    assert score(name, left, right) == 0.0
    assert score(name, naming(MARIA), right) == 0.0
    ship = passage("prize went to [Orlan] Duarte", entities={"Orlan Duarte": EntityValue("vehicle", "Orlan Duarte")})
    assert score(name, left, ship) == score(name, right, naming(EntityValue("vehicle", "Nora Duarte"))) == 0.9
    dotted = passage("prize went to [Maria] ./PUNCT again", entities={"Maria .": MARIA})
    assert score(name, dotted, naming(EntityValue("organization", "Orlan Works"))) == 0.9


def office(before: str, changed: str, after: str = "Ruiz") -> Side:
    words = f"{before} {changed}".strip().replace("/ADJ", "")
    return passage(
        f"signed by {before} [{changed}] {after}", roles=[f"{words} {after}".strip() if after == "minister" else words]
    )


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (office("", "Foreign Minister"), office("", "Finance Minister"), 0.95),
        (office("", "Foreign Minister"), office("", "Foreign Secretary"), 0.0),
        (office("", "Minister"), office("", "Minister"), 0.0),
        (office("", "one two three four"), office("", "five six seven eight"), 0.95),
        (office("", "one two three four five"), office("", "six seven eight nine ten"), 0.0),
        (office("the", "embattled/ADJ", "minister"), office("the", "popular/ADJ", "minister"), 0.0),
        (office("", "tall/ADJ"), office("", "cook"), 0.0),
    ],
)
def test_offices(left: Side, right: Side, expected: float) -> None:
    found = both(role, left, right)
    assert found is not None
    assert (found.kind, found.score) == ("role", expected)


@pytest.mark.parametrize("pos", ["NOUN", "PROPN", "X"])
def test_words_that_may_be_an_office(pos: str) -> None:
    left, right = (passage(f"signed by [{w}/{pos}] Ruiz", roles=[w]) for w in ("Treasurer", "Chairman"))
    assert score(role, left, right) == 0.95
    tall = passage("signed by [Tall/ADJ] Ruiz", roles=["Tall"])
    assert score(role, left, tall) == 0.0


def test_offices_of_government_that_are_adjectives() -> None:
    left = passage("signed by [foreign/ADJ] minister Ruiz", roles=["foreign minister"])
    right = passage("signed by [prime/ADJ] minister Ruiz", roles=["prime minister"])
    assert score(role, left, right) == 0.95


def test_an_office_on_one_side_only() -> None:
    left = office("", "Foreign Minister")
    assert both(role, left, passage("signed by [someone] Ruiz")) is None
    assert both(role, left, passage("signed by Mayor [and] Ruiz", roles=["Mayor"])) is None
    assert both(role, left, passage("signed by Mayor [] Ruiz", roles=["Mayor"])) is None


def test_the_same_office_tells_no_words() -> None:
    found = changed_values.role(office("", "Minister"), office("", "Minister"))
    assert found is not None
    assert tuple(found.reason) == ("role.words", {"left": "", "right": ""})
