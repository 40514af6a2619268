"""``python -m tests.stories [--mark] [STORY...]``: every expectation, met or not.

``--mark`` writes down what is not met, with the reason, and takes out the reasons that no longer hold. What was met and no longer is
shows in the diff, and in the floors of ``tests/evaluation/floors.toml``.
"""

import argparse
import re
import tomllib
from collections import Counter
from collections.abc import Mapping

from tests.stories.loading import FOLDER
from tests.stories.outcome import Row, fault, rows

_HEADER = re.compile(r"\[\[(?P<table>\w+)\]\]")
_REASON = "xfail = "


def marked(text: str, faults: Mapping[tuple[str, int], str]) -> str:
    """A story's file with a reason in every row of ``faults`` (by table and number), its own where it has one, and in no other."""
    kept: list[str] = []
    counts: Counter[str] = Counter()
    current = ("", 0)
    for line in text.splitlines():
        if header := _HEADER.fullmatch(line):
            current = (header["table"], counts[header["table"]])
            counts[header["table"]] += 1
            kept += [line, f'{_REASON}"{_reason(faults[current])}"'] if current in faults else [line]
        elif not line.startswith(_REASON):
            kept.append(line)
        elif current in faults:
            kept[-1] = line
    return "\n".join(kept) + "\n"


def _reason(why: str) -> str:
    if why.startswith("no such"):
        return "not told yet"
    if why.startswith("told as a contradiction"):
        return "told as a contradiction"
    if why.startswith("told as "):
        return re.sub(r"[\[\]'\"]", "", why)
    return "told, but not as an update" if why.startswith("relation") else "more is told than expected"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("story", nargs="*")
    parser.add_argument("--mark", action="store_true", help="write down what is not met, and take out what now is")
    options = parser.parse_args()
    chosen = [row for row in rows() if not options.story or row.story in options.story]
    faults = {row: fault(row) for row in chosen}
    for row, why in faults.items():
        state = ("unmet" if row.unmet else "FAILS") if why else ("MET NOW" if row.unmet else "ok")
        print(f"{state:8} {row.id}{': ' + why if why else ''}")
    for table in dict.fromkeys(row.table for row in chosen):
        of_table = [row for row in chosen if row.table == table]
        print(f"{table}: {sum(not faults[row] for row in of_table)} of {len(of_table)} met")
    if options.mark:
        for name in sorted({row.story for row in chosen}):
            mark(name, {row: why for row, why in faults.items() if row.story == name and why})


def mark(story: str, faults: Mapping[Row, str]) -> None:
    """Rewrite one story's file."""
    path = FOLDER / f"{story}.toml"
    text = marked(path.read_text(encoding="utf-8"), {(row.table, row.number): why for row, why in faults.items()})
    tomllib.loads(text)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
