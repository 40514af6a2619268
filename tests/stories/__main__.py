"""``python -m tests.stories [--lift] [STORY...]``: every expectation, met or not; ``--lift`` removes reasons that no longer hold."""

import argparse
import re
import tomllib
from pathlib import Path

from tests.stories.loading import FOLDER
from tests.stories.outcome import Row, fault, rows

_HEADER = re.compile(r"^\[\[(\w+)\]\]$")


def lift(path: Path, met: set[tuple[str, int]]) -> None:
    """Remove the reasons of the rows that are met."""
    kept: list[str] = []
    counts: dict[str, int] = {}
    current = ("", 0)
    for line in path.read_text(encoding="utf-8").splitlines():
        header = _HEADER.match(line)
        if header:
            table = header.group(1)
            current = (table, counts.get(table, 0))
            counts[table] = current[1] + 1
        if not (line.startswith("xfail = ") and current in met):
            kept.append(line)
    text = "\n".join(kept) + "\n"
    tomllib.loads(text)
    path.write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("story", nargs="*")
    parser.add_argument("--lift", action="store_true", help="remove the reasons of rows that are met now")
    options = parser.parse_args()
    chosen = [row for row in rows() if not options.story or row.story in options.story]
    faults = {row: fault(row) for row in chosen}
    for row, why in faults.items():
        state = ("unmet" if row.unmet else "FAILS") if why else ("MET NOW" if row.unmet else "ok")
        print(f"{state:8} {row.id}{': ' + why if why else ''}")
    for table in dict.fromkeys(row.table for row in chosen):
        of_table = [row for row in chosen if row.table == table]
        print(f"{table}: {sum(not faults[row] for row in of_table)} of {len(of_table)} met")
    if options.lift:
        for name in {row.story for row in chosen}:
            lift(FOLDER / f"{name}.toml", {_key(row) for row in chosen if row.story == name and not faults[row]})


def _key(row: Row) -> tuple[str, int]:
    return row.table, row.number


if __name__ == "__main__":
    main()
