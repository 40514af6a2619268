"""Matches put together: a time of day with its date, the two ends of a range, a length with the date it is counted from."""

from collections.abc import Callable, Sequence

from attrs import evolve

from reconcile.extract.times_forms import DAYS, Found, Tokens, gap_between, with_fields
from reconcile.extract.times_ranges import with_parts, with_ranges
from reconcile.model.times import TimeForm

_BOUNDS = {
    "since": "since", "until": "until", "before": "before", "after": "after", "by": "by", "through": "until",
    "starting": "since", "beginning": "since", "till": "until",
}  # fmt: skip
_CLOCK_GAPS = frozenset({
    "", ",", "on", "of", "at", ", at", "in the", "(", "around", "about", "at about", "at around", "in", ", on", "by", "before", "after", "from",
    "until", "since", "late", "early",
})  # fmt: skip


def combined(tokens: Tokens, found: Sequence[Found]) -> list[Found]:
    """The matches in order, with what belongs together joined and bounds and ranges told in their fields."""
    matches = [part for match in found if match[2].form != "nothing" for part in _split(match)]
    for join in (_weekday_with_date, _clock_with_date):
        matches = _pairwise(tokens, matches, join)
    matches = _counted_days(tokens, _nights(tokens, matches))
    matches = [_bounded(tokens, match) for match in matches if not match[2].get("loose")]
    return with_parts(tokens, with_ranges(tokens, matches))


def _split(match: Found) -> list[Found]:
    """A pair of days ("July 25-27") into its two dates."""
    first, _, form, rule = match
    if form.form == "yearpair":
        low = with_fields(TimeForm("DATE", "year"), year=form.get("year"), range="start")
        return [
            (first, first + 1, low, rule),
            (first + 2, match[1], with_fields(low, year=form.get("year2"), range="end"), rule),
        ]
    if form.form != "daypair":
        return [match]
    low_end, high_start = int(form.get("low_end")), int(form.get("high_start"))
    shared = {"month": form.get("month"), "year": form.get("year"), "year_offset": form.get("year_offset")}
    ends = ("start", "end") if form.get("range") else ("", "")
    low = with_fields(TimeForm("DATE", "date"), **shared, day=form.get("day"), range=ends[0])
    high = with_fields(TimeForm("DATE", "date"), **shared, day=form.get("day2"), range=ends[1])
    return [(first, first + low_end, low, rule), (first + high_start, match[1], high, rule)]


def _pairwise(tokens: Tokens, found: Sequence[Found], join: Callable[[str, Found, Found], Found | None]) -> list[Found]:
    done: list[Found] = []
    for match in found:
        joined = (
            join(gap_between(tokens, done[-1], match), done[-1], match)
            if done and match[0] - done[-1][1] <= 3
            else None
        )
        if joined is not None:
            done[-1] = joined
        else:
            done.append(match)
    return done


def _weekday_with_date(gap: str, left: Found, right: Found) -> Found | None:
    """ "Friday (June 15)", "this Friday, June 15": one date, told twice; "Monday two weeks from now": the week, then its day."""
    weekday, date = left[2].get("weekday"), right[2]
    if left[2].form != "weekday" or date.get("weekday"):
        return None
    if date.form == "shift" and date.get("sign") == "1" and not date.get("context") and gap in ("", ","):
        return left[0], right[1], with_fields(date, inweek=weekday), right[3]
    if date.form in ("date", "numeric") and gap in ("(", "-", ",", "", ", the", "the"):
        return left[0], right[1], with_fields(date, weekday=weekday), right[3]
    return None


def _clock_with_date(gap: str, left: Found, right: Found) -> Found | None:
    clocks = [m for m in (left, right) if m[2].form in ("clock", "part")]
    if len(clocks) == 2:
        return _clock_and_part(gap, left, right)
    days = [m for m in (left, right) if m[2].form in DAYS]
    if len(clocks) != 1 or len(days) != 1 or gap not in _CLOCK_GAPS or days[0][2].get("hour") or days[0][2].get("part"):
        return None
    clock, day = clocks[0], days[0]
    if gap and (clock[2].get("this") or (clock[2].form == "part" and clock is left and gap not in ("of", "on"))):
        return None
    if clock is left and gap in ("before", "after", "from", "until", "since", "by"):
        return None
    fields = {k: v for k, v in clock[2].fields if k not in ("loose", "offset", "this")}
    return left[0], right[1], with_fields(evolve(day[2], type="TIME"), **fields), day[3]


def _clock_and_part(gap: str, left: Found, right: Found) -> Found | None:
    """ "5 in the morning", "10 tonight": the part of day decides the half."""
    if gap or left[2].form != "clock" or right[2].form != "part":
        return None
    hour = int(left[2].get("hour"))
    if right[2].get("part") in ("AF", "EV", "NI") and hour < 12 and left[2].get("open"):
        hour += 12
    rest = {k: v for k, v in right[2].fields if k not in ("loose", "part")}
    return left[0], right[1], with_fields(left[2], hour=str(hour), **rest), left[3]


def _nights(tokens: Tokens, found: Sequence[Found]) -> list[Found]:
    """ "The night of Tuesday to Wednesday", "overnight from Friday to Saturday", "the night to Monday": one night, by its first day."""
    done: list[Found] = []
    for match in found:
        begun = _night_begun(tokens, done, match)
        if begun is None:
            done.append(match)
        else:
            used, night = begun
            done[-used:] = [night]
    return done


def _night_begun(tokens: Tokens, before: Sequence[Found], last: Found) -> tuple[int, Found] | None:
    """How many of the matches before belong to the night that ends on ``last``, and the whole."""
    if (
        not before
        or last[2].form not in DAYS
        or last[2].type != "DATE"
        or gap_between(tokens, before[-1], last) != "to"
    ):
        return None
    left = before[-1]
    if left[2].get("part") == "NI" and left[2].form in DAYS:
        return 1, (left[0], last[1], left[2], left[3])
    if left[2].get("part") == "NI" and last[2].form == "weekday" and left[2].form == "part":
        eve = with_fields(
            evolve(last[2], type="TIME"), weekday=str((int(last[2].get("weekday")) - 2) % 7 + 1), part="NI"
        )
        return 1, (left[0], last[1], eve, last[3])
    opening = before[-2] if len(before) > 1 else None
    if opening is None or opening[2].get("part") != "NI" or gap_between(tokens, opening, left) != "from":
        return None
    if left[2].form not in DAYS or left[2].type != "DATE":
        return None
    return 2, (opening[0], last[1], with_fields(evolve(left[2], type="TIME"), part="NI"), left[3])


def _counted_days(tokens: Tokens, found: Sequence[Found]) -> list[Found]:
    """ "3 days from Tuesday" is a day, "for 3 days from Tuesday" a length that begins there."""

    def join(gap: str, left: Found, right: Found) -> Found | None:
        is_lasting = left[0] > 0 and tokens[left[0] - 1].key == "for"
        return (
            None
            if is_lasting and gap == "from"
            else _counted_from(gap, left, right) or _counted_hours(gap, left, right)
        )

    return _pairwise(tokens, found, join)


def _counted_from(gap: str, left: Found, right: Found) -> Found | None:
    """ "Two weeks before Christmas", "3 days after January 12": a day counted from another."""
    length, day = left[2], right[2]
    if (
        length.form not in ("duration", "ahead")
        or not length.get("n")
        or length.get("more")
        or length.get("unit") in ("second", "minute", "hour")
    ):
        return None
    if (
        day.form not in (*DAYS, "year")
        or day.type != "DATE"
        or day.form == "shift"
        or gap not in ("before", "after", "from", "since")
    ):
        return None
    counted = {
        "count": length.get("n"),
        "count_unit": length.get("unit"),
        "count_sign": "-1" if gap == "before" else "1",
    }
    return left[0], right[1], evolve(day, fields=(*day.fields, *counted.items()), mod=length.mod), right[3]


_MINUTES = {"minute": 1, "hour": 60}


def _counted_hours(gap: str, left: Found, right: Found) -> Found | None:
    """ "An hour before midnight", "20 minutes after 9 a.m.": a time of day counted from another."""
    length, clock = left[2], right[2]
    if (
        gap not in ("before", "after", "past", "to")
        or length.type != "DURATION"
        or length.get("unit") not in _MINUTES
        or not length.get("n")
    ):
        return None
    if clock.type != "TIME" or not clock.get("hour") or length.get("more"):
        return None
    span = round(float(length.get("n")) * _MINUTES[length.get("unit")])
    told = int(clock.get("hour")) * 60 + int(clock.get("minute") or 0)
    minutes = told - span if gap in ("before", "to") else told % 1440 + span
    if not 0 <= minutes < 1440:
        return None
    counted = with_fields(clock, hour=str(minutes // 60), minute=str(minutes % 60), open="", loose="")
    return left[0], right[1], evolve(counted, mod=length.mod), right[3]


def _bounded(tokens: Tokens, match: Found) -> Found:
    """ "Since Monday", "by Friday", "2018 or later", "within a week": the interval has one end."""
    first, last, form, rule = match
    before = [t.key or t.text.lower() for t in tokens[max(0, first - 3) : first]]
    after = [t.key for t in tokens[last : last + 2]]
    if form.type == "DURATION":
        return (first, last, with_fields(form, limit="1"), rule) if before[-1:] == ["within"] else match
    if form.type == "SET" or form.form == "ref":
        return match
    if before[-1:] == ["ended"]:
        return first, last, with_fields(form, over="1"), rule
    if form.form in DAYS and form.type == "DATE" and (words := _week_words(tokens, first)):
        return first - words, last, with_fields(form, weekof="1"), rule
    if last < len(tokens) and tokens[last].char == "s":  # "hit by Tuesday's launch": the preposition is of the launch
        return match
    is_last = len(tokens) <= last + 2 or tokens[last + 2].char in ".,|x"
    bound = _bound_before(before) or _bound_after(after, is_last)
    is_close = before[-2:-1] and (before[-2] in _CLOSE or before[-3:-1] == ["not", "long"])
    if form.type == "TIME" and before[-1:] == ["past"]:
        return first, last, with_fields(form, bound="after", close=_JUST if is_close else _PAST), rule
    if bound in ("before", "after") and form.type == "TIME" and is_close:
        return first, last, with_fields(form, bound=bound, close=_JUST), rule
    return (first, last, with_fields(form, bound=bound), rule) if bound else match


# "Just before noon" is some minutes before noon, not any time before it.
_CLOSE = frozenset({"just", "shortly", "moments", "minutes", "soon", "immediately", "right", "little", "bit"})
# For how many minutes "shortly after" and "past" a time of day may be meant.
_JUST, _PAST = "40", "180"


def _bound_before(words: list[str]) -> str:
    if words[-2:] in (["later", "than"], ["earlier", "than"]):
        is_negated, is_earlier = words[0] in ("no", "not"), words[-2] == "earlier"
        return ("since" if is_earlier else "until") if is_negated else ("before" if is_earlier else "after")
    if words[-1:] == ["on"] and words[-2:-1] in (["starting"], ["beginning"]):
        return "since"
    return _BOUNDS.get(words[-1], "") if words else ""


def _bound_after(words: list[str], is_last: bool) -> str:
    """ "2018 or later"; "before 2018 or after 2020" leaves 2018 its own bound."""
    if words in (["or", "later"], ["and", "later"], ["and", "onwards"]) or words[:1] == ["onwards"]:
        return "since"
    if words in (["or", "earlier"], ["and", "earlier"]):
        return "until"
    if is_last and words in (["or", "after"], ["and", "after"], ["or", "before"], ["and", "before"]):
        return "since" if words[1] == "after" else "until"
    return ""


def _week_words(tokens: Tokens, first: int) -> int:
    """How many words before a day make it the week of that day: "the week of", "the week beginning on"."""
    for opening in (
        ["week", "of"],
        ["week", "starting"],
        ["week", "beginning"],
        ["week", "starting", "on"],
        ["week", "beginning", "on"],
    ):
        length = len(opening)
        if [t.key for t in tokens[max(0, first - length) : first]] == opening:
            return length + (first > length and tokens[first - length - 1].key == "the")
    return 0
