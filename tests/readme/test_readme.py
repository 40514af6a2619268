"""The README is true: its code runs, its output is what comes out, its examples of findings are found.

``pytest --rewrite-golden tests/readme`` writes the output anew; review the diff.
"""

import ast
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir, redirect_stdout
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest
from attrs import fields

from reconcile import Config, Reconciliation, Report, reconcile
from reconcile.model.findings import GARBLE_KINDS
from tests.readme.blocks import README, Block, blocks, excerpt_of, table

TEXT = README.read_text(encoding="utf-8")
BLOCKS = blocks(TEXT)
RUN = [b for b in BLOCKS if b.language in ("python", "console")]
# Blocks that need an extra, by a word that stands in them.
EXTRAS = {"to_frame": "pandas", "import pandas": "pandas"}


def lacks(block: Block) -> str | None:
    """The extra that a block needs and that is not installed."""
    return next((e for word, e in EXTRAS.items() if word in block.body and find_spec(e) is None), None)


def shown(block: Block) -> Block | None:
    """Where the output of a Python block is shown: the block after it, if that is text."""
    following = BLOCKS[BLOCKS.index(block) + 1 :]
    return following[0] if following and following[0].language == "text" else None


def python(block: Block, names: dict[str, object]) -> str:
    with redirect_stdout(io.StringIO()) as out:
        exec(compile(block.body, f"README.md:{block.line}", "exec"), names)  # noqa: S102
    return out.getvalue()


def console(block: Block) -> str:
    """The commands of a block, each followed by what it prints."""
    folder = str(Path(sys.executable).parent)
    environment = {
        **os.environ,
        "PATH": folder + os.pathsep + os.environ["PATH"],
        "PYTHONPATH": str(README.parent),
        "PYTHONIOENCODING": "utf-8",
    }
    lines = []
    for command in (line for line in block.body.splitlines() if line.startswith("$ ")):
        done = subprocess.run(
            ["bash", "-c", command[2:]], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment, check=False
        )
        output = done.stdout.decode("utf-8")
        lines.append(f"{command}\n{excerpt_of(output, block.excerpt) if block.excerpt else output}")
    return "".join(lines)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Mapping[int, str | Exception]:
    """The output of every block that runs, by its line: all in one session, in a folder beside the seeds."""
    folder = tmp_path_factory.mktemp("readme")
    for name in ("seeds", "examples"):
        shutil.copytree(README.parent / name, folder / name)
    names: dict[str, object] = {"__name__": "readme"}
    outputs: dict[int, str | Exception] = {}
    with chdir(folder):
        for block in RUN:
            if lacks(block):
                continue
            try:
                outputs[block.line] = console(block) if block.language == "console" else python(block, names)
            except Exception as error:  # noqa: BLE001  a block that fails must not hide the others
                outputs[block.line] = error
    return outputs


def rewritten(outputs: Mapping[int, str | Exception]) -> str:
    """The README with the output as it is."""
    text = TEXT
    for block in reversed(RUN):
        output = outputs.get(block.line)
        place = block if block.language == "console" else shown(block)
        if isinstance(output, str) and place is not None:
            text = text[: place.start] + output + text[place.end :]
    return text


@pytest.mark.parametrize("block", RUN, ids=lambda b: f"{b.language}-line-{b.line}")
def test_block_runs_and_prints_what_is_shown(
    block: Block, played: Mapping[int, str | Exception], pytestconfig: pytest.Config
) -> None:
    if extra := lacks(block):
        pytest.skip(f"needs the extra {extra}")
    output = played[block.line]
    if isinstance(output, Exception):
        raise output
    if pytestconfig.getoption("rewrite_golden"):
        README.write_text(rewritten(played), encoding="utf-8")
        return
    place = block if block.language == "console" else shown(block)
    assert output == (place.body if place else "")


@pytest.mark.parametrize(("kind", "relation", "one", "other"), tuple(table(TEXT, "agreement")))
def test_example_of_an_agreement_is_told(kind: str, relation: str, one: str, other: str) -> None:
    assert (kind, relation) in told("agreement", one, other)


@pytest.mark.parametrize(("kind", "relation", "one", "other"), tuple(table(TEXT, "contradiction")))
def test_example_of_a_contradiction_is_told(kind: str, relation: str, one: str, other: str) -> None:
    assert (kind, relation) in told("contradiction", one, other)


def told(category: str, one: str, other: str) -> set[tuple[str, str]]:
    reports = [Report(one, id="a", published=date(2024, 3, 5)), Report(other, id="b", published=date(2024, 3, 6))]
    return {(f.kind, f.relation) for f in reconcile(reports).findings if f.category == category}


@pytest.mark.parametrize(("kind", "text", "suggestion"), tuple(table(TEXT, "garble")))
def test_example_of_garbling_is_told(kind: str, text: str, suggestion: str) -> None:
    assert (kind, suggestion) in {(f.kind, f.suggestion or "") for f in reconcile([Report(text)]).garbles}


def test_every_kind_of_garbling_has_its_example() -> None:
    assert {row[0] for row in table(TEXT, "garble")} == set(GARBLE_KINDS)


def test_every_file_that_is_named_is_there() -> None:
    named = set(re.findall(r"(?<=[`(])(?:examples|tests|reconcile|seeds|\.ci)/[\w./-]*\w", TEXT))
    named |= {f"examples/{name}" for row in table(TEXT, "in `examples/`") for name in re.findall(r"`(.+?)`", row[0])}
    assert len(named) > 5
    assert [name for name in sorted(named) if not (README.parent / name).exists()] == []


def test_settings_and_renderings_are_those_of_the_library() -> None:
    settings = {a.name: a.default for a in fields(Config)}
    for name, default, _ in table(TEXT, "field"):
        assert ast.literal_eval(default.strip("`").replace(",", "")) == settings[name.strip("`")]
    methods = [m for row in table(TEXT, "method") for m in re.findall(r"`(\w+)\(", row[0])]
    assert len(methods) > 10
    assert [m for m in methods if not hasattr(Reconciliation, m)] == []
