"""What was read in a passage, by report and sentence."""

from attrs import evolve

from reconcile.compare.passages import Sides, touched
from reconcile.model.mentions import Mention
from reconcile.model.quantities import QuantityValue
from reconcile.model.spans import Span
from tests.compare.copying import passage, readings
from tests.compare.telling import claim

TEXT = "Ana Ruiz saw 12 ferries in Oslo on 3 May 2023. Tom Holt saw 15 barges."


def sides(*slots: str, kind: str = "quote") -> Sides:
    found = readings(TEXT)
    claims = [claim({"report": "a", "kind": kind, "slots": list(slots)})]
    return Sides(found, {}, {"a": claims})


def test_each_sentence_has_its_own() -> None:
    both = sides()
    first, second = both.of(("a", 0), None, 0), both.of(("a", 1), None, 0)
    assert [m.text for m in first.quantities] == ["12 ferries"]
    assert [m.text for m in second.quantities] == ["15 barges"]
    assert {m.value.name for m in second.entities} == {"Tom Holt"}
    assert (first.tokens[0].text, second.tokens[0].text) == ("Ana", "Tom")
    assert (first.span, first.changed) == (None, ())


def test_only_named_speakers_count() -> None:
    def speaking(*slots: str, kind: str = "quote") -> frozenset[str]:
        return sides(*slots, kind=kind).of(("a", 0), None, 0).speakers

    assert speaking("speaker: Ana Ruiz = person:ana") == {"person:ana"}
    assert speaking("speaker: old Ana = person:ana") == {"person:ana"}
    assert speaking("speaker: the minister = person:ana") == frozenset()
    assert speaking("speaker: Ana Ruiz") == frozenset()
    assert speaking("agent: Ana Ruiz = person:ana") == frozenset()
    assert speaking("speaker: Ana Ruiz = person:ana", kind="role") == frozenset()
    assert speaking("speaker: Ana Ruiz = person:ana", kind="event") == frozenset()


def test_only_roles_are_roles() -> None:
    assert [c.kind for c in sides(kind="role").of(("a", 0), None, 0).roles] == ["role"]
    assert sides(kind="quote").of(("a", 0), None, 0).roles == ()
    assert sides(kind="role").of(("a", 1), None, 0).roles == ()


def test_the_changed_words_and_what_they_touch() -> None:
    side = passage("storm tore [forty red] roofs")
    assert [t.text for t in side.changed] == ["forty", "red"]
    value = QuantityValue(40, 40)
    one = Mention("a", 0, Span(11, 16), "forty", value, "test")
    other = Mention("a", 0, Span(17, 20), "red", value, "test")
    away = Mention("a", 0, Span(0, 5), "storm", value, "test")
    assert touched([away, one], side) is one
    assert touched([one, other], side) is None
    assert touched([away], side) is None
    assert touched([one], evolve(side, span=None)) is None
