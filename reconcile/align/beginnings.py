"""When something came to be: a ship is built, a school opened and a firm founded once, however long ago."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reconcile.align.features import Profile
from reconcile.align.holders import holder_of, links_by_holder
from reconcile.lexicon.load import words
from reconcile.measure.events import deed_classes
from reconcile.measure.times import CALENDAR
from reconcile.model.claims import Claim, Link, Slot
from reconcile.model.times import TimeValue

_FIRM = frozenset({"asserted", "reported"})
_WAYS = ("making", "opening", "onset")


def beginning_links(members: Sequence[Profile]) -> Iterator[tuple[list[Profile], list[Link]]]:
    """For each thing and way of coming to be the claims that date it, linked across reports; none of a report that has two dates."""
    told: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    for profile in members:
        way = _way(profile.claim)
        thing = None if way is None else _thing(profile.claim, way)
        holder = None if thing is None else holder_of(profile, thing)
        if way is None or thing is None or not dates_of(profile.claim):
            continue
        if holder is None and way == "onset" and thing.entity is None and deed_classes(thing.head):
            holder = f"noun:{thing.head}"  # "talks began"
        if holder is not None:
            told[way, holder].append(profile)
    for profile in members:
        deed = _last(profile.claim)
        if deed is not None and dates_of(profile.claim):
            told["last", f"noun:{deed}"].append(profile)
    yield from links_by_holder({key: _of_one_date(found) for key, found in told.items()})


def _last(claim: Claim) -> str | None:
    """What a claim says to have happened for the last time before the news: "it last erupted", "the previous escape was"."""
    subject = claim.slot("agent") or claim.slot("patient")
    if claim.nominal or claim.stance.polarity < 0 or claim.stance.certainty not in _FIRM or subject is None:
        return None
    before = claim.text.lower().partition(claim.predicate[:_STEM])[0].split()
    if before[-1:] == ["last"]:
        return next(iter(claim.classes), None)
    named = deed_classes(subject.head) if _FORMER & set(subject.text.lower().split()) else ()
    return named[0] if named and claim.predicate in ("be", *words("once", "taking_place")) else None


_STEM = 3
_FORMER = frozenset({"last", "previous"})


def _of_one_date(found: Sequence[Profile]) -> list[Profile]:
    """Those of the reports that tell but one date of it."""
    dates: dict[str, set[str]] = defaultdict(set)
    for profile in found:
        dates[profile.claim.report_id] |= {v.timex for v in dates_of(profile.claim)}
    return [p for p in found if len(dates[p.claim.report_id]) == 1]


def dates_of(claim: Claim) -> list[TimeValue]:
    """The days, months and years at which the claim says that it came to be."""
    values = (s.value for s in claim.all("time") if s.prep not in words("once", "edges"))
    return [v for v in values if isinstance(v, TimeValue) and v.anchored and v.granularity in CALENDAR]


def _way(claim: Claim) -> str | None:
    if claim.kind != "event" or claim.nominal or claim.stance.polarity < 0 or claim.stance.certainty not in _FIRM:
        return None
    return next((way for way in _WAYS if claim.predicate in words("once", way)), None)


def _thing(claim: Claim, way: str) -> Slot | None:
    """What came to be: what was built, what somebody founded, what began."""
    undergone = claim.slot("patient")
    return undergone if undergone is not None or way == "making" else claim.slot("agent")
