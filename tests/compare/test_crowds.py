"""Who speaks for whom where very many reports state one fact."""

from reconcile.compare.crowds import _value, carried, speakers, unheard
from reconcile.measure.pairs import CROWD
from reconcile.model.comparisons import Member
from tests.compare.telling import Row, member


def stating(*told: str, first: int = 0) -> list[Member]:
    """One member a report, of these values; "3:a" is of the report of the fourth."""
    found = []
    for n, written in enumerate(told, first):
        report, _, value = written.rpartition(":")
        found.append(member({"predicate": value, "n": n}, f"r{int(report or n):03}"))
    return found


def test_a_few_speak_for_themselves() -> None:
    few = stating(*"a" * CROWD)
    assert speakers(few) == {n: [] for n in range(CROWD)}
    assert speakers([*few, *stating("0:b", first=CROWD)]) == {n: [] for n in range(CROWD + 1)}


def test_of_a_crowd_four_speak_for_those_of_one_value() -> None:
    many = stating(*"a" * (CROWD + 1))
    assert speakers(many) == {0: list(range(4, CROWD + 1)), 1: [], 2: [], 3: []}
    assert unheard(many, speakers(many)) == []


def test_a_report_speaks_once() -> None:
    many = stating("a", "0:a", *"a" * CROWD)
    assert speakers(many) == {0: [1, *range(5, CROWD + 2)], 2: [], 3: [], 4: []}


def test_of_many_values_fewer_speak_for_each() -> None:
    """A value told by one report has one speaker; the more values, the fewer speakers of each, but always one."""
    for values, each in ((25, 4), (26, 3), (34, 2), (75, 1), (100, 1)):
        many = stating(*(f"v{n % values}" for n in range(values * 5)))
        assert len(speakers(many)) == values * each


def test_values_that_few_tell_are_not_heard() -> None:
    many = stating(*(f"v{n}" for n in range(130)), *("common" for _ in range(40)), "130:common")
    chosen = speakers(many)
    assert len(chosen) == 100
    assert [n for n in chosen if n >= 130] == [130]
    assert chosen[130] == list(range(131, 171))
    assert unheard(many, chosen) == [[n] for n in range(99, 130)]


def test_values_of_as_many_reports_come_in_their_order() -> None:
    """A value that one report tells often is no common one."""
    many = stating(*(f"v{n}" for n in range(101)), "100:v100", "100:v100")
    assert sorted(speakers(many)) == list(range(100))
    assert unheard(many, speakers(many)) == [[100, 101, 102]]


def test_the_surest_link_of_two_values_is_that_of_their_speakers() -> None:
    many = stating(*"a" * 20, *"b" * 20)
    chosen = speakers(many)
    ids = [m.claim.id for m in many]
    told = {(ids[5], ids[30]): 0.4, (ids[6], ids[31]): 0.7, (ids[0], ids[20]): 0.2, (ids[7], ids[8]): 0.9}
    found = carried(many, chosen, told)
    assert found[ids[0], ids[20]] == 0.2
    assert found[ids[1], ids[21]] == found[ids[0], ids[21]] == 0.7
    assert found[ids[0], ids[1]] == 0.9
    assert found[ids[20], ids[21]] == 0.0
    assert {k: v for k, v in found.items() if k in told} == told


def test_where_all_speak_the_links_stay_as_they_are() -> None:
    few = stating("a", "b")
    links = {(few[0].claim.id, few[1].claim.id): 0.5}
    assert carried(few, speakers(few), links) is links


def test_what_makes_two_values_equal() -> None:
    whole: Row = {"predicate": "sink", "classes": "sink", "stance": "1 asserted"}
    for change in (
        {"predicate": "sail"},
        {"classes": "sail"},
        {"stance": "-1 asserted"},
        {"stance": "1 denied"},
        {"superseded": True},
    ):
        assert _value(member(whole, "a")) == _value(member(whole, "b")) != _value(member({**whole, **change}, "b"))
    about: Row = {"slots": ["agent: Ruiz = person:ana @ by"], "about": "agent"}
    assert _value(member(about, "a")) == _value(member({**about, "predicate": "sail"}, "b"))
    others = ("agent: Ruiz = person:tom @ by", "agent: Ruiz = person:ana @ to", "agent: Holt = person:ana @ by")
    for other in others:
        assert _value(member(about, "a")) != _value(member({**about, "slots": [other]}, "b"))
    assert _value(member(about, "a")) != _value(member({**about, "superseded": True}, "b"))
    assert _value(member(about, "a")) == _value(member({**about, "slots": ["agent: RUIZ = person:ana @ by"]}, "b"))
    assert _value(member({"number": "12 people died."}, "a")) == _value(member({"number": "Twelve people died."}, "b"))
    assert _value(member({"number": "12 people died."}, "a")) != _value(member({"number": "15 people died."}, "b"))
