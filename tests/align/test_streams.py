"""Mixed streams into events."""

from datetime import date, timedelta

from reconcile import Report, group_reports
from tests.benchmarks.generator import mixed, one_event

STORM = (
    "A storm tore the roofs off dozens of houses in Velmora on Tuesday, the fire brigade said.\n\n"
    "Power lines fell across Velmora and schools stayed shut. {more}"
)
LATER = (
    "Velmora counts the cost of a storm that felled trees, sank boats in the harbour and cut off the ferry to the islands.\n\n"
    "Insurers expect claims of two million crowns; divers are looking for the wreck of a trawler."
)
STRIKE = (
    "Bus drivers in Karsund walked out on Tuesday after talks on pay broke down, their union said.\n\n"
    "Commuters in Karsund queued for taxis. {more}"
)
MORE = ("Nobody was hurt.", "The mayor spoke of a lucky escape.", "Repairs will take a week.", "Rain is forecast.")


def told(text: str, name: str, day: date | None = None) -> list[Report]:
    return [Report(text.format(more=more), id=f"{name}{n}", published=day) for n, more in enumerate(MORE)]


def names(reports: list[Report]) -> list[set[str]]:
    """The first letters of the ids in each group, largest group first."""
    found = sorted(group_reports(reports), key=lambda g: -len(g.report_ids))
    return [{i.rstrip("0123456789-") for i in g.report_ids} for g in found]


def test_two_events_are_two_groups() -> None:
    assert sorted(map(sorted, names(told(STORM, "storm") + told(STRIKE, "strike")))) == [["storm"], ["strike"]]


def test_one_event_alone_is_one_group() -> None:
    assert names(told(STORM, "storm")) == [{"storm"}]
    assert len(group_reports(one_event(40, words=120))) == 1


def test_scenes_of_one_kind_are_mostly_kept_apart() -> None:
    reports = mixed(96)
    found = group_reports(reports)
    pure = [g for g in found if len({i[:6] for i in g.report_ids}) == 1]
    assert len(pure) >= 0.7 * len(found)
    assert sum(len(g.report_ids) for g in found) == len(reports)


def test_the_same_words_years_apart_are_two_events() -> None:
    first, second = date(2019, 3, 5), date(2023, 11, 7)
    assert names(told(STORM, "old", first) + told(LATER, "new", first + timedelta(days=3))) == [{"old", "new"}]
    assert names(told(STORM, "old", first) + told(LATER, "new", second)) == [{"new"}, {"old"}]


def test_a_short_note_goes_to_the_event_that_it_names() -> None:
    note = Report("Roofs off in Velmora storm.", id="note")
    found = names([*told(STORM, "storm"), *told(STRIKE, "strike"), note])
    assert {"storm", "note"} in found


def test_what_fits_nothing_stays_alone() -> None:
    other = Report(
        "The chess club of Tarn elected a new treasurer and thanked its cook for forty years of soup.", id="chess"
    )
    found = group_reports([*told(STORM, "storm"), *told(STRIKE, "strike"), other])
    (alone,) = [g for g in found if "chess" in g.report_ids]
    assert alone.report_ids == ("chess",)
    assert alone.reasons[0].code == "group.alone"


def test_each_membership_has_its_reason() -> None:
    (group,) = group_reports(told(STORM, "storm"))
    reasons = {dict(r.params)["report"]: dict(r.params)["words"] for r in group.reasons}
    assert sorted(reasons) == sorted(group.report_ids)
    assert all("velmora" in words for words in reasons.values())


def test_the_order_of_a_stream_changes_nothing() -> None:
    reports = mixed(40, words=120)
    assert group_reports(reports[::-1]) == group_reports(reports)


def test_an_empty_stream_has_no_groups() -> None:
    assert group_reports([]) == ()
