"""Claims that say the same: each with its nearest in every other report."""

import pytest

from reconcile.align.features import profiles
from reconcile.align.statements import near_links, statements
from reconcile.model.claims import Claim, Link
from reconcile.model.reasons import Reason
from tests.compare.telling import claim

SUBSTANTIAL = (Reason.of("align.shared-arguments", heads="ferry"),)


def told(*written: str, reasons: tuple[Reason, ...] = SUBSTANTIAL) -> list[str]:
    """The statements of links written as "x1 y1 0.8": the report is the letter, the claim the whole word."""
    claims: dict[str, Claim] = {}
    links = []
    for line in written:
        left, right, score = line.split()
        for name in (left, right):
            found = claim({"report": name[0], "n": int(name[1:])})
            claims[found.id] = found
        ids = [f"{name[0]}:0:{name[1:]}" for name in (left, right)]
        links.append(Link(ids[0], ids[1], float(score), reasons))
    members = profiles(claims.values())
    groups = [group for group, _ in statements(members, near_links(links, members))]
    return ["+".join(sorted(f"{p.claim.report_id}{p.claim.id.rsplit(':')[-1]}" for p in group)) for group in groups]


@pytest.mark.parametrize(
    ("links", "expect"),
    [
        pytest.param(["x1 y1 0.8"], ["x1+y1"], id="a pair"),
        pytest.param(["x1 y1 0.5"], ["x1+y1"], id="just near enough"),
        pytest.param(["x1 y1 0.49"], [], id="not near enough"),
        pytest.param(["x1 y1 0.8", "x1 z1 0.8", "y1 z1 0.8"], ["x1+y1+z1"], id="three reports"),
        pytest.param(["x1 y1 0.8", "x1 y2 0.6"], ["x1+y1"], id="only the nearest in the other report"),
        pytest.param(["x1 y1 0.65", "x1 y2 0.6"], ["x1+y1+y2"], id="two that are nearly as near"),
        pytest.param(["x1 y1 0.95", "x1 y2 0.8"], ["x1+y1+y2"], id="the best of one side only, very much alike"),
        pytest.param(["x1 y1 0.8", "x2 y2 0.7"], ["x1+y1", "x2+y2"], id="two statements"),
    ],
)
def test_statements(links: list[str], expect: list[str]) -> None:
    assert sorted(told(*links)) == expect


def test_the_class_of_the_verb_alone_is_not_enough() -> None:
    assert told("x1 y1 0.9", reasons=(Reason.of("align.same-event", classes="sink"),)) == []
    assert told("x1 y1 0.9", reasons=(Reason.of("align.shared-words", words="ferry"),)) == []
    assert told("x1 y1 0.9", reasons=(Reason.of("align.shared-words", words="ferry lake"),)) == ["x1+y1"]


def test_each_statement_has_its_own_links() -> None:
    members = profiles(claim({"report": r, "n": 1}) for r in "xyz")
    links = [Link("x:0:1", "y:0:1", 0.9, SUBSTANTIAL), Link("x:0:1", "z:0:1", 0.3, SUBSTANTIAL)]
    ((group, kept),) = statements(members, near_links(links, members))
    assert [p.claim.id for p in group] == ["x:0:1", "y:0:1"]
    assert kept == links[:1]
