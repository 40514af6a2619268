"""The quality that must not be lost: figures on the project's own texts, pinned with the digest of what they were measured on.

``stories`` are the short ones of ``tests/stories``, which rules are learnt on; ``events`` are whole articles with their annotation in
``events/``, written before the rules that they are measured with had seen them. When the texts change, the digest does: measure again
(``python -m tests.evaluation.test_floors``) and write down the new figures.
"""

import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reconcile import reconcile
from tests.evaluation.gold import read_events
from tests.evaluation.score import Score, score, sum_of
from tests.stories.loading import FOLDER, stories
from tests.stories.outcome import reconciled

EVENTS = Path(__file__).with_name("events")
SETS = ("stories", "events")


@cache
def floors() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))


@cache
def reached(name: str) -> Score:
    """The score of all texts of a set together."""
    if name == "stories":
        return sum_of([score(s.event, reconciled(s.name)) for s in stories()])
    return sum_of([score(e, reconcile(e.reports)) for e in read_events(EVENTS)])


def figures(name: str) -> dict[str, float]:
    """The figures that are held."""
    found = reached(name)
    return {
        "contradictions_recall": found.total("contradictions").recall,
        "contradictions_expected": found.total("contradictions").precision,
        "agreements_recall": found.total("agreements").recall,
        "garbles_recall": found.total("garbles").recall,
        "garbles_expected": found.total("garbles").precision,
        "trap_hits": found.trap_hits,
    }


def digest(name: str) -> str:
    """Over the texts and what is expected of them, without the reasons of rows that are not met."""
    paths = FOLDER.glob("*.toml") if name == "stories" else EVENTS.glob("*/*.json")
    lines = (
        line
        for path in sorted(paths)
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("xfail = ")
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


@pytest.mark.parametrize("name", SETS)
def test_the_floors_are_those_of_these_texts(name: str) -> None:
    assert floors()[name]["digest"] == digest(name)


@pytest.mark.parametrize("name", SETS)
def test_no_figure_falls(name: str) -> None:
    now = figures(name)
    fallen = {key: (now[key], least) for key, least in floors()[name]["at_least"].items() if now[key] < least}
    assert fallen == {}


@pytest.mark.parametrize("name", SETS)
def test_no_count_rises(name: str) -> None:
    now = figures(name)
    risen = {key: (now[key], most) for key, most in floors()[name]["at_most"].items() if now[key] > most}
    assert risen == {}


@pytest.mark.parametrize("name", SETS)
def test_every_figure_is_held(name: str) -> None:
    assert {*floors()[name]["at_least"], *floors()[name]["at_most"]} == set(figures(name))


if __name__ == "__main__":
    for which in SETS:
        print(f'[{which}]\ndigest = "{digest(which)}"')
        for key, value in figures(which).items():
            print(f"{key} = {value if isinstance(value, int) else int(value * 1000) / 1000}")
