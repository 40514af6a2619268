"""Prints how many of the pairs are told as they should be."""

import sys
from collections import Counter

from tests.paraphrases.trials import TABLES, trials


def main(names: list[str]) -> None:
    for name in names or TABLES:
        counts: Counter[tuple[bool, str]] = Counter()
        for trial in trials(name):
            outcome = trial.outcome()
            counts[trial.same, outcome] += 1
            if names and outcome != "right":
                print(f"  {outcome:7} {trial.fact}: {trial}")
        for same in (True, False):
            total = sum(n for (kind, _), n in counts.items() if kind == same)
            found, wrong = counts[same, "right"], counts[same, "wrong"]
            print(
                f"{name:10} {'agree' if same else 'contradict':10} {found:4} of {total:4} ({found / total:.1%}), wrong {wrong}"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
