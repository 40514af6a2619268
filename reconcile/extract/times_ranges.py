"""Two times as the ends of a range, and lengths at the beginning or end of what follows them."""

import re
from collections.abc import Sequence

from attrs import evolve

from reconcile.extract.times_forms import DAYS, POINTS, Found, Tokens, gap_between, with_fields
from reconcile.model.times import TimeForm


def with_ranges(tokens: Tokens, found: Sequence[Found]) -> list[Found]:
    """The matches, with "from March to May", "July 25-27" and the like told as the start and the end of a range."""
    done = list(found)
    ends = (*POINTS, "clock", "ref")
    for at in range(len(done) - 1):
        left, right = done[at], done[at + 1]
        if (
            left[2].form not in ends
            or right[2].form not in ends
            or right[0] - left[1] > 2
            or left[2].get("range") == "end"
            or _is_told_twice(left[2], right[2])
        ):
            continue
        opener = tokens[left[0] - 1].key if left[0] else ""
        gap = gap_between(tokens, left, right).replace(" the", "")
        if gap in ("-", "to", "through", "until") or (gap == "and" and opener == "between"):
            done[at] = (*left[:2], with_fields(_inherited(left[2], right[2]), range="start", bound=""), left[3])
            done[at + 1] = (*right[:2], with_fields(_continued(left[2], right[2]), range="end", bound=""), right[3])
        elif gap in ("and", "or", ","):
            done[at] = (*left[:2], _inherited(left[2], right[2]), left[3])
    return done


def _is_told_twice(left: TimeForm, right: TimeForm) -> bool:
    """ "4:18 a.m. local time - 10:18 BST": one moment in two zones; a range has its zone at the end, or one at both ends."""
    zone = left.get("zone") if left.get("hour") and right.form == "clock" else ""
    return bool(zone) and zone != right.get("zone")


def _inherited(left: TimeForm, right: TimeForm) -> TimeForm:
    """ "Jan-Feb 2017", "Nov 18 to Dec 19, 2015", "5/1-5/7/2020": the year stands at the end alone."""
    if left.form == right.form == "numeric":
        low, high = (re.split(r"[/.-]", form.get("text")) for form in (left, right))
        return with_fields(left, text="/".join((*low, high[2]))) if (len(low), len(high)) == (2, 3) else left
    if (
        left.form not in ("month", "date")
        or right.form not in ("month", "date")
        or not right.get("year")
        or left.get("year")
        or left.get("offset")
    ):
        return left
    year = int(right.get("year")) - (int(left.get("month")) > int(right.get("month")))
    return with_fields(left, year=str(year))


def _continued(left: TimeForm, right: TimeForm) -> TimeForm:
    """ "From April 9 to the 17th": a day alone is of the month before it."""
    if right.form == "monthday" and left.form == "date":
        return with_fields(
            TimeForm("DATE", "date"), month=left.get("month"), day=right.get("day"), year=left.get("year")
        )
    return right


_STARTING = frozenset({"starting", "starting from", "starting on", "beginning", "beginning on", "from", ", from"})


def with_parts(tokens: Tokens, found: Sequence[Found]) -> list[Found]:
    """ "The first two weeks of 2021", "3 days from Monday": a length at the beginning or end of what follows."""
    done = list(found)
    for at in range(len(done) - 1):
        left, right = done[at], done[at + 1]
        if left[2].type != "DURATION" or left[2].form == "nothing":
            continue
        gap = gap_between(tokens, left, right)
        if gap in _STARTING and right[2].form in DAYS:
            done[at] = (*left[:2], with_fields(evolve(left[2], form="duration"), edge="start"), left[3])
        edge = next((t.key for t in tokens[max(0, left[0] - 1) : left[1]] if t.key in ("first", "last")), "")
        if edge and right[2].form in POINTS and gap in ("of", "in"):
            done[at] = (*left[:2], with_fields(evolve(left[2], form="duration"), edge=edge), left[3])
    return done
