"""Numbers that stand together share what is told of one of them: conversions, parts of a whole, lists."""

import re
from collections.abc import Sequence

from attrs import evolve

from reconcile.extract.quantities_pieces import cues
from reconcile.lexicon.load import words
from reconcile.measure.populations import is_person
from reconcile.measure.units import dimension_of
from reconcile.model.mentions import Mention
from reconcile.model.quantities import QuantityValue


def related(
    text: str, mention: Mention[QuantityValue], previous: Mention[QuantityValue] | None
) -> Mention[QuantityValue]:
    """A mention with what the one before tells of it.

    A conversion in brackets tells of the same thing; "including two pilots" shares the fate of the number before; "34 others"
    beside another fate adds to no number of its own.
    """
    value = mention.value
    if previous is None:
        return mention
    between = text[previous.span.end : mention.span.start]
    if _is_vote_against(between, previous.value, value):
        against = evolve(value, of=previous.value.of, event=value.event or previous.value.event, modifiers=("against",))
        return evolve(mention, value=against)
    after = text[mention.span.end : mention.span.end + 1]
    if _restates(between, after, previous.value, value) and not _counts_children(text, previous.span.start):
        told = previous.value
        value = evolve(value, dimension=value.dimension or told.dimension, event=value.event or told.event)
        value = evolve(value, of=value.of or told.of, restates=True)
    if value.included and value.population is None:
        value = evolve(value, population=previous.value.population, event=previous.value.event)
    if value.population and previous.value.population not in (None, value.population):
        kept = tuple(m for m in value.modifiers if m.lower() not in _BESIDES)  # "one died and 17 more were hurt"
        value = evolve(value, modifiers=kept)
    if value.of == "other" and value.population and previous.value.population not in (None, value.population):
        value = evolve(value, of="people")
    return evolve(mention, value=value)


_BESIDES = frozenset({"more", "further", "additional", "another"})


def _is_vote_against(between: str, told: QuantityValue, value: QuantityValue) -> bool:
    """ "44 votes to 38": the second number counts the votes on the other side."""
    return told.of == "vote" and value.of is None and value.kind == "count" and between in (" to ", " against ")


def _restates(between: str, after: str, told: QuantityValue, value: QuantityValue) -> bool:
    """ "300 km (180 miles)", "50 miles or 81 km", "twelve (12)": the same number again."""
    if value.unit is None:
        return (
            between in (" (", " [")
            and after in (")", "]")
            and told.unit is None
            and told.kind == value.kind == "count"
            and value.of is None
        )
    bracketed = after in (")", "]") and re.fullmatch(r"( [\w-]+){0,4} [(\[]", between) is not None
    either = between in (" or ", ", or ") and (value.unit in cues("imperial")) != (told.unit in cues("imperial"))
    if not (bracketed or either):
        return False
    return value.unit != told.unit and value.kind == told.kind and dimension_of(value.unit) == dimension_of(told.unit)


def _counts_children(text: str, at: int) -> bool:
    """ "The mum-of-three (46)", "the mother of three (46)": what stands in brackets behind is an age."""
    parent = _PARENT_OF.search(text, max(0, at - _LONGEST_PARENT), at)
    return parent is not None and parent[1].lower().removeprefix("grand") in words("anaphors", "parents")


_PARENT_OF = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,15})[- ]of[- ]\Z")
_LONGEST_PARENT = 20

_JOINTS = (" and ", ", ", ", and ", " as well as ", " and another ", ", plus ", " plus ", " or ", " & ", " along with ")


def coordinated(text: str, mentions: Sequence[Mention[QuantityValue]]) -> tuple[Mention[QuantityValue], ...]:
    """ "arrested 17 men and three women", "200 soldiers and a dozen officers fled": what is told of one holds for its neighbour."""
    result = list(mentions)
    for n in range(1, len(result)):
        if _are_joined(text, result[n - 1], result[n]):
            result[n] = _sharing(result[n], result[n - 1].value)
    for n in range(len(result) - 1, 0, -1):
        if _are_joined(text, result[n - 1], result[n]):
            result[n - 1] = _sharing(result[n - 1], result[n].value)
    return tuple(result)


def _are_joined(text: str, left: Mention[QuantityValue], right: Mention[QuantityValue]) -> bool:
    if left.value.kind != "count" or right.value.kind != "count" or left.value.unit or right.value.unit:
        return False
    return text[left.span.end : right.span.start] in _JOINTS and is_person(left.value.of) == is_person(right.value.of)


def _sharing(mention: Mention[QuantityValue], told: QuantityValue) -> Mention[QuantityValue]:
    value = mention.value
    if value.population is not None or value.event is not None or value.of is None:
        return mention
    return evolve(mention, value=evolve(value, population=told.population, event=told.event))
