"""Is it a conflict, or did a later report revise an earlier one?"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from reconcile.model.claims import Claim
from reconcile.model.comparisons import ValueGroup
from reconcile.model.reports import Report

Told = tuple[Sequence[str], float | None]


def relation(kind: str, left: Told, right: Told, reports: Mapping[str, Report]) -> str:
    """ "update" where all of one side's reports came out later and the value is one that grows as news comes in, else "conflict".

    A side is told by its report ids and its number, None where it has none.
    """
    if kind not in ("quantity", "certainty"):
        return "conflict"
    older, newer = sorted((left, right), key=lambda side: [str(reports[r].published) for r in side[0]])
    if not _is_later(older[0], newer[0], reports):
        return "conflict"
    if kind == "certainty":
        return "update"
    grows = older[1] is not None and newer[1] is not None and newer[1] > older[1]
    return "update" if grows else "conflict"


def revision(left: Sequence[str], right: Sequence[str], reports: Mapping[str, Report]) -> str:
    """ "update" where all reports of one side came out after all of the other's, whatever they tell, else "conflict"."""
    later = _is_later(left, right, reports) or _is_later(right, left, reports)
    return "update" if later else "conflict"


def is_overtaken(left: ValueGroup, right: ValueGroup, reports: Mapping[str, Report]) -> bool:
    """ "No arrest has been made", and a day later "he was arrested": what had not happened yet has happened since."""
    for older, newer in ((left, right), (right, left)):
        told = [_has_not_yet(m.claim) for m in older.members]
        if all(told) and all(m.claim.stance.polarity > 0 for m in newer.members):
            return _is_later(older.report_ids, newer.report_ids, reports)
    return False


def _has_not_yet(claim: Claim) -> bool:
    own = set(claim.text.lower().replace("n't", " n't").split())
    return claim.stance.polarity < 0 and bool(own & _UNTIL_NOW)


_UNTIL_NOW = frozenset({"has", "have", "yet"})


def _is_later(older: Sequence[str], newer: Sequence[str], reports: Mapping[str, Report]) -> bool:
    first, second = ([day_of(reports[r].published) for r in side] for side in (older, newer))
    known_first, known_second = [d for d in first if d], [d for d in second if d]
    if len(known_first) < len(first) or len(known_second) < len(second):
        return False
    return max(known_first) < min(known_second)


def day_of(published: date | None) -> date | None:
    """The day of publication, None where it is not known."""
    return published.date() if isinstance(published, datetime) else published
