"""The persons that a report names who are known for this event alone: no ministers, no stars whose names stand in all papers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reconcile.lexicon.load import words
from reconcile.measure.names_persons import is_seldom
from reconcile.model.claims import Claim, Fact

_PERSON = "person:"


def private_persons(facts: Sequence[Fact]) -> Mapping[str, frozenset[str]]:
    """For each report the ids of the persons with a seldom name whom no report gives an office."""
    named: dict[str, set[str]] = defaultdict(set)
    officials: set[str] = set()
    for claim in (c for f in facts for c in f.claims):
        named[claim.report_id].update(e for e in (*claim.entities, *claim.around) if e.startswith(_PERSON))
        officials |= _officials(claim)
    private = {e for found in named.values() for e in found if _is_seldom(e)} - officials
    return {report: frozenset(found & private) for report, found in named.items()}


def _officials(claim: Claim) -> set[str]:
    """Who is given an office: "Prime Minister", "senator"."""
    holder = claim.slot("holder") if claim.kind == "role" else None
    if holder is None or holder.entity is None:
        return set()
    return {holder.entity} if words("roles", "office") & set(claim.predicate.lower().split()) else set()


def _is_seldom(entity: str) -> bool:
    return any(map(is_seldom, entity.removeprefix(_PERSON).split()))
