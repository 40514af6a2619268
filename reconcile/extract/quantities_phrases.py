"""Amounts with what hedges, bounds and joins them: "at least 12", "80-90%", "between 20 and 30", "$38bn to $40bn", "500 or more"."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from attrs import evolve, frozen

from reconcile.extract.quantities_amounts import Amount, amount
from reconcile.extract.quantities_pieces import Line
from reconcile.lexicon.load import table, words

_DASHES = "-\u2010\u2011\u2012\u2013\u2014~"
_LOWER = frozenset({"at_least", "more_than"})
_UPPER = frozenset({"at_most", "less_than"})


@frozen
class Phrase:
    """``first``..``last`` are pieces (``last`` excluded), ``number`` is the piece where the amount without its hedge begins.

    ``low``/``high`` are None at an open end. ``hedge`` as in :class:`QuantityValue`. ``second`` is the other number of a score.
    """

    first: int
    last: int
    number: int
    low: float | None
    high: float | None
    amount: Amount
    hedge: str | None = None
    approximate: bool = False
    total: bool = False
    kind: str = "count"


@frozen
class _Hedge:
    last: int
    names: tuple[str, ...]
    first: int

    @property
    def bound(self) -> str | None:
        return next((n for n in self.names if n in _LOWER or n in _UPPER), None)


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


def _hedge_at(line: Line, at: int, field: str = "words") -> tuple[str, int] | None:
    for parts, name in _hedges(field).get(line.lower(at), ()):
        if line.matches(at, parts):
            return name, at + len(parts)
    return None


def phrase(line: Line, at: int) -> Phrase | None:
    """The hedged amount or range that begins at piece ``at``."""
    if line.lower(at) in _AGED:
        return _aged(line, at)
    hedge = _leading(line, at)
    start = hedge.last if hedge else at
    span = _between(line, start)
    if span is not None:
        return evolve(span, first=hedge.first if hedge else at, approximate=bool(hedge) or span.approximate)
    first = amount(line, start)
    if first is None:
        return None
    ranged = _range(line, first)
    if ranged is not None:
        return _bounded(line, at, hedge, ranged)
    kind = "share" if first.form == "fraction" and first.kind == "count" else first.kind
    hedged = "vague" if first.form == "vague" else None
    single = Phrase(first.first, first.last, first.first, first.low, first.high, first, hedged, first.round, kind=kind)
    return _merged(line, _bounded(line, at, hedge, single))


_AGED = frozenset({"aged", "age", "ages"})


def _aged(line: Line, at: int) -> Phrase | None:
    """"aged 17", "at the age of five", "ages 6 to 12", "aged between 20 and 30"."""
    start = at + 1 + (line.lower(at + 1) in ("of", "from"))
    found = phrase(line, start) if start < len(line.pieces) else None
    if found is None or found.amount.kind not in ("count", "age", "duration", "score") or (found.high or found.low or 0) > 130:
        return None
    unit = found.amount.unit or "year"
    if found.amount.scale != 1 or found.amount.form in ("fraction", "vague"):
        return None
    return evolve(found, first=at, amount=evolve(found.amount, unit=unit, kind="age"), kind="age", hedge=None if found.hedge == "score" else found.hedge)


def _leading(line: Line, at: int) -> _Hedge | None:
    """Up to four hedges in a row ("at least an estimated"); a spatial or temporal "over" is none."""
    names: list[str] = []
    last, first = at, at
    for _ in range(4):
        found = _hedge_at(line, last)
        if found is None:
            break
        name, end = found
        if name == "exactly" and not names:
            first = end
        names.append(name)
        last = end
    if not names or _is_place_or_time(line, at, last):
        return None
    return _Hedge(last, tuple(names), first)


def _is_place_or_time(line: Line, at: int, number: int) -> bool:
    """"spread over three days", "flew over two islands": no bound."""
    word = line.lower(at)
    if word not in ("over", "above", "under", "below", "beyond", "near") or number != at + 1:
        return False
    before = line.token(at - 1) if at else None
    if before is None or before.pos in ("PREP", "CONJ", "PUNCT", "DET", "AUX"):
        return False
    found = amount(line, number)
    if found is None:
        return False
    if found.kind == "duration":
        return before.lower not in ("last", "lasted", "lasting", "take", "takes", "took", "taken", "spent", "spend", "wait", "waited", "just", "well")
    return before.lemma in ("fly", "pass", "soar", "cross", "circle", "hover", "go", "travel", "launch", "fire", "fight", "rule", "preside", "fall", "sail", "drive", "hide", "bury", "dispute", "war") and word != "above"


def _bounded(line: Line, at: int, hedge: _Hedge | None, found: Phrase) -> Phrase:
    names = hedge.names if hedge else ()
    first = hedge.first if hedge else at
    after = _hedge_at(line, found.last, "after") if found.last < len(line.pieces) else None
    last = found.last
    if after is not None and line.lower(after[1]) not in ("than", "or", "equal") and not _has_number(line, after[1], after[0]):
        names, last = (*names, after[0]), after[1]
    elif line.lower(found.last) == "+" and line.glued(found.last) and not line.glued(found.last + 1):
        names, last = (*names, "at_least"), found.last + 1
    low, high = found.low, found.high
    bound = next((n for n in names if n in _LOWER or n in _UPPER), None)
    if bound in _LOWER:
        high = None
    elif bound in _UPPER:
        low = None
    soft = next((n for n in names if n in ("about", "nearly", "just_over")), None)
    total = "exactly" in names and line.lower(at) in ("all", "a") and line.lower(first - 1) in ("all", "of", "the")
    return evolve(found, first=first, last=last, low=low, high=high, hedge=bound or soft or found.hedge, approximate=found.approximate or soft is not None, total=total)


def _has_number(line: Line, at: int, name: str) -> bool:
    """"5000 or more than 4500" are two; "30 or so people" is one."""
    return name != "about" and at < len(line.pieces) and amount(line, at) is not None


def _merged(line: Line, left: Phrase) -> Phrase:
    """"more than 20 and less than 30" is one range; bounds that exclude each other stay two."""
    if left.hedge not in _LOWER and left.hedge not in _UPPER:
        return left
    at = left.last
    while line.lower(at) in (",", "and", "but") and at < left.last + 2:
        at += 1
    if at == left.last:
        return left
    hedge = _leading(line, at)
    if hedge is None or hedge.bound is None or (hedge.bound in _LOWER) == (left.hedge in _LOWER):
        return left
    second = amount(line, hedge.last)
    if second is None or (second.unit is not None and left.amount.unit is not None and second.unit != left.amount.unit):
        return left
    low, high = (left.low, second.high) if left.hedge in _LOWER else (second.low, left.high)
    if low is None or high is None or low >= high:
        return left
    unit = second if second.unit is not None else left.amount
    return evolve(left, last=second.last, low=low, high=high, hedge="range", amount=evolve(unit, last=second.last), kind=unit.kind)


def _between(line: Line, at: int) -> Phrase | None:
    """"between 20 and 30", "from 5 to 10 days", "between the tenth and the fifteenth"."""
    word = line.lower(at)
    if word == "between" and line.lower(at + 1) == "the":
        return _between_ordinals(line, at)
    if word not in ("between", "from", "anywhere", "somewhere"):
        return None
    start = at + 1
    if word in ("anywhere", "somewhere"):
        if line.lower(start) not in ("from", "between"):
            return None
        word, start = line.lower(start), start + 1
    left = _after_hedge(line, start)
    if left is None:
        return None
    joints = ("and", "to", "&") if word == "between" else ("to", "through", "until", "up")
    at_joint = left.last
    if line.lower(at_joint) not in joints:
        return None
    right = _after_hedge(line, at_joint + 1 + (line.matches(at_joint, ("up", "to"))))
    if right is None or (word == "from" and _is_change(line, at)):
        return None
    joined = _joined(left, right)
    return evolve(joined, first=at) if joined is not None else None


def _after_hedge(line: Line, at: int) -> Amount | None:
    found = _hedge_at(line, at)
    return amount(line, found[1] if found and found[0] in ("about", "nearly") else at) if at < len(line.pieces) else None


def _is_change(line: Line, at: int) -> bool:
    """"rose from 10 to 12" tells two states, no range."""
    changes = words("quantities", "changes")
    return any(line.lower(n) in changes for n in range(max(0, at - 8), at))


def _between_ordinals(line: Line, at: int) -> Phrase | None:
    values = table("quantities")["denominators"]["values"]
    if line.lower(at + 3) == "and" and line.lower(at + 4) == "the" and isinstance(values, dict):
        low, high = values.get(line.lower(at + 2)), values.get(line.lower(at + 5))
        if low is not None and high is not None and low < high:
            last = at + 6
            found = Amount(at, last, float(low), float(high), kind="ordinal")
            return Phrase(at, last, at + 2, float(low), float(high), found, "range", kind="ordinal")
    return None


def _range(line: Line, left: Amount) -> Phrase | None:
    """A range or a score of two joined amounts."""
    at = left.last
    joint = line.lower(at)
    if at >= len(line.pieces) - 1:
        return None
    dash = joint in _DASHES
    if line.pieces[at].text == "-" and line.lower(at + 1) == "to" and line.lower(at + 2) == "-":
        at, dash = at + 2, False
    elif not dash and joint not in ("to", "through", "or"):
        return None
    if dash and line.glued(at) != line.glued(at + 1):
        return None
    if dash and line.glued(left.first) and line.lower(left.first - 1) in _DASHES:
        return None
    if line.pieces[at + 1].kind == "mark" and line.lower(at + 1) in ("-", "\u2212"):
        return None
    right = amount(line, at + 1)
    if right is None or right.kind == "age" and left.unit is not None:
        return None
    if dash and line.glued(at) and _is_score(line, left, right, at):
        low, high = sorted((left.low, right.low))
        return Phrase(left.first, right.last, left.first, low, high, evolve(right, first=left.first, kind="score"), "score", kind="score")
    if joint == "to" and _is_tally(line, left, right):
        low, high = sorted((left.low, right.low))
        return Phrase(left.first, right.last, left.first, low, high, evolve(right, first=left.first, kind="score"), "score", kind="score")
    if joint == "or" and not (right.low in (left.low + 1, left.low + 2) or (left.low < right.low <= 3 * left.low and right.unit is not None)):
        return None
    if joint == "to" and (left.form == "fraction" or _is_change(line, left.first)):
        return None
    return _joined(left, right)


def _is_tally(line: Line, left: Amount, right: Amount) -> bool:
    """"by 211 votes to 198", "the vote was 52 to 48"."""
    if left.unit or right.unit or left.scale != 1 or right.scale != 1 or left.low <= right.low or line.lower(left.first - 1) == "from":
        return False
    return any(line.lower(n) in ("vote", "voted", "votes", "by", "ruled", "won", "lost", "beat", "score") for n in range(max(0, left.first - 4), left.first))


def _is_score(line: Line, left: Amount, right: Amount, at: int) -> bool:
    """"won 3-1", "voted 52-48", a lone "34-6": falling numbers, or a word of games and votes near by."""
    plain = all(a.unit is None and a.scale == 1 and a.low == int(a.low) and a.form == "digits" and a.low < 1000 for a in (left, right))
    if not plain or line.lower(right.last) in ("%", "percent", "per"):
        return False
    if left.low >= right.low:
        return True
    cues = words("quantities", "scores")
    return any(line.lower(n) in cues for n in range(max(0, left.first - 4), min(len(line.pieces), right.last + 3)))


def _joined(left: Amount, right: Amount) -> Phrase | None:
    """The range from ``left`` to ``right``; unit and magnitude of the right hold for a bare left, the currency of the left for a bare right."""
    low = left.low
    if left.unit is None and left.scale == 1 and right.scale > 1 and low * right.scale <= right.high and low < 1000:
        low *= right.scale
    whole = right
    if right.unit is None and left.unit is not None:
        if left.kind == "money" and left.scale > 1 and right.scale == 1:
            return None
        whole = evolve(right, unit=left.unit, kind=left.kind, per=left.per)
    elif left.unit is not None and right.unit is not None and left.unit != right.unit:
        return None
    elif left.kind == "money" and right.scale > 1 and left.scale == 1 and low * right.scale <= right.high:
        low *= right.scale
    if whole.kind == "money" and right.scale > 1 and left.scale == 1 and left.unit is not None and low < left.low * right.scale <= right.high:
        low = left.low * right.scale
    if low >= right.high:
        return None
    whole = evolve(whole, first=left.first, low=low)
    return Phrase(left.first, right.last, left.first, low, right.high, whole, "range", left.round or right.round, kind=whole.kind)


def zero(line: Line, at: int) -> Phrase | None:
    """"no one", "nobody", "none", "no" before a noun: whether it counts, what follows decides."""
    word = line.lower(at)
    last = at + 1
    if word == "no":
        last += line.lower(at + 1) in ("one", "-") and (1 if line.lower(at + 1) == "one" else 2)
    elif word not in ("nobody", "none"):
        return None
    found = Amount(at, last, 0.0, 0.0, form="zero")
    return Phrase(at, last, at, 0.0, 0.0, found)
