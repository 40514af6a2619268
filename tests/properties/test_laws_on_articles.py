"""The laws of reconciling, on articles: some of the project's annotated events, or all of the folder that RECONCILE_ARTICLES names.

The form of the folder is that of :mod:`tests.evaluation`; it needs no gold.
"""

import os
import re
from pathlib import Path
from random import Random

import pytest

from reconcile import Report, reconcile
from reconcile.lexicon.load import word_list
from tests.evaluation.gold import as_report, read_articles, read_events
from tests.properties import laws

_OWN = Path(__file__).resolve().parents[1] / "evaluation" / "events"
_EACH = 22  # one in so many of the own events is enough to notice what broke
_MOST_REPORTS = 5
_LEFT_OUT = 12  # sentences of each event
# What a report says besides raises doubts ("tells both numbers"): without the sentence a doubt can be gone. Measured: 5 of 385.
_MOST_ADDED = 0.03


def _events() -> dict[str, list[Report]]:
    given = os.environ.get("RECONCILE_ARTICLES")
    folder = Path(given) if given else _OWN
    found = {event.name: list(event.reports) for event in read_events(folder)}
    annotated = {report.id for reports in found.values() for report in reports}
    for name, article in read_articles(folder).items():
        if name not in annotated:
            found.setdefault(f"event {article.get('event')}", []).append(as_report(article))
    chosen = sorted(found)[:: 1 if given else _EACH]
    return {name: found[name][:_MOST_REPORTS] for name in chosen}


EVENTS = _events()
on_each = pytest.mark.parametrize("name", EVENTS)


@on_each
def test_a_report_agrees_with_its_own_copy(name: str) -> None:
    for report in EVENTS[name]:
        laws.agrees_with_its_copy(report)


@on_each
def test_the_order_of_reports_changes_nothing_but_order(name: str) -> None:
    laws.order_changes_nothing_but_order(EVENTS[name], Random(name))


@on_each
def test_one_by_one_gives_the_same_as_all_at_once(name: str) -> None:
    shuffled = list(EVENTS[name])
    Random(name).shuffle(shuffled)
    laws.one_by_one_gives_the_same(shuffled)
    laws.removed_report_leaves_no_trace(shuffled)


@on_each
def test_evidence_stands_where_it_is_said_to_stand(name: str) -> None:
    laws.evidence_holds(reconcile(EVENTS[name]))


@on_each
def test_a_result_comes_back(name: str) -> None:
    laws.comes_back_from_json(EVENTS[name])
    laws.comes_back_from_a_pickle(EVENTS[name])


@on_each
def test_copies_add_no_votes(name: str) -> None:
    laws.copies_add_no_votes(EVENTS[name])


def _likeness(report: Report, reports: list[Report]) -> float:
    """The share of a report's capitalised words that others have: two stories of one country's missiles are not unrelated."""
    own = _names(report)
    return len(own & set().union(*map(_names, reports))) / max(1, len(own))


def _names(report: Report) -> set[str]:
    return {w for w in re.findall(r"\b[A-Z]\w+", report.text) if w.lower() not in word_list("light_words")}


@on_each
def test_an_unrelated_report_changes_nothing_among_the_others(name: str) -> None:
    others = [reports[0] for other, reports in EVENTS.items() if other != name]
    laws.stranger_changes_nothing(EVENTS[name], min(others, key=lambda r: (_likeness(r, EVENTS[name]), r.id)))


def test_leaving_a_sentence_out_seldom_adds_a_contradiction() -> None:
    added = []
    for name, reports in EVENTS.items():
        chance = Random(name)
        for _ in range(_LEFT_OUT):
            first = chance.randrange(len(reports))
            turned = [*reports[first:], *reports[:first]]
            added += laws.added_by_leaving_out(turned, chance.randrange(1_000))
    assert len(added) <= _MOST_ADDED * _LEFT_OUT * len(EVENTS), "\n".join(added)
