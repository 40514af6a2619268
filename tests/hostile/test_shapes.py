"""Reports that are no plain article: mixed events, headlines, a transcript, a live blog, two languages, a page of noise."""

import pytest

from reconcile import Report, group_reports, reconcile
from reconcile.config import Config
from tests.benchmarks.generator import one_event, report, scene
from tests.stories.loading import stories

HEADLINES = """\
Nine dead as tourist coach leaves mountain road
Opposition candidate wins in Port Lindon
Norvik to buy Delmar Foods for $1.2bn
Two hurt in bakery fire
Cup final goes to shoot-out
Rain expected at the weekend
Train drivers to strike for 48 hours
"""
TRANSCRIPT = """\
ANCHOR: Good evening. We begin in Salvera, where a coach has gone off the road. Paul, what do we know?

REPORTER: Well, we know that at least nine people have died. Police say the accident was on Sunday afternoon.

ANCHOR: And the driver?

REPORTER: He's alive. He's 58, he's in hospital, um, we -- we don't know more.

ANCHOR: [CROSSTALK] Was it -- was it raining?

REPORTER: (inaudible) ... yes. Twenty-three people are hurt.

(COMMERCIAL BREAK)
"""
LIVE_BLOG = """\
Live: Coach crash near Salvera

19:42 The number of dead has risen to nine, police say.

18:05 Police now speak of seven dead and 20 injured.

17.30 At least four people have died, according to the fire service.

16:58 A coach has left the road north of Salvera, local radio reports. There are injured.

Refresh for updates

16:40 GMT This is our live blog.
"""
TWO_LANGUAGES = """\
A coach plunged into a ravine near Salvera on Sunday, killing nine people.

Neun Menschen sind am Sonntag bei einem Busunglück in der Nähe von Salvera ums Leben gekommen, 23 wurden verletzt.

Neuf personnes ont été tuées dimanche près de Salvera, selon la police.
"""


def accident() -> Report:
    return next(s for s in stories() if s.name == "accident").event.reports[0]


def cross(result_of: list[Report]) -> list[str]:
    return [f.summary for f in reconcile(result_of).contradictions if f.scope == "cross"]


def test_reports_of_many_events_do_not_contradict_each_other() -> None:
    first_of_each = [s.event.reports[0] for s in stories()]
    result = reconcile(first_of_each)
    told = (*result.contradictions, *result.agreements)
    assert [f.summary for f in told if len(f.report_ids) > 1] == []


def test_generated_events_do_not_contradict_each_other() -> None:
    assert cross([report(scene(n), n, 120) for n in range(8)]) == []


def test_mixed_events_are_told_apart() -> None:
    found = [r for s in stories() for r in s.event.reports]
    groups = group_reports(found)
    assert sorted(i for g in groups for i in g.report_ids) == sorted(r.id for r in found)
    events = {r.id: s.name for s in stories() for r in s.event.reports}
    assert [g.report_ids for g in groups if len({events[i] for i in g.report_ids}) > 1] == []


def test_a_list_of_headlines_contradicts_nothing() -> None:
    assert cross([accident(), Report(HEADLINES, id="headlines")]) == []
    assert [f.summary for f in reconcile([Report(HEADLINES, id="headlines")]).contradictions] == []


def test_a_transcript_contradicts_nothing() -> None:
    assert cross([accident(), Report(TRANSCRIPT, id="transcript", published=accident().published)]) == []


def test_a_transcript_agrees_with_an_article() -> None:
    result = reconcile([accident(), Report(TRANSCRIPT, id="transcript", published=accident().published)])
    assert any("transcript" in f.report_ids for f in result.agreements)


@pytest.mark.xfail(reason="times of the entries of a live blog do not order its figures yet", strict=True)
def test_a_live_blog_revises_itself() -> None:
    """Older entries of one page are no conflict with what is told above them."""
    result = reconcile([accident(), Report(LIVE_BLOG, id="blog", published=accident().published)])
    assert [f.summary for f in result.contradictions if f.relation == "conflict"] == []


def test_two_languages_in_one_report() -> None:
    assert cross([accident(), Report(TWO_LANGUAGES, id="mixed", published=accident().published)]) == []


def test_a_report_in_another_language_is_left_alone() -> None:
    foreign = Report(TWO_LANGUAGES.split("\n\n")[1], id="german", language="de", published=accident().published)
    assert cross([accident(), foreign]) == []


def test_what_lies_past_a_limit_is_told() -> None:
    long = accident().text * 3
    result = reconcile([Report(long, id="long")], config=Config(max_chars=len(accident().text)))
    limit = len(accident().text)
    assert max(e.end for e in result.unchecked) >= len(long.rstrip(" .\n"))
    assert not [e for e in result.unchecked if e.start < limit < e.end]
    assert all(e.end <= len(accident().text) for f in result.findings for e in f.evidence)


def test_more_reports_than_the_limit_are_told() -> None:
    found = one_event(3, 2, 60)
    result = reconcile(found, config=Config(max_reports=2))
    assert any(e.report_id == found[2].id for e in result.unchecked)


def test_a_text_of_two_megabytes() -> None:
    """One sentence of words without meaning, to the end of what is read; the answer comes, and soon enough for a test."""
    text = "Twelve people died on Sunday.\n\n" + "lorem ipsum dolor " * 111_000
    assert len(text) > 1_990_000
    result = reconcile([Report(text, id="huge")], config=Config(max_chars=60_000))
    assert max(e.end for e in result.unchecked) >= len(text.rstrip())


def test_long_runs_of_one_thing() -> None:
    for run in (
        "," * 20_000,
        "a" * 50_000,
        "(" * 5_000,
        "“" * 2_000,
        "12 " * 150,
        "on Sunday " * 2_000,
        "Mr. " * 3_000,
        "\n" * 50_000,
    ):
        assert reconcile([Report(run, id="run")]).reports
