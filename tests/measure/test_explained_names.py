"""The score and the reasons of every pair of names in the lists, as last reviewed; ``--rewrite-golden`` writes them anew."""

import csv
import re
from io import StringIO
from pathlib import Path

import pytest

from reconcile.measure.names import NameMatch, explain
from tests.measure.test_names import APART, JOINED

CASES = Path(__file__).parent / "cases"
GOLDEN = CASES / "names_explained.csv"
_CITY = re.compile(r"city:\d+")  # numbers of cities change with the gazetteer's version
Pair = tuple[str | None, str, str]


def more() -> list[Pair]:
    """Pairs that show one rule each, with the label of what they show."""
    with (CASES / "names_rules.csv").open(encoding="utf-8", newline="") as file:
        return [(row["kind"] or None, row["left"], row["right"]) for row in csv.DictReader(file)]


def told(match: NameMatch) -> str:
    """ "sound shoigu/shoygu; only-left petrov"."""
    parts = (" ".join((r.code.removeprefix("name."), "/".join(v for _, v in r.params))) for r in match.reasons)
    return _CITY.sub("city", "; ".join(part.strip() for part in parts))


def row(kind: str | None, left: str, right: str) -> list[str]:
    found = explain(left, right, kind=kind)
    return [kind or "", left, right, found.kind, f"{found.score:g}", told(found)]


def test_scores_and_reasons(request: pytest.FixtureRequest) -> None:
    pairs = dict.fromkeys([*APART, *JOINED, *more()])
    rows = [["kind", "left", "right", "as", "score", "reasons"], *(row(*pair) for pair in pairs)]
    if request.config.getoption("--rewrite-golden"):
        sink = StringIO()
        csv.writer(sink, lineterminator="\n").writerows(rows)
        GOLDEN.write_text(sink.getvalue(), encoding="utf-8")
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        kept = list(csv.reader(file))
    assert [(k, r) for k, r in zip(kept, rows, strict=True) if k != r] == []


@pytest.mark.parametrize("pair", more(), ids=lambda pair: "-".join(pair[1:]))
def test_the_other_order_gives_the_mirrored_reasons(pair: Pair) -> None:
    kind, left, right = pair
    one, other = explain(left, right, kind=kind), explain(right, left, kind=kind)
    assert (one.score, one.kind, one.is_same) == (other.score, other.kind, other.is_same)
    assert one.is_same == (one.score >= 0.7)
    flipped = {"name.only-left": "name.only-right", "name.only-right": "name.only-left"}
    assert sorted(flipped.get(r.code, r.code) for r in other.reasons) == sorted(r.code for r in one.reasons)
