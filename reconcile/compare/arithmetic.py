"""Numbers of one report that do not add up: parts and totals, conversions in brackets, percentages, words and digits."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from reconcile.measure.populations import PART, SAME, classes, is_general, is_person, same_noun
from reconcile.measure.quantities import relation
from reconcile.measure.units import convert
from reconcile.model.discrepancies import Discrepancy
from reconcile.model.mentions import Mention
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason

Quantity = Mention[QuantityValue]

# Two classes that together are all of the whole.
_HALVES = (
    ("passengers", "crew"),
    ("men", "women"),
    ("children", "adults"),
    ("civilians", "soldiers"),
    ("civilians", "police"),
)
# Answers that exclude each other, as lemmas of verbs.
_OPPOSED = (
    ("support", "oppose"), ("favor", "oppose"), ("favour", "oppose"), ("back", "oppose"), ("approve", "disapprove"),
    ("agree", "disagree"), ("support", "reject"), ("back", "reject"), ("accept", "reject"), ("trust", "distrust"),
    ("like", "dislike"),
)  # fmt: skip


def check(mentions: Sequence[Quantity]) -> tuple[Discrepancy, ...]:
    """Every discrepancy among the quantities of one report, in order of place; rounding and hedges are allowed for."""
    ordered = sorted(mentions, key=lambda m: (m.span, m.rule))
    found: list[Discrepancy] = []
    for _, group in groupby(ordered, key=lambda m: m.sentence):
        sentence = list(group)
        for rule in (_restated, _parts, _halves, _casualties, _percentages):
            found.extend(rule(sentence))
    found.extend(_aboard(ordered))
    return tuple(sorted(found, key=lambda d: (d.left.span, d.right.span, d.reason)))


def _restated(sentence: Sequence[Quantity]) -> Iterator[Discrepancy]:
    """ "120 km (90 miles)", "twelve (13)"."""
    for left, right in pairwise(sentence):
        if not right.value.restates or relation(left.value, right.value) != "disjoint":
            continue
        if right.value.unit is None:
            yield Discrepancy(
                left, right, Reason.of("arithmetic.words-digits", left=_number(left), right=_number(right))
            )
        elif (
            left.value.unit is not None
            and left.value.low is not None
            and (same := convert(left.value.low, left.value.unit, right.value.unit)) is not None
        ):
            yield Discrepancy(
                left,
                right,
                Reason.of("arithmetic.conversion", left=left.text, right=right.text, expected=f"{same:.4g}"),
            )


def _parts(sentence: Sequence[Quantity]) -> Iterator[Discrepancy]:
    """ "12 people, including 15 children"; "22 of the 21"."""
    whole: Quantity | None = None
    for mention in sentence:
        value = mention.value
        if value.included and whole is not None and _below(whole.value.high, value.low) and _fits(whole, mention):
            yield Discrepancy(
                whole, mention, Reason.of("arithmetic.part-exceeds-total", part=_number(mention), total=_number(whole))
            )
        if value.share_of is not None and _below(value.share_of, value.low):
            total = next((m for m in sentence if m.value.low == value.share_of), mention)
            yield Discrepancy(
                mention,
                total,
                Reason.of("arithmetic.part-exceeds-total", part=_number(mention), total=f"{value.share_of:g}"),
            )
        if not value.included and value.kind == "count" and value.unit is None:
            whole = mention


def _below(high: float | None, low: float | None) -> bool:
    return high is not None and low is not None and high < low


def _fits(whole: Quantity, part: Quantity) -> bool:
    """People among people, things among the same things."""
    if part.value.kind != "count" or part.value.unit is not None or whole.value.approximate:
        return False
    people = is_person(part.value.of) or bool(part.value.population)
    if people != (is_person(whole.value.of) or bool(whole.value.population)):
        return False
    return people or same_noun(whole.value.of or "", part.value.of or "") in (SAME, PART)


def _halves(sentence: Sequence[Quantity]) -> Iterator[Discrepancy]:
    """ "13 people, 10 passengers and two crew": the two make the whole."""
    for whole, first, second in zip(sentence, sentence[1:], sentence[2:], strict=False):
        general = whole.value.of is not None and is_general(whole.value.of)
        fate = whole.value.population in (None, "people_aboard", first.value.population)
        if general and fate and _are_halves(first, second):
            yield from _sum(whole, first, second)


def _are_halves(first: Quantity, second: Quantity) -> bool:
    if not (first.value.is_exact and second.value.is_exact and first.sentence == second.sentence):
        return False
    if (
        first.value.kind != "count"
        or second.value.kind != "count"
        or second.span.start - first.span.end > _MAX_JOINT_CHARS
    ):
        return False
    a, b = _classes(first), _classes(second)
    return any((x in a and y in b) or (y in a and x in b) for x, y in _HALVES)


def _classes(mention: Quantity) -> tuple[str, ...]:
    return classes().get(mention.value.of or "", ())


_MAX_JOINT_CHARS = 12  # " and ", ", plus ", " and its "


def _sum(whole: Quantity, first: Quantity, second: Quantity) -> Iterator[Discrepancy]:
    total = (first.value.low or 0.0) + (second.value.low or 0.0)
    if whole.value.is_exact and whole.value.low != total:
        params = {"total": _number(whole), "parts": f"{_number(first)} + {_number(second)}", "sum": f"{total:g}"}
        yield Discrepancy(whole, first, Reason.of("arithmetic.sum", **params))


def _aboard(ordered: Sequence[Quantity]) -> Iterator[Discrepancy]:
    """ "21 people on board" in one sentence, "18 passengers and four crew" in another."""
    wholes = [
        m
        for m in ordered
        if m.value.population == "people_aboard" and is_general(m.value.of) and m.value.kind == "count"
    ]
    pairs = [(a, b) for a, b in pairwise(ordered) if _are_halves(a, b) and "crew" in (*_classes(a), *_classes(b))]
    if len({m.value.low for m in wholes}) != 1 or len({(a.value.low, b.value.low) for a, b in pairs}) != 1:
        return
    whole, (first, second) = wholes[0], pairs[0]
    fates = {first.value.population, second.value.population}
    some_of_them = 2.0 * ((first.value.low or 0.0) + (second.value.low or 0.0)) < (whole.value.low or 0.0)
    if whole.sentence != first.sentence and fates <= {None, "people_aboard"} and not some_of_them:
        yield from _sum(whole, first, second)


def _casualties(sentence: Sequence[Quantity]) -> Iterator[Discrepancy]:
    """ "50 casualties: 12 dead and 34 injured"."""
    whole = [m for m in sentence if m.value.population == "people_casualties" and m.value.is_exact]
    dead = [m for m in sentence if m.value.population == "people_dead" and m.value.is_exact and not m.value.included]
    hurt = [m for m in sentence if m.value.population == "people_injured" and m.value.is_exact and not m.value.included]
    if len(whole) == len(dead) == len(hurt) == 1:
        yield from _sum(whole[0], *sorted((dead[0], hurt[0]), key=lambda m: m.span))


def _percentages(sentence: Sequence[Quantity]) -> Iterator[Discrepancy]:
    """ "120% of residents"; "60% support and 55% oppose it"."""
    shares = [
        m
        for m in sentence
        if m.value.kind == "percent" and m.value.unit == "percent" and m.value.low is not None and not m.value.per
    ]
    for mention in shares:
        if (mention.value.low or 0.0) > 100.0 and is_person(mention.value.of):
            yield Discrepancy(mention, mention, Reason.of("arithmetic.percent", sum=_number(mention)))
    for left, right in pairwise(shares):
        total = (left.value.low or 0.0) + (right.value.low or 0.0)
        opposed = any({left.value.event, right.value.event} == set(pair) for pair in _OPPOSED)
        if opposed and total > 100.0 + _PERCENT_ROUNDING:
            yield Discrepancy(left, right, Reason.of("arithmetic.percent", sum=f"{total:g}"))


_PERCENT_ROUNDING = 1.0  # two figures rounded up by half a point each


def _number(mention: Quantity) -> str:
    value = mention.value.low if mention.value.low is not None else mention.value.high
    return f"{value:g}"
