"""Numbers that are years, days, clock times or telephone numbers."""

import re

from reconcile.extract.quantities_pieces import Line, cues
from reconcile.extract.quantities_ranges import Phrase
from reconcile.extract.times_clock import HOURS_OF_DIAL, SPOKEN_MINUTES


def is_year(line: Line, found: Phrase) -> bool:
    """Four plain digits from 1000 to 2100 with no noun behind, or two joined ones ("1950-53")."""
    text = line.pieces[found.number].text
    if not (len(text) == 4 and text.isdigit() and 1000 <= int(text) <= 2100) or found.amount.scale != 1:
        return False
    if found.hedge == "range" and found.high is not None and found.high < 1000:
        return True
    if found.amount.last > found.number + 1 and found.hedge != "range":
        return False
    before, after = line.lower(found.first - 1), line.token(found.last)
    if (
        before in cues("before_year")
        or before in cues("months")
        or (before == "," and found.first >= 2 and line.pieces[found.first - 2].kind in ("number", "code"))
    ):
        return True
    if found.hedge in ("range", "score"):
        return (
            (found.low or 0) >= 1000
            and (found.high or 9999) <= 2100
            and line.pieces[found.number].text[0] in "12"
            and (found.low or 0) >= 1500
        )
    if found.hedge is not None and found.hedge != "about":
        return False
    if not 1500 <= int(text) <= 2100:
        return False
    plural = (
        after is not None
        and after.tag == "NN2"
        and found.last < len(line.pieces)
        and line.pieces[found.last].kind == "word"
    )
    plural = (
        plural and before not in ("the", "a", "this", "its", "their") and not line.pieces[found.last].text[0].isupper()
    )
    return not plural and not (len(line.pieces) <= 2)


def is_date(line: Line, found: Phrase) -> bool:
    """ "May 5", "5 May", "Sept. 5-7", the second number of "between Feb. 8 and 25"."""
    if found.amount.form != "digits" or found.high is None or found.high > 31:
        return False
    at = found.number
    if line.lower(at - 1) in _DAY_JOINTS and _is_day(line, at - 2) and _is_month(line, at - 3):
        following = line.token(found.last)
        return following is None or following.pos not in ("NOUN", "ADJ", "PROPN", "NUM")
    return _is_month(line, at - 1) or _is_month(line, found.last)


_DAY_JOINTS = ("and", "to", "-", "\u2013", "or", ",", "through")


def _is_day(line: Line, at: int) -> bool:
    return at > 0 and line.pieces[at].kind == "number" and 1 <= (line.pieces[at].value or 0) <= 31


def _is_month(line: Line, at: int) -> bool:
    """A month's name or abbreviation at piece ``at``; "may" and "march" only with a capital."""
    if line.lower(at) == "." and line.glued(at):
        at -= 1
    word = line.lower(at)
    if word not in cues("months"):
        return False
    return line.pieces[at].text[:1].isupper() or word not in ("may", "march", "mar")


def is_clock(line: Line, found: Phrase) -> bool:
    """ "6 pm", "11pm", "8.34 a.m.", "at 6", "five o'clock", "0830 GMT"."""
    after = line.lower(found.last)
    if line.lower(found.number - 1) == "past" or line.matches(found.number - 2, ("quarter", "to")):
        return found.amount.form == "words" or found.amount.low <= 12
    if _is_spoken(line, found) or _is_of_part(line, found) or _is_dotted(line, found):
        return True
    if (
        after
        in (
            "pm",
            "am",
            "a.m.",
            "p.m.",
            "o",
            "gmt",
            "utc",
            "noon",
            "bst",
            "cet",
            "est",
            "edt",
            "pst",
            "ist",
            "jst",
            "hrs",
        )
        and found.amount.scale == 1
    ):
        return after != "o" or line.matches(found.last, ("o", "'", "clock"))
    if after in ("a", "p") and line.matches(found.last + 1, (".", "m")):
        return True
    return line.matches(found.last, ("local", "time"))


def _is_spoken(line: Line, found: Phrase) -> bool:
    """A number of "ten past four", "at twenty to six", read as one number, two, or two joined."""
    if found.amount.scale != 1:
        return False
    if found.amount.low in SPOKEN_MINUTES:
        if line.lower(found.last) == "past":
            return _is_hour(line, found.last + 1)
        joined = found.hedge in ("range", "score") and min(found.low or 0, found.high or 0) <= HOURS_OF_DIAL
        if joined or (line.lower(found.last) == "to" and _is_hour(line, found.last + 1)):
            return _is_told_at(line, found.first - 1, found.last if joined else found.last + 2)
    minutes = found.first - 2 - 2 * (line.lower(found.first - 3) == "-")
    if line.lower(found.first - 1) != "to" or line.lower(found.first - 2) not in _SPOKEN_WORDS:
        return False
    return _is_hour(line, found.first) and _is_told_at(line, minutes - 1, found.last)


def _is_of_part(line: Line, found: Phrase) -> bool:
    """ "At six in the morning"."""
    if line.lower(found.first - 1) not in _AT or found.amount.scale != 1 or not 1 <= found.amount.low <= HOURS_OF_DIAL:
        return False
    after = [line.lower(found.last + n) for n in range(3)]
    return after[:2] == ["at", "night"] or (after[:2] == ["in", "the"] and after[2] in _PARTS_OF_DAY)


def _is_dotted(line: Line, found: Phrase) -> bool:
    """ "At 6.00 on Monday"."""
    dotted = re.fullmatch(r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]", line.pieces[found.number].text)
    return dotted is not None and line.lower(found.first - 1) == "at" and line.lower(found.last) in _AFTER_CLOCK


_AFTER_CLOCK = frozenset({"on", "local", "gmt", "bst", "cet", "utc", "yesterday", "today", "this", "last", "in"})


def _is_told_at(line: Line, before: int, after: int) -> bool:
    """Whether a preposition of time stands before and no noun behind: "at twenty to six", "about ten to twelve men"."""
    behind = line.token(after)
    return line.lower(before) in _AT and (behind is None or behind.pos not in ("NOUN", "ADJ"))


def _is_hour(line: Line, at: int) -> bool:
    return line.lower(at) in _HOURS


_SPOKEN_WORDS = frozenset({"five", "ten", "twenty"})
_HOURS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening"})
_AT = frozenset({"at", "around", "about", "by", "until", "till", "since", "before", "after", "from"})


def is_telephone(line: Line, found: Phrase) -> bool:
    """ "0207 782 4368": groups of digits that follow each other, the first with a leading zero or after "call"."""
    first = last = found.number
    while found.number - first < _MAX_GROUPS and _is_digits(line, first - 1):
        first -= 1
    while last - found.number < _MAX_GROUPS and _is_digits(line, last + 1):
        last += 1
    opening = line.pieces[first].text
    called = last > first and line.lower(first - 1) in cues("telephone")
    return opening.isdigit() and ((len(opening) > 2 and opening[0] == "0") or called)


_MAX_GROUPS = 6


def _is_digits(line: Line, at: int) -> bool:
    """Whether piece ``at`` is a group of a telephone number."""
    if not 0 <= at < len(line.pieces) or line.pieces[at].kind not in ("number", "code"):
        return False
    return line.pieces[at].text.strip("+()-/").isdigit()
