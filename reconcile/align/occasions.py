"""When the news of a story took place: what its reports begin with happened once, whatever words each of them has for it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from reconcile.align.crowds import is_crowd
from reconcile.align.features import Profile
from reconcile.lexicon.load import words
from reconcile.measure.arguments import name_one, name_others
from reconcile.measure.events import deed_classes
from reconcile.measure.humans import is_human
from reconcile.measure.pairs import CROWD, near_pairs
from reconcile.measure.times import clock
from reconcile.model.claims import Claim, Link
from reconcile.model.reasons import Reason
from reconcile.model.times import TimeValue

Grain = Callable[[TimeValue], str | None]

_STRENGTH = 0.75
# A text says what its news is in its headline and its first sentences.
_LEAD_SENTENCES = 3
_LIKELIEST = 3
_SURE = frozenset({"asserted", "reported"})
# What goes on for a time begins and ends at one.
_PHASES = {"begin": frozenset({"begin"}), "end": frozenset({"end", "fail", "collapse"})}
_UNREST = "unrest"
_NAMED = ("person:", "organization:", "vehicle:")


def occasion_links(members: Sequence[Profile]) -> Iterator[tuple[list[Profile], list[Link]]]:
    """For each happening that two reports or more begin with, the claims that tell its hour, or its day, linked across reports.

    A report that tells several hours of it, or several days, tells of more than one such happening and is left out.
    """
    happened = {id(p): deeds(p.claim) for p in members if has_happened(p.claim)}
    news = _news(members, happened)
    told = Counter(deed for of_report in news.values() for deed in of_report)
    again = frozenset(deed for deed, reports in told.items() if reports > 1)
    holders: dict[str, list[Profile]] = defaultdict(list)
    for profile in members:
        own = happened.get(id(profile))
        if own is not None and profile.claim.slot("time") is not None:
            meant: frozenset[str] = again & news.get(profile.claim.report_id, set())
            for deed in meant if _is_unnamed(profile.claim) else meant & set(own):
                holders[deed].append(profile)
    met: set[frozenset[str]] = set()
    for deed in sorted(holders):
        for grain in (hour_of, day_of):
            by_report: dict[str, list[Profile]] = defaultdict(list)
            for profile in holders[deed]:
                if times_of(profile.claim, grain):
                    by_report[profile.claim.report_id].append(profile)
            kept = [p for own in by_report.values() if is_one(own, grain) for p in own]
            links = list(_links(kept, deed))
            linked = frozenset(end for link in links for end in (link.left, link.right))
            if links and linked not in met:
                met.add(linked)
                yield [p for p in kept if p.claim.id in linked], links


def times_of(claim: Claim, grain: Grain) -> set[str]:
    """The times of that grain at which the claim says that it happened."""
    slots = [s for s in claim.all("time") if s.prep not in words("once", "bounds")]
    local = [s for s in slots if isinstance(s.value, TimeValue) and s.value.zone is None]
    slots = local or slots  # "at 4:12 a.m. local time (0912 GMT)"
    return {told for s in slots if isinstance(s.value, TimeValue) and (told := grain(s.value)) is not None}


def hour_of(value: TimeValue) -> str | None:
    """A time of day to the hour or the minute."""
    told = clock(value)
    return None if told is None else f"{told[0]:02}:{told[1]:02}"


def day_of(value: TimeValue) -> str | None:
    """A day on the calendar."""
    return value.timex[:10] if value.granularity in ("day", "daypart") and value.anchored else None


def is_one(own: Sequence[Profile], grain: Grain) -> bool:
    """Whether claims tell but one time of that grain."""
    return len(set().union(*(times_of(p.claim, grain) for p in own))) == 1


def _news(members: Sequence[Profile], happened: Mapping[int, tuple[str, ...]]) -> Mapping[str, set[str]]:
    """For each report what its first sentences say has happened."""
    found: dict[str, set[str]] = defaultdict(set)
    for profile in members:
        claim, own = profile.claim, happened.get(id(profile))
        if claim.sentence < _LEAD_SENTENCES and own is not None:
            found[claim.report_id] |= set(own[:_LIKELIEST]) & words("once", "happenings")
            lasting = [d for d in own if " " not in d and d not in _PHASES]
            found[claim.report_id] |= {f"{phase} {deed}" for phase in _PHASES for deed in lasting}
            found[claim.report_id] |= {d for d in own if " " in d}
            if claim.predicate in words("once", "unrest"):
                found[claim.report_id] |= {f"{phase} {_UNREST}" for phase in _PHASES}
    return found


def has_happened(claim: Claim) -> bool:
    """Whether a claim tells, as a fact, what is no background."""
    return not claim.background and claim.stance.polarity > 0 and claim.stance.certainty in _SURE


def deeds(claim: Claim) -> tuple[str, ...]:
    """The classes of what a clause tells: of its verb, or of its subject where the verb says no more than that it took place."""
    subject = claim.slot("agent") or claim.slot("patient")
    named = deed_classes(subject.head) if subject is not None and subject.head else ()
    if subject is not None and subject.head in words("once", "unrest"):
        named = (_UNREST, *named)
    phase = next((p for p in _PHASES if not _PHASES[p].isdisjoint(claim.classes)), None)
    if phase is not None and named:
        return tuple(f"{phase} {deed}" for deed in named)
    return named if named and claim.predicate in words("once", "taking_place") else claim.classes


def _is_unnamed(claim: Claim) -> bool:
    """ "It happened at noon", "the accident occurred on Monday": what the news is of, by no name of its own."""
    subject = claim.slot("agent") or claim.slot("patient")
    if claim.predicate not in words("once", "befalling") or subject is None:
        return False
    return subject.entity is None and subject.head in words("once", "general_nouns")


def _links(members: Sequence[Profile], deed: str) -> Iterator[Link]:
    personal, many = deed in words("once", "personal"), deed in words("once", "of_many")
    reasons = (Reason.of("align.same-news", deed=deed.replace("_", " ")),)
    for a, b in near_pairs(members, CROWD) if is_crowd(members) else combinations(members, 2):
        if a.claim.report_id == b.claim.report_id or (personal and name_others(a.claim, b.claim, _NAMED)):
            continue
        if many and not (
            name_one(a.claim, b.claim, _NAMED) or _is_meant(a.claim, b.claim) or _is_meant(b.claim, a.claim)
        ):
            continue
        yield Link(a.claim.id, b.claim.id, _STRENGTH, reasons)


def _is_meant(named: Claim, called: Claim) -> bool:
    """Whether one claim tells it of one named person, and the other of "the boy": the one whom its report is about."""
    people = {e for e in named.entities if e.startswith("person:")}
    subject = called.slot("patient") or called.slot("agent")
    if len(people) != 1 or subject is None or subject.entity is not None or not is_human(subject.head):
        return False
    text = subject.text.lower()
    return (
        text.startswith("the ")
        and text.split()[-1] == subject.head
        and not any(e.startswith(_NAMED) for e in called.entities)
    )
