"""The one place that reads lexicon files: TOML cue tables and flat word lists, each parsed once and frozen."""

import gc
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from types import MappingProxyType

LANGUAGE = "en"


@contextmanager
def building() -> Iterator[None]:
    """Hold the garbage collector off while much is built that stays: it would walk the growing heap again and again.

    What is no part of a cycle is freed at once all the same. Of several threads the one that found it on turns it on again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            _age()
            gc.enable()


def _age() -> None:
    """All that there is counts as old from here on, so that the collector does not walk it at once; what somebody froze stays so."""
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()


def _read(name: str, language: str) -> str:
    return files("reconcile.lexicon").joinpath(language, name).read_text(encoding="utf-8")


@cache
def word_list(name: str, language: str = LANGUAGE) -> frozenset[str]:
    """The lines of ``<name>.txt`` without comments ("#" to the end of the line) and blanks."""
    lines = (line.split("#", 1)[0].strip() for line in _read(f"{name}.txt", language).splitlines())
    return frozenset(line for line in lines if line)


@cache
def table(name: str, language: str = LANGUAGE) -> Mapping[str, Mapping[str, object]]:
    """The entries of ``<name>.toml``: section name to its fields (sense, source, words, yes, no...)."""
    return MappingProxyType({k: MappingProxyType(v) for k, v in tomllib.loads(_read(f"{name}.toml", language)).items()})


@cache
def words(name: str, section: str, field: str = "words", language: str = LANGUAGE) -> frozenset[str]:
    """The words of one section's ``field`` of a TOML table."""
    return frozenset(_strings(table(name, language)[section][field]))


def _strings(value: object) -> Iterator[str]:
    if not isinstance(value, list):
        raise TypeError(f"expected a list of words, got {type(value).__name__}")
    yield from (str(v) for v in value)
