"""Who acts, and whether two claims tell what two of them said."""

import pytest

from reconcile.measure.agents import agent, have_other_speakers
from tests.compare.telling import member

SAYS = {"classes": "say"}


@pytest.mark.parametrize(
    ("entity", "acts"), [("government:RU", "country:RU"), ("country:RU", "country:RU"), ("person:a", "person:a")]
)
def test_a_government_acts_as_its_country(entity: str, acts: str) -> None:
    assert agent(entity) == acts


@pytest.mark.parametrize(
    ("left", "right", "other"),
    [
        ({**SAYS, "slots": ["agent: moscow = government:RU"]}, {**SAYS, "slots": ["agent: house = government:US"]}, True),
        ({**SAYS, "slots": ["agent: moscow = government:RU"]}, {**SAYS, "slots": ["agent: russia = country:RU"]}, False),
        ({**SAYS, "slots": ["agent: spokesman"], "entities": "person:a"}, {**SAYS, "slots": ["agent: b = person:b"]}, True),
        ({**SAYS, "slots": ["agent: spokesman"], "entities": "person:a"}, {**SAYS, "entities": "person:a city:x"}, False),
        ({**SAYS, "slots": ["agent: spokesman"], "entities": "organization:a"}, {**SAYS, "entities": "person:b"}, True),
        ({**SAYS, "slots": ["agent: spokesman"], "entities": "city:x"}, {**SAYS, "slots": ["agent: b = person:b"]}, False),
        ({"kind": "report", "entities": "person:a"}, {"kind": "report", "entities": "person:b"}, True),
        ({"classes": "visit", "entities": "person:a"}, {**SAYS, "entities": "person:b"}, False),
        ({"classes": "visit say", "entities": "person:a"}, {**SAYS, "entities": "person:b"}, False),
        (SAYS, SAYS, False),
    ],
)  # fmt: skip
def test_whose_words_they_are(left: dict[str, object], right: dict[str, object], other: bool) -> None:
    a, b = member(left, "x").claim, member(right, "y").claim
    assert have_other_speakers(a, b) is have_other_speakers(b, a) is other
