"""``python -m tests.scorecards [--write] [--check FOLDER]``: see the package's docstring."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from reconcile.measure.scorecards import Scorecard, scorecard
from tests.evaluation.gold import read_events
from tests.scorecards.fitting import cross_validated, fitted, weighed
from tests.scorecards.pairs import Row, rows

EVENTS = Path(__file__).parents[1] / "evaluation" / "events"
CARD = Path(__file__).parents[2] / "reconcile" / "lexicon" / "en" / "scorecards.toml"
THRESHOLDS = (0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.15)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.scorecards", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the card that all events come to")
    parser.add_argument("--check", type=Path, help="a folder of other events: what the written card does there")
    given = parser.parse_args()
    found = [row for event in read_events(given.check or EVENTS) for row in rows(event)]
    print(f"{len(found)} pairs, {sum(bool(r.told) for r in found)} of them in {len(_told(found))} contradictions")
    for line in report(found, weighed(scorecard("quantities"), found) if given.check else cross_validated(found)):
        print(line)
    if given.write:
        CARD.write_text(written(fitted(found)), encoding="utf-8")


def report(found: Sequence[Row], probabilities: Sequence[float]) -> list[str]:
    """How many contradictions are told from each probability on, and how many of the pairs are right."""
    lines = []
    for least in THRESHOLDS:
        chosen = [r for r, p in zip(found, probabilities, strict=True) if p >= least]
        right = sum(bool(r.told) for r in chosen)
        traps = {(r.event, n) for r in chosen for n in r.traps}
        share = f"{right / len(chosen):4.0%}" if chosen else "   -"
        lines.append(
            f"  {least:.1f}: {len(_told(chosen)):4} contradictions, {right:4} of {len(chosen):4} pairs right ({share}), "
            f"{len(traps)} traps"
        )
    return lines


def _told(found: Sequence[Row]) -> set[tuple[str, int]]:
    return {(r.event, n) for r in found for n in r.told}


def written(card: Scorecard) -> str:
    """The card as TOML."""
    head = CARD.read_text(encoding="utf-8").partition("[quantities]")[0]
    lines = [f"{head}[quantities]", f"base = {card.base}"]
    for name, steps in card.steps.items():
        lines += ["", f"[quantities.features.{name}]", f"at = {list(steps.at)}", f"points = {list(steps.points)}"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
