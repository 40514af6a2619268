"""Two numbers joined: "80-90%", "between 20 and 30", "$38bn to $40bn", and scores."""

from attrs import evolve, frozen

from reconcile.extract.quantities_amounts import amount
from reconcile.extract.quantities_hedges import hedge_at
from reconcile.extract.quantities_pieces import Line, cues
from reconcile.extract.quantities_units import Amount
from reconcile.lexicon.load import table

_DASHES = "-\u2010\u2011\u2012\u2013\u2014~"


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


def between(line: Line, at: int) -> Phrase | None:
    """ "between 20 and 30", "from 5 to 10 days", "between the tenth and the fifteenth"."""
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
    found = hedge_at(line, at)
    return (
        amount(line, found[1] if found and found[0] in ("about", "nearly") else at) if at < len(line.pieces) else None
    )


def _is_change(line: Line, at: int, within: int = 8) -> bool:
    """ "rose from 10 to 12" tells two states, no range."""
    changes = cues("changes", "quantities")
    return any(line.lower(n) in changes for n in range(max(0, at - within), at))


def is_former(line: Line, found: Phrase) -> bool:
    """Whether the number held before: "rose from 10 to 12", "up from 8", "compared with 5 last year", "beats the 31 million"."""
    at = found.first - 1
    if line.lower(at) == "from":
        return _is_change(line, at, _MAX_BACK_TO_CHANGE)
    if line.lower(at - 1) == "compared" and line.lower(at) in ("with", "to"):
        return True
    return _is_outdone(line, at)


def _is_outdone(line: Line, at: int) -> bool:
    """ "Well above the £29m that they paid", "beats the previous record of 12": a known number that the news is measured by."""
    while at > 0 and line.lower(at) in cues("records", "quantities"):
        at -= 1
    return line.lower(at) in ("the", "its", "their", "his", "her") and line.lower(at - 1) in cues(
        "outdoing", "quantities"
    )


_MAX_BACK_TO_CHANGE = 20


def _between_ordinals(line: Line, at: int) -> Phrase | None:
    values = table("quantities")["denominators"]["values"]
    if line.lower(at + 3) == "and" and line.lower(at + 4) == "the" and isinstance(values, dict):
        low, high = values.get(line.lower(at + 2)), values.get(line.lower(at + 5))
        if low is not None and high is not None and low < high:
            last = at + 6
            found = Amount(at, last, float(low), float(high), kind="ordinal")
            return Phrase(at, last, at + 2, float(low), float(high), found, "range", kind="ordinal")
    return None


def joined_range(line: Line, left: Amount) -> Phrase | None:
    """A range or a score of two joined amounts."""
    at = left.last
    if line.lower(at) == "-" and line.matches(at, ("-", "to", "-")):
        at += 2
    joint = line.lower(at) if at == left.last else "to"
    dash = joint in _DASHES
    if at >= len(line.pieces) - 1 or not _is_joint(line, left, at, joint):
        return None
    right = amount(line, at + 1)
    if right is None or (right.kind == "age" and left.unit is not None):
        return None
    if (dash and line.glued(at) and _is_score(line, left, right)) or (joint == "to" and _is_tally(line, left, right)):
        low, high = sorted((left.low, right.low))
        whole = evolve(right, first=left.first, kind="score")
        return Phrase(left.first, right.last, left.first, low, high, whole, "score", kind="score")
    if joint == "or" and not _is_either(left, right):
        return None
    if joint == "to" and (left.form == "fraction" or _is_step(line, left, right)):
        return None
    return _joined(left, right)


def _is_step(line: Line, left: Amount, right: Amount) -> bool:
    """ "rose 2 cents to 10 cents", "rose from 9 to 10": a step or a start and where it led; "rose 2 to 3 per cent" is a range."""
    if not _is_change(line, left.first):
        return False
    stated = line.lower(left.first - 1) == "from"
    return stated or right.low > 2 * left.low * (right.scale if left.scale == 1 else 1)


def _is_joint(line: Line, left: Amount, at: int, joint: str) -> bool:
    """A dash with the same space on both sides and no other dash before, or "to", "through", "or"; no minus behind."""
    if line.lower(at + 1) in ("-", "\u2212"):
        return False
    if joint not in _DASHES:
        return joint in ("to", "through", "or")
    chained = line.glued(left.first) and line.lower(left.first - 1) in _DASHES
    return line.glued(at) == line.glued(at + 1) and not chained


def _is_either(left: Amount, right: Amount) -> bool:
    """ "five or six", "10 or 20 miles"."""
    near = right.low in (left.low + 1, left.low + 2)
    return near or (left.low < right.low <= 3 * left.low and right.unit is not None)


def _is_tally(line: Line, left: Amount, right: Amount) -> bool:
    """ "by 211 votes to 198", "the vote was 52 to 48"."""
    if (
        left.unit
        or right.unit
        or left.scale != 1
        or right.scale != 1
        or left.low <= right.low
        or line.lower(left.first - 1) == "from"
    ):
        return False
    return any(
        line.lower(n) in ("vote", "voted", "votes", "by", "ruled", "won", "lost", "beat", "score")
        for n in range(max(0, left.first - 4), left.first)
    )


def _is_score(line: Line, left: Amount, right: Amount) -> bool:
    """ "won 3-1", "voted 52-48", a lone "34-6": falling numbers, or a word of games and votes near by."""
    plain = all(
        a.unit is None and a.scale == 1 and a.low == int(a.low) and a.form == "digits" and a.low < 1000
        for a in (left, right)
    )
    if not plain or line.lower(right.last) in ("%", "percent", "per"):
        return False
    if left.low >= right.low:
        return True
    games = cues("scores", "quantities")
    return any(line.lower(n) in games for n in range(max(0, left.first - 4), min(len(line.pieces), right.last + 3)))


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
    if (
        whole.kind == "money"
        and right.scale > 1
        and left.scale == 1
        and left.unit is not None
        and low < left.low * right.scale <= right.high
    ):
        low = left.low * right.scale
    if low >= right.high:
        return None
    whole = evolve(whole, first=left.first, low=low)
    return Phrase(
        left.first, right.last, left.first, low, right.high, whole, "range", left.round or right.round, kind=whole.kind
    )
