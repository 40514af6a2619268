"""The door to rich: a console that draws the same for the same arguments, wherever it runs; and progress bars."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

Progress = Callable[[str, int, int], None]


def drawn(parts: "Iterator[RenderableType]", *, width: int, color: bool) -> str:
    """Draw ``parts`` one under another, ``width`` columns wide; colour as ANSI sequences only where asked for."""
    console = _console(width, color=color)
    for part in parts:
        console.print(part)
    lines = console.file.getvalue().splitlines()  # type: ignore[attr-defined]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _console(width: int, *, color: bool) -> "Console":
    from rich.console import Console

    # The environment (COLUMNS, NO_COLOR, TERM) must not change a result: the caller has decided already.
    return Console(
        file=StringIO(),
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """A bar on standard error (or in the notebook) that is called with (stage, done, total) and goes away at the end."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, int] = {}

        def update(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)  # type: ignore[arg-type]

        yield update
