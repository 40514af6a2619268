"""The door to rich: a console that draws the same for the same arguments, wherever it runs."""

from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


def drawn(parts: "Iterator[RenderableType]", *, width: int, color: bool) -> str:
    """Draw ``parts`` one under another, ``width`` columns wide; colour as ANSI sequences only where asked for."""
    console = _console(width, color=color)
    for part in parts:
        console.print(part)
    lines = console.file.getvalue().splitlines()  # type: ignore[attr-defined]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _console(width: int, *, color: bool) -> "Console":
    from rich.console import Console

    # The environment (a notebook, COLUMNS, NO_COLOR, TERM) must not change a result: the caller has decided already.
    return Console(
        file=StringIO(),
        width=width,
        force_terminal=color,
        force_jupyter=False,
        color_system="standard" if color else None,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
