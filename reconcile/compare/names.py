"""The verdict on two spellings of the name of one entity: variants that are both right, or a slip in one of them."""

import re

from reconcile.measure.names import SAME, explain
from reconcile.measure.names_sounds import is_same_sound
from reconcile.measure.names_tokens import latin
from reconcile.model.entities import EntityValue
from reconcile.model.reasons import Reason

Verdict = tuple[str, float, tuple[Reason, ...]]


def compare(left: EntityValue, right: EntityValue) -> Verdict:
    """(verdict, score, reasons) of two names that are held to name one entity.

    SAME: equal but for case, accents and marks. EQUIVALENT: transliterations, short forms, initials, acronyms, another key's name.
    COARSER: one is part of the other ("Kirby", "John Kirby"). CONFLICT: the same name spelt so differently that one form is
    wrong ("Schetino", "Schettino"). UNCLEAR: the names do not look like one.
    """
    if _plain(left.name) == _plain(right.name):
        return "SAME", 1.0, (Reason.of("name.equal"),)
    if left.key and left.key == right.key:
        return "EQUIVALENT", 0.95, (Reason.of("name.key", key=left.key),)
    found = explain(left.name, right.name, kind=left.kind if left.kind == right.kind else None)
    if found.score < SAME:
        return "UNCLEAR", found.score, found.reasons
    slips = tuple(r for r in found.reasons if r.code == "name.fuzzy" and not _is_variant(r))
    if slips:
        return "CONFLICT", found.score, slips
    if any(r.code in ("name.only-left", "name.only-right") for r in found.reasons):
        return "COARSER", found.score, found.reasons
    return "EQUIVALENT", found.score, found.reasons


def _plain(name: str) -> list[str]:
    return [ch for ch in latin(name).casefold() if ch.isalnum()]


def _is_variant(reason: Reason) -> bool:
    params = dict(reason.params)
    left, right = params["left"], params["right"]
    plain = [without_umlauts(latin(word).lower()) for word in (left, right)]
    shorter, longer = sorted(plain, key=len)
    return is_same_sound(left, right) or longer.removeprefix(shorter) in _OF_PLACES


def without_umlauts(word: str) -> str:
    """ "Stuedlgrat" and "Stüdlgrat": one form for the two ways to write a name that has an umlaut, or a Danish letter."""
    return _UMLAUTS.sub(lambda found: found[0][0], word)


_UMLAUTS = re.compile(r"ae|oe|ue|aa")
# The County Court of Victoria is the Victorian County Court.
_OF_PLACES = frozenset({"", "n", "an", "ian", "ish", "ese"})
