"""How much of what is broken on purpose is found, how exactly it is mended, and how often clean text is called broken.

usage: python -m tests.evaluation.garbling FOLDER [--rounds N] [--misses] [--alarms]

FOLDER holds ``.txt`` files or ``.json`` files: an article with a ``text`` field, or a list of such. Each round puts one defect
of each kind into each article. A defect counts as found when a garble finding that the clean article does not have overlaps
its place; the repair as exact when the suggestion, put in at the first evidence, gives the clean article back.
"""

import argparse
import json
import random
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import define, field

from reconcile import Report, reconcile
from reconcile.model.findings import Finding
from tests.evaluation.injections import INJECTORS, Injection


@define
class Score:
    """Counts by kind of defect, and what was missed."""

    total: Counter[str] = field(factory=Counter)
    found: Counter[str] = field(factory=Counter)
    suggested: Counter[str] = field(factory=Counter)
    exact: Counter[str] = field(factory=Counter)
    misses: list[str] = field(factory=list)
    alarms: list[str] = field(factory=list)
    words: int = 0
    boilerplate: int = 0

    def lines(self) -> Iterable[str]:
        """The figures as a table, one kind a line."""
        for kind in sorted(self.total):
            found, total, suggested = self.found[kind], self.total[kind], self.suggested[kind]
            yield f"{kind:18} {found:4}/{total:<4} {share(found, total)}  exact {self.exact[kind]}/{suggested} {share(self.exact[kind], suggested)}"
        found, total = self.found.total(), self.total.total()
        yield f"{'all':18} {found:4}/{total:<4} {share(found, total)}  exact {share(self.exact.total(), self.suggested.total())}"
        yield f"false flags {len(self.alarms)} in {self.words} words: {1000 * len(self.alarms) / max(1, self.words):.2f} per 1000 (and {self.boilerplate} boilerplate)"


def share(part: int, whole: int) -> str:
    """ "83%", or "-" of nothing."""
    return f"{100 * part / whole:.0f}%" if whole else "-"


def articles(folder: Path) -> list[str]:
    """The texts of the folder's files, in order of name."""
    texts: list[str] = []
    for path in sorted(folder.iterdir()):
        if path.suffix == ".txt":
            texts.append(path.read_text(encoding="utf-8"))
        elif path.suffix == ".json":
            held = json.loads(path.read_text(encoding="utf-8"))
            texts += [item["text"] for item in (held if isinstance(held, list) else [held]) if "text" in item]
    return texts


def garbles(text: str) -> tuple[Finding, ...]:
    """The garble findings of one article read alone."""
    return reconcile([Report(text, id="article")]).garbles


def evaluate(texts: Sequence[str], rounds: int = 1) -> Score:
    """Score every article: its clean form for alarms, then ``rounds`` times every kind of defect."""
    score = Score()
    for text in texts:
        clean = garbles(text)
        score.words += len(text.split())
        score.boilerplate += sum(f.kind == "boilerplate" for f in clean)
        score.alarms += [f"{f.kind}: {f.summary} | {context(text, f)}" for f in clean if f.kind != "boilerplate"]
        known = {_form(f) for f in clean}
        for number in range(rounds):
            for injector in INJECTORS:
                # a chance of its own for each article and kind, so that one text more or less changes no other figure
                chance = random.Random(zlib.crc32(text.encode("utf-8", "replace")) + number)
                if (injection := injector(text, chance)) is not None:
                    _judge(score, text, injection, known)
    return score


def _form(finding: Finding) -> tuple[str, str]:
    return finding.kind, finding.evidence[0].text


def _judge(score: Score, text: str, injection: Injection, known: set[tuple[str, str]]) -> None:
    score.total[injection.kind] += 1
    hits = [
        f
        for f in garbles(injection.text)
        if _form(f) not in known and f.evidence[0].start <= injection.end and injection.start <= f.evidence[0].end
    ]
    if not hits:
        around = injection.text[max(0, injection.start - 60) : injection.end + 60]
        score.misses.append(f"{injection.kind}: {around!r}")
        return
    score.found[injection.kind] += 1
    mended = [repaired(injection.text, f) for f in hits if f.suggestion is not None]
    score.suggested[injection.kind] += bool(mended)
    wanted = _restored(injection)
    score.exact[injection.kind] += any(m.split() == wanted.split() for m in mended)
    if mended and not any(m.split() == wanted.split() for m in mended):
        score.misses.append(
            f"{injection.kind} not exact: " + "; ".join(f"{f.evidence[0].text!r} -> {f.suggestion!r}" for f in hits)
        )


def _restored(injection: Injection) -> str:
    clean = injection.clean or ""
    return injection.text[: injection.start] + clean + injection.text[injection.end :]


def repaired(text: str, finding: Finding) -> str:
    """The text with the finding's suggestion in the place of its first evidence."""
    place = finding.evidence[0]
    return text[: place.start] + (finding.suggestion or "") + text[place.end :]


def context(text: str, finding: Finding) -> str:
    """Where a finding stands."""
    place = finding.evidence[0]
    return repr(text[max(0, place.start - 40) : place.end + 40])


def main() -> None:
    """Print the figures of one folder."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--rounds", type=int, default=1)
    options.add_argument("--misses", action="store_true")
    options.add_argument("--alarms", action="store_true")
    chosen = options.parse_args()
    score = evaluate(articles(chosen.folder), chosen.rounds)
    for line in (*(score.misses if chosen.misses else ()), *(score.alarms if chosen.alarms else ()), *score.lines()):
        print(line)


if __name__ == "__main__":
    main()
