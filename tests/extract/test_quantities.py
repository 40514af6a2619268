"""Which quantities a sentence holds, and which numbers are none. The table stands in cases/quantities.toml."""

import tomllib
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.config import Config
from reconcile.extract.quantities import find
from reconcile.lexicon.load import table, words
from reconcile.model.documents import Document
from reconcile.model.mentions import Mention
from reconcile.model.quantities import QuantityValue
from reconcile.model.reports import Report
from reconcile.text.reading import read

Row = dict[str, object]
CASES = tomllib.loads((Path(__file__).parent / "cases" / "quantities.toml").read_text(encoding="utf-8"))["case"]
FIELDS = (
    "unit",
    "per",
    "of",
    "modifiers",
    "hedge",
    "dimension",
    "population",
    "share_of",
    "included",
    "restates",
    "former",
    "total",
)


def document(text: str) -> Document:
    return read(Report(text), Config())


def told(mention: Mention[QuantityValue]) -> Row:
    """A mention as the table writes it: defaults left out."""
    value = mention.value
    row: Row = {"text": mention.text, "low": "open" if value.low is None else value.low}
    if value.low is None or value.high != value.low:
        row["high"] = "open" if value.high is None else value.high
    row |= {field: getattr(value, field) for field in FIELDS if getattr(value, field)}
    if value.modifiers:
        row["modifiers"] = list(value.modifiers)
    if value.approximate:
        row["approximate"] = True
    return row if value.kind == "count" else row | {"kind": value.kind}


def _rows() -> list[object]:
    """The table, its known failures as strict xfails."""
    marks = [[pytest.mark.xfail(reason=c["xfail"], strict=True)] if "xfail" in c else [] for c in CASES]
    return [pytest.param(c, marks=m, id=c["label"]) for c, m in zip(CASES, marks, strict=True)]


@pytest.mark.parametrize("case", _rows())
def test_finds(case: dict[str, object]) -> None:
    found = [told(m) for m in find(document(str(case["text"])))]
    expected = cast(list[Row], case["expect"])
    assert [set(row) for row in found] == [set(row) for row in expected]
    for row, wanted in zip(found, expected, strict=True):
        assert row == {k: pytest.approx(v) if isinstance(v, float) else v for k, v in wanted.items()}


@pytest.mark.parametrize("fate", [name for name, entry in table("populations").items() if entry.get("fate")])
def test_fates_hold_their_examples(fate: str) -> None:
    entry = table("populations")[fate]
    for sentence in cast(list[str], entry["yes"]):
        assert fate in {m.value.population for m in find(document(sentence))}, sentence
    for sentence in cast(list[str], entry["no"]):
        assert fate not in {m.value.population for m in find(document(sentence))}, sentence


@pytest.mark.parametrize("hedge", [name for name, entry in table("quantities_hedges").items() if "yes" in entry])
def test_hedges_hold_their_examples(hedge: str) -> None:
    entry = table("quantities_hedges")[hedge]
    for sentence in cast(list[str], entry["yes"]):
        assert hedge in {m.value.hedge for m in find(document(sentence))}, sentence
    for sentence in cast(list[str], entry["no"]):
        assert hedge not in {m.value.hedge for m in find(document(sentence))}, sentence


@pytest.mark.parametrize(("section", "told"), [("told_dimensions", "dimension"), ("quakes", "magnitude")])
def test_context_holds_its_examples(section: str, told: str) -> None:
    entry = table("quantities_context")[section]
    properties = words("measuring", "sole")
    for answer in ("yes", "no"):
        for sentence in cast(list[str], entry[answer]):
            values = [m.value for m in find(document(sentence))]
            shown = any(v.kind == told or v.dimension in properties for v in values)
            assert shown == (answer == "yes"), sentence


def test_spans_lead_back_to_the_received_text() -> None:
    text = "At\u00a0least 12\u200b people died.\r\nIt cost \u00a330m \u2013 or \u20ac35m."
    doc = document(text)
    raw = [doc.to_raw(m.span) for m in find(doc)]
    assert [text[r.start : r.end] for r in raw] == ["At\u00a0least 12\u200b people", "\u00a330m", "\u20ac35m"]


NUMBERS = st.sampled_from(
    [
        "12",
        "1,200",
        "3.5",
        "$",
        "\u20ac",
        "US$",
        "%",
        "-",
        "\u2013",
        "to",
        "and",
        "between",
        "at least",
        "up to",
        "million",
        "bn",
        "half",
        "a",
        "third",
        "dozens of",
        "people",
        "were killed",
        "km",
        "(75 miles)",
        "an hour",
        "aged",
        "one",
        "no",
        "of the",
        "Flight",
        "5/8",
        "1e9",
        "x",
        "'",
        '"',
        "\u00bd",
        ".",
    ]
)


@given(st.lists(st.one_of(NUMBERS, st.text(max_size=6)), max_size=14).map(" ".join))
def test_any_text_is_read_without_error(text: str) -> None:
    doc = document(text)
    for mention in find(doc):
        value = mention.value
        assert doc.text[mention.span.start : mention.span.end] == mention.text
        assert value.low is not None or value.high is not None
        assert value.low is None or value.high is None or value.low <= value.high


@pytest.mark.parametrize(
    "unit", ["one and ", "1 x ", "aged ", "12 people, ", "30 degrees ", "1-1-", "a hundred thousand ", "((((1"]
)
def test_length_is_no_burden(unit: str) -> None:
    """Twenty thousand characters of one pattern end at all: no recursion, no search that doubles back."""
    assert isinstance(find(document(unit * (20_000 // len(unit)))), tuple)
