"""What was worked out for single things and for pairs, kept from one call to the next for a caller that asks for it.

A growing set of reports holds nearly the same pairs of claims each time. The caller keeps what one call used and gives it to the next;
nothing is kept where nobody asks. Things are told apart by identity, so that a key costs next to nothing: the caller must hold on to
them, and must not keep what was used for longer than they live.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import ParamSpec, TypeVar, cast

from attrs import define, field

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
Key = tuple[object, ...]

_MISSING = object()


@define(eq=False)
class Remembered:
    """Values by key: those of ``former`` calls, and those ``used`` in this one."""

    former: Mapping[Key, object]
    used: dict[Key, object] = field(factory=dict)

    def of(self, key: Key, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The value of that key, worked out where it is not known."""
        value = self.used.get(key, _MISSING)
        if value is _MISSING:
            value = self.former.get(key, _MISSING)
            self.used[key] = value = work(*args, **kwargs) if value is _MISSING else value
        return cast("R", value)

    def of_whole(self, key: Key, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """As :meth:`of`, for work that asks for values by key itself: as long as its own value is used, these are kept as well."""
        found = self.used.get(key, _MISSING)
        if found is _MISSING:
            found = self.former.get(key, _MISSING)
            found = self._whole(work, *args, **kwargs) if found is _MISSING else found
            self.used[key] = found
            self.used.update(cast("tuple[R, dict[Key, object]]", found)[1])
        return cast("tuple[R, dict[Key, object]]", found)[0]

    def _whole(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> tuple[R, dict[Key, object]]:
        around, self.used = self.used, {}
        try:
            return work(*args, **kwargs), self.used
        finally:
            self.used = around


_NOW: ContextVar[Remembered | None] = ContextVar("remembered", default=None)


@contextmanager
def remembering(former: Mapping[Key, object]) -> Iterator[dict[Key, object]]:
    """Within this context what is known of ``former`` calls is used again; gives what this one uses."""
    now = Remembered(former)
    token = _NOW.set(now)
    try:
        yield now.used
    finally:
        _NOW.reset(token)


def remembered() -> Remembered | None:
    """What may be used again here, None where nobody asked to keep anything."""
    return _NOW.get()


def recalled(key: Key, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """What ``work`` makes of its arguments, known by ``key`` where somebody asked to keep it."""
    now = _NOW.get()
    return work(*args, **kwargs) if now is None else now.of(key, work, *args, **kwargs)


def recalled_whole(key: Key, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """As :func:`recalled`, with all that ``work`` recalls in turn."""
    now = _NOW.get()
    return work(*args, **kwargs) if now is None else now.of_whole(key, work, *args, **kwargs)


def for_one(kind: str, thing: T, work: Callable[[T], R], *given: Hashable) -> R:
    """What ``work`` makes of a thing, once; the thing is kept with it. It may depend on nothing else than that and ``given``."""
    return for_all(kind, (thing,), lambda things: work(things[0]), *given)


def for_all(
    kind: str, things: tuple[T, ...], work: Callable[[tuple[T, ...]], R], *given: Hashable, whole: bool = False
) -> R:
    """What ``work`` makes of several things together, once; they are kept with it; where ``whole``, all that it recalls as well."""
    now = _NOW.get()
    if now is None:
        return work(things)
    of = now.of_whole if whole else now.of
    return of((kind, *given, *map(id, things)), lambda: (things, work(things)))[1]
