"""Laws of the values themselves: order, hashing, equality, JSON."""

import pickle
from collections.abc import Hashable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile import Reconciliation
from reconcile.model.reasons import Reason
from reconcile.model.spans import RawSpan, Span
from tests.properties import strategies as own

EVERY = {
    name: getattr(own, name)
    for name in (
        "spans", "raw_spans", "edits", "reasons", "quantity_values", "time_values", "entity_values", "entity_mentions",
        "windows", "marks", "attributions", "stances", "slots", "claims", "links", "facts", "comparisons", "evidence", "sides",
        "entities", "timeline_entries", "origins", "dated", "configs", "reports",
    )
}  # fmt: skip
EVERY["findings"] = own.findings()


@pytest.mark.parametrize("name", sorted(EVERY))
@given(data=st.data())
def test_values_are_hashable_and_pickle(name: str, data: st.DataObject) -> None:
    value = data.draw(EVERY[name])
    assert isinstance(value, Hashable)
    again = pickle.loads(pickle.dumps(value))  # noqa: S301
    assert again == value
    assert hash(again) == hash(value)


@given(own.spans, own.spans)
def test_overlap_is_mutual_and_follows_from_containing(left: Span, right: Span) -> None:
    assert left.overlaps(right) == right.overlaps(left)
    assert left.join(right) == right.join(left)
    assert left.join(right).contains(left)
    if left.contains(right) and len(right):
        assert left.overlaps(right)


@given(own.spans)
def test_clean_and_received_places_are_never_equal(span: Span) -> None:
    received: object = RawSpan(span.start, span.end)
    assert span != received


@given(st.dictionaries(own.ids, own.words, max_size=4), st.randoms(use_true_random=False))
def test_reasons_do_not_depend_on_the_order_of_their_parameters(params: dict[str, str], chance: Random) -> None:
    shuffled = list(params.items())
    chance.shuffle(shuffled)
    assert Reason("code", params) == Reason("code", dict(shuffled))


@given(own.results())
def test_every_result_survives_json(result: Reconciliation) -> None:
    assert Reconciliation.from_json(result.to_json()) == result
