"""``python -m tests.evaluation.inject [FOLDER] [--most N] [--misses]``: are known errors found?

Each article meets a copy of itself in which one number, date, place, name, negation or role is wrong, and nothing else is.
An error is found when a contradiction has evidence at the error in the copy and at what stood there in the article. What is
told there already when the copy holds no error was "flagged before" and counts as no success.
"""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import evolve, frozen

from reconcile import Finding, Reconciliation, Report, reconcile
from tests.evaluation.gold import Place, as_report, read_articles
from tests.evaluation.matching import places, touches
from tests.evaluation.swapping import FINDERS, Swap, swaps

# A negation changes its clause: evidence may name the verb beside it.
NEAR = {"negation": 40}


@frozen
class Trial:
    """One error in one article, whether it was found, and whether something was told there before."""

    kind: str
    report: str
    shown: str
    found: bool
    before: bool


def trials(report: Report, most: int = 2, kinds: Iterable[str] = tuple(FINDERS)) -> Iterator[Trial]:
    """At most ``most`` trials of each kind with one article."""
    original = evolve(report, id="original", source="First")
    before = reconcile([original, evolve(report, id="copy", source="Second")])
    for kind in kinds:
        for swap in swaps(report.text, kind, most):
            changed = evolve(report, id="copy", source="Second", text=swap.apply(report.text))
            after = reconcile([original, changed])
            shown = f"{_around(report.text, swap)!r} -> {swap.new!r}"
            yield Trial(kind, report.id, shown, is_found(after, swap), is_found(before, evolve(swap, new="")))


def is_found(result: Reconciliation, swap: Swap) -> bool:
    """Whether a contradiction between both texts stands at the error and at what was there before."""
    near = NEAR.get(swap.kind, 0)
    old = Place("original", swap.start - near, max(swap.end, swap.start + 1) + near)
    new = Place("copy", swap.start - near, swap.start + max(len(swap.new), 1) + near)
    return any(_stands_at(f, old, new) for f in result.contradictions)


def _stands_at(finding: Finding, old: Place, new: Place) -> bool:
    found = places(finding)
    return touches(found, (old,)) and touches(found, (new,))


def _around(text: str, swap: Swap) -> str:
    return text[max(0, swap.start - 30) : swap.end + 30].replace("\n", " ")


def lines(done: Iterable[Trial]) -> Iterator[str]:
    """Recall by kind, and how many places were flagged before."""
    kept = list(done)
    for kind in FINDERS:
        of_kind = [t for t in kept if t.kind == kind]
        fresh = [t for t in of_kind if not t.before]
        found = sum(t.found for t in fresh)
        share = f"{found / len(fresh):6.1%}" if fresh else "     -"
        yield f"{kind:10} found {found:4} of {len(fresh):4} ({share})   flagged before {len(of_kind) - len(fresh)}"
    fresh = [t for t in kept if not t.before]
    yield f"{'all':10} found {sum(t.found for t in fresh):4} of {len(fresh):4} ({sum(t.found for t in fresh) / max(1, len(fresh)):6.1%})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="without one, the stories of these tests")
    parser.add_argument("--most", type=int, default=2, help="errors of each kind in each article (default 2)")
    parser.add_argument("--misses", action="store_true", help="list the errors that were not found")
    options = parser.parse_args()
    articles = [as_report(a) for a in read_articles(options.folder).values()] if options.folder else own_reports()
    done = [trial for report in articles for trial in trials(report, options.most)]
    for line in lines(done):
        print(line)
    for trial in done if options.misses else ():
        if not trial.found:
            print(f"missed {trial.kind}: {trial.shown}")


def own_reports() -> list[Report]:
    """The reports of the stories of these tests."""
    from tests.stories.loading import stories

    return [report for story in stories() for report in story.event.reports]


if __name__ == "__main__":
    main()
