"""Every fact slot by slot: which slots of which fact are compared, and by what."""

from collections.abc import Callable

import pytest
from attrs import evolve

from reconcile.compare.facts import _answers, _places, compare
from reconcile.config import Config
from reconcile.measure.remembered import Key, remembering
from reconcile.model.claims import Claim, Fact, Link
from reconcile.model.comparisons import Compared
from reconcile.model.reasons import Reason
from tests.compare.telling import Row, claim, member

CONFIG = Config()
SUNK = {"classes": "sink", "predicate": "sink", "words": "ferry sink", "text": "the ferry sank"}


def fact(kind: str, *rows: Row, score: float = 1.0) -> Fact:
    """The claims of the rows, one report each unless told, linked in pairs."""
    claims = tuple(claim({"report": "abcdefghijklm"[n], "n": n, **row}) for n, row in enumerate(rows))
    return Fact("f", claims, tuple(links(claims, score)), kind)


def links(claims: tuple[Claim, ...], score: float) -> list[Link]:
    return [Link(a.id, b.id, score) for n, a in enumerate(claims) for b in claims[n + 1 :]]


def told(*facts: Fact) -> list[tuple[str, list[str], int]]:
    """Of each slot: the verdicts of its pairs and how many of its sides conflict."""
    return [(c.kind, [x.verdict for x in c.comparisons], len(c.conflicts)) for c in compare(facts, CONFIG)]


def one(found: tuple[Compared, ...], kind: str) -> Compared:
    (only,) = [c for c in found if c.kind == kind]
    return only


FERRY = {**SUNK, "slots": ["agent: the ferry", "place: Oslo @ in"]}


def test_an_event_has_times_and_places() -> None:
    left = {**FERRY, "time": "2023-07-25"}
    right = {**FERRY, "time": "2023-07-26"}
    assert told(fact("event", left, right)) == [("time", ["CONFLICT"], 1), ("place", ["MISSING"], 0)]


def test_a_slot_of_one_report_is_not_compared() -> None:
    left = {**SUNK, "slots": ["agent: the ferry"], "time": "2023-07-25"}
    right = {**SUNK, "slots": ["agent: the ferry"]}
    assert told(fact("event", left, right)) == []
    assert told(fact("event", left, {**left, "report": "a"})) == []


def test_a_fact_of_one_claim_is_not_compared() -> None:
    assert told(fact("event", {**FERRY, "time": "2023-07-25"})) == []
    assert told(fact("quantity", {"number": "12 people died."})) == []


def test_a_statement_is_compared_as_a_whole() -> None:
    left = {**SUNK, "slots": ["agent: the ferry"]}
    assert told(fact("statement", left, {**left, "stance": "-1 asserted"})) == [
        ("event", ["UNCLEAR"], 0), ("polarity", ["CONFLICT"], 1), ("certainty", ["SAME"], 0),
    ]  # fmt: skip


@pytest.mark.parametrize("part", ["agent", "patient"])
def test_a_statement_has_persons(part: str) -> None:
    other = "patient" if part == "agent" else "agent"
    both = {"classes": "arrest", "predicate": "arrest", "text": "an arrest"}
    left = {
        **both,
        "words": "police arrest ruiz port",
        "slots": [f"{other}: police", f"{part}: Ana Ruiz = person:ana # person"],
    }
    right = {
        **both,
        "words": "police arrest holt port",
        "slots": [f"{other}: police", f"{part}: Tom Holt = person:tom # person"],
    }
    apart = ("person", ["CONFLICT"], 1)
    assert apart in told(fact("statement", left, right))
    knowing = claim({"report": "a", "n": 9, "entities": "person:tom"})
    around = Fact("g", (knowing,), (), "event")
    found = one(compare([fact("statement", left, right), around], CONFIG), "person")
    assert [c.verdict for c in found.comparisons] == ["UNCLEAR"]


def test_persons_of_one_report_are_not_compared() -> None:
    left = {**SUNK, "slots": ["agent: Ana Ruiz = person:ana # person"]}
    right = {**SUNK, "slots": ["agent: the ferry"]}
    assert [kind for kind, *_ in told(fact("statement", left, right))] == ["event", "polarity", "certainty"]


def test_a_question_is_held_against_its_answers() -> None:
    answer = {**SUNK, "kind": "event"}
    question = {**SUNK, "kind": "question", "predicate": "cause"}
    for rows in ((question, answer, answer), (answer, question, answer), (answer, answer, question)):
        (found,) = compare([fact("question", *rows)], CONFIG)
        assert found.kind == "certainty"
        verdicts = {(c.left, c.right): c.verdict for c in found.comparisons}
        asked = next(c.id for c in fact("question", *rows).claims if c.kind == "question")
        assert found.groups[0].members[0].claim.kind == "question"
        assert len(verdicts) == 3
        assert all((v == "CONFLICT") == (asked in pair) for pair, v in verdicts.items())


def test_an_answer_contradicts_that_nothing_is_known() -> None:
    question, answer = member({"kind": "question", "predicate": "cause"}, "a"), member({"predicate": "fire"}, "b")
    for left, right in ((question, answer), (answer, question)):
        verdict, score, (reason,) = _answers(left, right)
        assert (verdict, score, reason.code, dict(reason.params)) == (
            "CONFLICT", 0.9, "question.answered", {"attribute": "cause"},
        )  # fmt: skip
    assert _answers(answer, answer) == ("SAME", 1.0, ())
    assert _answers(question, question) == ("SAME", 1.0, ())


@pytest.mark.parametrize(
    ("kind", "left", "right", "expected"),
    [
        ("state", {"states": ["life 0 agent"]}, {"states": ["life 1 agent"]}, ("state", ["CONFLICT"], 1)),
        ("quantity", {"number": "12 people died."}, {"number": "15 people died."}, ("quantity", ["CONFLICT"], 1)),
        ("role", {"slots": ["role: former mayor"]}, {"slots": ["role: mayor"]}, ("role", ["CONFLICT"], 1)),
        (
            "quote",
            {"slots": ["speaker: Ana Ruiz = person:ana"]},
            {"slots": ["speaker: Tom Holt = person:tom"]},
            ("attribution", ["CONFLICT"], 1),
        ),
        (
            "name",
            {"slots": ["name: Francesco Marchetti # person"]},
            {"slots": ["name: Francesco Marchelti # person"]},
            ("entity", ["CONFLICT"], 1),
        ),
    ],
)
def test_facts_of_one_slot(kind: str, left: Row, right: Row, expected: tuple[str, list[str], int]) -> None:
    assert told(fact(kind, left, right)) == [expected]
    assert told(fact("nothing known", left, right)) == []


def test_a_report_that_tells_both_numbers_tells_of_two_things() -> None:
    """Wherever it tells the other one."""
    twelve, fifteen = ({"number": f"{n} people died.", "kind": "quantity"} for n in (12, 15))
    two = fact("quantity", twelve, fifteen)
    assert told(two) == [("quantity", ["CONFLICT"], 1)]
    own = Fact("g", (claim({**fifteen, "report": "a", "n": 9}),), (), "event")
    assert told(two, own) == [("quantity", ["UNCLEAR"], 0)]
    third = Fact("g", (claim({**fifteen, "report": "z", "n": 9}),), (), "event")
    assert told(two, third) == [("quantity", ["CONFLICT"], 1)]


def test_sums_of_reports_that_name_two_firms_are_of_two() -> None:
    """Wherever they name them."""
    bids = ({"slots": ["holder: bid"], "number": f"A bid of ${n}bn"} for n in (121, 130))
    two = fact("quantity", *bids)
    assert told(two) == [("quantity", ["CONFLICT"], 1)]
    named = [
        claim({"report": r, "n": 9, "entities": f"organization:{firm}"}) for r, firm in (("a", "orlan"), ("b", "hale"))
    ]
    assert told(two, *(Fact(c.report_id, (c,), (), "event") for c in named)) == [("quantity", ["UNCLEAR"], 0)]
    assert told(two, Fact("g", (named[0],), (), "event")) == [("quantity", ["CONFLICT"], 1)]


def test_a_moment_is_told_by_each_of_its_times() -> None:
    """However much the reports differ in what happened then; a moment never contradicts another."""
    minute = {"granularity": "minute", "timex": "2023-07-25T10:31"}
    left = {"words": "ferry sink", "time": "2023-07-25", "time_is": minute}
    right = {"words": "bell ring", "time": "2023-07-25", "time_is": minute}
    assert told(fact("moment", left, right)) == [("time", ["SAME"], 0)]
    later = {**right, "time_is": {**minute, "timex": "2023-07-25T11:31"}}
    assert told(fact("moment", left, later)) == [("time", ["UNCLEAR"], 0)]
    assert told(fact("moment", left, right, {"words": "ferry"})) == [("time", ["SAME"], 0)]


def test_an_occasion_is_told_by_its_hours_or_its_days() -> None:
    left = {**SUNK, "slots": ["agent: the ferry"], "time": "2023-07-25"}
    right = {**left, "time": "2023-07-26"}
    assert told(fact("occasion", left, right, score=0.8)) == [("occasion", ["CONFLICT"], 1)]
    assert told(fact("occasion", left, right, score=0.5)) == [("occasion", ["CONFLICT"], 0)]
    assert told(fact("occasion", left, left)) == [("occasion", ["SAME"], 0)]


def test_a_denial_is_held_against_what_it_denies() -> None:
    denied = {**SUNK, "slots": ["agent: the ferry"], "stance": "1 denied", "cues": ["denied:deny"]}
    firm = {**denied, "stance": "1 asserted", "cues": []}
    assert told(fact("denial", {**denied, "stance": "-1 asserted", "cues": []}, firm, score=0.7)) == [
        ("denial", ["CONFLICT"], 1)
    ]
    assert told(fact("denial", {**denied, "stance": "-1 asserted", "cues": []}, firm, score=0.5)) == [
        ("denial", ["CONFLICT"], 0)
    ]
    assert told(fact("denial", denied, denied)) == [("denial", ["SAME"], 0)]


def test_weighed_numbers_contradict_each_other_and_say_why() -> None:
    nurses, more = ({"value": {"low": n, "high": n, "of": "nurse"}} for n in (30.0, 34.0))
    weighed = fact("weighed", nurses, more, {"words": "bell"}, score=0.6)
    because = Reason.of("align.weighed", probability="0.60", features="noun")
    weighed = evolve(weighed, links=tuple(evolve(k, reasons=(because,)) for k in weighed.links))
    (found,) = compare([weighed], CONFIG)
    assert (found.kind, [c.verdict for c in found.comparisons]) == ("weighed", ["CONFLICT"])
    assert [c.reasons[-1] for c in found.conflicts] == [because]
    assert told(fact("weighed", nurses, more, score=0.45)) == [("weighed", ["CONFLICT"], 0)]
    both = [fact("weighed", {**nurses, "report": "a"}, {**more, "report": "a"}, score=1.0)]
    assert [c.conflicts for c in compare(both, CONFIG)] == [()]
    many = [{"value": {"low": n + 30.0, "high": n + 30.0, "of": "nurse"}} for n in range(6)]
    for count in (4, 5):
        (found,) = compare([fact("weighed", *many[:count], score=0.6)], CONFIG)
        assert bool(found.conflicts) is (count == 4)


def test_what_is_kept_of_a_fact_rests_on_its_links_and_the_numbers_beside_it() -> None:
    """A sum that has become the only one of its unit, a link that has become surer, a fact of other claims."""
    sums = [
        {"value": {"low": n, "high": n, "unit": "EUR", "kind": "money"}, "slots": ["holder: hall"]}
        for n in (180.0, 150.0)
    ]
    two, weak = fact("quantity", *sums, score=0.9), fact("quantity", *sums, score=0.2)
    weighed = evolve(two, kind="weighed")
    alike = evolve(two, claims=two.claims[::-1])
    given = [
        [two],
        [weak],
        [weighed],
        [alike],
        [two, Fact("g", (claim({**sums[0], "report": "z", "kind": "quantity"}),), ())],
    ]
    expected = [compare(facts, CONFIG) for facts in given]
    used: dict[Key, object] = {}
    for _ in range(2):
        for facts, anew in zip(given, expected, strict=True):
            with remembering(used) as now:
                assert compare(facts, CONFIG) == anew
            used = {**used, **now}
    kept = [key for key in used if key[0] == "compared"]
    assert len(kept) == len(given)


def test_a_place_that_the_other_report_tells_too_is_of_another_deed() -> None:
    agent = "agent: the ferry"
    left = {"slots": [agent, "place: France @ in # place"], "around": "place:norway"}
    right = {"slots": [agent, "place: Norway @ in # place"]}
    expected = ("UNCLEAR", 0.5, ["claim.other-deed", "place.disjoint"])
    assert placed(left, right) == placed({**left, "around": "country:NO place:norway"}, right) == expected
    by_id = {"slots": [agent, "place: Norway @ in = country:NO # place"]}
    assert placed({**left, "around": "country:NO"}, by_id) == expected
    assert placed({**left, "around": "place:sweden"}, right)[0] == "CONFLICT"


def test_what_lacks_the_slot_is_left_out() -> None:
    numbers = {"number": "12 people died."}, {"number": "15 people died."}
    assert told(fact("quantity", *numbers, {"words": "ferry"})) == [("quantity", ["CONFLICT"], 1)]


PARTS = {"classes": "arrest", "predicate": "arrest", "text": "an arrest"}
SIDES: dict[str, tuple[str, Row, Row]] = {
    "state": ("state", {"states": ["life 0 agent"]}, {"states": ["life 1 agent"]}),
    "quantity": ("quantity", {"number": "12 people died."}, {"number": "15 people died."}),
    "role": ("role", {"slots": ["role: president of Delmar Foods"]}, {"slots": ["role: chairman of Delmar Foods"]}),
    "attribution": ("quote", {"slots": ["speaker: Ana Ruiz = person:ana"]}, {"slots": ["speaker: Tom Holt = person:tom"]}),
    "entity": ("name", {"slots": ["name: Francesco Marchetti # person"]}, {"slots": ["name: Francesco Marchelti # person"]}),
    "time": (
        "event",
        {**SUNK, "slots": ["agent: the ferry"], "time": "2023-07-25"},
        {**SUNK, "slots": ["agent: the ferry"], "time": "2023-07-26"},
    ),
    "place": (
        "event",
        {**SUNK, "slots": ["agent: the ferry", "place: France @ in # place"]},
        {**SUNK, "slots": ["agent: the ferry", "place: Norway @ in # place"]},
    ),
    "polarity": (
        "statement", {**SUNK, "slots": ["agent: the ferry"]}, {**SUNK, "slots": ["agent: the ferry"], "stance": "-1 asserted"},
    ),
    "certainty": (
        "statement",
        {**SUNK, "slots": ["agent: the ferry"]},
        {**SUNK, "slots": ["agent: the ferry"], "stance": "1 suspected", "cues": ["suspected:believe"]},
    ),
    "person": (
        "statement",
        {**PARTS, "words": "police arrest ruiz port", "slots": ["agent: police", "patient: Ana Ruiz = person:ana # person"]},
        {**PARTS, "words": "police arrest holt port", "slots": ["agent: police", "patient: Tom Holt = person:tom # person"]},
    ),
    "question": ("question", {**SUNK, "kind": "question", "predicate": "cause"}, SUNK),
}  # fmt: skip


def conflicts(kind: str, score: float, *, within: bool = False) -> int:
    """How many conflicts there are where two claims that differ in ``kind`` are linked with ``score``."""
    of_fact, left, right = SIDES[kind]
    again = [{**right, "report": "a"}] if within else [right]
    if within and of_fact in ("event", "statement"):
        again.append(
            {"report": "z", **left, "words": "bell", "slots": [*left["slots"]], "time": left.get("time", "2023-07-25")}
        )
    found = compare([fact(of_fact, left, *again, score=score)], CONFIG)
    (slot,) = [c for c in found if c.kind == {"question": "certainty"}.get(kind, kind)]
    return len([c for c in slot.conflicts if c.scope == ("within" if within else "cross")])


@pytest.mark.parametrize(
    ("kind", "enough"),
    [
        ("state", 0.67), ("quantity", 0.56), ("role", 0.71), ("attribution", 0.76), ("entity", 0.67), ("time", 0.57), ("place", 0.52),
        ("polarity", 0.61), ("certainty", 0.63), ("person", 0.48), ("question", 0.67),
    ],
)  # fmt: skip
def test_a_conflict_needs_a_link_as_strong(kind: str, enough: float) -> None:
    """The least of the rule by the score of the verdict."""
    assert (conflicts(kind, enough), conflicts(kind, enough - 0.04)) == (1, 0)


@pytest.mark.parametrize("kind", SIDES)
def test_within_one_report_a_name_a_speaker_and_an_age_are_a_slip(kind: str) -> None:
    assert conflicts(kind, 1.0, within=True) == (kind in ("entity", "attribution"))


def test_two_ages_of_one_person_in_one_report_are_a_slip() -> None:
    ages = ({"number": f"The boy is {n} years old.", "slots": ["holder: boy"], "report": "a"} for n in (5, 6))
    (found,) = compare([fact("quantity", *ages, score=0.9)], CONFIG)
    assert [c.scope for c in found.conflicts] == ["within"]


OFFICES: list[str] = "president chairman director secretary treasurer manager founder owner partner analyst".split()
MANY: dict[str, Callable[[int], Row]] = {
    "quantity": lambda n: {"value": {"low": n + 4.0, "high": n + 4.0, "of": "excavator"}},
    "quote": lambda n: {"slots": [f"speaker: Ruiz-{n} = person:{n}"]},
    "role": lambda n: {"slots": [f"role: {OFFICES[n]} of Delmar Foods"]},
}


@pytest.mark.parametrize(("kind", "most", "score"), [("quantity", 4, 0.7), ("quote", 9, 0.85), ("role", 9, 0.8)])
def test_many_values_are_likely_of_several_things(kind: str, most: int, score: float) -> None:
    for count, crowded in ((most, False), (most + 1, True)):
        rows = [{"report": f"r{n:02}", **MANY[kind](n)} for n in range(count)]
        (found,) = compare([fact(kind, *rows, score=score)], CONFIG)
        assert len(found.groups) == count
        assert (found.conflicts == ()) is crowded


def placed(left: Row, right: Row) -> tuple[str, float, list[str]]:
    both = {**SUNK, "about": "place"}
    a, b = (member({**both, **row}, r) for row, r in ((left, "a"), (right, "b")))
    found, turned = _places(a, b), _places(b, a)
    assert found[:2] == turned[:2]
    return found[0], found[1], [r.code for r in found[2]]


def test_places_of_one_deed() -> None:
    agent = "agent: the ferry"
    at = {"slots": [agent, "place: France @ in # place"]}
    away = {"slots": [agent, "place: Norway @ in # place"]}
    assert placed(at, away) == ("CONFLICT", 0.7, ["place.disjoint"])
    near = {"slots": [agent, "place: Norway @ near # place"]}
    assert placed(at, near) == ("UNCLEAR", 0.5, ["claim.other-deed", "place.disjoint"])
    assert placed(at, {**away, "stance": "1 planned"}) == ("UNCLEAR", 0.5, ["claim.other-deed", "place.disjoint"])
    assert placed({**at, "stance": "1 planned"}, {**away, "stance": "1 planned"})[0] == "CONFLICT"
    again = {**away, "text": "the ferry sank again"}
    assert placed(at, again) == ("UNCLEAR", 0.5, ["claim.other-deed", "place.disjoint"])
    assert placed({**at, "text": "the ferry sank again"}, again)[0] == "CONFLICT"
    other_deed = {
        "slots": ["agent: the barge", "place: Norway @ in # place"],
        "words": "barge burn",
        "predicate": "burn",
    }
    assert placed(at, other_deed) == ("UNCLEAR", 0.5, ["claim.other-deed", "place.disjoint"])
    assert placed(at, at)[0] == "SAME"


def test_one_place_of_two_deeds_is_no_agreement() -> None:
    here = {"slots": ["agent: the ferry", "place: Norway @ in # place"]}
    two = {"classes": "burn", "predicate": "burn"}
    assert placed(here, {**here, **two, "words": "barge burn"}) == (
        "UNCLEAR",
        0.5,
        ["claim.other-deed", "place.spelling"],
    )
    assert placed(here, {**here, **two, "words": "barge burn", "classes": "burn sink"})[0] == "SAME"
    assert placed(here, {**here, "classes": "burn", "words": "barge burn"})[0] == "SAME"
    some = {**here, "words": "ferry lake night a b"}
    assert placed(some, {**here, **two, "words": "ferry lake h i j"})[0] == "SAME"
    assert placed(some, {**here, **two, "words": "ferry g h i j"})[0] == "UNCLEAR"


def test_a_place_without_a_value_is_missing() -> None:
    left = {"slots": ["place: the quay"]}
    assert placed(left, {"slots": ["place: Norway @ in # place"]}) == ("MISSING", 0.0, [])
    assert placed({}, {"slots": ["place: Norway @ in # place"]}) == ("MISSING", 0.0, [])


def test_what_happened_is_told_in_a_chain() -> None:
    """The first and the last have too few words in common, and the one between them has enough with both."""
    told_of = [{"text": "it sank", "words": w} for w in ("a b c d", "a b e f", "e f g h")]
    found = one(compare([fact("statement", *told_of)], CONFIG), "event")
    assert [len(g.members) for g in found.groups] == [3]


def test_a_report_with_a_yes_and_a_no_of_several_things_contradicts_another() -> None:
    """It stands on both sides only where its own claims contradict each other."""
    yes = {**SUNK, "slots": ["agent: the ferry"]}
    no = {**yes, "stance": "-1 asserted"}
    barge = {"words": "barge burn", "text": "the barge did not burn", "stance": "-1 asserted", "report": "a"}
    assert [len(c.conflicts) for c in compare([fact("statement", yes, no, barge)], CONFIG) if c.kind == "polarity"] == [
        1
    ]
    torn = {**no, "report": "a"}
    assert [len(c.conflicts) for c in compare([fact("statement", yes, no, torn)], CONFIG) if c.kind == "polarity"] == [
        0
    ]
