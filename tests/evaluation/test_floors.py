"""The quality that must not be lost: figures on the stories, pinned with the digest of what they were measured on.

When stories change, the digest does: measure again (``python -m tests.evaluation.test_floors``) and write down the new figures.
"""

import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from tests.evaluation.score import Score, score, sum_of
from tests.stories.loading import FOLDER, stories
from tests.stories.outcome import reconciled


@cache
def floors() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))


@cache
def reached() -> Score:
    """The score of all stories together."""
    return sum_of([score(s.event, reconciled(s.name)) for s in stories()])


def figures() -> dict[str, float]:
    """The figures that are held."""
    found = reached()
    return {
        "contradictions_recall": found.total("contradictions").recall,
        "contradictions_expected": found.total("contradictions").precision,
        "agreements_recall": found.total("agreements").recall,
        "garbles_recall": found.total("garbles").recall,
        "garbles_expected": found.total("garbles").precision,
        "trap_hits": found.trap_hits,
    }


def digest() -> str:
    """Over the stories without the reasons of rows that are not met."""
    lines = (
        line
        for path in sorted(FOLDER.glob("*.toml"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("xfail = ")
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def test_the_floors_are_those_of_these_stories() -> None:
    assert floors()["digest"] == digest()


def test_no_figure_falls() -> None:
    now = figures()
    fallen = {name: (now[name], least) for name, least in floors()["at_least"].items() if now[name] < least}
    assert fallen == {}


def test_no_count_rises() -> None:
    now = figures()
    risen = {name: (now[name], most) for name, most in floors()["at_most"].items() if now[name] > most}
    assert risen == {}


def test_every_figure_is_held() -> None:
    assert {*floors()["at_least"], *floors()["at_most"]} == set(figures())


if __name__ == "__main__":
    print(f'digest = "{digest()}"')
    for name, value in figures().items():
        print(f"{name} = {value if isinstance(value, int) else int(value * 1000) / 1000}")
