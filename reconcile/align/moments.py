"""Times that several reports tell alike, whatever words they have for what happened then: 10:31, the 14th of March."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from reconcile.align.crowds import is_crowd
from reconcile.align.features import Profile
from reconcile.measure.pairs import CROWD, near_pairs
from reconcile.measure.times import moment
from reconcile.model.claims import Link
from reconcile.model.reasons import Reason

_TO_THE_MINUTE, _OTHER = 0.7, 0.55


def moment_links(members: Sequence[Profile]) -> Iterator[tuple[list[Profile], list[Link]]]:
    """For each time of day or calendar day the claims that tell it, linked across reports where they share more than that.

    Two reports have the minute of a time in common by chance only seldom; of a full hour or a day the claims must share a word of
    their own or a class of event.
    """
    held: dict[str, list[Profile]] = defaultdict(list)
    for profile in members:
        for slot in profile.claim.all("time"):
            told = None if slot.raw.start < _DATELINE else moment(slot.value, slot.text)
            if told is not None and profile not in held[told]:
                held[told].append(profile)
    for told in sorted(held):
        if len({p.claim.report_id for p in held[told]}) > 1:
            links = list(_links(held[told], told))
            linked = {end for link in links for end in (link.left, link.right)}
            if links:
                yield [p for p in held[told] if p.claim.id in linked], links


# A day that a text begins with is the day of the dispatch.
_DATELINE = 30


def _links(members: Sequence[Profile], told: str) -> Iterator[Link]:
    to_the_minute = _MINUTE.search(told) is not None
    for a, b in near_pairs(members, CROWD) if is_crowd(members) else combinations(members, 2):
        if a.claim.report_id == b.claim.report_id:
            continue
        heads = {h for h in a.heads & b.heads if not _DATE.match(h)}
        if a.classes & b.classes or a.own_words & b.own_words or heads or (to_the_minute and a.around & b.around):
            reason = Reason.of("align.same-moment", moment=told)
            yield Link(a.claim.id, b.claim.id, _TO_THE_MINUTE if to_the_minute else _OTHER, (reason,))


_DATE = re.compile(r"[\dX]{4}|P\d")
_MINUTE = re.compile(r":(?!00)\d\d")
