"""Stories of more reports than can be held against each other in all pairs."""

import random
from itertools import pairwise

import pytest
from attrs import evolve

from reconcile.align.sketches import Sketch, sketch, sketch_of
from reconcile.align.stories import _EACH_NAME, _by_names, stories
from reconcile.api.stages import Stages, read_report
from reconcile.config import Config
from reconcile.model.reports import Report

COUNT = 600
WORDS = 150


def told(number: int, of: int) -> Sketch:
    """A report with half of the words of its story, and some that all stories have."""
    chance = random.Random(number)
    own = [f"story{of}-{n}" for n in chance.sample(range(WORDS), WORDS // 2)]
    common = [f"common-{n}" for n in chance.sample(range(40), 20)]
    return sketch(f"r{number:04d}", dict.fromkeys(own, 8.0) | dict.fromkeys(common, 2.0))


@pytest.fixture(scope="module")
def sketches() -> list[Sketch]:
    return [told(n, n % 3) for n in range(COUNT)]


def test_groups_are_those_of_a_few_reports(sketches: list[Sketch]) -> None:
    for few in (sketches[:60], sketches):
        expected = [[s.report_id for s in few[first::3]] for first in range(3)]
        assert [list(g) for g in stories(few).groups] == expected


def test_every_report_is_in_one_group(sketches: list[Sketch]) -> None:
    found = stories(sketches)
    assert sorted(r for g in found.groups for r in g) == [s.report_id for s in sketches]
    assert found.parts > 1


def test_reports_of_different_parts_are_about_as_alike_as_they_are_to_their_group(sketches: list[Sketch]) -> None:
    found = stories(sketches)
    (group, *_) = found.groups
    met = [found.likeness[a, b] for a, b in pairwise(group) if (a, b) in found.likeness]
    apart = [found.alike(a, b) for a, b in pairwise(group) if (a, b) not in found.likeness]
    assert met
    assert apart
    assert abs(sum(met) / len(met) - sum(apart) / len(apart)) < 0.3
    assert all(0.0 < value <= 1.0 for value in apart)


def test_known_pairs_change_nothing(sketches: list[Sketch]) -> None:
    before = stories(sketches[:-1])
    assert stories(sketches, known=before.likeness) == stories(sketches)


def test_the_order_changes_nothing(sketches: list[Sketch]) -> None:
    assert stories(sketches[::-1]).groups == stories(sketches).groups


def test_seldom_names_join_reports_that_share_few_other_words() -> None:
    """Two names that hardly any text holds are shared by chance hardly ever; one may be, and so may given names."""
    first = "Ministers met in Cartagena on Friday. Villamizar greeted Urdaneta at the harbour before the talks on cattle, oil and the border."
    second = "Beef will cross again, traders hope, now that Urdaneta and Villamizar have shaken hands. Prices fell at once in every market."
    third = "Beef will cross again, traders hope, now that Maria and Villamizar have shaken hands. Prices fell at once in every market."
    assert by_names(first, second) == 2 * _EACH_NAME
    assert by_names(first, third) == 0.0


def test_two_towns_of_one_country_are_two_stories() -> None:
    """The short texts name their country again, and their towns and persons once: it is these that tell what they are of."""
    march = (
        "Protest in Norway over water prices\n\nAbout 1,200 people marched through Meldorf in Norway on Saturday. Ulla Corez of the safety "
        "bureau did not rule out further victims. Prices had risen twice since spring, and farmers "
        "had asked for meters on every well before the council raised the fee."
    )
    crash = (
        "37 killed in bus accident in Norway\n\n37 people died when a bus left the road near Sanhaven in Norway. Oscar Granides of the rescue "
        "service did not rule out further victims. The coach was on its way to the airport; its "
        "brakes had been mended in May, and the tyres were new."
    )
    sketches = [sketch_of(read_report(Report(text, id=text[:2]), Config(), Stages())) for text in (march, crash)]
    assert "norway" not in sketches[0].topics | sketches[1].topics
    assert stories(sketches).groups == (("37",), ("Pr",))


def by_names(left: str, right: str) -> float:
    sketches = [sketch_of(read_report(Report(text, id=text[:9]), Config(), Stages())) for text in (left, right)]
    return sum(_by_names(sketches).values())


def _of(name: str, **weights: float) -> Sketch:
    return sketch(name, {word.replace("_", "-"): weight for word, weight in weights.items()})


def test_a_copy_draws_no_report_nearer() -> None:
    """Two of the reports are one story and the third is not; a copy of the first made it one too, for it counted twice."""
    first, second, third = (
        _of("a", sea=3, ship=3, crew=1),
        _of("b", sea=3, harbour=4),
        _of("c", ship=3, train=6, crew=2),
    )
    copies = [evolve(first, report_id=f"a{n}") for n in range(4)]
    apart = [g for g in stories([first, second, third], 0.12).groups if "c" in g]
    assert [g for g in stories([first, *copies, second, third], 0.12).groups if "c" in g] == apart == [("c",)]
    together = next(g for g in stories([first, *copies, second, third], 0.12).groups if "a" in g)
    assert together == ("a", "a0", "a1", "a2", "a3", "b")


def test_reports_without_words_are_no_copies_of_each_other() -> None:
    assert stories([_of("a"), _of("b")]).groups == (("a",), ("b",))
