"""The blocks of the README: what is run, and what is shown of its output."""

import re
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

README = Path(__file__).resolve().parents[2] / "README.md"
_FENCE = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_EXCERPT = re.compile(r"<!-- excerpt of the first command: (?P<parts>.+?) -->\n\Z")
_SECTION = re.compile(r"^[A-Z][A-Z ]+ \(\d+\)$")
_ITEM = re.compile(r"^ {0,2}\d+ ")


@frozen
class Block:
    """A fenced block. ``line`` is that of its fence, ``start``..``end`` its body in the README, ``excerpt`` what of a long output is shown."""

    language: str
    body: str
    line: int
    start: int
    end: int
    excerpt: str | None = None


def blocks(text: str) -> tuple[Block, ...]:
    """Every fenced block that names its language, in order."""
    found = []
    for match in _FENCE.finditer(text):
        before = text[: match.start()]
        excerpt = _EXCERPT.search(before)
        line = before.count("\n") + 1
        found.append(
            Block(match["language"], match["body"], line, *match.span("body"), excerpt["parts"] if excerpt else None)
        )
    return tuple(found)


def excerpt_of(output: str, parts: str) -> str:
    """The named sections of a report: "head; CONTRADICTIONS; AGREEMENTS 4", a number being how many items are shown."""
    sections = _sections(output.splitlines())
    kept: list[str] = []
    for part in parts.split("; "):
        name, _, most = part.partition(" ") if part.islower() else part.rpartition(" ")
        if not most.isdigit():
            name, most = part, ""
        lines = sections[name]
        shown = _first_items(lines, int(most)) if most else lines
        kept += [*shown, "    [...]", ""] if len(shown) < len(lines) else lines
    return "\n".join(kept).rstrip("\n") + "\n"


def _sections(lines: list[str]) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {"head": []}
    name = "head"
    for line in lines:
        if _SECTION.match(line):
            name = line.rpartition(" ")[0]
            sections[name] = []
        sections[name].append(line)
    return sections


def _first_items(lines: list[str], most: int) -> list[str]:
    starts = [n for n, line in enumerate(lines) if _ITEM.match(line)]
    return lines[: starts[most]] if most < len(starts) else lines


def table(text: str, head: str) -> Iterator[list[str]]:
    """The cells of each row of the table whose header begins with ``head``."""
    _, _, after = text.partition(f"\n| {head} |")
    for line in after.split("\n\n", 1)[0].splitlines()[2:]:
        yield [cell.strip() for cell in line.strip("|").split("|")]
