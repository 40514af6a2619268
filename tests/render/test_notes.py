import re

from markdown_it import MarkdownIt

from reconcile.results import Reconciliation


def _drawn(text: str) -> str:
    return str(MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(text))


def test_structure(ferry: Reconciliation) -> None:
    drawn = _drawn(ferry.to_markdown())
    assert re.findall(r"<h2>(.*?)</h2>", drawn) == [
        "Contradictions (2)", "Garbled text (1)", "Agreements (1)", "Only one source (1)", "Page leftovers (1)",
        "Facts by reports", "Timeline", "One origin (1)", "Not checked",
    ]  # fmt: skip
    assert re.findall(r'<ol(?: start="(\d+)")?>', drawn) == ["", "3", "4", "5", "6"]
    assert drawn.count("<table>") == 3
    assert "killing <strong>at least 12 people</strong>, the coast guard said." in drawn


def test_a_report_cannot_mark_up(hostile: Reconciliation) -> None:
    drawn = _drawn(hostile.to_markdown())
    assert set(re.findall(r"</?([a-z0-9]+)", drawn)) <= {
        "h2", "ol", "ul", "li", "p", "b", "strong", "table", "thead", "tbody", "tr", "th", "td",
    }  # fmt: skip
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202a-\u202e\u2066-\u2069]", hostile.to_markdown())


def test_every_line_of_a_table_has_its_cells(hostile: Reconciliation) -> None:
    for line in hostile.to_markdown().splitlines():
        if line.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", line)) in (4, 5)
