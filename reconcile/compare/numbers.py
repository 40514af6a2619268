"""Two numbers of one fact: do they agree, contradict each other, or is there a doubt whether they are of one thing?"""

from types import MappingProxyType

from reconcile.compare.numbers_doubts import DOUBTS
from reconcile.compare.numbers_moments import is_of_other_day
from reconcile.compare.numbers_things import is_of_one_thing, is_one_noun, number_of
from reconcile.compare.numbers_told import Figures, name_other_firms, tells_too
from reconcile.compare.persons import Known
from reconcile.compare.quantities import compare
from reconcile.measure.lone import Inventory, are_lone, is_only_one
from reconcile.measure.populations import are_wholes
from reconcile.measure.quantities import relation
from reconcile.model.comparisons import Member
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason

Verdict = tuple[str, float, tuple[Reason, ...]]


def compare_numbers(
    left: Member,
    right: Member,
    figures: Figures = MappingProxyType({}),
    known: Known = MappingProxyType({}),
    told: Inventory = MappingProxyType({}),
) -> Verdict:
    """The verdict on the values, with the doubts that arise from the claims they stand in: the first one that holds is told.

    ``figures`` has for each report every exact number that it tells, with the nouns that are counted, ``known`` the entities that it
    names, ``told`` the numbers that it tells in each unit.
    """
    a, b = number_of(left), number_of(right)
    if a is None or b is None:
        return "MISSING", 0.0, ()
    verdict, score, reasons = compare(a, b)
    if verdict == "EQUIVALENT" and a.approximate != b.approximate:
        verdict = "APPROXIMATE"
    if verdict in ("COARSER", "APPROXIMATE") and is_of_other_day(left, a, right, b):
        return "UNCLEAR", 0.5, (*reasons, Reason("claim.other-day"))
    if verdict not in ("UNCLEAR", "CONFLICT"):
        return verdict, score, reasons
    lone = are_lone(left.claim.report_id, a, right.claim.report_id, b, told)
    settled = any(r.code == "quantity.former" for r in reasons)
    if verdict == "UNCLEAR" and not settled and relation(a, b) == "disjoint":
        if lone or is_of_one_thing(left, a, right, b):
            verdict, score = "CONFLICT", 0.85
        elif _are_all(left, a, right, b, told):
            verdict, score, reasons = "CONFLICT", _SCORE_OF_ALL, (Reason.of("quantity.disjoint", what=a.of or ""),)
    if verdict != "CONFLICT":
        return verdict, score, reasons
    doubt = _doubt(left, a, right, b, lone=lone)
    if doubt is None and not lone and a.kind in ("money", "percent") and name_other_firms(left, right, known):
        doubt = "claim.other-subject"
    if doubt is None and (tells_too(left, b, figures) or tells_too(right, a, figures)):
        doubt = "quantity.tells-both"
    return (verdict, score, reasons) if doubt is None else ("UNCLEAR", 0.5, (*reasons, Reason(doubt)))


def _doubt(left: Member, a: QuantityValue, right: Member, b: QuantityValue, *, lone: bool) -> str | None:
    """The first doubt that the claims raise; where no other number could be meant, some no longer matter."""
    return next((code for code, holds in DOUBTS if not (lone and code in _SETTLED) and holds(left, a, right, b)), None)


def _are_all(left: Member, a: QuantityValue, right: Member, b: QuantityValue, told: Inventory) -> bool:
    """14 people dead, and 17 passengers, where neither report counts the dead in any other way."""
    if not are_wholes(a, b) or left.claim.report_id == right.claim.report_id:
        return False
    return is_only_one(left.claim.report_id, a, told) and is_only_one(right.claim.report_id, b, told)


_SCORE_OF_ALL = 0.85
# What no longer matters where no other number could be meant.
_SETTLED = frozenset({"quantity.no-holder", "claim.other-deed", "claim.other-subject"})


def has_one_holder(left: Member, right: Member) -> bool:
    """A person's age, the depth of a well: a thing has one. Words that tell two things apart ("the Salyut station") undo it."""
    a, b = number_of(left), number_of(right)
    first, second = left.claim.slot("holder"), right.claim.slot("holder")
    if a is None or b is None or first is None or second is None or not is_one_noun(first, second):
        return False
    if a.kind == "age" and all(s.entity is None and s.text.lower().startswith(("a ", "an ")) for s in (first, second)):
        return False  # "a 42-year-old man", "a 29-year-old man"
    one, other = ({s.head for s in m.claim.all("modifier")} for m in (left, right))
    if one - other and other - one:
        return False
    return a.kind == "age" or (a.kind == "measure" and a.dimension is not None and a.dimension == b.dimension)
