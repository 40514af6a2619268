"""When help was called: by the alarm that came in, or by the fire brigade that was called."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from reconcile.align.crowds import is_crowd
from reconcile.align.features import Profile
from reconcile.align.occasions import has_happened, hour_of, is_one, times_of
from reconcile.lexicon.load import words
from reconcile.measure.kin import kin
from reconcile.measure.pairs import CROWD, near_pairs
from reconcile.model.claims import Claim, Link
from reconcile.model.reasons import Reason

_STRENGTH = 0.75


def alarm_links(members: Sequence[Profile]) -> Iterator[tuple[list[Profile], list[Link]]]:
    """The claims that tell the hour at which help was called, linked across reports; a report that tells several is left out."""
    by_report: dict[str, list[Profile]] = defaultdict(list)
    for profile in members:
        if has_happened(profile.claim) and _is_alarm(profile.claim) and times_of(profile.claim, hour_of):
            by_report[profile.claim.report_id].append(profile)
    told = [p for own in by_report.values() if is_one(own, hour_of) for p in own]
    reason = (Reason.of("align.same-news", deed="alarm"),)
    pairs = near_pairs(told, CROWD) if is_crowd(told) else combinations(told, 2)
    links = [
        Link(a.claim.id, b.claim.id, _STRENGTH, reason) for a, b in pairs if a.claim.report_id != b.claim.report_id
    ]
    if links:
        yield told, links


def _is_alarm(claim: Claim) -> bool:
    """ "The alarm was raised", "a call came in"; "neighbours called the fire brigade", "police were alerted"."""
    if claim.predicate in words("once", "alarm_coming"):
        subject = claim.slot("patient") or claim.slot("agent")
        return subject is not None and subject.head in words("once", "alarm_nouns")
    if claim.predicate not in words("once", "alarm_calling") or claim.nominal:
        return False
    return any(_names_help(s.text) for s in (*claim.all("patient"), *claim.all("complement")))


def _names_help(text: str) -> bool:
    told = text.lower().split()
    return any(kin(w) in words("once", "alarm_helpers") or w in words("once", "alarm_helpers") for w in told)
