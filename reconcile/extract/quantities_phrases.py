"""Amounts with what hedges, bounds and joins them: "at least 12", "more than 20 and less than 30", "500 or more", "aged 17"."""

from attrs import evolve

from reconcile.extract.quantities_amounts import amount
from reconcile.extract.quantities_hedges import LOWER, UPPER, Hedge, hedge_at, leading_hedges
from reconcile.extract.quantities_pieces import Line
from reconcile.extract.quantities_ranges import Phrase, between, joined_range
from reconcile.extract.quantities_units import Amount


def phrase(line: Line, at: int) -> Phrase | None:
    """The hedged amount or range that begins at piece ``at``."""
    if line.lower(at) in _AGED:
        return _aged(line, at)
    hedge = leading_hedges(line, at)
    start = hedge.last if hedge else at
    if hedge is not None and line.matches(start, ("the", "age", "of")):
        limit = _aged(line, start + 1)
        return None if limit is None else _bounded(line, at, hedge, evolve(limit, hedge=None))
    span = between(line, start)
    if span is not None:
        return evolve(span, first=hedge.first if hedge else at, approximate=bool(hedge) or span.approximate)
    first = amount(line, start)
    if first is None:
        return None
    ranged = joined_range(line, first)
    if ranged is not None:
        return _bounded(line, at, hedge, ranged)
    kind = "share" if first.form == "fraction" and first.kind == "count" else first.kind
    hedged = "vague" if first.form == "vague" else None
    single = Phrase(first.first, first.last, first.first, first.low, first.high, first, hedged, first.round, kind=kind)
    return _merged(line, _bounded(line, at, hedge, single))


_AGED = frozenset({"aged", "age", "ages"})


def _aged(line: Line, at: int) -> Phrase | None:
    """ "aged 17", "at the age of five", "ages 6 to 12", "aged between 20 and 30"."""
    start = at + 1 + (line.lower(at + 1) in ("of", "from"))
    found = phrase(line, start) if start < len(line.pieces) and line.lower(start) not in _AGED else None
    if (
        found is None
        or found.amount.kind not in ("count", "age", "duration", "score")
        or (found.high or found.low or 0) > 130
    ):
        return None
    unit = found.amount.unit or "year"
    if found.amount.scale != 1 or found.amount.form in ("fraction", "vague"):
        return None
    return evolve(
        found,
        first=at,
        amount=evolve(found.amount, unit=unit, kind="age"),
        kind="age",
        hedge=None if found.hedge == "score" else found.hedge,
    )


def _bounded(line: Line, at: int, hedge: Hedge | None, found: Phrase) -> Phrase:
    names = hedge.names if hedge else ()
    first = hedge.first if hedge else at
    after = hedge_at(line, found.last, "after") if found.last < len(line.pieces) else None
    last = found.last
    if (
        after is not None
        and line.lower(after[1]) not in ("than", "or", "equal")
        and not _has_number(line, after[1], after[0])
    ):
        names, last = (*names, after[0]), after[1]
    elif line.lower(found.last) == "+" and line.glued(found.last) and not line.glued(found.last + 1):
        names, last = (*names, "at_least"), found.last + 1
    low, high = found.low, found.high
    bound = next((n for n in names if n in LOWER or n in UPPER), None)
    if bound in LOWER:
        high = None
    elif bound in UPPER:
        low = None
    soft = next((n for n in reversed(names) if n in ("about", "nearly", "just_over")), None)
    total = "exactly" in names and line.lower(at) in ("all", "a") and line.lower(first - 1) in ("all", "of", "the")
    return evolve(
        found,
        first=first,
        last=last,
        low=low,
        high=high,
        hedge=bound or soft or found.hedge,
        approximate=found.approximate or soft is not None,
        total=total,
    )


def _has_number(line: Line, at: int, name: str) -> bool:
    """ "5000 or more than 4500" are two; "30 or so people" is one."""
    return name != "about" and at < len(line.pieces) and amount(line, at) is not None


def _merged(line: Line, left: Phrase) -> Phrase:
    """ "more than 20 and less than 30" is one range; bounds that exclude each other stay two."""
    if left.hedge not in LOWER and left.hedge not in UPPER:
        return left
    at = left.last
    while line.lower(at) in (",", "and", "but") and at < left.last + 2:
        at += 1
    if at == left.last:
        return left
    hedge = leading_hedges(line, at)
    if hedge is None or hedge.bound is None or (hedge.bound in LOWER) == (left.hedge in LOWER):
        return left
    second = amount(line, hedge.last)
    if second is None or (second.unit is not None and left.amount.unit is not None and second.unit != left.amount.unit):
        return left
    low, high = (left.low, second.high) if left.hedge in LOWER else (second.low, left.high)
    if low is None or high is None or low >= high:
        return left
    unit = second if second.unit is not None else left.amount
    return evolve(
        left, last=second.last, low=low, high=high, hedge="range", amount=evolve(unit, last=second.last), kind=unit.kind
    )


def zero(line: Line, at: int) -> Phrase | None:
    """ "no one", "nobody", "none", "no" before a noun: whether it counts, what follows decides."""
    word = line.lower(at)
    last = at + 1
    if word == "no":
        last += line.lower(at + 1) in ("one", "-") and (1 if line.lower(at + 1) == "one" else 2)
    elif word not in ("nobody", "none"):
        return None
    found = Amount(at, last, 0.0, 0.0, form="zero")
    return Phrase(at, last, at, 0.0, 0.0, found)
