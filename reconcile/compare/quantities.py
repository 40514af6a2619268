"""The verdict on two quantities: first whether they tell of the same thing, then whether the numbers can both be right."""

from attrs import evolve

from reconcile.lexicon.load import words
from reconcile.measure.populations import DIFFERENT, PART, SAME, UNKNOWN, exceeds_whole, is_general, is_person
from reconcile.measure.properties import of_one_thing
from reconcile.measure.quantities import relation
from reconcile.measure.units import dimension_of
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason

VERDICTS = {"equal": "SAME", "refines": "COARSER", "coarser": "COARSER", "approximate": "APPROXIMATE"}
_SCORES = {"SAME": 1.0, "EQUIVALENT": 0.95, "COARSER": 0.85, "APPROXIMATE": 0.8}
_SURE = {SAME: 1.0, PART: 0.7, UNKNOWN: 0.6}
_EXACT_CONFLICT, _HEDGED_CONFLICT = 0.9, 0.75


def compare(left: QuantityValue, right: QuantityValue) -> tuple[str, float, tuple[Reason, ...]]:
    """(verdict, score, reasons): SAME, EQUIVALENT, COARSER, APPROXIMATE, UNCLEAR or CONFLICT.

    CONFLICT needs the same thing counted or measured and numbers that exclude each other after conversion and rounding.
    Numbers that agree are an agreement even where the populations may be one within the other, with a lower score.
    UNCLEAR says why in its reason: another dimension, another population, perhaps a part of the other, nothing that tells.
    """
    if not _one_kind(left, right):
        return "UNCLEAR", 0.0, (Reason.of("quantity.other-dimension", left=_named(left), right=_named(right)),)
    if left.former != right.former:
        return "UNCLEAR", 0.0, (Reason.of("quantity.former", left=_thing(left), right=_thing(right)),)
    if (left.per is None) != (right.per is None):
        return _without_divisor(left, right)
    found = relation(left, right)
    if found == "incomparable":
        return "UNCLEAR", 0.0, (Reason.of("quantity.incomparable", left=_named(left), right=_named(right)),)
    level = of_one_thing(left, right)
    if level == DIFFERENT:
        return "UNCLEAR", 0.0, (Reason.of("quantity.other-population", left=_thing(left), right=_thing(right)),)
    if found == "disjoint" or (found != "equal" and _are_two_terms(left, right)):
        return _excluding(left, right, level)
    if _are_two_bounds(left, right):
        return "UNCLEAR", 0.0, (Reason.of("quantity.two-bounds", what=_thing(left)),)
    return _agreeing(left, right, found, level)


def _are_two_terms(left: QuantityValue, right: QuantityValue) -> bool:
    """ "At least 24 years in prison", "up to six years": the least that has to be served, and the most, is a term by itself."""
    return left.dimension == right.dimension == "term" and left.hedge == right.hedge in ("at_least", "at_most")


def _are_two_bounds(left: QuantityValue, right: QuantityValue) -> bool:
    """ "Up to 20 hours" and "up to 22 hours": both can be right, and neither says what the other does."""
    open_ends = [(v.low is None, v.high is None) for v in (left, right)]
    return open_ends[0] == open_ends[1] != (False, False) and relation(left, right) not in ("equal", "approximate")


def _without_divisor(left: QuantityValue, right: QuantityValue) -> tuple[str, float, tuple[Reason, ...]]:
    """ "$82" for "$82 a share": the same number of money may leave out what it is for; anything else cannot be compared."""
    bare = relation(evolve(left, per=None), evolve(right, per=None))
    if bare == "equal" and left.kind == right.kind == "money":
        return (
            "EQUIVALENT",
            _SCORES["EQUIVALENT"] * _SURE[UNKNOWN],
            (Reason.of("quantity.divisor-left-out", per=left.per or right.per),),
        )
    return "UNCLEAR", 0.0, (Reason.of("quantity.other-dimension", left=_named(left), right=_named(right)),)


def _excluding(left: QuantityValue, right: QuantityValue, level: str) -> tuple[str, float, tuple[Reason, ...]]:
    if level == SAME and left.kind != "ordinal":
        loose = left.approximate or right.approximate or not (_is_one_number(left) and _is_one_number(right))
        score = _HEDGED_CONFLICT if loose else _EXACT_CONFLICT
        return "CONFLICT", score, (Reason.of("quantity.disjoint", what=_thing(left)),)
    if level == PART and (_is_none_at_all(left) or _is_none_at_all(right)):
        return "CONFLICT", _EXACT_CONFLICT, (Reason.of("quantity.disjoint", what=_thing(left)),)
    if level == PART and exceeds_whole(left, right):
        return "CONFLICT", _HEDGED_CONFLICT, (Reason.of("quantity.disjoint", what=_thing(left)),)
    code = "quantity.maybe-part" if level == PART else "quantity.unknown-population"
    return "UNCLEAR", 0.0, (Reason.of(code, left=_thing(left), right=_thing(right)),)


def _is_none_at_all(value: QuantityValue) -> bool:
    """ "No deaths", "nobody": there is no part of none."""
    nobody = is_general(value.of) or not is_person(value.of)
    return value.high == 0 and value.population is not None and nobody


def _is_one_number(value: QuantityValue) -> bool:
    """An exact number, or the greatest of what is told by its greatest: gusts of up to 110 km/h."""
    return value.low == value.high or (value.hedge == "at_most" and value.dimension in words("measuring", "sole"))


def _agreeing(
    left: QuantityValue, right: QuantityValue, found: str, level: str
) -> tuple[str, float, tuple[Reason, ...]]:
    if level == PART and found != "equal":
        return "UNCLEAR", 0.0, (Reason.of("quantity.maybe-part", left=_thing(left), right=_thing(right)),)
    if _is_far_from_bound(left, right) or _is_far_from_bound(right, left):
        return "UNCLEAR", 0.0, (Reason.of("quantity.far-from-bound", left=_named(left), right=_named(right)),)
    verdict = VERDICTS[found]
    if verdict == "SAME" and (left.unit != right.unit or left.approximate != right.approximate or level == PART):
        verdict = "EQUIVALENT"
    codes = [Reason.of(f"quantity.{found}", left=_named(left), right=_named(right))]
    if left.unit != right.unit:
        codes.append(Reason.of("quantity.converted", left=left.unit, right=right.unit))
    return verdict, _SCORES[verdict] * _SURE[level], tuple(codes)


def _is_far_from_bound(bound: QuantityValue, other: QuantityValue) -> bool:
    """ "Less than $55" holds for $22 too, and does not say so."""
    if bound.unit != other.unit or other.low is None or other.low != other.high:
        return False
    if bound.low is None and bound.high is not None:
        return other.low * _FAR < bound.high
    return bound.high is None and bound.low is not None and other.low > _FAR * bound.low > 0


_FAR = 2.0


def _one_kind(left: QuantityValue, right: QuantityValue) -> bool:
    """Ages and durations, shares and counts, scores and ranges do not meet, whatever their units."""
    special = ("age", "score", "share", "ordinal", "magnitude")
    if left.kind != right.kind and (left.kind in special or right.kind in special):
        return False
    return dimension_of(left.unit) == dimension_of(right.unit)


def _named(value: QuantityValue) -> str:
    """What kind of number it is, for the reason."""
    unit = value.unit or value.of or value.kind
    return f"{unit} per {value.per}" if value.per else unit


def _thing(value: QuantityValue) -> str:
    """What is counted or measured, for the reason."""
    parts = (*value.modifiers, value.of or "", value.dimension or "", (value.population or "").replace("_", " "))
    return " ".join(p for p in parts if p) or value.kind
