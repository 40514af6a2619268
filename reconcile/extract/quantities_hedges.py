"""Words that bound or hedge a number: "at least", "an estimated", "or so"."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from attrs import frozen

from reconcile.extract.quantities_amounts import amount
from reconcile.extract.quantities_pieces import Line, cues
from reconcile.lexicon.load import table, words

LOWER = frozenset({"at_least", "more_than"})


UPPER = frozenset({"at_most", "less_than"})


@frozen
class Hedge:
    """Hedges in a row up to piece ``last`` (excluded); evidence begins at ``first``, behind words like "all" and "only"."""

    last: int
    names: tuple[str, ...]
    first: int

    @property
    def bound(self) -> str | None:
        """The first of them that bounds the number."""
        return next((n for n in self.names if n in LOWER or n in UPPER), None)


def _is_step_up(line: Line, at: int) -> bool:
    """ "The toll went up to nine": the number that was reached, no bound."""
    return line.matches(at, ("up", "to")) and line.lower(at - 1) in cues("rising")


@cache
def _hedges(field: str) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in table("quantities_hedges"):
        for phrase in words("quantities_hedges", name, field):
            parts = tuple(_parts(phrase))
            found.setdefault(parts[0], []).append((parts, name))
    return MappingProxyType({k: tuple(sorted(v, key=lambda item: (-len(item[0]), item))) for k, v in found.items()})


def _parts(phrase: str) -> list[str]:
    """As the sentence is cut: stops and hyphens are pieces of their own."""
    result: list[str] = []
    for word in phrase.split():
        stripped = word.strip(".-")
        if stripped and stripped != word:
            result += (["-"] if word.startswith("-") else []) + [stripped] + (["."] if word.endswith(".") else [])
        else:
            result.append(word)
    return result


def hedge_at(line: Line, at: int, field: str = "words") -> tuple[str, int] | None:
    """(name, end) of the longest hedge at piece ``at``; ``field`` "after" for those behind a number."""
    for parts, name in _hedges(field).get(line.lower(at), ()):
        if line.matches(at, parts):
            return name, at + len(parts)
    return None


def leading_hedges(line: Line, at: int) -> Hedge | None:
    """Up to four hedges in a row ("at least an estimated"); a spatial or temporal "over" is none."""
    names: list[str] = []
    last, first = at, at
    for _ in range(4):
        found = hedge_at(line, last)
        if found is None:
            break
        name, end = found
        if name == "exactly" and not names:
            first = end
        names.append(name)
        last = end
    if not names or _is_place_or_time(line, at, last) or _is_step_up(line, at):
        return None
    return Hedge(last, tuple(names), first)


def _is_place_or_time(line: Line, at: int, number: int) -> bool:
    """ "spread over three days", "flew over two islands": no bound."""
    word = line.lower(at)
    if word not in ("over", "above", "under", "below", "beyond", "near") or number != at + 1:
        return False
    before = line.token(at - 1) if at else None
    if before is None or before.pos in ("PREP", "CONJ", "PUNCT", "DET", "AUX"):
        return False
    found = amount(line, number)
    if found is None:
        return False
    if word == "over" and before.lemma.lower() in cues("giving_over"):
        return True
    if found.kind == "duration":
        return before.lower not in (
            "last",
            "lasted",
            "lasting",
            "take",
            "takes",
            "took",
            "taken",
            "spent",
            "spend",
            "wait",
            "waited",
            "just",
            "well",
        )
    return (
        before.lemma
        in (
            "fly",
            "pass",
            "soar",
            "cross",
            "circle",
            "hover",
            "go",
            "travel",
            "launch",
            "fire",
            "fight",
            "rule",
            "preside",
            "fall",
            "sail",
            "drive",
            "hide",
            "bury",
            "dispute",
            "war",
        )
        and word != "above"
    )
