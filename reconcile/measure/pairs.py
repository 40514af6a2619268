"""Pairs to compare: all of a short list, near neighbours of a long one."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

# In a list longer than this each item meets only so many that follow it, so that the work grows with the length, not its square.
WIDTH = 240


# Of an event of more reports than this, not every passage is held against every other.
CROWD = 32


def near_pairs(items: Sequence[T], width: int = WIDTH) -> Iterator[tuple[T, T]]:
    """All pairs of at most ``width`` + 1 items; of more, the pairs that stand at most ``width`` places apart."""
    for at, left in enumerate(items):
        for right in items[at + 1 : at + 1 + width]:
            yield left, right
