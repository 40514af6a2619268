"""The verdict on two places of one fact."""

from reconcile.measure import places
from reconcile.measure.names import SAME, explain
from reconcile.model.entities import EntityValue
from reconcile.model.reasons import Reason

Verdict = tuple[str, float, tuple[Reason, ...]]


def compare(left: EntityValue, right: EntityValue) -> Verdict:
    """(verdict, score, reasons) of two places, as a ladder: SAME, EQUIVALENT, COARSER, UNCLEAR, CONFLICT.

    COARSER where one lies in the other. CONFLICT only where the gazetteer knows both and neither holds the other; two names of
    which one is unknown are UNCLEAR unless they are spellings of one.
    """
    if left.key and left.key == right.key:
        same_words = left.name == right.name and left.demonym == right.demonym
        return ("SAME" if same_words else "EQUIVALENT"), 1.0, (Reason.of("place.same", key=left.key),)
    if places.same_country(left.key, right.key):
        return "EQUIVALENT", 0.95, (Reason.of("place.government", country=places.country_of(left.key)),)
    if (left.key is None or right.key is None) and explain(left.name, right.name, kind="other").score >= SAME:
        same_words = left.name.casefold() == right.name.casefold()
        return (
            ("SAME" if same_words else "APPROXIMATE"),
            0.9,
            (Reason.of("place.spelling", left=left.name, right=right.name),),
        )
    return _by_map(left, right)


def _by_map(left: EntityValue, right: EntityValue) -> Verdict:
    found = places.relation(left.key or left.name, right.key or right.name)
    reason = Reason.of(f"place.{found}", left=left.name, right=right.name)
    if found == places.EQUAL:
        return "SAME", 0.95, (reason,)
    if found in (places.WITHIN, places.CONTAINS):
        return "COARSER", 0.9, (reason,)
    if found == places.DISJOINT and _may_be_a_namesake(left, right):
        return "UNCLEAR", 0.5, (reason,)
    if found == places.DISJOINT:
        return "CONFLICT", _conflict_score(left, right), (reason,)
    return "UNCLEAR", 0.5, (reason,)


def _may_be_a_namesake(left: EntityValue, right: EntityValue) -> bool:
    """A small town against a country it is not known to lie in: a town of that name that the gazetteer lacks may lie there."""
    kinds = [str(v.key).partition(":")[0] for v in (left, right)]
    return kinds[0] != kinds[1] and (places.is_common_town(left.key) or places.is_common_town(right.key))


def _conflict_score(left: EntityValue, right: EntityValue) -> float:
    """Two towns of one country are easier told apart in different words for one area than two countries are."""
    return 0.7 if places.country_of(left.key) == places.country_of(right.key) else 0.85
