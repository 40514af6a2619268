"""How plain statements in other words are told, held against the floors."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from tests.paraphrases.trials import TABLES, table, trials

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", TABLES)
def test_what_is_told_of_plain_statements(name: str) -> None:
    counts = Counter((trial.same, trial.outcome()) for trial in trials(name))
    for same, floor in ((True, "agree"), (False, "contradict")):
        total = sum(n for (kind, _), n in counts.items() if kind == same)
        assert counts[same, "right"] / total >= FLOORS[name][floor], (name, floor)
    assert counts[True, "wrong"] <= FLOORS[name]["wrong"]
    assert counts[False, "wrong"] <= FLOORS[name]["alike"]


@pytest.mark.parametrize("name", TABLES)
def test_every_fact_has_three_leads_and_wordings(name: str) -> None:
    for fact, entry in table(name).items():
        wordings = entry.get("wordings") or [*entry["yes"], *entry["no"]]
        assert len(entry["leads"]) == 3, fact
        assert len(wordings) == len(set(wordings)) >= 5, fact
        assert all(("{n}" in w or "{N}" in w) == ("values" in entry) for w in wordings), fact
