"""What a long run remembers is bounded: a function that remembers what it was given words of a text for forgets the oldest."""

import functools
import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import reconcile

# Arguments that the code itself writes down: names of tables, their sections and fields, kinds of rules.
_WRITTEN = frozenset({"code", "dimension", "field", "language", "name", "place", "section"})


def remembering() -> Iterator[tuple[str, "functools._lru_cache_wrapper[object]"]]:
    for module in pkgutil.walk_packages(reconcile.__path__, "reconcile."):
        if module.name.endswith(("__main__", "on_dask", "on_spark")):
            continue
        found = importlib.import_module(module.name)
        for name, value in vars(found).items():
            if isinstance(value, functools._lru_cache_wrapper) and value.__module__ == module.name:
                yield f"{module.name}.{name}", value


def test_functions_of_words_forget() -> None:
    endless = {
        name: sorted(set(inspect.signature(value.__wrapped__).parameters) - _WRITTEN)
        for name, value in remembering()
        if value.cache_info().maxsize is None
    }
    assert {name: arguments for name, arguments in endless.items() if arguments} == {}


def test_functions_are_found_at_all() -> None:
    assert len(list(remembering())) > 80
