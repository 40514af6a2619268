"""Progress of long work: a callable of the user's, or a bar on stderr (rich)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reconcile.errors import ArgumentError

Tell = Callable[[int, int], None]


@contextmanager
def reporting(progress: bool | Tell | None, total: int) -> Iterator[Tell]:
    """A function to call with (done, total). Raises :class:`ArgumentError` for anything else than True, False, None or a callable."""
    if progress is None or progress is False:
        yield _silent
    elif progress is True:
        with _bar(total) as tell:
            yield tell
    elif callable(progress):
        yield progress
    else:
        raise ArgumentError(f"progress must be True, False, None or a callable, got {progress!r}")


def _silent(done: int, total: int) -> None:
    """Say nothing."""


@contextmanager
def _bar(total: int) -> Iterator[Tell]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task("reading", total=total)

        def tell(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)

        yield tell
